"""The times that frame a count: since when it runs, and until when."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.figures.counts import Count
from khabar.languages.ar.figures.protesting import AROUND
from khabar.languages.drafts import Offsets


def frame_of(units: Sequence[Unit], count: Count) -> dict[str, Offsets]:
    """The times behind "since" and "until" in the clause of a count; "since" what began on a day is since that day.  A "since"
    right behind the count is its own, whatever stands before it (30 since January, and 12 since May).
    """
    found: dict[str, Offsets] = {}
    last = count.last
    if last < len(units) - 1 and "since" in units[last].signature:
        last += units[last + 1].view == _DATE  # since | the date of 7 October
        if last < len(units) - 1 and "TIME" in units[last + 1].signature:
            found["since"] = (units[last + 1].start, units[last + 1].end)
    for index in range(max(0, count.at - AROUND), min(len(units), count.last + AROUND) - 1):
        signature = units[index].signature
        for name in _FRAMES:
            if name in signature and "stop" not in signature and "TIME" in units[index + 1].signature:
                found.setdefault(name, (units[index + 1].start, units[index + 1].end))
        if "since" in signature and "since" not in found and (day := _began(units, index + 1, count)) is not None:
            found["since"] = day
    return found


_DATE = "تاريخ"


def _began(units: Sequence[Unit], at: int, count: Count) -> Offsets | None:
    """The day on which what units[at] begins came about (since | the outbreak of the war in the north, on 5 March); none of what is
    the deadliest since, nor where the count is of that day (since the blast in March that killed 52).
    """
    if [unit for unit in units[max(at - _RANKED, 0) : at] if "superlative" in unit.signature]:
        return None
    for k, unit in enumerate(units[at + 1 : at + AROUND], at + 1):
        signature = unit.signature
        if signature & _BROKEN_OFF:
            return None
        if "TIME" in signature and "fi" in units[k - 1].signature:
            told = k < count.at and any("rel" in word.signature for word in units[k : count.at])
            return None if told else (unit.start, unit.end)
    return None


_RANKED = 6  # units: the deadliest attack in the country since


_BROKEN_OFF = frozenset(("stop", "comma", "semicolon", "colon", "comp", "CUE", "until"))
_FRAMES = ("since", "until")
