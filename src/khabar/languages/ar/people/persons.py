"""Persons behind titles: which words of a title phrase are the bearer's name, and which belong to the sentence.

A name is the run of words behind a title that no list explains, best with a known given name at its head.  What an
Arabic noun or verb may follow a title as well ("the president visited", "a senior official") is told by the lists;
without a given name the title must be complete and the words must be unknown.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.lists.words import beside_cues
from khabar.languages.ar.phrases.agreeing import cannot_describe
from khabar.languages.ar.phrases.appositions import apposition
from khabar.languages.ar.phrases.datelines import carriers
from khabar.languages.ar.phrases.name_words import (
    BOUND,
    YEH,
    is_ali,
    is_foreign_first,
    is_inner_sheikh,
    is_verb_like_surname,
)
from khabar.languages.ar.phrases.names import agreement_of, crowds, name_start
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.proper_names import name_in
from khabar.languages.ar.phrases.shapes import has_preposition, is_article, is_name_word
from khabar.languages.ar.places.unknown import is_indefinite
from khabar.languages.drafts import NameDraft, Sentence

Range = tuple[int, int]

_PLAIN = frozenset(
    (
        *("name", "name_part", "given", "foreign_given", "toponym", "verb", "maybe_bi", "maybe_li", "maybe_ka"),
        *("place_head", "place_link", "place_saint", "al_free", "no_single", "unlisted"),
    )
)
# Classes that make a given name an ordinary word too often.
_DOUBTED = frozenset(("namely", "prep", "countable", "cue_noun", "copula", "org_head", "place_type", "whoever", "comp"))
_ACTS = frozenset(("event_verb", "cue"))
_LINKS = ("بن", "ابن", "بنت", "ولد", "آل", "ال", "عبد", "ابو", "ابي", "ام", "دي", "دا", "دو", "فان", "فون", "ديل", "لا")
_RANK = ("اول", "ثان", "ثاني", "ركن", "طيار", "احتياط", "متقاعد", "حقوقي", "بحري", "مهندس")  # end a rank, begin no name
_NO_NAMES = ("ثم", "بل", "حين", "هنا", "هناك", "ايضا", "كذلك", "فقط", "خلال", "منذ")  # words no list explains
_HIS = ("\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}")
_OF_GOD = ("الله", "الدين", "اوغلو", "زاده")  # end a name of two words
_CLOSED = frozenset(
    ("masdar", "event", "event_noun", "cue_noun", "measure_word", "people", "org_head", "organisation", "+pron")
)
_NAMES, _GIVEN = frozenset(("name", "given")), frozenset(("given",))
_LOOSE_HEADS = frozenset(
    ("place_type", "org_head", "cue_noun", "event_head", "named_after", "place_club", "ahead", "media_name")
)


def is_given(unit: Unit) -> bool:
    """A known given name that is no everyday word."""
    return (
        "given" in unit.signature
        and not unit.signature & _DOUBTED
        and not unit.signature & {"+bi", "+li", "+ka", "+pron"}
    )


def is_plain(unit: Unit) -> bool:
    """A word that no list explains, but for names and the verb forms that half of all foreign names look like."""
    return unit.signature <= _PLAIN and not is_indefinite(unit.text) and unit.view not in _NO_NAMES


def _is_surname(unit: Unit) -> bool:
    """With the article, or of a verbal noun's shape, and no word of the lists (al-Asad, Tilmisani), but for a family after whom a
    movement is called (al-Huthi).
    """
    if is_article(unit) and unit.signature >= _CALLED_AFTER and unit.view.endswith(YEH):
        return not has_preposition(unit)
    shaped = is_article(unit) or "masdar" in unit.signature
    if unit.signature & {"event_head", "unhurt"} and unit.signature.isdisjoint(_NAMES):
        return False  # Mansur | the seizure of, | the relation between
    return (
        shaped
        and not has_preposition(unit)
        and not unit.signature & (_CLOSED - {"masdar"})
        and "role" not in unit.signature
    )


_CALLED_AFTER = frozenset(("name", "organisation"))


def bearer(units: Sequence[Unit], begin: int, last: int) -> Range | None:
    """The name proper in units[begin:last], the words behind a title; None when they name nobody."""
    if begin >= last or (units[begin].signature & _ACTS and not is_given(units[begin])):
        return None
    first = next((k for k in range(begin, last) if is_given(units[k])), None)
    if first is None or any(is_plain(u) and not is_article(u) for u in units[begin:first]):
        first = begin
    while first < last - 1 and units[first].view in _RANK:
        first += 1
    end = end_of_name(units, first, last)
    words = units[first:end]
    if not words:
        return None
    if is_given(words[0]) or (len(words) > 1 and words[0].view in BOUND):
        return first, end
    if is_foreign_first(units, first):
        return first, end
    complete = first > 0 and (is_article(units[first - 1]) or bool(units[first - 1].signature & {"toponym", "demonym"}))
    if not complete or not all(is_plain(u) for u in words):
        return None
    if len(words) == 1 and not is_lone_surname(words[0]):
        return None
    return first, end


def _is_owned(unit: Unit) -> bool:
    """A word with "his" or "her" behind it, as far as its ending tells (his support); surnames seldom end so."""
    return unit.text.endswith(_HIS) and "given" not in unit.signature and not is_article(unit)


def end_of_name(units: Sequence[Unit], first: int, last: int) -> int:
    """Where the personal name that begins at units[first] ends, before units[last] at the latest."""
    at = first
    while at < last:
        unit = units[at]
        linked = at > first and (
            units[at - 1].view in _LINKS
            or unit.view in _OF_GOD
            or is_inner_sheikh(units, at)
            or is_verb_like_surname(units, at)
            or _is_ali(units, at)
        )
        linked = linked or (at == first and is_foreign_first(units, at))
        if at > first and "participle_bare" in unit.signature and _leads_on(units, at):
            break  # President So-and-so, | who calls for
        if at > first and ("+and" in unit.signature or (at > first + 1 and _is_owned(unit) and not linked)):
            break
        if not (is_plain(unit) or is_given(unit) or linked or (at > first and _is_surname(unit))):
            break
        third = at - first >= 2 and is_given(units[first]) and at < last - 1
        if third and not linked and unit.view not in _LINKS and not is_article(unit):
            # Behind a family name with its article stands another given name at most (So-and-so al-Abbadi | the travel of).
            family = is_article(units[at - 1]) and units[at - 1].view not in _OF_GOD
            if unit.signature.isdisjoint(_GIVEN if family else _NAMES):
                break
        if unit.signature & {"mark", "quote", "NUMBER", "TIME"} and not linked:
            break
        at += 1
    while at > first + 1 and units[at - 1].view in _LINKS:
        at -= 1
    return at


def _leads_on(units: Sequence[Unit], at: int) -> bool:
    """Whether "to" or "for" stands behind a participle with the article."""
    return is_article(units[at]) and at + 1 < len(units) and bool(units[at + 1].signature & {"ila", "+li"})


def _is_ali(units: Sequence[Unit], at: int) -> bool:
    """Ali, not "on", behind a given name."""
    return is_ali(units[at]) and "given" in units[at - 1].signature


_MANY = "ون"


def holder(units: Sequence[Unit], at: int) -> tuple[Range, Range] | None:
    """The title phrase that begins with the role word units[at] and the name of its bearer; None when none is named."""
    if not _is_office(units, at):
        return None
    end = _end_of_title(units, at, noun_phrase_end(units, at, len(units)))
    if end <= at:
        return None
    begin, last, kind = name_in(units, at, end)
    if kind == "person" and begin > at:
        found = bearer(units, begin, last)
        return ((at, begin), found) if found else None
    if kind == "person":
        return None
    behind = appositional(units, end)
    if behind and at > 1 and "comma" in units[at - 1].signature and _names_two(units, at, end):
        return None  # So-and-so, adviser to the president, So-and-so: the name behind is the president's
    return ((at, end), behind) if behind else None


def _names_two(units: Sequence[Unit], at: int, end: int) -> bool:
    """Whether an office between commas names another office, and a full name stands before it."""
    inner = any("role" in unit.signature for unit in units[at + 1 : end])
    return inner and is_name_word(units[at - 2]) and (is_name_word(units[at - 3]) if at > 2 else False)


def _is_office(units: Sequence[Unit], at: int) -> bool:
    """A role word in its sense of an office: not a governorate, an order, a demand, or somebody's first name."""
    unit = units[at]
    if "role" not in unit.signature or has_preposition(unit) or is_inner_sheikh(units, at):
        return False
    if unit.view in beside_cues("camp"):
        return False  # the Left, the opposition
    if unit.view.endswith(_MANY) and "given" not in unit.signature:
        return False  # several people hold no office
    following = units[at + 1] if at + 1 < len(units) else None
    if following is None:
        return False
    if unit.signature & _LOOSE_HEADS or ("given" in unit.signature and not is_article(unit)):
        return is_given(following) or ("given" in unit.signature and "toponym" in following)
    return not ("cue" in unit.signature and "verb" in unit.signature and "role" in following)


def _end_of_title(units: Sequence[Unit], first: int, end: int) -> int:
    """A title ends before a verb behind a complete phrase, and before the next title of another person."""
    for at in range(first + 1, end):
        unit, before = units[at], units[at - 1]
        if "role" in unit.signature and ("+and" in unit.signature or cannot_describe(unit, units[first])):
            return at  # received the president | the ambassador, a woman
        complete = is_article(before) or bool(before.signature & {"toponym", "demonym"}) or is_given(before)
        act = unit.signature & _ACTS and "verb" in unit.signature and not is_article(unit) and not is_given(unit)
        if complete and act and not unit.signature & {"role", "people"}:
            return at
    return end


def appositional(units: Sequence[Unit], comma: int) -> Range | None:
    """The name set off by commas behind a title, further titles before it (the secretary, Dr So-and-so,)."""
    found = apposition(units, comma)
    if found is not None:
        return bearer_set_off(units, *found)
    at = comma + 1
    while at < min(len(units), comma + 4) and "role" in units[at].signature and is_article(units[at]):
        at += 1
    if at == comma + 1 or comma >= len(units) or "comma" not in units[comma].signature:
        return None
    end = end_of_name(units, at, min(len(units), at + 5))
    return (at, end) if end > at and is_given(units[at]) else None


def bearer_set_off(units: Sequence[Unit], first: int, last: int) -> Range | None:
    """A name between commas: as behind a title, but two unknown words are enough."""
    words = units[first:last]
    if not words or (words[0].signature & _ACTS and not is_given(words[0])):
        return None
    if is_given(words[0]) or (len(words) > 1 and words[0].view in BOUND):
        return first, end_of_name(units, first, last)
    if len(words) > 1:
        fits = all(is_plain(u) or (_is_surname(u) and "demonym" not in u.signature) for u in words)
        return (first, last) if fits and is_plain(words[0]) and not is_article(words[0]) else None
    return (first, last) if is_lone_surname(words[0]) else None


_NO_SURNAME = ("\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}", "\N{ARABIC LETTER HEH}", "\N{ARABIC FATHATAN}")


def is_lone_surname(unit: Unit) -> bool:
    """A single word that may be a surname: with the article a listed one, else an unknown word of no noun's ending."""
    if is_article(unit):
        return bool(unit.signature & {"name", "given"}) and not unit.signature & (
            _CLOSED | {"role", "demonym", "known_place"}
        )
    unknown = is_plain(unit) and not unit.signature & {"verb", "maybe_bi", "maybe_li"} and len(unit.view) > 2
    return unknown and not unit.view.endswith(_NO_SURNAME)


def titled(sentence: Sentence) -> list[NameDraft]:
    """The persons a sentence names with a title and the crowds it speaks of, whatever they do in it, and the agency of
    its dateline.
    """
    units, text = sentence.units, sentence.text
    found = carriers(sentence)
    if "participants" in sentence.present:
        found += crowds(sentence)
    if "role" not in sentence.present:
        return found
    for at, unit in enumerate(units):
        held = holder(units, at) if "role" in unit.signature else None
        if held is None:
            continue
        (first, last), (begin, end) = held
        title = " ".join(text[units[first].cut : units[last - 1].end].split())
        name = " ".join(text[name_start(units[begin], inner=True) : units[end - 1].end].split())
        set_off = "comma" in units[last].signature
        span = (units[first].cut, units[(last if set_off else end) - 1].end)
        found.append(NameDraft(span, name, agreement_of(units[first]), "person", title=title))
    return found
