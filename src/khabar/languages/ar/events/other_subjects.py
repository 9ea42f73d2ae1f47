"""Where a sentence turns to another matter: at "while" and "but", and where "and" sets another body and its verb beside the first.

Headlines tell several news so (the army takes a town, and the police arrest two): place and day of the one are not the other's.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.clause_starts import BODIES
from khabar.languages.ar.phrases.shapes import is_finite

_TURNS = frozenset(("meanwhile", "but"))
_REACH = 9  # units of a body's name and where it is at work
_STOPS = frozenset(("comma", "stop", "semicolon", "rel", "comp", "bi_comp", "colon", "CUE"))


def turns_of(units: Sequence[Unit], present: Collection[str]) -> list[int]:
    """The offsets at which the words of a sentence turn to another matter; `present`: all classes of its words."""
    found = [unit.start for unit in units if unit.signature & _TURNS] if not _TURNS.isdisjoint(present) else []
    if "comma" in present and "+and" in present:
        found += [unit.start for at, unit in enumerate(units) if "+and" in unit.signature and begins_another(units, at)]
    return found


def begins_another(units: Sequence[Unit], at: int) -> bool:
    """Whether a comma, "and" and a body begin a clause in the present, which tells what that body does."""
    if at == 0 or "comma" not in units[at - 1].signature or units[at].signature.isdisjoint(BODIES):
        return False
    for unit in units[at + 1 : at + _REACH]:
        if unit.signature & _STOPS:
            return False
        if is_finite(unit):
            return unit.view[:1] in _THIRD
    return False


_THIRD = ("ي", "ت")
