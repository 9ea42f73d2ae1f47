"""Time expressions built of others: part of a day, clock, part of a year, both ends of a stretch, two ways to say one day."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Literal

import msgspec
from msgspec.structs import replace

from khabar.languages.calendar import UNPLACED, Calendar, DayPart, Placed, Stand, Step, Turn, When, day_of, first_day

_WHOLE_YEAR = re.compile(r"\d{4}$")


class Daytime(msgspec.Struct, frozen=True):
    """A part of a day: of the day named, else of the day told last in the paragraph."""

    part: DayPart
    day: When | None = None

    def at(self, stand: Stand) -> Placed:
        """The day with the part of it."""
        base = _day(self.day, stand)
        day = day_of(base.value)
        return replace(base, value=f"{day}T{self.part}") if day else base


class Clock(msgspec.Struct, frozen=True):
    """An hour of a day.  `zone` is "Z" for Greenwich time, empty for the place's own, which needs no saying."""

    hour: int
    minute: int = 0
    part: DayPart | None = None
    zone: str = ""
    day: When | None = None

    def at(self, stand: Stand) -> Placed:
        base = _day(self.day, stand)
        day = day_of(base.value)
        if day is None:
            return base
        return replace(base, value=f"{day}T{hour_of_day(self.hour, self.part):02}:{self.minute:02}{self.zone}")


def hour_of_day(hour: int, part: str | None) -> int:
    """The hour on the 24-hour clock.  Raises ValueError for hours that do not exist.

    Nights hold the hours from eight in the evening to four in the morning: eleven at night is 23, two at night 2.
    """
    if not 0 <= hour <= 24:
        raise ValueError(f"hour {hour}")
    hour %= 24
    if hour > 12 or part is None:
        return hour
    if part == "MO":
        return hour % 12
    if part == "NI":
        return hour % 12 + 12 if 6 <= hour < 12 else hour % 12
    if part == "AF" and hour in (10, 11):
        return hour  # eleven o'clock at noon
    return hour % 12 + 12


def _day(day: When | None, stand: Stand) -> Placed:
    """The day an hour belongs to."""
    if day is not None:
        return day.at(stand)
    if stand.scene is not None:
        return Placed(stand.scene.isoformat(), None, "day told before")
    return Step("day", 0).at(stand)


class PartOfYear(msgspec.Struct, frozen=True):
    """A quarter, half or season ("Q1", "H2", "SU") of the year that `year` comes to."""

    code: str
    year: When

    def at(self, stand: Stand) -> Placed:
        base = self.year.at(stand)
        if base.value is None or not _WHOLE_YEAR.match(base.value):
            return replace(base, value=None)
        return replace(base, value=f"{base.value}-{self.code}")


class Edge(msgspec.Struct, frozen=True):
    """The beginning or end of a year, told as its first or last month; `fine` as its first or last day.

    Of a month, a week or a day the edge is left to `mod`: "the end of May" is 2021-05.
    """

    side: Literal["start", "end"]
    whole: When
    fine: bool = False

    def at(self, stand: Stand) -> Placed:
        base = self.whole.at(stand)
        if base.value is None or not _WHOLE_YEAR.match(base.value):
            return base
        tail = {"start": "-01-01", "end": "-12-31"}[self.side]
        return replace(base, value=base.value + (tail if self.fine else tail[:3]))


class Between(msgspec.Struct, frozen=True):
    """A stretch with both ends.  An end without a year takes the one that lets it stand before the other."""

    first: When
    last: When

    def at(self, stand: Stand) -> Placed:
        last = self.last.at(stand)
        end = first_day(last.value)
        own_year = not (isinstance(self.first, Calendar) and self.first.year is None)
        if end and not own_year and not (isinstance(self.first, Calendar) and self.first.turn):
            first = self.first.at(replace(stand, today=end, year=None, future=False))
        else:
            first = self.first.at(stand)
        if first.value is None or last.value is None:
            return replace(last, value=None, needs=first.needs or last.needs)
        flags = (*first.flags, *last.flags)
        ends = (first.value.split("/")[0], last.value.split("/")[-1])
        if ends[0] > ends[1] and len(ends[0]) == len(ends[1]):
            flags += ("reversed_range",)
        return Placed("/".join(ends), None, last.basis, flags)


class Checked(msgspec.Struct, frozen=True):
    """A day with its weekday said beside it.

    A written date that falls on another weekday keeps its value and is flagged.  A deictic word ("yesterday,
    Thursday") that does is moved to that weekday, the nearest within three days: the weekday was written on the
    day, the date of publication was often added later.  What was yesterday, or is today, lies not ahead of it.
    """

    day: When
    weekday: int

    def at(self, stand: Stand) -> Placed:
        base = self.day.at(stand)
        day = day_of(base.value)
        if day is None or day.isoweekday() == self.weekday:
            return base
        if not isinstance(self.day, Step):
            return replace(base, flags=(*base.flags, "weekday_mismatch"))
        ahead = (self.weekday - day.isoweekday() + 3) % 7 - 3
        moved = day + timedelta(ahead)
        if stand.today and day <= stand.today < moved:
            moved -= timedelta(7)
        return Placed(
            moved.isoformat(), None, f"weekday written beside {base.basis}", (*base.flags, "weekday_mismatch")
        )


class Dated(msgspec.Struct, frozen=True):
    """A day told from today with its date beside it ("today, 7 January"): the date counts; `count` days from today."""

    day: When
    count: int

    def at(self, stand: Stand) -> Placed:
        base = self.day.at(stand)
        day = day_of(base.value)
        if day and stand.today and day != stand.today + timedelta(self.count):
            return replace(base, flags=(*base.flags, "deictic_date_mismatch"))
        return base


class Doubtful(msgspec.Struct, frozen=True):
    """An expression that contradicts itself (a pair of two different months): its first reading, flagged."""

    when: When
    flag: str

    def at(self, stand: Stand) -> Placed:
        base = self.when.at(stand)
        return replace(base, flags=(*base.flags, self.flag))


class EitherOrder(msgspec.Struct, frozen=True):
    """Digits that are a date with the day first and with the month first: the one nearer to the report's day.

    Without one the day first, as most countries write.
    """

    day_first: Calendar
    month_first: Calendar

    def at(self, stand: Stand) -> Placed:
        first, second = self.day_first.at(stand), self.month_first.at(stand)
        days = day_of(first.value), day_of(second.value)
        if stand.today and days[0] and days[1] and abs(days[1] - stand.today) < abs(days[0] - stand.today):
            return replace(second, basis=f"month first, nearer to {stand.today}")
        return replace(first, basis="day first")


class SameStretch(msgspec.Struct, frozen=True):
    """The same period of another year ("the same period of last year"): the value told last, its year replaced.

    `since`: the period told last began then and has lasted until today (since the beginning of the year).
    """

    year: When
    since: bool = False

    def at(self, stand: Stand) -> Placed:
        year = self.year.at(stand)
        if stand.before is None or year.value is None or not _WHOLE_YEAR.match(year.value):
            return UNPLACED if year.value is None else Placed(None, None, "the period meant was not read")
        parts = [p if not re.match(r"\d{4}", p) else year.value + p[4:] for p in stand.before.split("/")]
        if self.since and stand.today is not None and len(parts) == 1:
            first = parts[0] + "-01" * (2 - parts[0].count("-"))
            return Placed(f"{first}/{year.value}-{stand.today:%m-%d}", None, f"since {stand.before}, in {year.value}")
        return Placed("/".join(parts), None, f"the period {stand.before} in {year.value}")


class NewYear(msgspec.Struct, frozen=True):
    """The year that is called new: this one until June, from July on the coming one."""

    def at(self, stand: Stand) -> Placed:
        ahead = 1 if stand.today and stand.today.month > 6 else 0
        return Step("year", ahead).at(stand)


class Weekend(msgspec.Struct, frozen=True):
    """A weekend: the latest that has begun, or last, next, this; with a verb in the future the coming one."""

    turn: Turn = None

    def at(self, stand: Stand) -> Placed:
        if stand.today is None:
            return UNPLACED
        begun = stand.today.isoweekday() >= 6
        if self.turn == "next":
            count = 1
        elif self.turn == "past":
            count = -1
        else:
            count = 0 if begun or self.turn == "this" or stand.future else -1
        return Step("weekend", count).at(stand)


class MonthDay(msgspec.Struct, frozen=True):
    """A day of the month told last ("on the 20th of the same month")."""

    day: int

    def at(self, stand: Stand) -> Placed:
        told = first_day(stand.before) or stand.today
        if told is None:
            return UNPLACED
        return Placed(told.replace(day=self.day).isoformat(), None, f"month of {stand.before or stand.today}")
