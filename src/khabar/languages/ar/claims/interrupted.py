"""Clauses that an attribution between two commas interrupts: the forces will go on, according to X, | with their advance."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import is_article, is_finite, is_past


def lacks_end(units: Sequence[Unit], clause: int, behind: int) -> bool:
    """Whether the words before the attribution at units[clause] are no whole clause, and those at units[behind] end it: its
    predicate (the total, according to X, | exceeds), the object of its verb, or whither and against whom it went.
    """
    unit = units[behind]
    if unit.view in _GOING_ON:
        return True
    if not unit.signature.isdisjoint(_NO_END):
        return False
    first = _begin(units, clause)
    if "verb" in unit.signature and not is_article(unit):
        return _is_predicate(unit) and _has_no_verb(units[first:clause])
    return _is_object(unit) and _is_verb_with_subject(units, first, clause)


def _begin(units: Sequence[Unit], clause: int) -> int:
    """Where the clause before an attribution begins."""
    return next((k + 1 for k in range(clause - 1, -1, -1) if not units[k].signature.isdisjoint(_BORDERS)), 0)


def _is_predicate(verb: Unit) -> bool:
    return is_finite(verb) or {"+fa", "verb"} <= verb.signature


def _has_no_verb(before: Sequence[Unit]) -> bool:
    """Whether a noun begins the clause, and no finite verb or relative clause stands in it."""
    if not before or not before[0].signature.isdisjoint(_NO_TOPIC):
        return False
    if "as_for" not in before[0] and is_past(before[0]) and not is_article(before[0]):
        return False
    return not any(unit.signature & _TOLD or is_finite(unit) for unit in before)


def _is_verb_with_subject(units: Sequence[Unit], first: int, clause: int) -> bool:
    """Whether nothing but a verb and its definite subject stand before the attribution: what it governs follows."""
    head = units[first]
    if "verb" not in head.signature or is_article(head) or clause - first < _LEAST:
        return False
    return noun_phrase_end(units, first + 1, clause) == clause and is_article(units[clause - 1])


def _is_object(unit: Unit) -> bool:
    thing = unit.signature & _THINGS
    return bool(thing) and "CUE" not in unit and (not is_article(unit) or bool(thing & _ACTS))


_LEAST = 2  # words
_TOLD = frozenset(("kana", "rel", "CUE"))
_GOING_ON = ("ضد", "نحو", "صوب", "باتجاه", "بسبب", "نتيجه", "جراء", "بشكل", "بصوره")
_BORDERS = frozenset(("mark", "comp", "bi_comp", "while", "but", "LONG_QUOTE"))
_NO_END = frozenset(
    ("+and", "mark", "TIME", "rel", "PART", "given", "role", "media", "media_head", "like", "adverb", "prep")
)
_NO_TOPIC = frozenset(("prep", "TIME", "while", "but", "like", "+bi", "+li", "mark", "according_prep"))
_ACTS = frozenset(("masdar", "event", "event_noun"))
_THINGS = _ACTS | {"place_type", "org_head", "people", "countable", "NUMBER", "event_head"}
