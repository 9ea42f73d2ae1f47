"""Words that set an event apart from those told before: another attack, on the other hand."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit

_OPENING, _ADJECTIVES = 3, 2
_THAT = "\N{ARABIC LETTER THAL}\N{ARABIC LETTER LAM}\N{ARABIC LETTER KAF}"
_BETWEEN = frozenset(("kind_adjective", "aerial"))


def is_another(units: Sequence[Unit], last: int) -> bool:
    """Whether "another", "a second" stands behind a noun that ends before units[last], or behind its adjectives."""
    for unit in units[last : last + _ADJECTIVES + 1]:
        if "another" in unit.signature:
            return True
        if unit.signature.isdisjoint(_BETWEEN):
            return False
    return False


def turns(units: Sequence[Unit]) -> bool:
    """Whether a sentence that opens with a preposition turns to another matter: on the other hand, besides that."""
    if len(units) < _OPENING:
        return False
    if "ila" in units[0].signature:
        return units[1].view == _THAT
    return "turn_noun" in units[1].signature and "another" in units[2].signature


def tells_another(units: Sequence[Unit]) -> bool:
    """Whether a sentence turns to another matter, or calls its event another."""
    if "prep" in units[0].signature and turns(units):
        return True
    events = [k for k, unit in enumerate(units) if "event_noun" in unit.signature]
    return any(is_another(units, k + 1) for k in events)
