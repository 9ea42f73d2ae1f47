"""English dates with a month in them, and numeric dates."""

from __future__ import annotations

from itertools import pairwise

from khabar.grammar import Match, ahead, behind, either, maybe, not_ahead, one_of, rule, seq, unit
from khabar.languages.calendar import Calendar, TimeDraft
from khabar.languages.calendar_numbers import date_in
from khabar.languages.calendar_parts import Checked, EitherOrder
from khabar.languages.en.times.shapes import (
    COMMA,
    DAY_NUMBER,
    EDGE,
    MONTH,
    OF_MONTH,
    STOP,
    SURE_MONTH,
    WEEKDAY,
    calendar_in,
    said,
)

_WEEKDAY = maybe(WEEKDAY["weekday"], maybe(STOP), maybe(COMMA), maybe(unit("t_the")))
_YEAR = seq(maybe(COMMA), unit("year_number")["year"])
_TURN = seq(unit("t_turn")["turn"], unit("t_period_one")["turned_year"])
_DAY_MONTH = either(
    seq(MONTH["month"], maybe(STOP), maybe(unit("t_the")), DAY_NUMBER),
    seq(
        unit("day_number")["day2"],
        maybe(unit("t_ordinal_letters")),
        maybe(unit("t_of")),
        MONTH["month2"],
        maybe(STOP, ahead(one_of("comma", "year_number"))),
    ),
)


def _checked(m: Match) -> TimeDraft:
    day = calendar_in(m)
    weekday = m.slot("weekday")
    return said(m, Checked(day, weekday[0]["t_weekday"]) if weekday else day)


@rule(
    seq(_WEEKDAY, _DAY_MONTH, _YEAR),
    takes="""
        The ferry sank on 4 February 2005 off the coast.
            text: 4 February 2005
            value: 2005-02-04
        The school opened on Friday, January 7, 2022 in the old town.
            text: Friday, January 7, 2022
            value: 2022-01-07
        The treaty of the 3rd of May 1999 still holds.
            text: 3rd of May 1999
            value: 1999-05-03
        In this Monday, Nov. 8, 2021 photo, herders cross the river.
            text: Monday, Nov. 8, 2021
            value: 2021-11-08
        In this Nov. 8, 2021, photo, a clerk counts coins.
            text: Nov. 8, 2021
            value: 2021-11-08
    """,
    refuses="""
        He may 4 times ask 2005 people.
        About 4 houses of 2005 were burnt.
    """,
)
def full_date(m: Match) -> TimeDraft:
    """Day, month and year in either order, with a weekday before them."""
    return _checked(m)


@rule(
    seq(_WEEKDAY, _DAY_MONTH, maybe(maybe(COMMA), _TURN), not_ahead(unit("t_period_many"))),
    takes="""
        The gunman killed 49 people on June 12 last year.
            text: June 12 last year
            value: 2021-06-12
        The bridge collapsed on 3 January after the storm.
            text: 3 January
            value: 2022-01-03
        The mill burnt down on 3 January.
            text: 3 January
        Voting will begin on March 5 in all towns.
            text: March 5
            value: 2022-03-05
    """,
    refuses="""
        The convoy will march 5 miles.
        They may 12 hours later return.
    """,
)
def day_and_month(m: Match) -> TimeDraft | None:
    """A day and month without a year, or "of last year"."""
    slot = m.slot("turned_year")
    if slot and slot[0]["t_period_one"] != "year":
        return None
    return _checked(m)


@rule(
    either(
        seq(
            EDGE,
            either(
                seq(MONTH["month"], maybe(STOP), maybe(COMMA), maybe(unit("t_of")), unit("year_number")["year"]),
                seq(SURE_MONTH["month2"], _TURN),
            ),
        ),
        seq(unit("t_turn")["turn3"], MONTH["month3"], not_ahead(OF_MONTH)),
    ),
    takes="""
        The clinic was built in December 2012 by volunteers.
            text: December 2012
            value: 2012-12
        He apologised last October for the article.
            text: last October
            value: 2021-10
        Early March 2020 saw the first cases.
            text: Early March 2020
            value: 2020-03
    """,
    refuses="""
        They march 2012 miles.
        The last man left.
        In this Nov. 8 photo, herders cross the river.
    """,
)
def month_and_year(m: Match) -> TimeDraft | None:
    """A month with its year, or last and next before it."""
    slot = m.slot("turned_year")
    if slot and slot[0]["t_period_one"] != "year":
        return None
    return said(m, calendar_in(m))


@rule(
    either(
        seq(EDGE, SURE_MONTH["month"], not_ahead(one_of("capital", "given", "surname"))),
        seq(behind(unit("t_in")), MONTH["month2"], not_ahead(one_of("capital"))),
        seq(unit("t_edge")["edge2"], maybe(one_of("dash", "t_of")), MONTH["month3"]),
    ),
    takes="""
        He opened fire on students in April.
            text: April
            value: 2021-04
        The curfew has been in force since late May.
            text: late May
            value: 2021-05
        Elections will be held in September.
            value: 2022-09
    """,
    refuses="""
        It may rain, and they march on.
        April Jones spoke to the crowd.
    """,
)
def month_alone(m: Match) -> TimeDraft:
    """A bare month; May and March, August and other words besides need a preposition or early, late."""
    return said(m, calendar_in(m))


@rule(
    either(
        unit("date_number")["date"],
        seq(
            one_of("year_number", "day_number"), one_of("dash", "slash"), one_of("month_number", "day_number"),
            one_of("dash", "slash"), one_of("year_number", "day_number"),
        )["parts"],
    ),
    takes="""
        Logged on 2021-11-30 at the border post.
            text: 2021-11-30
            value: 2021-11-30
        (Coast Daily 01/06/2022 page 4)
            text: 01/06/2022
            value: 2022-01-06
    """,
    refuses="""
        The score was 3-2-1 at the end.
        Flight 12/45 was late.
    """,
)  # fmt: skip
def numeric_date(m: Match) -> TimeDraft | None:
    """Digits with strokes or hyphens.  Day and month stand in either order: the reading nearer to the report counts."""
    words = list(m.whole)
    if any(left.end != right.start for left, right in pairwise(words)):
        return None
    written = "".join(word.view for word in words)
    try:
        first, second = (Calendar(*date_in(written, month_first=order)) for order in (False, True))
    except ValueError:
        return None
    return said(m, first if first == second else EitherOrder(first, second))
