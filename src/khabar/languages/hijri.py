"""Hijri dates on the Gregorian calendar.

Between 1343 and 1500 AH (1924 to 2077) the Umm al-Qura tables of the package hijridate (MIT) decide, which Saudi
copy follows; outside of them the arithmetic (tabular, civil) calendar of thirty-year cycles, as in Reingold and
Dershowitz, *Calendrical Calculations*, good to two days.  Dates before 1582 are proleptic Gregorian, as ISO 8601
asks.  Countries that sight the moon may be a day apart.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import msgspec

from khabar.languages.calendar import UNPLACED, Placed, Stand, Turn, When, day_of

_TABLES = range(1343, 1501)
_EPOCH = 227_015  # ordinal of 1 Muharram 1 AH (16 July 622, Julian) in the count of date.toordinal
_SIGHTING = 1  # days by which two countries may differ


@lru_cache(maxsize=4096)
def gregorian(year: int, month: int, day: int) -> date:
    """The Gregorian day of a Hijri one.  Raises ValueError when there is none, OverflowError beyond year 9999."""
    if year in _TABLES:
        from hijridate import Hijri  # 60 ms, wanted only where a Hijri date is read

        try:
            found = Hijri(year, month, day).to_gregorian()
        except OverflowError as reason:  # hijridate's word for a day that is not in its tables
            raise ValueError(str(reason)) from reason
        return date(found.year, found.month, found.day)
    if not (1 <= month <= 12 and 1 <= day <= 30 - (month % 2 == 0 and not _long_last_month(year, month)) and year > 0):
        raise ValueError(f"no day {day} of month {month} of {year} AH")
    passed = 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_EPOCH + passed + day - 1)


def _long_last_month(year: int, month: int) -> bool:
    return month == 12 and (14 + 11 * year) % 30 < 11


def hijri_year(day: date) -> int:
    """The Hijri year in which a Gregorian day falls."""
    year = max(1, (day.toordinal() - _EPOCH) * 30 // 10_631 + 1)
    while gregorian(year, 1, 1) > day and year > 1:
        year -= 1
    while gregorian(year + 1, 1, 1) <= day:
        year += 1
    return year


class HijriDate(msgspec.Struct, frozen=True):
    """A Hijri day, month or year as far as it is written; without a year the one that `turn` or the tense asks for."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    turn: Turn = None

    def at(self, stand: Stand) -> Placed:
        """The day, month or year on the Gregorian calendar."""
        if self.year is not None:
            return Placed(self.in_year(self.year), None, "Hijri date")
        if stand.today is None or self.month is None:
            return UNPLACED
        now = hijri_year(stand.today)
        turn = self.turn or ("next" if stand.future else "past")
        first = [gregorian(year, self.month, self.day or 1) for year in (now - 1, now, now + 1)]
        if turn == "this":
            year = now
        elif turn == "next":
            year = now - 1 + next(n for n, day in enumerate(first) if day > stand.today or n == 2)
        else:
            year = now - 1 + max(n for n, day in enumerate(first) if day <= stand.today or n == 0)
        return Placed(self.in_year(year), None, f"Hijri year {year} from {stand.today}")

    def in_year(self, year: int) -> str:
        """The Gregorian value in a Hijri year: a day, or the first and last day (of a year, the years they fall in)."""
        if self.month and self.day:
            return gregorian(year, self.month, self.day).isoformat()
        if self.month:
            following = gregorian(year + self.month // 12, self.month % 12 + 1, 1)
            return f"{gregorian(year, self.month, 1)}/{following - timedelta(1)}"
        first, last = gregorian(year, 1, 1), gregorian(year + 1, 1, 1) - timedelta(1)
        return f"{first.year:04}" if first.year == last.year else f"{first.year:04}/{last.year:04}"


class BothCalendars(msgspec.Struct, frozen=True):
    """A Hijri date with its Gregorian twin: the Gregorian one counts, a difference of more than a day is flagged."""

    gregorian: When
    hijri: HijriDate

    def at(self, stand: Stand) -> Placed:
        main = self.gregorian.at(stand)
        first, second = day_of(main.value), self._twin(main, stand)
        if first and second and abs((first - second).days) > _SIGHTING:
            return Placed(main.value, main.needs, f"{main.basis}; the Hijri date is {second}", ("hijri_mismatch",))
        return main

    def _twin(self, main: Placed, stand: Stand) -> date | None:
        """The day of the Hijri date; one without a year lies in the year that brings it next to the Gregorian one."""
        day, told = day_of(main.value), self.hijri
        if told.year is not None or told.month is None or told.day is None or day is None:
            return day_of(told.at(stand).value)
        years = range(hijri_year(day) - 1, hijri_year(day) + 2)
        placed = (_day_in(year, told.month, told.day) for year in years if year > 0)
        return min((d for d in placed if d is not None), key=lambda d: abs((d - day).days), default=None)


def _day_in(year: int, month: int, day: int) -> date | None:
    """The Gregorian day; None where the month of that year is a day shorter."""
    try:
        return gregorian(year, month, day)
    except ValueError:
        return None


class Feast(msgspec.Struct, frozen=True):
    """A feast that names a day: of the year told, else the last or coming one as the tense says, else the nearest.

    `calendar`: gregorian or hijri; month None for movable feasts, whose day is not computed (churches differ).
    `offset`: 1 for the second day of the feast.  `ago`: so many years ago.  `ahead`: days by which it may be yet to come in a
    tale of the past (he planned the New Year's Eve party).
    """

    calendar: str
    month: int | None
    day: int | None
    year: int | None = None
    turn: Turn = None
    offset: int = 0
    past: bool = False
    ago: int = 0
    ahead: int = 0

    def at(self, stand: Stand) -> Placed:
        if self.month is None or self.day is None:
            return Placed(None, None, "a movable feast")
        if self.year is not None:
            near = [d for d in self._days(date(self.year, 7, 1)) if d.year == self.year]
            return Placed(near[0].isoformat() if near else None, None, f"feast of {self.year}")
        if stand.today is None:
            return UNPLACED
        today = (
            date(stand.today.year - self.ago, stand.today.month, min(stand.today.day, 28)) if self.ago else stand.today
        )
        days = self._days(today)
        if self.ago:
            pass
        elif self.turn == "next" or (self.turn is None and stand.future):
            days = [d for d in days if d >= today]
        elif self.turn == "past" or self.past:
            days = [d for d in days if d <= today + timedelta(self.ahead)]
        elif self.turn == "this":
            days = [d for d in days if d.year == today.year] or days
        if not days:
            return UNPLACED
        nearest = min(days, key=lambda d: abs((d - today).days))
        return Placed(nearest.isoformat(), None, f"feast next to {today}")

    def _days(self, about: date) -> list[date]:
        """The feast's days in the years around a day."""
        assert self.month is not None
        assert self.day is not None
        shift = timedelta(self.offset)
        if self.calendar == "gregorian":
            years = [y for y in (about.year - 1, about.year, about.year + 1) if 1 <= y <= 9999]
            return [date(y, self.month, self.day) + shift for y in years]
        now = hijri_year(about)
        return [gregorian(y, self.month, self.day) + shift for y in (now - 1, now, now + 1) if y > 0]
