"""The times that frame a count: since when it runs, and until when."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.figures.counts import Count
from khabar.languages.ar.figures.protesting import AROUND
from khabar.languages.drafts import Offsets


def frame_of(units: Sequence[Unit], count: Count) -> dict[str, Offsets]:
    """The times behind "since" and "until" in the clause of a count; "since" what began on a day is since that day."""
    found: dict[str, Offsets] = {}
    for index in range(max(0, count.at - AROUND), min(len(units), count.last + AROUND) - 1):
        signature = units[index].signature
        for name in _FRAMES:
            if name in signature and "stop" not in signature and "TIME" in units[index + 1].signature:
                found.setdefault(name, (units[index + 1].start, units[index + 1].end))
        if "since" in signature and "since" not in found and (day := _began(units, index + 1)) is not None:
            found["since"] = day
    return found


def _began(units: Sequence[Unit], at: int) -> Offsets | None:
    """The day on which what units[at] begins came about (since | the outbreak of the war in the north, on 5 March)."""
    for unit, before in zip(units[at + 1 : at + AROUND], units[at : at + AROUND], strict=False):
        if unit.signature & _BROKEN_OFF:
            return None
        if "TIME" in unit.signature and "fi" in before.signature:
            return unit.start, unit.end
    return None


_BROKEN_OFF = frozenset(("stop", "comma", "semicolon", "colon", "comp", "CUE", "until"))
_FRAMES = ("since", "until")
