"""Dates as the record writes them: whether they are news, how long they last, whether two may be one."""

from __future__ import annotations

from datetime import date, timedelta

from khabar.record import Time

_RECENT = 45  # days
_FEW = 7  # days
MONTH = 7
"""Letters of a month."""
_WEEKEND = "-WE"


def is_news(value: str, today: date | None) -> bool:
    """Whether a time is a day, or two (a weekend), not long before the day of the report: a week says of no act when it was."""
    first, last = _ends(value)
    if today is None or first is None or last is None or (last - first).days > 1 or _is_week(value):
        return False
    return 0 <= (today - last).days <= _RECENT


def is_recent(value: str, today: date | None) -> bool:
    """Whether a time is a day, a few days or a week, not long before the day of the report."""
    first, last = _ends(value)
    if today is None or first is None or last is None or (last - first).days > _FEW:
        return False
    return 0 <= (today - last).days <= _RECENT


def _is_week(value: str) -> bool:
    return "-W" in value and not value.endswith(_WEEKEND)


def is_ending_week(value: str, today: date | None) -> bool:
    """Whether a week is the last one as told on a Saturday or a Sunday: who says so then may mean the days just past, of which the
    calendar week before holds none.
    """
    if today is None or not _is_week(value) or today.weekday() < _SATURDAY:
        return False
    first = day_of(value)
    return first is not None and (today - first).days == today.weekday() + _FEW


_SATURDAY = 5


def _ends(value: str) -> tuple[date | None, date | None]:
    """The first and the last day of a date."""
    start, _, end = value.partition("/")
    first = day_of(start)
    return first, day_of(end) if end else first


def day_of(value: str) -> date | None:
    """The day of a date, with its hour or without, the first of a week or a weekend; None of months and years."""
    day = value.partition("T")[0]
    try:
        return date.fromisoformat(day.replace(_WEEKEND, "-6")) if len(day) > MONTH else None
    except ValueError:
        return None


def in_days(value: str) -> str:
    """A weekend as its two days, which other dates can be compared with; any other value as it is."""
    saturday = day_of(value) if value.endswith(_WEEKEND) else None
    return f"{saturday}/{saturday + timedelta(1)}" if saturday else value


def same_day(a: Time | None, b: Time | None) -> bool:
    """Whether two dates may be one: unknown, equal, or one the longer wording of the other."""
    if a is None or b is None or a.value is None or b.value is None:
        return True
    x, y = a.value.partition("T")[0], b.value.partition("T")[0]
    return x.startswith(y) or y.startswith(x) or _shares(x, y) or _shares(y, x)


def _shares(x: str, y: str) -> bool:
    """Whether a range holds a day."""
    start, slash, end = x.partition("/")
    return bool(slash) and start <= y <= end


def is_later(value: str, today: date | None) -> bool:
    """Whether a day, a week, a weekend, a month, a year or a stretch of days lies wholly behind today."""
    start = value.partition("/")[0]
    first = str(day_of(start) or start)
    return today is not None and first.replace("-", "").isdigit() and first > str(today)[: len(first)]
