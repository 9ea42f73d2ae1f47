"""Words behind a type word that may be names though no list knows them: no list holds all villages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.forms.lexicon import lexicon
from khabar.languages.ar.forms.written import TANWIN
from khabar.languages.ar.phrases.shapes import is_article

UNKNOWN = "place_unknown"  # behind a type word, a word that may be a name though no list knows it
SEAT = "place_seat"  # behind a body and "in", a word that can only be a name, though no list knows it
MEMBER = "place_member"  # a word in a row of names behind "villages", "districts", that may be a name as well
INTRODUCE = frozenset(("place_strict", "place_facility", "place_side", "place_mound"))
"""Classes of the words behind which an unknown name may stand."""

LEADING = INTRODUCE | {"place_road", "place_governor", "place_plural", "quote_open", MEMBER}
"""Classes of the words right behind which a name that no list knows may stand; in a row it stands behind "and" as well."""

# What a word may be known as and still be a name that the lists do not know: half of all foreign names look like
# some verb form, or begin like a particle.
_NAMELIKE = frozenset(
    (
        *("+al", "+and", "+fa", "toponym", "masdar", "name", "given", "verb"),
        *("maybe_bi", "maybe_li", "cue_ambiguous", "place_common", "place_weak", "place_name", "place_head"),
    )
)
# Adjectives and participles of a feminine type word (-iya, maf'ula, fa'ila, jamila), and of a masculine one (-i, maf'al).
_FEMININE = re.compile(r"\w{2,}يه$|م\w{2,4}ه$|م(?:ت|ست)\w{3,}ه$|\wا\w{2}ه$|\w{2}ي\wه$|\w+اء$")
_MASCULINE = re.compile(r"\w{2,}(?:ي|يا|يه|اء)$|م\w{3}$")
_PLURAL = re.compile(r"\w{2,}(?:ين|ات)$")
_WOMEN = "ات"
_ACT = re.compile(r"ا\w{1,2}ا\wه$")  # verbal nouns: to spend (qada') a holiday (ijaza)
# Verbs that open a clause about the place (the town that was bombed), not foreign names.
_CLAUSE = re.compile(r"[يت]\w+|\w+(?:ت|وا)$")
_FOREIGN_ENDS = ("و", "ا")
_WAW = "و"
_PLURAL_VERB = "وا"
_TA = "ه"


def is_unknown(unit: Unit, head: Unit) -> bool:
    """Whether the word behind a type word may be a name: not listed, not glued, not an adjective of the type word."""
    view, signature = unit.view, unit.signature
    loose = "place_loose" in head.signature
    if head.signature & {"+al", "+pron"} or len(view) < 3:
        return False
    if "place_type" not in head.signature:
        return _is_foreign(unit, head)
    definite = "+al" in signature
    extra = signature - _NAMELIKE - ({"+pron"} if definite else set())  # a noun with the article ends with no pronoun
    if definite and "place_small" in head.signature and not extra & _NEVER:
        return not signature & {"+and", "+fa"}
    if extra and not (definite and not loose and extra <= {"cue_noun", "media"}):
        return False
    adjective = _OF_SEVERAL if head.view in _LANDS else _FEMININE if head.view.endswith(_TA) else _MASCULINE
    if definite:
        many = view.endswith(_WOMEN) or bool(signature - {"+al"})  # a sound plural that no list knows as people
        plural = many and _PLURAL.match(view)
        return not signature & {"+and", "+fa"} and not (loose and (adjective.match(view) or plural))
    if signature & {"+and", "+fa"}:
        return view.endswith(_FOREIGN_ENDS) and not view.endswith(_PLURAL_VERB)
    if "verb" in signature and _CLAUSE.match(view):
        return False
    if _PLURAL.match(view) and (head.view.endswith(_SPENDING) or not head.signature.isdisjoint(_MANY_OR_BUILT)):
        return False
    return not (adjective.match(view) or _ACT.match(view) or _is_listed_adjective(view))


def _is_foreign(unit: Unit, head: Unit) -> bool:
    """Whether the word behind "near" or "north of" can be nothing but a name: no Arabic noun looks so, or, behind a point of
    the compass, no list knows it and it has the shape of no common noun.
    """
    view, signature = unit.view, unit.signature
    if len(view) <= _SHORTEST:
        return False
    if view.endswith(_WAW) and signature <= {"toponym", "maybe_bi", "maybe_li"}:
        return True
    if not signature <= {"toponym", "maybe_bi", "maybe_li", "name", "verb", "future"}:
        return False
    return (
        head.get("place_side") not in (None, "near")
        and len(view) > _LEAST
        and not any(shape.match(view) for shape in _SHAPES)
    )


# Mountains, islands: of several things an adjective is feminine; what ends in -aya is none.
_LANDS = ("جبال", "جزر")
_OF_SEVERAL = re.compile(rf"(?!\w+ايه$)(?:{_FEMININE.pattern})")
_LEAST = 4
_SPENDING = "قضاء"  # a district, and to spend (times)
_MANY_OR_BUILT = frozenset(("place_plural", "place_facility"))
_NEVER = frozenset(
    ("role", "demonym", "place_not_name", "place_adjective", "prep", "TIME", "NUMBER", "ordinal", "phrase")
)


def is_member(unit: Unit, *, first: bool) -> bool:
    """Whether a word in a row behind the type word of several places (the villages of X, Y and Z) may be one of them, though
    no list knows it; all but the first are joined by "and".
    """
    signature, view = unit.signature, unit.view if first else unit.view[1:]
    if first == ("+and" in signature) or signature & {"+fa", "+bi", "+li", "+ka", "future"}:
        return False
    if "place_head" in signature or len(view) < _SHORTEST:
        return "place_head" in signature
    definite = is_article(unit)
    if signature - _NAMELIKE - ({"masdar", "cue_noun", "+pron"} if definite else set()):
        return False
    if definite:
        return not _OTHERS.match(view)
    shaped = _FEMININE.match(view) or _PLURAL.match(view) or _ACT.match(view) or _is_listed_adjective(view)
    return not ("verb" in signature or shaped)


_SHORTEST = 3
_OTHERS = re.compile(r"ال(?:\w+(?:يه|يون|يين)|اخري)$")


def is_second(unit: Unit, head: Unit) -> bool:
    """Whether a definite word is the second of a name that no list knows whole (the district of | Sabr al-X), and no adjective
    of the type word or of the name.
    """
    if not is_article(unit) or unit.signature - {"+al", "name", "toponym"}:
        return False
    view = unit.view[2:]
    loose = head.view.endswith(_TA) or not _MASCULINE.match(view)
    return loose and not _FEMININE.match(view) and not _PLURAL.match(view) and not _is_listed_adjective(view)


def _is_listed_adjective(view: str) -> bool:
    """A listed adjective in its feminine form (the masculine is known to the lexicon itself)."""
    return view.endswith(_TA) and "place_adjective" in lexicon().words.get(view[:-1], ())


def introduces(before: Sequence[Unit], unit: Unit) -> bool:
    """Whether a type word stands last, and behind it the quotation mark or the first word (mother of, house of) of a name."""
    if unit.signature.isdisjoint(_OPENS) or not before:
        return False
    if before[-1].signature.isdisjoint(_TYPES):
        side = "place_rural" in unit.signature and "place_side" in before[-1].signature
        return side or ("place_head" in unit.signature and "place_road" in before[-1].signature)
    return "+al" not in before[-1].signature


_OPENS = frozenset(("quote_open", "place_head", "place_saint"))


_TYPES = frozenset(("place_strict", "place_plural"))
_ROW = frozenset((UNKNOWN, MEMBER, "place_name"))
_IN_ROW = _ROW | {"comma", "quote_open"}


def unlisted(unit: Unit, before: Sequence[Unit]) -> str | None:
    """The class of a word that may be a name though no list knows it: behind a type word, or in a row behind one."""
    if not before:
        return None
    last = before[-1]
    if "place_governor" in last.signature:
        return UNKNOWN if is_article(unit) and unit.signature <= _NAMELIKE | {"+pron"} else None
    if not last.signature.isdisjoint(INTRODUCE) and is_unknown(unit, last):
        return UNKNOWN
    if "fi" in last.signature:
        return SEAT if is_seat(unit) else None
    if {MEMBER, "place_head"} <= last.signature:
        return MEMBER  # its second half
    behind = before[-2] if "quote_open" in last.signature and len(before) > 1 else last
    if "place_plural" in behind.signature and "+al" not in behind.signature:
        return MEMBER if behind is not last or is_member(unit, first=True) else None
    if "+and" not in unit.signature or len(before) < 2:
        return None
    at = len(before) - (2 if "comma" in last.signature else 1)
    if before[at].signature.isdisjoint(_ROW):
        return None
    quoted = False
    while at > 0 and not before[at].signature.isdisjoint(_IN_ROW):
        quoted = quoted or "quote_open" in before[at].signature
        at -= 1
    if "place_plural" not in before[at].signature or "+al" in before[at].signature:
        return None
    return MEMBER if quoted or is_member(unit, first=False) else None


def is_seat(unit: Unit) -> bool:
    """Whether a word behind a body and "in" can be nothing but the name of where it is at work: no list knows it, and it has
    neither article nor pronoun nor the shape of an Arabic noun.
    """
    view, signature = unit.view, unit.signature
    if len(view) < _FOREIGN or not signature <= _UNHEARD:
        return False
    return not (_NOUN.match(view) or any(shape.match(view) for shape in _SHAPES))


_FOREIGN = 6  # letters
_UNHEARD = frozenset(("toponym", "maybe_bi", "maybe_li", "verb", "future"))
# With the article or its alef, a noun of place or time, with a pronoun.
_NOUN = re.compile(r"[ام]\w+|\w+(?:ه|هم|ها|هن|هما|كم)$")
_SHAPES = (_FEMININE, _MASCULINE, _PLURAL, _ACT, _CLAUSE)


def wants_more(units: Sequence[Unit], last: int) -> bool:
    """Whether a name ends with the first half of another (the quarter of Bab | Tuma)."""
    if "place_head" not in units[last - 1].signature or last >= len(units):
        return False
    return units[last].signature.isdisjoint(_ENDS)


_ENDS = frozenset(
    ("mark", "quote", "prep", "TIME", "NUMBER", "comp", "rel", "+and", "+bi", "+li", "place_side", "FINITE")
)


def is_indefinite(text: str) -> bool:
    """Whether a word is written with the ending of the indefinite accusative, which no name of a place takes."""
    return text.endswith(TANWIN)


def is_within(units: Sequence[Unit], at: int) -> bool:
    """Whether something, or a province, lies on the side of a place that units[at] tells, and in it: it is a stretch of land, of
    whatever standing.
    """
    side = units[at]
    if at == 0 or "place_side" not in side or side["place_side"] == "near":
        return False
    province = any(unit.get("place_type") == "admin1" for unit in units[max(at - _OF_TWO, 0) : at])
    return province or "fi" in units[at - 1].signature


_OF_TWO = 3  # units: a type word, a name of two words
