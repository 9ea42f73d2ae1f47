"""Days counted back from an event to the clause that mentions it (five days after the start of the protests)."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit

_REACH = 25


def days_before(units: Sequence[Unit], at: int) -> int | None:
    """How many days lie between the event at `at` and the clause that mentions it (five days after the start of the protests)."""
    for k in range(at - 1, max(at - 1 - _COUNTED, 0), -1):
        if units[k].signature & {"min", "ala"} and units[k - 1].signature & _DAYS:
            return _days_behind_after(units, k - 1)
        if not units[k].signature & {"starts", "brings_in", "masdar"}:
            return None
    return None


def _days_behind_after(units: Sequence[Unit], at: int) -> int | None:
    """The days that end at units[at], if "after" stands before them."""
    count = units[at - 1].get("NUMBER") if at else None
    first = at if count is None else at - 1
    if first == 0 or "later" not in units[first - 1].signature:
        return None
    if any("rel" in unit.signature for unit in units[max(first - _REACH, 0) : first]):
        return None  # the day of another clause
    if count is not None:
        return count.low if count.low == count.high and count.unit is None else None
    return 2 if "day_two" in units[at].signature else 1 if "day_one" in units[at].signature else None


_COUNTED = 3  # units: after a day of | the start of, the protests
_DAYS = frozenset(("day_one", "day_two", "day_many"))
