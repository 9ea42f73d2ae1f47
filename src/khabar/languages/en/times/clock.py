"""English hours, with the day that follows them."""

from __future__ import annotations

from khabar.grammar import Match, either, maybe, one_of, rule, seq, unit
from khabar.languages.calendar import TimeDraft
from khabar.languages.calendar_numbers import clock_of, number_of
from khabar.languages.en.times.shapes import (
    AM_PM,
    COMMA,
    DAY_NUMBER,
    MONTH,
    PART,
    STOP,
    WEEKDAY,
    ZONE,
    clock_in,
    day_in,
    number_in,
    said,
)

_DAY = either(
    seq(
        *(maybe(unit("t_on")), maybe(WEEKDAY["weekday2"], maybe(COMMA))),
        *(MONTH["month"], maybe(STOP), DAY_NUMBER, maybe(maybe(COMMA), unit("year_number")["year"])),
    ),
    seq(maybe(unit("t_on")), maybe(unit("t_turn")["turn"]), WEEKDAY["weekday"], maybe(PART["part"])),
    seq(unit("t_deictic")["deictic"], maybe(PART["part2"])),
)


@rule(
    seq(
        either(
            seq(
                either(
                    unit("clock_number")["clock"],
                    seq(unit("hour_number")["hour"], unit("colon"), unit("minute_number")["minute"]),
                    unit("hour_number")["hour2"],
                ),
                either(
                    seq(AM_PM, ZONE),
                    unit("t_oclock"),
                    seq(maybe(unit("t_zone_name")), unit("t_greenwich")["greenwich3"]),
                ),
            ),
            seq(unit("bare_clock")["clock2"], unit("t_greenwich")["greenwich4"]),
        ),
        maybe(maybe(one_of("comma")), _DAY),
    ),
    takes="""
        A loud crash was heard at 6.15 a.m., then shouting.
            text: 6.15 a.m.
            value: 2022-01-07T06:15
        He was shot around 7 p.m. Thursday.
            text: around 7 p.m. Thursday
            value: 2022-01-06T19:00
        The quake struck at 05:10 GMT.
            text: 05:10 GMT
            value: 2022-01-07T05:10Z
        The quake struck at 0510 GMT on Thursday.
            text: 0510 GMT on Thursday
            value: 2022-01-06T05:10Z
        The dam broke at 9:40 p.m. on Monday, January 3.
            text: 9:40 p.m. on Monday, January 3
            value: 2022-01-03T21:40
    """,
    refuses="""
        They won 7:2 at home.
        Some 7 people came.
        Some 1430 people came on Thursday.
    """,
)
def hour(m: Match) -> TimeDraft | None:
    """An hour with a.m., p.m., o'clock or GMT; its day may follow."""
    clock = m.slot("clock")
    hours, minutes = clock_of(clock[0]) if clock else (number_of(m.take("hour")[0]), number_in(m, "minute") or 0)
    when = clock_in(m, hours, minutes, day_in(m)) if hours is not None else None
    return said(m, when) if when else None
