"""Dates in digits: whether 06/01/2022 is the sixth of January or the first of June is told by all dates of a file together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
"""Arabic and Persian digits to those that Python counts with."""
NUMBERS: Final = re.compile(r"(\d{1,4})\s*[./\-]\s*(\d{1,2})\s*[./\-]\s*(\d{1,4})")
_UNSURE: Final = ("dmy", "mdy")
"""Orders between which the numbers may leave a doubt; the day stands first in most of the world."""
_HUNDRED: Final = 70
"""Years of two digits from here on are of the last century."""

Numbers = tuple[int, int, int]
"""The three numbers of a date, as they are written from its beginning to its end."""


class DayOrder(NamedTuple):
    """The order, how it is known ("said", "certain", "by the order of entries", "guessed"), and the date that tells."""

    order: str
    basis: str
    evidence: str = ""


def numbers_of(written: str) -> Numbers | None:
    """The three numbers with which a date in digits begins; None where it is none.  Digits may be of any script."""
    found = NUMBERS.match(written.translate(DIGITS))
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def day_of(numbers: Numbers, order: str) -> date | None:
    """The day, if there is such a one."""
    if numbers[0] > 31:
        order = "ymd"
    named = dict(zip(order, numbers, strict=True))
    year = named["y"]
    if year < 100:
        year += 1900 if year >= _HUNDRED else 2000
    try:
        return date(year, named["m"], named["d"])
    except ValueError:
        return None


def order_of(dates: Sequence[Numbers], wished: str | None = None) -> DayOrder:
    """The order in which all dates of a file are written, the dates in the order of its entries.

    A number above 12 decides; where there is none, the order in which the days run up best (chats do); where neither tells, the
    day first, and the caller should say that it was guessed.
    """
    if wished is not None:
        return DayOrder(wished, "said")
    unsure = [numbers for numbers in dates if numbers[0] <= 31]
    if not unsure:
        return DayOrder("ymd", "certain")
    first, second = (sum(day_of(numbers, order) is not None for numbers in unsure) for order in _UNSURE)
    if first != second:
        order, other = _UNSURE if first > second else _UNSURE[::-1]
        telling = next(n for n in unsure if day_of(n, order) is not None and day_of(n, other) is None)
        return DayOrder(order, "certain", "/".join(map(str, telling)))
    turns, others = (_turns(day_of(numbers, order) for numbers in unsure) for order in _UNSURE)
    order = _UNSURE[1] if others < turns else _UNSURE[0]
    return DayOrder(order, "by the order of entries" if others != turns else "guessed")


def _turns(days: Iterable[date | None]) -> int:
    """How often days run against the direction in which most of them run: a file stands in the order of time, or upside down."""
    back = forth = 0
    last: date | None = None
    for day in days:
        if day is not None:
            back += last is not None and day < last
            forth += last is not None and day > last
            last = day
    return min(back, forth)
