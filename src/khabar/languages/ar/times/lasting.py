"""Stretches that end or begin on the report's day: the past three weeks, the last 24 hours."""

from __future__ import annotations

from typing import cast

from khabar.grammar import Match, either, maybe, not_behind, one_of, rule, seq, unit
from khabar.languages.ar.times.relative import MANY, ONE, TURNED, TWO, grain_of
from khabar.languages.ar.times.shapes import STEPS, said, turn_of
from khabar.languages.calendar import Grain, Lasting, TimeDraft
from khabar.languages.calendar_numbers import number_of


@rule(
    seq(
        not_behind(one_of("every")),
        either(
            seq(
                unit("+al", some=(*MANY, *TWO))["unit"], maybe(unit("al_free")), maybe(unit("few")),
                maybe(unit("count_number")["count"]),
            ),
            seq(maybe(unit("al_free")), unit("count_number")["count2"], unit(some=(*MANY, *ONE), but=("+al",))["unit2"]),
        ),
        TURNED["adjective"],
    ),
    takes="""
        قتل حارسان خلال الأيام الثلاثة الماضية في الحي
            text: الأيام الثلاثة الماضية
            value: 2022-01-04/2022-01-07
        سجلت الوزارة إصابات خلال الساعات الـ24 الماضية
            text: الساعات الـ24 الماضية
            value: 2022-01-06/2022-01-07
        نقل الجرحى خلال الـ 24 ساعة الماضية
            text: الـ 24 ساعة الماضية
            value: 2022-01-06/2022-01-07
        تغيرت البلدة في السنوات العشر الماضية
            value: 2012-01-07/2022-01-07
    """,
    refuses="""
        الأيام الماضية صعبة على الأهالي
        سجن ثلاثة أعوام
    """,
)  # fmt: skip
def past_so_long(m: Match) -> TimeDraft | None:
    """The past three days, the coming ten years: a stretch that ends or begins on the report's day.

    Without a number ("the past days") it has no ends and is left alone.
    """
    count, slot, turn = m.slot("count"), m.take("unit")[0], turn_of(m)
    grain, form = slot["period"]
    number = number_of(count[0]) if count else {"2": 2}.get(form)
    if number is None or turn not in ("past", "next"):
        return None
    if grain == "hour":
        grain, number = "day", max(1, round(number / 24))
    return said(m, Lasting(cast(Grain, grain), STEPS[turn] * number))


@rule(
    seq(
        unit("latest", but=("+al",)),
        unit("count_number")["count"],
        unit(some=(*MANY, *ONE), but=("+al", "+pron"))["unit"],
    ),
    takes="""
        قتل حارسان خلال آخر 24 ساعة في الحي
            text: آخر 24 ساعة
            value: 2022-01-06/2022-01-07
        هطل المطر في آخر ثلاثة أيام بلا توقف
            text: آخر ثلاثة أيام
            value: 2022-01-04/2022-01-07
    """,
    refuses="""
        وصل آخر 24 نازحاً إلى المخيم
    """,
)
def last_so_long(m: Match) -> TimeDraft | None:
    """The last 24 hours, the last three days, with "last" before the number."""
    number, grain = number_of(m.take("count")[0]), grain_of(m, "unit")
    if number is None:
        return None
    if grain == "hour":
        grain, number = "day", max(1, round(number / 24))
    return said(m, Lasting(cast(Grain, grain), -number))
