"""Days counted back from an event to the clause that mentions it (five days after the start of the protests)."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.text.fold import fold_word

_REACH = 25


def days_before(units: Sequence[Unit], at: int) -> tuple[int | None, bool]:
    """How many days lie between the event at `at` and the clause that mentions it (five days after the start of the protests), and
    whether they are told in weeks, months or years, so that the day itself is not known.
    """
    for k in range(at - 1, max(at - 1 - _COUNTED, 0), -1):
        if units[k].signature & {"min", "ala"}:
            days = units[k - 1].signature & _DAYS
            return (_days_behind_after(units, k - 1), False) if days else (_long_ago(units, k - 1), True)
        if not units[k].signature & {"starts", "brings_in", "masdar"}:
            return None, False
    return None, False


def _long_ago(units: Sequence[Unit], at: int) -> int | None:
    """The days of weeks, months or years that end at units[at] (a year after | an attack), if "after" stands before them."""
    view = units[at].view
    count = units[at - 1].get("NUMBER") if at and view in _MANY else None
    first = at if count is None else at - 1
    span = _ONE_OR_TWO.get(view) or (_MANY.get(view, 0) * (count.low or 0) if count is not None else 0)
    return span if span and first and "later" in units[first - 1].signature else None


_YEAR, _MONTH, _WEEK = 365, 30, 7
_ONE_OR_TWO = {
    fold_word(word): days
    for days, words in (
        (_YEAR, ("عام", "سنة")),
        (2 * _YEAR, ("عامين", "سنتين")),
        (_MONTH, ("شهر",)),
        (2 * _MONTH, ("شهرين",)),
        (_WEEK, ("أسبوع",)),
        (2 * _WEEK, ("أسبوعين",)),
    )
    for word in words
}
_MANY = {
    fold_word(word): days
    for days, words in (
        (_YEAR, ("أعوام", "سنوات", "عاما", "سنة")),
        (_MONTH, ("أشهر", "شهور", "شهرا")),
        (_WEEK, ("أسابيع", "أسبوعا")),
    )
    for word in words
}


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
