"""In the ranks of: whose the dead are, where a number or the word for the dead and hurt is all that stands before it.

"18 dead in the ranks of the police" were policemen; "five soldiers in the ranks of the army" are told by their own word.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import units_of
from khabar.languages.ar.events.objects import RANKS
from khabar.languages.ar.events.phrases import party
from khabar.languages.drafts import PartyDraft

_COUNTED = frozenset(("NUMBER", "DEAD", "measure_part", "and_free", "whoever", "counting"))


def is_in_ranks(units: Sequence[Unit], at: int) -> bool:
    """Whether "in the ranks of" begins at units[at]."""
    return at + 2 < len(units) and "fi" in units[at].signature and units[at + 1].view == RANKS


def of_ranks(units: Sequence[Unit], named: PartyDraft | None, text: str) -> PartyDraft | None:
    """The victim; those in whose ranks it fell, where it is only counted."""
    if named is None or RANKS not in text:
        return named
    at = next((k for k, unit in enumerate(units) if unit.start >= named.span[1]), len(units))
    if not is_in_ranks(units, at) or any(u.signature.isdisjoint(_COUNTED) for u in units_of(units[:at], named)):
        return named
    return party(units, at + 2, text) or named
