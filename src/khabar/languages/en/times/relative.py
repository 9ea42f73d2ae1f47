"""English weekdays, days and longer units told from the report's date, and hours."""

from __future__ import annotations

from khabar.grammar import Match, behind, either, maybe, not_ahead, not_behind, one_of, rule, seq, unit
from khabar.languages.calendar import Lasting, Mentioned, Step, TimeDraft, When
from khabar.languages.calendar_parts import Clock, Daytime, Edge, Weekend
from khabar.languages.en.times.shapes import (
    COMMA,
    EDGE,
    MONTH,
    OF_MONTH,
    PART,
    STEPS,
    WEEKDAY,
    day_in,
    grain_in,
    number_in,
    said,
    turn_of,
    with_part,
)

_EARLIER = maybe(one_of("t_earlier", "t_edge", "t_late")["moment"], maybe(unit("t_on")))
_ZONE = maybe(unit("bracket_open"), one_of("word", "t_zone_name"), maybe(unit("word")), unit("bracket_close"))
_DATE_BEHIND = seq(maybe(COMMA), MONTH, OF_MONTH)


@rule(
    seq(
        _EARLIER, maybe(unit("t_turn")["turn"]), WEEKDAY["weekday"], maybe(PART["part"]), _ZONE, not_ahead(_DATE_BEHIND)
    ),
    takes="""
        Officials said Thursday that the road was open.
            text: Thursday
            value: 2022-01-06
        The blast hit the gate late Thursday night.
            text: late Thursday night
            value: 2022-01-06TNI
        A tram derailed Wednesday morning near the depot.
            text: Wednesday morning
            value: 2022-01-05TMO
        The court will meet on Monday.
            text: Monday
            value: 2022-01-10
        Talks resume next Tuesday.
            text: next Tuesday
            value: 2022-01-11
    """,
    refuses="""
        The mills worked Black Friday long ago.
        They rest on Sundays.
        In this Monday, Nov. 8, 2021 photo, herders cross the river.
    """,
)
def weekday(m: Match) -> TimeDraft | None:
    """A weekday: the latest one, with a verb in the future the next; its part of the day may follow."""
    if m.first and "t_named" in m.units[m.first - 1] and "capital" in m.units[m.first - 1]:
        return None
    day = day_in(m)
    return said(m, with_part(m, day)) if day else None


@rule(
    seq(
        _EARLIER,
        either(
            seq(unit("t_deictic")["deictic"], maybe(PART["part"])),
            unit("t_tonight")["tonight"],
            seq(unit("t_turn")["turn"], PART["part2"]),
        ),
        _ZONE,
    ),
    takes="""
        Rebels left the town yesterday.
            text: yesterday
            value: 2022-01-06
        The shop burnt this morning (London time).
            text: this morning (London time)
            value: 2022-01-07TMO
        Shelling began last night.
            text: last night
            value: 2022-01-06TNI
    """,
    refuses="""
        He told USA Today about it.
        The editor spoke on the Today programme.
        One night long ago they left.
    """,
)
def day_from_today(m: Match) -> TimeDraft | None:
    """Yesterday, today, tomorrow, this morning, last night, tonight."""
    if m.slot("tonight"):
        return said(m, Daytime("NI", Step("day", 0)))
    day = day_in(m)
    if day is None:
        turn = turn_of(m)
        day = Step("day", STEPS[turn or "this"])
        if turn == "next":
            return None
    deictic = m.slot("deictic")
    if (
        deictic
        and "capital" in deictic[0]
        and m.first
        and not m.units[m.first - 1].signature & {"quote", "stop", "colon"}
    ):
        return None  # a programme or paper of that name
    return said(m, with_part(m, day))


@rule(
    seq(
        EDGE, maybe(unit("t_earlier")), not_behind(unit("t_the")), unit("t_turn")["turn"],
        either(unit("t_period_one")["period"], unit("t_weekend")["weekend"]),
    ),
    takes="""
        Ministers met earlier this week in the capital.
            text: earlier this week
            value: 2022-W01
        He was forced to apologise last year.
            text: last year
            value: 2021
        The actor died last weekend.
            text: last weekend
            value: 2021-W52-WE
        The station opens next month.
            text: next month
            value: 2022-02
    """,
    refuses="""
        In the past weeks it rained.
        The last of the weeks was dry.
    """,
)  # fmt: skip
def week_month_year(m: Match) -> TimeDraft | None:
    """Last, this, next week, weekend, month, year; "the past year" is a stretch and another rule's."""
    turn, word = turn_of(m), m.take("turn")[0]
    if m.slot("weekend"):
        return said(m, Weekend(turn))
    grain = grain_in(m)
    if grain is None or grain == "day" or ("t_rolling" in word and word.view in ("past", "coming", "previous")):
        return None
    return said(m, Step(grain, STEPS[turn or "this"]))


@rule(
    seq(
        unit("t_the"), unit("t_rolling")["turn"],
        either(seq(unit("count_number")["count"], unit("t_period_many")["period"]), unit("t_period_one")["period2"]),
        not_ahead(unit("t_of")),
    ),
    takes="""
        Five bridges fell in the past 25 years.
            text: the past 25 years
            value: 1997-01-07/2022-01-07
        The country saw strikes in the past year.
            text: the past year
            value: 2021-01-07/2022-01-07
    """,
    refuses="""
        The past is a foreign country.
        The last house stood.
    """,
)  # fmt: skip
def past_so_long(m: Match) -> TimeDraft | None:
    """The past three days, the coming year: a stretch up to or from the report's day."""
    turn, number, grain = turn_of(m), number_in(m, "count") or 1, grain_in(m)
    if turn not in ("past", "next") or (grain == "day" and m.slot("count") is None):
        return None
    if grain is None:
        grain, number = "day", max(1, round(number / 24))
    return said(m, Lasting(grain, STEPS[turn] * number))


@rule(
    seq(
        either(unit("count_number")["count"], unit("t_a")),
        one_of("t_period_one", "t_period_many")["period"],
        unit("t_ago"),
    ),
    takes="""
        The army took power three months ago.
            text: three months ago
            value: 2021-10
        The ship left a week ago.
            text: a week ago
            value: 2021-12-31
    """,
    refuses="""
        Some days ago it rained.
        Long ago they left.
    """,
)
def so_long_ago(m: Match) -> TimeDraft | None:
    """So many days, weeks, months, years ago: days and weeks give the day, longer units their own grain."""
    grain, number = grain_in(m), number_in(m, "count") or 1
    if grain is None:
        return None
    return said(m, Step("day", -7 * number) if grain == "week" else Step(grain, -number))


@rule(
    seq(
        unit("t_the"),
        unit("t_told")["told"],
        maybe(unit("word", but=("t_period_one", "prep"))),
        unit("t_period_one")["period"],
    ),
    takes="""
        Fighting began on 3 May 2019 and ended the following day.
            text: the following day
            value: 2019-05-04
        They fled in June 2018 and came back the same year.
            text: the same year
            value: 2018
    """,
    refuses="""
        The following speaker left.
        The same man came.
    """,
)
def from_the_time_told(m: Match) -> TimeDraft | None:
    """The following day, the previous week, the same year: counted from the time told last."""
    grain = grain_in(m)
    return said(m, Mentioned(grain, m.take("told")[0]["t_told"])) if grain else None


@rule(
    either(
        seq(unit("t_the"), unit("t_edge")["edge"], unit("t_of"), unit("t_the"), unit("t_period_one")["period"]),
        seq(unit("t_the"), PART["part"], unit("t_rush"), unit("t_period_one")),
        unit("t_noon")["noon"],
        seq(behind(one_of("prep", "t_in")), unit("t_midnight")["midnight"]),
    ),
    takes="""
        Prices have doubled since the start of the year.
            text: the start of the year
            value: 2022-01
        Rain fell during the morning rush hour.
            text: the morning rush hour
            value: 2022-01-07TMO
        Crowds came before the midday prayers.
            text: midday
            value: 2022-01-07T12:00
    """,
    refuses="""
        The start of the race was late.
        The rush to the shops began.
    """,
)
def edge_or_hour_without_day(m: Match) -> TimeDraft | None:
    """The start of the year; noon, midnight and the rush hour of the day told last."""
    if m.slot("period"):
        side, grain = m.take("edge")[0]["t_edge"], grain_in(m)
        if grain is None:
            return None
        whole: When = Step(grain, 0)
        return said(m, Edge(side, whole) if side in ("start", "end") else whole)
    if m.slot("noon"):
        return said(m, Clock(12))
    return said(m, Daytime("NI" if m.slot("midnight") else m.take("part")[0]["t_day_part"]))
