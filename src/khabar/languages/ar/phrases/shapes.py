"""What a word can be for the phrases around it: the end of them, a name word, an adjective, a finite verb, owned by somebody."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from khabar.grammar import Reading, Unit
from khabar.languages.ar.phrases.voices import SOURCES
from khabar.text.answers import Answers

OTHER = ("اخر", "اخري", "اخرون", "اخرين", "اخران")
"""Words for "another": as adjectives they end an indefinite phrase."""

HOW = ("بشكل", "بصوره", "بطريقه", "بصوت", "بنبره", "بلهجه")
"""Words with "in" that tell how something was said or done (in a loud voice)."""

NISBA = ("\N{ARABIC LETTER YEH}\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER YEH}")
"""Endings of adjectives made of names and nouns, folded, the feminine first."""

IMPERFECT = ("\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER TEH}")
"""First letters of the imperfect of the third person."""

CLEAR = ("3fs", "3mp")
"""Persons of the perfect that hardly any noun or name is spelt like."""

NOMINATIVE, OBLIQUE = "\N{ARABIC LETTER WAW}\N{ARABIC LETTER NOON}", "\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}"
"""Endings of several men: as the subject, and behind a verb or a preposition."""

MEN = (NOMINATIVE, OBLIQUE)
"""Either of them."""

BODIES = frozenset(("org_head", "organisation"))
"""What a body of people is called by: a noun for one, or a name that a list knows."""

FAMILY = frozenset(("+al", "name", "toponym"))
"""All that the lists may know of a family's name with the article (al-Nuri)."""

VERBAL = frozenset(
    (
        *(
            "verb",
            "event_verb",
            "+and",
            "does",
            "gathers",
            "manages",
            "attempt",
            "happens",
            "starts",
            "undergoes",
            "light",
        ),
        *("suffered", "received", "launched", "offered", "hit", "stirs", "pleased", "said", "counts", "place_says"),
    )
)
"""What the lists may know of a verb that is no noun."""
STOPS = frozenset(
    (
        *("mark", "stop", "comma", "colon", "comp", "bi_comp", "li_comp", "rel", "TIME", "CUE", "REL_CUE"),
        *("PART", "qad", "sawfa", "kana", "neg_verb", "while", "but", "like", "press", "according_prep"),
        *("according_prep_clause", "according_relay", "according_quote_of", "according_quoting"),
        *("prep_pron", "said_of_self", "reflexive", "demonstrative_alone", "question", "link", "then"),
        *("conditional", "LONG_QUOTE", "adverb", "li_free", "bi_free", "he", "copula", "there"),
    )
)


_NOT_NAMES = frozenset(
    (
        *("role", "org_head", "organisation", "media", "media_head", "prep", "rel", "comp", "neg"),
        *("demonstrative", "kana", "qad", "medium", "TIME", "NUMBER", "whoever", "unnamed", "document"),
        *("participle", "while", "but", "mark", "quote", "digits", "place_type", "people", "li_comp"),
        *("bi_comp", "prep_pron", "reflexive", "adverb", "any", "question", "ma", "CUE", "PART"),
    )
)


def is_article(unit: Unit) -> bool:
    """Whether the word carries the article."""
    if "+al" in unit.signature:
        return True
    begin = 1 if unit.cut > unit.start else 0
    defined = unit.view[begin : begin + 2] == "ال" and len(unit.view) > begin + 4
    return defined and unit.text[begin] not in _OWN_ALEFS  # Germany, cancellation


_OWN_ALEFS = "أإآ"
"""An alef with a mark is a letter of the word, no article."""


def is_apposed_name(units: Sequence[Unit], first: int) -> bool:
    """Whether units[first] begin a name, whatever they are spelt like, since an office stands behind it between commas
    (So-and-so, member of the movement,).
    """
    for at in range(first + 1, min(first + 4, len(units) - 1)):
        if "comma" in units[at].signature:
            office = units[at + 1]
            return at > first + 1 and "role" in office.signature and not is_article(office)
        if not units[at].signature <= _SPELT_LIKE:
            return False
    return False


_SPELT_LIKE = frozenset(
    ("verb", "masdar", "name", "given", "toponym", "maybe_bi", "maybe_li", "name_part", "foreign_given")
)


def holds_name(units: Sequence[Unit], at: int) -> bool:
    """A rank and a full name in quotation marks behind an office (the commander of the force "General So-and-so")."""
    if at == 0 or at + 2 >= len(units) or "cue" in units[at - 1].signature:
        return False
    close = next((k for k in range(at + 2, min(at + 9, len(units))) if "quote_close" in units[k].signature), at)
    inside = units[at + 1 : close]
    named = any("given" in unit.signature for unit in inside)
    named = named and ("role" in units[at + 1].signature or any(unit.view in _SON for unit in inside))
    return named and not any(unit.signature & {"comp", "prep", "CUE", "mark", "TIME"} - {"given"} for unit in inside)


_SON = ("بن", "ابن")


def is_account(units: Sequence[Unit], at: int) -> bool:
    """A page or an account that is named behind its noun (the page "X", an account of the group), or several pages or platforms
    right behind their verb (local platforms): they may speak themselves.
    """
    medium = units[at].get("medium")
    if medium is None or medium["kind"] not in _KEPT or at + 1 >= len(units) or units[at].signature & _GLUED:
        return False
    if at and units[at].view.endswith(_MANY) and "cue" in units[at - 1].signature:
        return True
    if medium["kind"] != "account":
        return False
    following = units[at + 1].signature
    return bool(following & _OWNS) or (is_article(units[at + 1]) and "TIME" not in following)


_KEPT, _MANY = ("account", "platform"), "ات"
_GLUED = frozenset(("+pron", "+bi", "+li", "+ka", "media_head"))
_OWNS = frozenset(("quote_open", "org_head", "organisation", "belonging", "governing", "known_place", "in_the_name"))


def is_marked_object(unit: Unit) -> bool:
    """A definite noun that the writer gave the ending of an object."""
    return unit.text[-1:] == _FATHA and is_article(unit)


_FATHA = "\N{ARABIC FATHA}"


def joins_source(unit: Unit) -> bool:
    """Whether a word is a source with "and" before it."""
    joined = "+and" in unit.signature and "HEADED" not in unit.signature
    return joined and ("occupant" in unit.signature or bool(unit.signature & SOURCES))


def ends_indefinite(unit: Unit) -> bool:
    """Whether the word is written with the ending of an indefinite accusative, its alef before or behind the mark, or a
    hamza without one.
    """
    return unit.text.endswith(ACCUSATIVE)


ACCUSATIVE = (
    "\N{ARABIC LETTER ALEF}\N{ARABIC FATHATAN}",
    "\N{ARABIC FATHATAN}\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER HAMZA}\N{ARABIC FATHATAN}",
)
"""The written endings of an indefinite accusative that shows in its letters: no feminine ends so."""

PERHAPS_ACCUSATIVE = ("\N{ARABIC LETTER ALEF}", "\N{ARABIC FATHATAN}")
"""What such a word ends with where its marks are left out, and a feminine where they are not; other words do too."""

HER_ACCUSATIVE = "\N{ARABIC LETTER TEH MARBUTA}\N{ARABIC FATHATAN}"
"""The written ending of a feminine in the indefinite accusative."""


PREPOSED = frozenset(("+bi", "+li", "+ka"))
"""The prepositions that are glued to a word."""

JOINED = PREPOSED | {"+and"}
"""The same and "and"."""


def has_preposition(unit: Unit) -> bool:
    """Whether a glued preposition stands before the word."""
    return bool(unit.signature & PREPOSED)


def is_adjective(unit: Unit) -> bool:
    """An indefinite adjective of relation (Arab, security): no genitive follows it, so a definite noun behind it begins anew."""
    if unit.view in OTHER:
        return True
    return (
        not is_article(unit)
        and unit.view.endswith(("\u064a\u0647", "\u064a\u064a\u0646", "\u064a\u0648\u0646"))
        and len(unit.view) > 5
    )


def is_nisba(unit: Unit) -> bool:
    """A definite adjective of relation (the Sildanian)."""
    return unit.view.endswith(NISBA) and is_article(unit)


def is_owned(unit: Unit) -> bool:
    """A noun with a pronoun of the third person (his involvement), of the lists or unknown to them."""
    if "+pron" in unit.signature:
        return str(unit["+pron"])[0] == _HA and ("verb" not in unit.signature or "cue_noun" in unit.signature)
    listed = unit.signature <= _OWNED_THINGS or "possession" in unit.signature
    return listed and unit.text.endswith(OWNERS) and len(unit.view) > 4


def is_his_thing(unit: Unit) -> bool:
    """Such a noun of a thing or a word of his, not of his people (in his words; not: according to his family)."""
    return is_owned(unit) and "people" not in unit.signature


_HA = "\N{ARABIC LETTER HEH}"


_OWNED_THINGS = frozenset(
    ("vehicle", "countable", "means", "possession")
)  # what else the lists may know of such a noun
HIS = (_HA, _HA + "\N{ARABIC LETTER ALEF}", _HA + "\N{ARABIC LETTER MEEM}")
"""What a noun of his, of hers, of theirs ends with."""
OWNERS = (*HIS, _HA + "\N{ARABIC LETTER MEEM}\N{ARABIC LETTER ALEF}")
"""The same, and of the two of them."""


def is_his_act(units: Sequence[Unit], at: int) -> bool:
    """A feminine noun of no list with "his" before a preposition (affirmed | his taking part in the attack): no name ends so."""
    told = units[at].text.endswith(_HIS) and is_owned(units[at]) and at + 1 < len(units)
    told = told and units[at].view.removeprefix("و") not in HIS_HONOUR
    return told and not units[at + 1].signature.isdisjoint(_LEADS_ON)


_HIS = "\N{ARABIC LETTER TEH}" + _HA
HIS_HONOUR = ("معاليه", "سعادته", "سموه", "فخامته", "سيادته", "جلالته", "فضيلته", "سماحته", "غبطته", "قداسته", "دولته")
_LEADS_ON = frozenset(("fi", "ala", "min", "ila", "an"))


def is_finite(unit: Unit | Reading) -> bool:
    """A word that can hardly be anything but a finite verb of the third person: an imperfect that no list knows as a noun."""
    return "verb" in unit.signature and _is_finite(unit.classes["verb"], unit.signature)


_NOT_VERBS = _NOT_NAMES | {"+al", "toponym", "demonym", "cue_noun", "masdar"}


@lru_cache(maxsize=1 << 13)
def _is_finite(slots: tuple[str, ...], signature: frozenset[str]) -> bool:
    if not slots or signature & _NOT_VERBS:
        return False
    if signature & {"given", "name"} and "future" not in signature:
        return False
    # A dual form is as often the end of a foreign name (سودان، سيلدان), unless it will do what news tells of.
    dual = "future" in signature and bool(signature & {"event_verb", "cue"})
    return any(slot[0] in "iIjJ" and slot[1] == "3" and (dual or slot[-1] != "d") for slot in slots)


def is_present(unit: Unit) -> bool:
    """Whether a verb has forms of the third person, all of them of the present."""
    third = [slot for slot in unit.get("verb") or () if slot[1] == "3"]
    return bool(third) and all(slot[0] in "iIjJ" for slot in third)


def is_present_singular(unit: Unit) -> bool:
    """Whether all forms of the third person that a verb has are of the present and of one person or thing."""
    return all(slot[0] in "iIjJ" and slot[-1] == "s" for slot in unit["verb"] if slot[1] == "3")


@lru_cache(maxsize=1 << 10)
def is_passive(slots: tuple[str, ...] | frozenset[str]) -> bool | None:
    """Whether a verb of these forms is passive: all of them, none, or (None) only some."""
    upper = {slot[0].isupper() for slot in slots}
    return upper.pop() if len(upper) == 1 else None


@lru_cache(maxsize=1 << 10)
def in_third_person(slots: tuple[str, ...]) -> bool:
    """Whether a verb of these forms may have a third person as its subject."""
    return any(slot[1] == "3" for slot in slots)


def is_past(unit: Unit) -> bool:
    """Whether a verb's form may be a perfect."""
    return any(slot[0] in "pP" for slot in unit.get("verb") or ())


def is_name_word(unit: Unit) -> bool:
    """A word that may be part of a personal name: a known given name, or a word that no list knows."""
    may_be = _names[unit.signature]
    return not is_finite(unit) if may_be is None else may_be


def _may_name(signature: frozenset[str]) -> bool | None:
    """Whether a word of these classes may be part of a personal name; None: unless it is a finite verb."""
    if "name_part" in signature:
        return True
    if (signature & _NOT_NAMES and "given" not in signature) or signature & {"quality", "demonym"}:
        return False
    if signature & _NEVER_NAMES or ("place_side" in signature and "given" not in signature):
        return False
    if signature & {"+al", "+bi", "+li", "+ka", "+pron"}:
        return False
    if "role" in signature or "medium" in signature or "unnamed" in signature:
        return False
    if "cue" in signature and not signature & {"given", "name"}:
        return False
    if signature & {"given", "name"}:
        return True
    return None if signature.isdisjoint(_COMMON) else False


_NEVER_NAMES = frozenset(
    (
        *("mark", "quote", "prep", "TIME", "NUMBER", "org_head", "whoever", "rel", "comp", "media_head"),
        *("li_free", "bi_free", "alone"),
    )
)
_COMMON = frozenset(
    ("known_place", "demonym", "masdar", "cue_noun", "people", "event", "office_field", "unhurt", "occupant")
)


def behind_pronouns(units: Sequence[Unit], at: int) -> int:
    """The first index from `at` that holds no preposition with a pronoun (in it, through them)."""
    while at < len(units) and "prep_pron" in units[at].signature:
        at += 1
    return at


_names = Answers(_may_name, 1 << 13)


def had_before(units: Sequence[Unit], at: int) -> bool:
    """Whether "it was before that", perhaps "of him", stands right before units[at]: a verb in the perfect follows, no noun."""
    if at < _FEWEST or "comp" not in units[at - 1].signature:
        return False
    told = units[at - 3] if at > _FEWEST and "prep_pron" in units[at - 2].signature else units[at - 2]
    return told.view in HAD


HAD = ("سبق", "وسبق")
_FEWEST = 2


def only_sets_past(units: Sequence[Unit], at: int) -> bool:
    """Whether "was" at units[at] only puts the verb behind it into the past, its subject before it (the guards | were shouting); or
    "as it" joins the verb to the subject of the sentence (the ministry, | as it announces this, affirms).
    """
    signature = units[at].signature
    before = units[at - 1].signature if at else _AT_HEAD
    return ("kana" in signature or units[at].view == _AS_IT) and "+and" not in signature and before.isdisjoint(_AT_HEAD)


_AS_IT = "اذ"
_AT_HEAD = frozenset(("mark", "rel", "comp", "ma", "qad", "TIME", "neg_verb"))
