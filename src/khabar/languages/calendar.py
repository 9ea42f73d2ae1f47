"""Time expressions of any language: what is said (a draft), and what date it comes to where the reader stands.

A pack's rules build a `TimeDraft` that says no more than the words do ("the Thursday before", "month 12, turn
past").  `resolve` puts it on the calendar in a second pass, when the report's date and the times told before are
known.  Values are those of the record: 2022-01-07, 2022-01, 2022, 199X, 20XX, 2022-W01, 2022-W01-WE, 2022-Q1,
2022-H1, 2022-SU, 2022-01-07TMO, 2022-01-07T10:00Z, 2022-05-10/2022-05-15.

Choices where the words leave one:

* a bare weekday is the latest one on or before the report's day, with a future verb the first one on or after it;
* a day or month without a year is the latest on or before the report's day, with a future verb or "coming" the
  next; a day that comes within weeks and was nearly a year ago is the coming one (who means the other names its year);
  an explicit year told in the same sentence goes before both;
* weeks are ISO weeks; `Stand.week_starts` (6 Saturday, 7 Sunday) says which days "this week" holds.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal, Protocol

import msgspec

from khabar.record.vocabulary import TimeKind, TimeMod

Grain = Literal["day", "weekend", "week", "month", "quarter", "half", "year", "decade", "century"]
Turn = Literal["past", "next", "this"] | None
DayPart = Literal["MO", "AF", "EV", "NI"]
Outlook = Literal["past", "future"] | None
MISSING_YEAR = "XXXX"
_SOON = timedelta(days=45)
_JUST_PAST = timedelta(days=10)


class Stand(msgspec.Struct, frozen=True):
    """Where the reader stands: the day deictic words count from, and what was told before in the report.

    `before`: the value told last; `scene`: the day told last, when it is near; `year`: a year told in this
    sentence; `now`: the year of the report when no more is known; `future`: the sentence looks ahead.
    """

    today: date | None = None
    before: str | None = None
    scene: date | None = None
    year: int | None = None
    future: bool = False
    now: int | None = None
    week_starts: int = 1


class Placed(msgspec.Struct, frozen=True):
    """What an expression comes to: a value, or what is missing; how it was found; contradictions seen on the way."""

    value: str | None = None
    needs: str | None = None
    basis: str = "as written"
    flags: tuple[str, ...] = ()


class When(Protocol):
    """An expression that can be placed."""

    def at(self, stand: Stand) -> Placed:
        """What the expression comes to for a reader who stands there.  Raises ValueError for days no calendar has."""
        ...


class TimeDraft(msgspec.Struct, frozen=True):
    """A time expression in a sentence.

    `span`: source offsets; `rule`: the id of the rule that read it; `outlook`: the tense of its clause, None when
    unknown; `since`: it stands behind "since".
    """

    span: tuple[int, int]
    when: When
    rule: str = ""
    mod: TimeMod | None = None
    outlook: Outlook = None
    since: bool = False


UNPLACED = Placed(None, "published", "no date of publication")


def resolve(draft: TimeDraft, stand: Stand) -> Placed:
    """The value of a draft.  Never raises: a day that no calendar has (31 June, 29 February 2023) has no value."""
    try:
        return draft.when.at(stand)
    except (ValueError, OverflowError) as reason:
        return Placed(None, None, f"no such date: {reason}", ("impossible_date",))


def kind_of(value: str | None) -> TimeKind:
    """A range has two ends, a time a part of the day or a clock; all else is a date."""
    if value and "/" in value:
        return "range"
    return "time" if value and "T" in value else "date"


def day_of(value: str | None) -> date | None:
    """The day that a value names (with or without a time of day), None when it is coarser or a range."""
    if value is None or "/" in value or not re.match(r"\d{4}-\d\d-\d\d(?:T|$)", value):
        return None
    return date.fromisoformat(value[:10])


# ---------------------------------------------------------------- arithmetic


def months_from(today: date, count: int) -> tuple[int, int]:
    """Year and month `count` months away."""
    number = today.year * 12 + today.month - 1 + count
    return number // 12, number % 12 + 1


def _week(day: date, starts: int = 1) -> str:
    """The ISO name of the week a day belongs to, for weeks that begin on weekday `starts`."""
    middle = day - timedelta((day.isoweekday() - starts) % 7) + timedelta(3)
    year, week, _ = middle.isocalendar()
    return f"{year:04}-W{week:02}"


def _checked_year(year: int) -> int:
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year}")
    return year


def stepped(grain: Grain, count: int, today: date, week_starts: int = 1) -> str:
    """The day, week, month … that lies `count` steps from today's, as a value.  Raises ValueError outside years 1-9999."""
    if grain == "day":
        return (today + timedelta(count)).isoformat()
    if grain in ("week", "weekend"):
        week = _week(today + timedelta(7 * count), week_starts)
        return f"{week}-WE" if grain == "weekend" else week
    if grain in ("month", "quarter", "half"):
        size = {"month": 1, "quarter": 3, "half": 6}[grain]
        year, month = months_from(today, size * count)
        _checked_year(year)
        part = {"month": f"{month:02}", "quarter": f"Q{(month + 2) // 3}", "half": f"H{(month + 5) // 6}"}[grain]
        return f"{year:04}-{part}"
    if grain == "year":
        return f"{_checked_year(today.year + count):04}"
    if grain == "decade":
        return f"{_checked_year(today.year + 10 * count) // 10:03}X"
    return f"{_checked_year(today.year + 100 * count) // 100:02}XX"


def moved(grain: Grain, count: int, today: date) -> date:
    """The day that lies `count` days, weeks, months or years from today; the month's last day where it has no such day."""
    days = {"day": 1, "week": 7, "weekend": 7}.get(grain)
    if days:
        return today + timedelta(days * count)
    size = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[grain]
    year, month = months_from(today, size * count)
    last = 29 if month == 2 and _is_leap(year) else (28 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)
    return date(year, month, min(today.day, last))


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


# ---------------------------------------------------------------- expressions


class Fixed(msgspec.Struct, frozen=True):
    """An expression that needs no anchor: a decade, a century, a year with its quarter."""

    value: str

    def at(self, stand: Stand) -> Placed:
        return Placed(self.value)


class Step(msgspec.Struct, frozen=True):
    """`count` days, weeks, months … from the report's day: today 0, yesterday -1, next year 1, three months ago -3."""

    grain: Grain
    count: int

    def at(self, stand: Stand) -> Placed:
        if stand.today is None:
            if self.grain == "year" and stand.now is not None:
                return Placed(f"{_checked_year(stand.now + self.count):04}", None, f"year from {stand.now}")
            return UNPLACED
        basis = f"{self.grain} {self.count:+d} from {stand.today}" if self.count else f"{self.grain} of {stand.today}"
        return Placed(stepped(self.grain, self.count, stand.today, stand.week_starts), None, basis)


class Mentioned(msgspec.Struct, frozen=True):
    """The same, previous or next day, month … as the one told last ("the following day"); else counted from today, unless its words
    point at what was told (a day before that): `told`.
    """

    grain: Grain
    count: int
    told: bool = False

    def at(self, stand: Stand) -> Placed:
        told = first_day(stand.before)
        if self.grain == "day" and stand.scene is not None and day_of(stand.before) is None:
            told = stand.scene  # a month told in between is no day to count from
        if self.told and stand.scene is None and day_of(stand.before) is None:
            return UNPLACED
        if told is None:
            return Step(self.grain, self.count).at(stand)
        value = stepped(self.grain, self.count, told, stand.week_starts)
        return Placed(value, None, f"{self.grain} {self.count:+d} from {stand.before}, told before")


class Weekday(msgspec.Struct, frozen=True):
    """A weekday (ISO number), bare or with last, next, this; `weeks` more away in that direction."""

    number: int
    turn: Turn = None
    weeks: int = 0

    def at(self, stand: Stand) -> Placed:
        if stand.today is None:
            return UNPLACED
        back = (stand.today.isoweekday() - self.number) % 7
        if self.turn == "next" or (self.turn is None and stand.future):
            ahead = 7 - back if back else (7 if self.turn == "next" else 0)
            day = stand.today + timedelta(ahead + 7 * self.weeks)
            return Placed(
                day.isoformat(), None, f"weekday after {stand.today}" if ahead else f"weekday of {stand.today}"
            )
        if self.turn == "past" and back == 0:
            back = 7
        day = stand.today - timedelta(back + 7 * self.weeks)
        return Placed(day.isoformat(), None, f"weekday on or before {stand.today}")


class Calendar(msgspec.Struct, frozen=True):
    """Day, month and year as far as they are written; `turn`: with last, next, this; `year_step`: "of last year" is -1."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    turn: Turn = None
    year_step: int | None = None

    def at(self, stand: Stand) -> Placed:
        if self.year is not None:
            return Placed(self._written(self.year))
        if self.year_step is not None and stand.today is not None:
            return Placed(self._written(stand.today.year + self.year_step), None, f"year from {stand.today}")
        if self.month is None:
            return self._this_month(stand)
        told = stand.year or (stand.now if stand.today is None else None)
        if self.turn is None and told is not None:
            return Placed(self._written(told), None, f"year {told} told in the report")
        if stand.today is None:
            if self.day and not (self.month == 2 and self.day == 29):
                date(2000, self.month, self.day)
            return Placed(self._form(MISSING_YEAR), "year", "no year and no date of publication")
        year = self._nearest_year(stand.today, stand.future)
        return Placed(self._written(year), None, f"year from {stand.today}")

    def _nearest_year(self, today: date, future: bool) -> int:
        """The year in which the day or month was last, or will be next.  29 February looks for a leap year."""
        if self.turn == "this":
            return today.year
        here = (self.month or 0, self.day or 0) if self.day else (self.month or 0,)
        now = (today.month, today.day)[: len(here)]
        ahead = self.turn == "next" or (self.turn is None and future)
        if ahead:
            passed = here < now or (here == now and self.turn == "next")
            year, step = (today.year + 1 if passed else today.year), 1
            if self.turn is None and self._is_just_past(today, year - 1):
                year, step = year - 1, -1
        else:
            to_come = here > now or (here == now and self.turn == "past")
            if to_come and self.turn is None and self.day and self._comes_soon(today):
                return today.year
            year, step = (today.year - 1 if to_come else today.year), -1
        while (self.month, self.day) == (2, 29) and not _is_leap(year):
            year += step
        return year

    def _comes_soon(self, today: date) -> bool:
        """Whether the day and month lie ahead of a day by a few weeks at most."""
        try:
            day = date(today.year, self.month or 1, self.day or 1)
        except ValueError:
            return False
        return timedelta(0) < day - today <= _SOON

    def _is_just_past(self, today: date, year: int) -> bool:
        """Whether the day or month of a year is over by a few days: who said that they would act in it is quoted now (it announced
        that it would step up the attacks in mid-July); what is to come in almost a year is told with its year.
        """
        month = months_from(date(year, self.month or 1, 1), 0 if self.day else 1)
        return timedelta(0) <= today - date(*month, min(self.day or 1, 28)) <= _JUST_PAST

    def _this_month(self, stand: Stand) -> Placed:
        """A day of the month alone ("on the 20th of this month")."""
        if stand.today is None or self.day is None:
            return UNPLACED
        year, month = months_from(stand.today, {"past": -1, "next": 1}.get(self.turn or "this", 0))
        return Placed(date(year, month, self.day).isoformat(), None, f"month from {stand.today}")

    def _written(self, year: int) -> str:
        if self.month and self.day:
            return date(year, self.month, self.day).isoformat()
        _checked_year(year)
        return self._form(f"{year:04}")

    def _form(self, year: str) -> str:
        if self.month is None:
            return year
        return f"{year}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")


class Lasting(msgspec.Struct, frozen=True):
    """A stretch that ends (count < 0) or begins (count > 0) today: the past three days."""

    grain: Grain
    count: int

    def at(self, stand: Stand) -> Placed:
        if stand.today is None:
            return UNPLACED
        ends = sorted((stand.today, moved(self.grain, self.count, stand.today)))
        return Placed(f"{ends[0]}/{ends[1]}", None, f"{self.grain} {self.count:+d} from {stand.today}")


_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}


class Season(msgspec.Struct, frozen=True):
    """A season without a year: the latest that has begun, or last, next, this.  A winter bears the year it begins in."""

    code: str
    turn: Turn = None

    def at(self, stand: Stand) -> Placed:
        if stand.today is None:
            return UNPLACED
        first, last = _SEASON_MONTHS[self.code]
        now = stand.today.month
        year = stand.today.year - (1 if now + 12 <= last else 0)
        month = now + 12 * (stand.today.year - year)
        if self.turn == "next" or (self.turn is None and stand.future):
            year += 0 if month < first else 1
        elif self.turn == "past":
            year -= 0 if month > last else 1
        elif self.turn is None:
            year -= 1 if month < first else 0
        return Placed(f"{_checked_year(year):04}-{self.code}", None, f"season from {stand.today}")


def first_day(value: str | None) -> date | None:
    """The first day of a value of any grain but seasons, decades and centuries; None when it has none."""
    if value is None:
        return None
    head = value.split("/")[0]
    try:
        if match := re.match(r"(\d{4})-W(\d\d)", head):
            return date.fromisocalendar(int(match[1]), int(match[2]), 1)
        if match := re.match(r"(\d{4})-([QH])(\d)", head):
            return date(int(match[1]), (int(match[3]) - 1) * (3 if match[2] == "Q" else 6) + 1, 1)
        if match := re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T|$)", head):
            return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None
    return None
