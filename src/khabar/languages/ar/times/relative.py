"""Weeks, months and years told from the report's date; so many days ago; the past three weeks."""

from __future__ import annotations

from typing import cast

from khabar.grammar import Match, either, maybe, not_ahead, one_of, rule, seq, unit
from khabar.languages.ar.times.shapes import EDGE, OF, STEPS, THIS, said, turn_of, with_edge
from khabar.languages.ar.times.tense import clause_tense
from khabar.languages.calendar import Calendar, Grain, Mentioned, Step, TimeDraft, When
from khabar.languages.calendar_numbers import number_of
from khabar.languages.calendar_parts import MonthDay, NewYear, Weekend

_UNITS = ("week_one", "month_one", "year_one", "decade_one")
MANY = ("day_many", "week_many", "month_many", "year_many", "decade_many", "hour_many")
ONE = ("day_one", "week_one", "month_one", "year_one", "decade_one", "hour_one")
TWO = ("day_two", "week_two", "month_two", "year_two", "decade_two", "hour_two")
TURNED = unit("+al", some=("previous", "next", "this"))


def grain_of(m: Match, name: str) -> str:
    """The unit of time of a slot (day, week, hour …)."""
    return cast(str, m.take(name)[0]["period"][0])


@rule(
    seq(EDGE, unit("+al", some=_UNITS)["unit"], maybe(unit("before_last")["before_last"]), TURNED["adjective"]),
    takes="""
        تستأنف المفاوضات مطلع الأسبوع المقبل في الجزيرة
            text: مطلع الأسبوع المقبل
            value: 2022-W02
        تجرى الانتخابات الشهر المقبل
            text: الشهر المقبل
            value: 2022-02
        سجلت أربعون حالة منذ مطلع الشهر الجاري
            text: مطلع الشهر الجاري
            value: 2022-01
        تنتهي ولايته السنة المقبلة
            text: السنة المقبلة
            value: 2023
        أجري الاستفتاء العام قبل الماضي
            value: 2020
    """,
    refuses="""
        قال الأمين العام الحالي إن المنظمة محايدة
        عين المدعي العام السابق في المحكمة
    """,
)
def week_month_year(m: Match) -> TimeDraft | None:
    """Last, this, next week, month, year, decade; with "before" between, the one before last."""
    turn = turn_of(m)
    if turn is None:
        return None
    count = STEPS[turn] * (2 if m.slot("before_last") else 1)
    return said(m, with_edge(m, Step(cast(Grain, grain_of(m, "unit")), count)))


@rule(
    seq(EDGE, THIS, unit("+al", some=_UNITS)["unit"]),
    takes="""
        تجددت الاشتباكات هذا الأسبوع في الضاحية
            text: هذا الأسبوع
            value: 2022-W01
        ضرب الزلزال الساحل هذا الشهر
            text: هذا الشهر
            value: 2022-01
        ينتهي العمل في نهاية هذا العام
            text: نهاية هذا العام
            value: 2022-12
    """,
    refuses="""
        هذا المدعي العام معروف
        هذا الإضراب العام طويل
    """,
)
def this_week_month_year(m: Match) -> TimeDraft:
    """This week, month, year, with the demonstrative."""
    return said(m, with_edge(m, Step(cast(Grain, grain_of(m, "unit")), 0)))


@rule(
    either(
        seq(EDGE, unit("year_one", "+al")["unit"], unit("new", "+al")["new"]),
        seq(
            one_of("edge_start", "edge_end", "middle", "early", "late")["edge2"], unit("+al", some=_UNITS)["unit2"],
            not_ahead(unit("+al", some=("previous_mentioned", "next_mentioned"))),
        ),
    ),
    takes="""
        تستمر الاحتجاجات منذ بداية العام الجديد بسبب الغلاء
            text: بداية العام الجديد
            value: 2022-01-01
        الإعصار الأقوى منذ بداية العام في الأرخبيل
            text: بداية العام
            value: 2022-01
    """,
    refuses="""
        بداية المدعي العام في القضاء
        في بداية الأمر
    """,
)  # fmt: skip
def edge_of_week_month_year(m: Match) -> TimeDraft:
    """The beginning or end of the week, month or year.

    "The beginning of the new year" is its first day; of "the year" its first month.
    """
    when: When = NewYear() if m.slot("new") else Step(cast(Grain, grain_of(m, "unit")), 0)
    return said(m, with_edge(m, when, fine=m.slot("new") is not None))


@rule(
    seq(maybe(THIS["this"]), unit("weekend")["weekend"], maybe(TURNED["adjective"])),
    takes="""
        قتل حارسان خلال نهاية الأسبوع في الغابة
            text: نهاية الأسبوع
            value: 2021-W52-WE
        يقام السوق عطلة نهاية الأسبوع المقبل
            value: 2022-W02-WE
    """,
    refuses="""
        نهاية الفيلم حزينة
        أسبوع من العمل
    """,
)
def weekend(m: Match) -> TimeDraft:
    """The weekend: the latest that has begun, or last, next, this."""
    turn = "this" if m.slot("this") else turn_of(m)
    return said(m, Weekend(turn))


@rule(
    seq(
        one_of("ago", "later", but=("while",))["frame"], maybe(one_of("bound_before", "approx")["roughly"]),
        either(
            seq(unit("count_number")["count"], unit(some=(*MANY, *ONE), but=("+al", "+pron"))["unit"]),
            unit(some=(*TWO, *ONE), but=("+al", "+pron"))["unit2"],
        ),
        not_ahead(either(one_of("min", "ala", "count_number", "fraction", "rel"), seq(unit("bound_after"), unit("min")))),
    ),
    takes="""
        استولى الرعاة على المرعى قبل ثلاثة أشهر
            text: قبل ثلاثة أشهر
            value: 2021-10
        سيعود الوفد بعد أربعة أيام
            text: بعد أربعة أيام
            value: 2022-01-11
        انهار الجسر قبل عامين بعد الفيضان
            text: قبل عامين
            value: 2020
        وصلت السفينة قبل أسبوع إلى المرفأ
            text: قبل أسبوع
            value: 2021-12-31
        بدأت العملية قبل نحو أسبوع في الجبل
            text: قبل نحو أسبوع
            value: 2021-W52
    """,
    refuses="""
        بعد أيام من أعمال الشغب عاد الهدوء
        قبل ثلاثة أيام من الاقتراع انسحب
        أمهلوه ثلاثة أشهر
        بعد ظهر يوم حار
    """,
)  # fmt: skip
def so_long_ago(m: Match) -> TimeDraft | None:
    """So many days, weeks, months, years ago or from now: days and weeks give the day, longer units their own grain.
    About a week ago is no day: it gives the week.

    "Three days before the vote" counts from the vote, "after three days" in a tale of the past from what was told: both
    are left alone.
    """
    count, slot = m.slot("count"), m.take("unit")[0]
    grain, form = slot["period"]
    number = number_of(count[0]) if count else {"1": 1, "2": 2}.get(form)
    ago = "ago" in m.take("frame")[0]
    if grain == "week" and m.slot("roughly") and number is not None:
        return said(m, Step("week", -number if ago else number)) if ago or clause_tense(m) == "future" else None
    if number is None or grain == "hour" or not (ago or clause_tense(m) == "future"):
        return None
    return said(m, _distance(cast(str, grain), -number if ago else number))


@rule(
    seq(
        one_of("ago", "later")["frame"], maybe(unit("demonstrative", "same_mentioned")["that"]),
        either(
            unit("+bi", some=("day_one", "day_two", "week_one", "week_two"))["unit2"],
            seq(unit("count_number", "+bi")["count"], unit(some=("day_many", "week_many"), but=("+al", "+pron"))["unit"]),
        ),
    ),
    takes="""
        قتل حارس في 3 يناير 2022 وقبل ذلك بيوم أصيب اثنان
            text: قبل ذلك بيوم
            value: 2022-01-02
        أغلق المعبر في 3 يناير 2022 وأعيد فتحه بعد ذلك بثلاثة أيام
            text: بعد ذلك بثلاثة أيام
            value: 2022-01-06
    """,
    refuses="""
        وقبل بيوت القرية مررنا بيومين من المطر
        بعد ذلك عاد الهدوء
    """,
)  # fmt: skip
def so_long_before_that(m: Match) -> TimeDraft | None:
    """A day, two days, a week before or after that: counted from the day told last, and of no day where none was told."""
    frame, slot = m.take("frame")[0], m.take("unit")[0]
    if not (m.slot("that") or "+pron" in frame):
        return None
    grain, form = slot["period"]
    count = m.slot("count")
    number = number_of(count[0]) if count else {"1": 1, "2": 2}.get(form)
    if number is None:
        return None
    days = number * (7 if grain == "week" else 1)
    return said(m, Mentioned("day", -days if "ago" in frame else days, told=True))


def _distance(grain: str, count: int) -> When:
    if grain == "week":
        return Step("day", 7 * count)
    return Step("year", 10 * count) if grain == "decade" else Step(cast(Grain, grain), count)


@rule(
    seq(
        EDGE,
        either(
            seq(
                unit("+al", some=_UNITS)["unit"],
                either(
                    unit("+al", some=("previous_mentioned", "next_mentioned"))["turned"],
                    unit("same_mentioned", but=("demonstrative",))["same"],
                ),
            ),
            seq(unit("demonstrative", "same_mentioned")["that"], unit("+al", some=_UNITS)["unit2"]),
        ),
    ),
    takes="""
        حل المجلس في أيار 2019 وانتخب غيره في الشهر التالي
            text: الشهر التالي
            value: 2019-06
        بدأت الحرب سنة 1990 وعاد السكان في العام نفسه
            text: العام نفسه
            value: 1990
    """,
    refuses="""
        المدير العام السابق في عطلة
        المدعي العام نفسه حضر
    """,
)
def period_from_the_one_told(m: Match) -> TimeDraft:
    """The week, month or year before or after the time told last, or the same one."""
    slot = m.slot("turned")
    count = 0 if slot is None else (1 if "next_mentioned" in slot[0] else -1)
    return said(m, with_edge(m, Mentioned(cast(Grain, grain_of(m, "unit")), count)))


@rule(
    seq(
        maybe(unit("al_free")), unit("day_number", but=("+and",))["day"], maybe(OF), unit("month_one", "+al"),
        either(TURNED["adjective"], unit("same_mentioned", but=("demonstrative",))["same"]),
    ),
    takes="""
        هاجموا القافلة في 20 الشهر الماضي
            text: 20 الشهر الماضي
            value: 2021-12-20
        أعلن الحزب في 3 أيار 2019 المقاطعة وعاد عنها في 20 من الشهر نفسه
            text: 20 من الشهر نفسه
            value: 2019-05-20
        وصل في الخامس من الشهر الجاري
            text: الخامس من الشهر الجاري
            value: 2022-01-05
    """,
    refuses="""
        أصيب 20 شخصاً الشهر الماضي
        فصل عشرون عاملاً هذا الشهر
    """,
)  # fmt: skip
def day_of_this_month(m: Match) -> TimeDraft | None:
    """A day of last, this or the coming month, or of the month told before."""
    day = number_of(m.take("day")[0])
    return said(m, MonthDay(day or 0) if m.slot("same") else Calendar(None, None, day, turn_of(m)))
