"""Extents: where the noun phrase of a party ends, and whether a phrase behind a verb is one at all.

What is told of somebody in a clause of its own is no part of his name (the girls abducted in May), and times, pronouns and
adverbs suffer nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.en.phrases.marking import ends_as_adverb
from khabar.languages.en.phrases.nouns import VERBAL, is_object_pronoun, is_verb, phrase_end

Range = tuple[int, int]
PEOPLE = frozenset(("people", "role", "source_unnamed", "source_body"))
PRONOUNS = frozenset(("subject_pronoun", "other_pronoun"))


def without_clause(units: Sequence[Unit], first: int, last: int) -> Range | None:
    """A phrase without a participle clause inside (the girls abducted in May), or without the verb it is the object of."""
    if first and units[first - 1].signature & _PERFECT and "event_verb" in units[first].signature:
        first += 1  # has freed two of the girls abducted in May
    last = next((k for k in range(first + 1, last) if _is_telling(units, k)), last)
    for at in range(last - 1, first, -1):
        if not is_verbal(units, at):
            continue
        behind = units[at + 1] if at + 1 < last else None
        if at + 1 < last and is_deemed(units, at):
            return first, at
        if behind is not None and behind.view == "and" and at + 2 < last:
            return at + 2, last  # 46 people killed and 112 injured
        if behind is None or behind.signature & {"prep", "by"} or behind.view in ("by", "ago"):
            return first, at
        return at + 1, last
    return (first, last) if first < last else None


def _is_telling(units: Sequence[Unit], at: int) -> bool:
    """Whether a participle right behind people tells what they say (protesters demanding bread)."""
    return "PART" in units[at].signature and bool(units[at - 1].signature & PEOPLE)


def is_deemed(units: Sequence[Unit], at: int) -> bool:
    """Whether a participle tells what somebody is held to be (a clerk found guilty of theft)."""
    return units[at].view in _DEEMED and units[at + 1].signature.isdisjoint(_OPENS_NOUN)


_DEEMED = frozenset(("found", "left", "declared", "held", "presumed", "believed", "made", "kept", "pronounced"))
_OPENS_NOUN = frozenset(
    ("det", "article", "NUMBER", "people", "capital", "possessive_det", "role", "prep", "by", "and_word")
)


def is_verbal(units: Sequence[Unit], at: int) -> bool:
    """Whether a word inside a phrase is a verb form: of an act, a common one, or one in -ed behind people."""
    unit, before = units[at], units[at - 1].signature
    if before & _DESCRIBED or (units[at - 1].view == "-" and units[at - 1].end == unit.start):
        return False  # a Russian-led bloc
    if "event_verb" in unit.signature and "event_noun" not in unit.signature:
        return bool(unit["event_verb"][1] & {"past", "pp", "s"})
    if "capital" in unit.signature:
        return False
    if unit.signature & {"carries", "undergoes"} and not before & {"adverb", "to_word"}:
        return not unit.view.endswith("ing")
    return is_verb(units, at) or (unit.view.endswith("ed") and bool(before & PEOPLE))


_PERFECT = frozenset(("have_form", "be", "be_form"))
_DESCRIBED = frozenset(
    ("det", "article", "possessive", "possessive_det", "prep", "NUMBER", "and_word", "of_word", "mark")
)


def is_ago(units: Sequence[Unit], at: int) -> bool:
    """Whether a stretch of time stands there (two years ago, three times)."""
    return is_stretch(units, at, min(at + 3, len(units)))


def is_stretch(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether a phrase only says how long, how often or in which order: nobody who suffers anything."""
    if not any(units[k].view in _STRETCHES for k in range(first, last)) or any(
        units[k].signature & PEOPLE for k in range(first, last)
    ):
        return False
    return bool(units[first].signature & {"NUMBER", "digits", "TIME", "bound_before"} or units[first].view in _COUNTED)


_STRETCHES = frozenset(
    (
        *("day", "days", "hour", "hours", "week", "weeks", "month", "months", "year", "years", "minute", "minutes"),
        *(
            "time",
            "times",
            "seconds",
            "night",
            "nights",
            "evening",
            "morning",
            "decade",
            "decades",
            "mph",
            "km",
            "miles",
        ),
    )
)


_COUNTED = frozenset(
    ("several", "many", "multiple", "a", "an", "last", "the", "this", "more", "few", "some", "every", "each")
)


def is_pronoun_behind(units: Sequence[Unit], at: int) -> bool:
    """Whether a pronoun is what the verb before `at` governs (arrested her three days later)."""
    if at >= len(units) or not (units[at].view == "her" or is_object_pronoun(units[at])):
        return False
    if units[at].view != "her" or at + 1 >= len(units):
        return True
    return bool(units[at + 1].signature & _BEHIND_HER) or is_ago(units, at + 1)


_BEHIND_HER = frozenset(("prep", "TIME", "mark", "and_word", "to_word", "sub", "article"))


def object_of(units: Sequence[Unit], at: int) -> Range | None:
    """The noun phrase that the verb before `at` governs; None for times, pronouns, adverbs and what a preposition leads."""
    while at < len(units) and "adverb" in units[at].signature and units[at].signature.isdisjoint(_DETERMINERS):
        at += 1
    if at >= len(units) or units[at].view in _NO_VICTIMS or units[at].signature & _NO_OBJECT:
        return None
    if units[at].signature & PRONOUNS and "possessive_det" not in units[at].signature:
        return None
    end = party_end(units, at)
    if is_pronoun_behind(units, at):
        return None
    if end <= at or is_stretch(units, at, end) or is_stretch(units, min(at + 1, end - 1), end):
        return None
    if end - at == 1 and "det" in units[at].signature and "NUMBER" not in units[at].signature:
        return None
    if (end - at == 1 or "prep" in units[at + 1].signature) and _is_how(units[at]):
        return None
    return at, end


def _is_how(unit: Unit) -> bool:
    """Whether a word tells how or how often: crashed shortly after, marched weekly against."""
    return ends_as_adverb(unit) and unit.signature.isdisjoint(("capital", "people", "role", "det"))


def party_end(units: Sequence[Unit], first: int) -> int:
    """Where the noun phrase that begins at `first` ends, without what is told of it in a clause of its own."""
    end = phrase_end(units, first, len(units))
    inside = range(first + 1, end)
    told = (
        k
        for k in inside
        if units[k].view in _AGES
        or _is_how_long(units, k, end)
        or is_verbal(units, k)
        or _is_ing(units, k)
        or _is_office(units, first, k)
    )
    return _before_clause(units, first, next(told, end))


def _is_how_long(units: Sequence[Unit], at: int, last: int) -> bool:
    """Whether a phrase only goes on with how long ago it was (abducted by a militia more than two years ago)."""
    counts = units[at].signature & {"NUMBER", "bound_before"} and "dash" not in units[min(at + 1, last - 1)].signature
    return bool(counts) and is_stretch(units, at, min(at + 3, last))


def _before_clause(units: Sequence[Unit], first: int, end: int) -> int:
    """The end of a phrase before an "and" that begins a clause of its own (freed 30 prisoners and the army pulled back)."""
    if end >= len(units) or not (units[end].signature & VERBAL or is_verbal(units, end)):
        return end
    joints = (k for k in range(end - 2, first, -1) if "and_word" in units[k].signature)
    return next((k for k in joints if units[k + 1].signature & {"det", "article", "capital", "people"}), end)


_AGES = ("aged", "ages")


_DETERMINERS = frozenset(("det", "article", "NUMBER"))


_NO_VICTIMS = frozenset(
    (
        *("without", "out", "up", "down", "off", "away", "back", "over", "again", "that", "not", "it", "following"),
        *("due", "according", "because", "alongside", "including"),
    )
)


_NO_OBJECT = frozenset(("mark", "prep", "to_word", "TIME", "comp", "and_word", "sub", "rel", "wh"))


def _is_office(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether an office behind a name is what somebody is made (appointed Ada Hale head of the bank)."""
    unit, before = units[at].signature, units[at - 1].signature
    return "role" in unit and "capital" not in unit and "capital" in before and "capital" in units[first].signature


def _is_ing(units: Sequence[Unit], at: int) -> bool:
    """Whether a participle in -ing behind a noun begins a clause that describes it (a convoy carrying aid)."""
    unit = units[at]
    if not unit.view.endswith("ing") or unit.signature & {"capital", "event_noun", "people", "source_thing"}:
        return False
    following = units[at + 1] if at + 1 < len(units) else None
    if following is not None and following.signature & {"grounds", "facility_type"}:
        return False  # a firing range, a training camp
    return units[at - 1].signature.isdisjoint(_DESCRIBED | {"adverb", "prep"}) and at + 1 < len(units)


def is_quality(unit: Unit) -> bool:
    """Whether a plain adjective may stand here: no name, no people, no number, no verb of a list."""
    return "word" in unit.signature and unit.signature.isdisjoint(_NO_QUALITY)


_NO_QUALITY = frozenset(
    (
        "capital",
        "people",
        "role",
        "NUMBER",
        "prep",
        "det",
        "article",
        "possessive_det",
        "event_noun",
        "weapon",
        "and_word",
    )
)


def behind_quoted(units: Sequence[Unit], first: int, last: int) -> int:
    """The end of a number with the few quoted words it counts (killed 12 "armed men")."""
    if last - first > 1 or units[first].signature & {"people", "capital", "role"}:
        return last
    if last >= len(units) or "quote_open" not in units[last].signature:
        return last
    if "prep" in units[min(last + 1, len(units) - 1)].signature:
        return last
    closes = (k + 1 for k in range(last + 2, min(last + 6, len(units))) if "quote_close" in units[k].signature)
    return next(closes, last)
