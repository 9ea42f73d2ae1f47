"""Publication dates as people and pages write them, checked and brought to one form."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

_DATE = re.compile(
    r"\s*(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
    r"(?:[T\s]\s*(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<zone>[Zz]|UTC|GMT|(?P<sign>[+-])(?P<zone_hour>\d{2}):?(?P<zone_minute>\d{2})?)?)?\s*",
)
_FORM: Final = "write it as YYYY-MM-DD, or YYYY-MM-DDThh:mm+hh:mm with time and zone"
_WIDEST_ZONE: Final = 14
"""Hours; no clock on earth is further from UTC (Kiribati, +14)."""


def check_published(value: str) -> str:
    """Write the date `value` in its one form: YYYY-MM-DD, YYYY-MM-DDThh:mm or YYYY-MM-DDThh:mm±hh:mm (UTC is +00:00).

    Seconds are checked and dropped.  Raises ValueError, saying what is wrong and how to write it, when the form
    is another or the day or hour does not exist (30 February, 25:00).
    """
    found = _DATE.fullmatch(value)
    if found is None:
        raise ValueError(f"the date {_shown(value)} is not understood: {_FORM}")
    year, month, day = (int(found[name]) for name in ("year", "month", "day"))
    try:
        written = date(year, month, day).isoformat()
    except ValueError as error:
        raise ValueError(f"the date {_shown(value)} does not exist ({error}): {_FORM}") from None
    if found["hour"] is None:
        return written
    return f"{written}T{_clock(found, value)}{_zone(found, value)}"


def published_from_page(value: str) -> str | None:
    """Read the date a page's metadata gives, also in the form of e-mail headers; None when there is none to be had."""
    try:
        return check_published(value)
    except ValueError:
        pass
    from email.utils import parsedate_to_datetime

    try:
        return check_published(parsedate_to_datetime(value).isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def days_between(one: str, other: str) -> int:
    """Whole days between the calendar days of two dates as `check_published` writes them; never negative."""
    return abs((datetime.fromisoformat(one).date() - datetime.fromisoformat(other).date()).days)


def _clock(found: re.Match[str], value: str) -> str:
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    # 60 is a leap second, which clocks do show
    if hour > 23 or minute > 59 or second > 60:
        raise ValueError(f"the time of day in {_shown(value)} does not exist: {_FORM}")
    return f"{hour:02}:{minute:02}"


def _zone(found: re.Match[str], value: str) -> str:
    if found["zone"] is None:
        return ""
    if found["sign"] is None:
        return "+00:00"
    hours, minutes = int(found["zone_hour"]), int(found["zone_minute"] or 0)
    if hours * 60 + minutes > _WIDEST_ZONE * 60 or minutes > 59:
        raise ValueError(f"the time zone in {_shown(value)} does not exist: {_FORM}")
    return f"{found['sign']}{hours:02}:{minutes:02}"


def _shown(value: str) -> str:
    return repr(value if len(value) <= 40 else value[:40] + "…")
