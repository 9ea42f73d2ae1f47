"""Moments as people and programs write them into tables and chats: digits of any script, names of months, a clock of 12 hours."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from khabar.intake.dates import published_from_page
from khabar.intake.formats.columns import folded
from khabar.intake.formats.day_order import DIGITS, NUMBERS, day_of, numbers_of

_MARKS: Final = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_CLOCK: Final = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?|(?=\s*(?:[ap]\.?\s?m\b|ص\b|م\b)))"
    r"(?:\s*(?P<half>[ap]\.?\s?m\.?|ص|م|صباحا|مساء)(?!\w))?",
    re.IGNORECASE,
)
_BEFORE_NOON: Final = ("a", "ص")
_ZONE: Final = re.compile(
    r"\s*(?:UTC|GMT)?\s*(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?\s*\Z|\s*(?P<utc>UTC|GMT|Z)\s*\Z"
)
_WITH_NAME: Final = re.compile(
    r"(?:(\d{1,2})\s+)?([^\W\d]+(?:\s+[^\W\d]+)?)\.?\s*(?:(\d{1,2})(?:st|nd|rd|th)?(?!\d))?\s*,?\s*(\d{4})"
)


_LONGEST: Final = 80
"""Characters of the longest date that anybody writes."""


def without_marks(written: str) -> str:
    """Without marks of direction, digits in ASCII, white space of all kinds plain."""
    return " ".join(_MARKS.sub("", written).translate(DIGITS).replace("،", ",").split())


def clock_of(written: str) -> tuple[str, str] | None:
    """Time of day at the beginning of `written` as hh:mm, and what stands behind it; None where there is none."""
    found = _CLOCK.match(written)
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (0 if found["half"].lower().startswith(_BEFORE_NOON) else 12)
    if hour > 23 or minute > 59:
        return None
    return f"{hour:02}:{minute:02}", written[found.end() :]


def moment_of(written: str, order: str) -> str | None:
    """A moment in the form of `check_published`, or None; `order` says how dates in digits are to be read."""
    plain = without_marks(written[:_LONGEST])
    if known := published_from_page(plain):
        return known
    found = _day(plain, order)
    if found is None:
        return None
    day, rest = found
    rest = rest.lstrip(" ,T-–at").lstrip()
    clock = clock_of(rest)
    if clock is None:
        return day.isoformat()
    return f"{day.isoformat()}T{clock[0]}{_zone(clock[1])}"


def _day(plain: str, order: str) -> tuple[date, str] | None:
    numbers = numbers_of(plain)
    if numbers is not None:
        day, digits = day_of(numbers, order), NUMBERS.match(plain)
        return (day, plain[digits.end() :]) if day is not None and digits is not None else None
    for found in _WITH_NAME.finditer(plain):
        month = _months().get(folded(found[2])) or _months().get(folded(found[2].split()[-1]))
        number = found[1] or found[3]
        if month and number:
            try:
                return date(int(found[4]), month, int(number)), plain[found.end() :]
            except ValueError:
                return None
    return None


def _zone(rest: str) -> str:
    found = _ZONE.match(rest)
    if found is None:
        return ""
    if found["utc"]:
        return "+00:00"
    hours, minutes = int(found["hours"]), int(found["minutes"] or 0)
    return f"{found['sign']}{hours:02}:{minutes:02}" if hours <= 14 and minutes < 60 else ""


@cache
def _months() -> dict[str, int]:
    lines = Path(__file__).with_name("months.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {folded(name): int(month) for month, name in rows}
