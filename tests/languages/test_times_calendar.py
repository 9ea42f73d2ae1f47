"""The calendar itself: expressions of any language meet any day and come to a value or say what they lack."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.languages.calendar import (
    Calendar,
    Fixed,
    Lasting,
    Mentioned,
    Placed,
    Season,
    Stand,
    Step,
    TimeDraft,
    Weekday,
    When,
    day_of,
    first_day,
    kind_of,
    resolve,
)
from khabar.languages.calendar_numbers import date_in
from khabar.languages.calendar_parts import (
    Between,
    Checked,
    Clock,
    Daytime,
    Edge,
    EitherOrder,
    MonthDay,
    NewYear,
    PartOfYear,
    SameStretch,
    Weekend,
    hour_of_day,
)
from khabar.languages.hijri import BothCalendars, Feast, HijriDate, gregorian, hijri_year

FRIDAY = date(2022, 1, 7)
# Every form a value of the record can have.
ONE = r"(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?)?|\d{3}X|\d\dXX|\d{4}-W\d\d(?:-WE)?|\d{4}-Q[1-4]|\d{4}-H[12]|\d{4}-(?:SP|SU|FA|WI)"
VALUE = re.compile(rf"(?:{ONE})(?:T(?:MO|AF|EV|NI|\d\d:\d\dZ?))?(?:/(?:{ONE}))?")

days = st.dates()
turns = st.sampled_from([None, "past", "next", "this"])
grains = st.sampled_from(["day", "weekend", "week", "month", "quarter", "half", "year", "decade", "century"])
TOLD = ("2021", "2021-05", "2021-W52", "2021-Q2", "199X", "2021-05-01/2021-05-03")
values = st.one_of(st.none(), days.map(str), st.sampled_from(TOLD))
stands = st.builds(
    Stand, st.one_of(st.none(), days), values, st.none(), st.one_of(st.none(), st.integers(1, 9999)), st.booleans()
)
years, months, monthdays = (
    st.one_of(st.none(), st.integers(low, high)) for low, high in ((0, 12000), (1, 12), (1, 31))
)
calendars = st.builds(Calendar, years, months, monthdays, turns, st.one_of(st.none(), st.integers(-1, 1)))
plain: st.SearchStrategy[When] = st.one_of(
    calendars,
    st.builds(Step, grains, st.integers(-300, 300)),
    st.builds(Lasting, grains, st.integers(-300, 300)),
    st.builds(Mentioned, grains, st.integers(-1, 1)),
    st.builds(Weekday, st.integers(1, 7), turns, st.integers(0, 2)),
    st.builds(Season, st.sampled_from(["SP", "SU", "FA", "WI"]), turns),
    st.builds(Weekend, turns),
    st.builds(MonthDay, st.integers(1, 31)),
    st.builds(HijriDate, st.one_of(st.none(), st.integers(1, 9000)), months, monthdays, turns),
    st.builds(Feast, st.just("hijri"), st.integers(1, 12), st.integers(1, 30), years, turns),
    st.builds(Feast, st.just("gregorian"), st.integers(1, 12), st.integers(1, 31), years, turns),
    st.just(NewYear()),
    st.just(Fixed("20XX")),
)
whens = st.one_of(
    plain,
    st.builds(Daytime, st.sampled_from(["MO", "AF", "EV", "NI"]), plain),
    st.builds(
        Clock,
        st.integers(0, 30),
        st.integers(0, 59),
        st.sampled_from([None, "MO", "AF", "EV", "NI"]),
        st.just(""),
        plain,
    ),
    st.builds(PartOfYear, st.just("Q1"), plain),
    st.builds(Edge, st.sampled_from(["start", "end"]), plain, st.booleans()),
    st.builds(Checked, plain, st.integers(1, 7)),
    st.builds(Between, plain, plain),
    st.builds(EitherOrder, calendars, calendars),
    st.builds(SameStretch, plain),
    st.builds(BothCalendars, plain, st.builds(HijriDate, st.just(1443), st.just(6), st.integers(1, 30))),
)


def at(when: When, stand: Stand) -> Placed:
    return resolve(TimeDraft((0, 1), when), stand)


@given(whens, stands)
def test_nothing_raises_and_every_value_has_a_form_of_the_record(when: When, stand: Stand) -> None:
    placed = at(when, stand)
    assert placed.basis
    assert placed.value is None or VALUE.fullmatch(placed.value), placed.value
    assert kind_of(placed.value) in ("date", "time", "range")


@given(st.integers(1, 7), days.filter(lambda d: date.min + timedelta(20) < d < date.max - timedelta(20)))
def test_a_bare_weekday_is_the_latest_or_with_a_future_verb_the_next(number: int, today: date) -> None:
    last, coming = (day_of(at(Weekday(number), Stand(today, future=f)).value) for f in (False, True))
    assert last is not None
    assert coming is not None
    assert last.isoweekday() == coming.isoweekday() == number
    assert 0 <= (today - last).days <= 6
    assert 0 <= (coming - today).days <= 6


@given(days.filter(lambda d: 1300 < d.year < 9000), st.dates(date(2000, 1, 1), date(2000, 12, 31)))
def test_a_day_without_a_year_is_the_latest_or_the_next(today: date, told: date) -> None:
    when = Calendar(None, told.month, told.day)
    last, coming = (day_of(at(when, Stand(today, future=f)).value) for f in (False, True))
    assert last is not None
    assert coming is not None
    # A few weeks on either side, a day without a year is that one: who said that they would act on it is quoted after it too.
    soon, lately = today + timedelta(45), today - timedelta(45)
    assert last <= today <= coming or today < last == coming <= soon or lately <= last == coming < today
    assert (last.month, last.day) == (coming.month, coming.day) == (told.month, told.day)


@given(st.integers(1, 1600), st.integers(1, 12), st.integers(1, 28))
def test_hijri_days_follow_one_another(year: int, month: int, day: int) -> None:
    here = gregorian(year, month, day)
    assert hijri_year(here) == year
    if day < 28:  # one month of the tables is that short
        assert gregorian(year, month, day + 1) == here + timedelta(1)


@pytest.mark.parametrize(
    ("when", "value"),
    [
        (Step("week", 0), "2022-W01"),
        (Step("weekend", -1), "2021-W52-WE"),
        (Step("quarter", -1), "2021-Q4"),
        (Step("half", 1), "2022-H2"),
        (Step("decade", -1), "201X"),
        (Step("century", 0), "20XX"),
        (Lasting("month", -1), "2021-12-07/2022-01-07"),
        (Calendar(None, 2, 29), "2020-02-29"),
        (Calendar(None, None, 20, "past"), "2021-12-20"),
        (Season("WI"), "2021-WI"),
        (Season("SU", "next"), "2022-SU"),
        (HijriDate(1443, 6, 4), "2022-01-07"),
        (HijriDate(61, 1, 10), "0680-10-13"),
        (HijriDate(None, 9, None, "next"), "2022-04-02/2022-05-01"),
        (Feast("hijri", 10, 1), "2022-05-02"),
        (Clock(11, 30, "NI", "Z", Step("day", -1)), "2022-01-06T23:30Z"),
        (Between(Calendar(None, 10), Calendar(None, 2)), "2020-10/2021-02"),
        (Edge("start", NewYear(), fine=True), "2022-01-01"),
        (EitherOrder(Calendar(2022, 6, 1), Calendar(2022, 1, 6)), "2022-01-06"),
    ],
)
def test_what_expressions_come_to_on_a_friday(when: When, value: str) -> None:
    assert at(when, Stand(FRIDAY)).value == value


def test_what_is_missing_is_said() -> None:
    assert at(Calendar(None, 5, 13), Stand()) == Placed("XXXX-05-13", "year", "no year and no date of publication")
    assert at(Weekday(5), Stand()).needs == "published"
    assert at(Calendar(2022, 6, 31), Stand(FRIDAY)).flags == ("impossible_date",)
    assert at(Calendar(None, 6, 31), Stand()).value is None


def test_weeks_may_begin_on_a_saturday() -> None:
    saturday = date(2022, 1, 8)
    assert at(Step("week", 0), Stand(saturday)).value == "2022-W01"
    assert at(Step("week", 0), Stand(saturday, week_starts=6)).value == "2022-W02"


def test_contradictions_are_flagged() -> None:
    assert at(Checked(Calendar(2022, 1, 7), 5), Stand()).flags == ()
    written = at(Checked(Calendar(2022, 1, 7), 4), Stand())
    assert (written.value, written.flags) == ("2022-01-07", ("weekday_mismatch",))
    deictic = at(Checked(Step("day", 0), 4), Stand(FRIDAY))
    assert (deictic.value, deictic.flags) == ("2022-01-06", ("weekday_mismatch",))
    assert at(Checked(Step("day", -1), 1), Stand(FRIDAY)).value == "2022-01-03"
    assert at(Checked(Step("day", -1), 7), Stand(FRIDAY)).value == "2022-01-02"  # yesterday lies not ahead
    twin = BothCalendars(Calendar(2022, 1, 7), HijriDate(1443, 6, 9))
    assert at(twin, Stand()).flags == ("hijri_mismatch",)


@pytest.mark.parametrize(
    ("hour", "part", "told"),
    [(12, "MO", 0), (11, "NI", 23), (2, "NI", 2), (12, "AF", 12), (3, "AF", 15), (19, "EV", 19)],
)
def test_hours_by_the_part_of_the_day(hour: int, part: str, told: int) -> None:
    assert hour_of_day(hour, part) == told


@given(st.dates(date(1000, 1, 1), date(2199, 12, 31)), st.sampled_from("-/."))
def test_numeric_dates_read_back(day: date, mark: str) -> None:
    told = (day.year, day.month, day.day)
    assert date_in(f"{day.year:04}{mark}{day.month:02}{mark}{day.day:02}") == told
    assert date_in(f"{day.day}{mark}{day.month}{mark}{day.year:04}") == told


@given(st.text(max_size=12))
def test_the_first_day_of_any_text_is_none_or_a_day(text: str) -> None:
    assert first_day(text) is None or isinstance(first_day(text), date)
