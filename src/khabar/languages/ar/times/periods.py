"""Stretches of months, and what divides or gathers years: decades, centuries, quarters, halves, seasons."""

from __future__ import annotations

from khabar.grammar import Match, behind, either, maybe, one_of, rule, seq, unit
from khabar.languages.ar.times.shapes import (
    ANY_YEAR,
    EDGE,
    OF,
    STEPS,
    THIS,
    TURNED,
    YEAR_WORD,
    month,
    month_in,
    number_in,
    said,
    turn_of,
    year_in,
)
from khabar.languages.calendar import Calendar, Fixed, Season, Step, TimeDraft
from khabar.languages.calendar_numbers import number_of
from khabar.languages.calendar_parts import Between, PartOfYear, SameStretch


@rule(
    seq(
        maybe(one_of("two_months", "period_word")),
        maybe(one_of("between", "min")),
        EDGE, month("first"),
        maybe(unit("year_number", but=("+and",))["first_year"]),
        maybe(unit("comma")),
        one_of("and_free", "ila", "until", "dash"),
        maybe(one_of("edge_start", "edge_end", "middle", "early", "late")),
        month("last"),
        maybe(either(seq(maybe(OF), maybe(YEAR_WORD), unit("year_number", but=("+and",))["year"]), TURNED["adjective"])),
    ),
    takes="""
        هطلت الأمطار من آذار إلى أيار 2021 بلا توقف
            text: من آذار إلى أيار 2021
            value: 2021-03/2021-05
        أغلق المعبر من تشرين الثاني/نوفمبر حتى كانون الأول/ديسمبر
            value: 2021-11/2021-12
    """,
    refuses="""
        سار من القرية إلى المدينة في أيار
        انتقل الملف من مارس نشاطه إلى غيره
    """,
)  # fmt: skip
def months_in_a_row(m: Match) -> TimeDraft:
    """From one month to another."""
    first, last = month_in(m, "first"), month_in(m, "last")
    turn = turn_of(m)
    ends = (Calendar(number_in(m, "first_year"), first, None, turn), Calendar(number_in(m, "year"), last, None, turn))
    return said(m, Between(*ends))


@rule(
    seq(
        maybe(one_of("between", "min")), unit("day_number")["first_day"], maybe(OF), month("first"),
        maybe(unit("year_number", but=("+and",))["first_year"]), maybe(unit("comma")),
        one_of("and_free", "ila", "until", "dash"), unit("day_number")["last_day"], maybe(OF), month("last"),
        maybe(either(seq(maybe(OF), maybe(YEAR_WORD), unit("year_number", but=("+and",))["year"]), TURNED["adjective"])),
    ),
    takes="""
        نزح الأهالي بين 1 كانون الثاني و10 أيار 2021 مرتين
            text: بين 1 كانون الثاني و10 أيار 2021
            value: 2021-01-01/2021-05-10
        يقام المعرض من 28 شباط 2022 إلى 5 آذار 2022
            text: من 28 شباط 2022 إلى 5 آذار 2022
            value: 2022-02-28/2022-03-05
    """,
    refuses="""
        وصل 3 سياح و10 صحافيين في أيار
        سافر في 3 أيار وعاد يوم 10 منه
    """,
)  # fmt: skip
def days_of_two_months(m: Match) -> TimeDraft | None:
    """From a day of one month to a day of another; two days joined by "and" need "between" before them."""
    joined = "and_free" in m.units[m.take("last_day").first - 1]
    if joined and "between" not in m.whole[0]:
        return None
    turn = turn_of(m)
    first = Calendar(number_in(m, "first_year"), month_in(m, "first"), number_in(m, "first_day"), turn)
    return said(m, Between(first, Calendar(number_in(m, "year"), month_in(m, "last"), number_in(m, "last_day"), turn)))


@rule(
    seq(
        maybe(one_of("two_months", "period_word")), maybe(one_of("between", "min")), EDGE, month("first"), maybe(unit("comma")),
        either(
            seq(
                one_of("edge_start", "edge_end", "middle", "early", "late"), maybe(unit("month_one", but=("+al",))),
                unit("month")["last"],
            ),
            seq(unit("month_one", "+and", but=("+al",)), unit("month")["last2"]),
            unit("month", "+and")["last3"],
        ),
        maybe(either(seq(one_of("slash", "dash"), unit("month")["last_twin"]))),
        maybe(seq(maybe(OF), maybe(YEAR_WORD), unit("year_number", but=("+and",))["year"])),
    ),
    takes="""
        خفضت الحصص بين شباط/فبراير وأيار/مايو 2021 مرتين
            text: بين شباط/فبراير وأيار/مايو 2021
            value: 2021-02/2021-05
        تهطل الأمطار بين شهري نيسان وأيار
            value: 2021-04/2021-05
    """,
    refuses="""
        في أيار 2020 ووصل الوفد
        زار المعرض في نيسان والمتحف في الصيف
    """,
)  # fmt: skip
def two_months(m: Match) -> TimeDraft | None:
    """Two months joined by "and": a stretch after "between", else one after the other."""
    first, last = month_in(m, "first"), month_in(m, "last")
    if first == last:
        return None
    return said(m, Between(Calendar(None, first), Calendar(number_in(m, "year"), last)))


@rule(
    seq(
        EDGE, unit("decade_name")["decade"], maybe(OF),
        maybe(unit("century_one", "+al"), maybe(either(TURNED, unit("day_number"))["century"])),
    ),
    takes="""
        انهارت الدولة في أوائل تسعينيات القرن الماضي
            text: أوائل تسعينيات القرن الماضي
            value: 199X
        بني السد في الستينات
            text: الستينات
            value: 196X
    """,
    refuses="""
        خطفت امرأة في الستين من عمرها
        سلمت السلطات تسعين معتقلاً
    """,
)  # fmt: skip
def decade(m: Match) -> TimeDraft | None:
    """A decade by its tens: of the last century unless another is named."""
    century = m.slot("century")
    if century is None or "previous" in century[0] or "previous_mentioned" in century[0]:
        start = 1900
    elif number_of(century[0]) is not None:
        start = 100 * ((number_of(century[0]) or 1) - 1)
    else:
        start = 2000
    return said(m, Fixed(f"{(start + m.take('decade')[0]['decade_name']) // 10}X"))


@rule(
    seq(EDGE, unit("century_one", "+al"), either(TURNED["adjective"], unit("day_number", "+al")["century"])),
    takes="""
        كبرى أزمات القرن الحادي والعشرين
            text: القرن الحادي والعشرين
            value: 20XX
        شيد الجسر مطلع القرن الماضي
            text: مطلع القرن الماضي
            value: 19XX
    """,
    refuses="""
        عقد المؤتمر عن القرن الأفريقي في العاصمة
        صفقة القرن رفضت
    """,
)
def century(m: Match) -> TimeDraft | None:
    """A century by its number, or the last, this, the coming one."""
    number = number_in(m, "century")
    if number is not None:
        return said(m, Fixed(f"{number - 1:02}XX"))
    turn = turn_of(m)
    return said(m, Step("century", STEPS[turn])) if turn else None


@rule(
    seq(
        one_of("quarter_name", "half_name", but=("+pron",))["part_name"],
        unit("day_number", "+al")["which"],
        either(ANY_YEAR, seq(maybe(OF), unit("year_one", "+al")["bare_year"])),
    ),
    takes="""
        انخفض العدد في النصف الأول من العام بعد الهدنة
            text: النصف الأول من العام
            value: 2022-H1
        زاد الحصاد في الربع الأول من 2022 بنصف طن
            text: الربع الأول من 2022
            value: 2022-Q1
        نقص المحصول في النصف الثاني من العام الماضي
            text: النصف الثاني من العام الماضي
            value: 2021-H2
    """,
    refuses="""
        سجل هدفاً في الشوط الثاني من مباراة 2022
        أكل نصف الرغيف الأول في عام قاس
    """,
)
def part_of_year(m: Match) -> TimeDraft | None:
    """A quarter or half of a year."""
    which, found = number_in(m, "which"), Step("year", 0) if m.slot("bare_year") else year_in(m)
    quarter = "quarter_name" in m.take("part_name")[0]
    if found is None or which is None or which > (4 if quarter else 2):
        return None
    return said(m, PartOfYear(f"{'Q' if quarter else 'H'}{which}", found))


@rule(
    seq(
        EDGE,
        either(
            seq(unit("season", but=("+pron",))["season"], ANY_YEAR),
            seq(unit("season", "+al")["season2"], TURNED["turned"]),
            seq(THIS["this_season"], unit("season", "+al")["season3"]),
            seq(behind(unit("since")), unit("season", "+al")["season4"]),
        ),
    ),
    takes="""
        نزح السكان في صيف 2019 إلى الساحل
            text: صيف 2019
            value: 2019-SU
        جفت البئر الصيف الماضي
            text: الصيف الماضي
            value: 2021-SU
        تبدأ الأشغال في الربيع المقبل
            value: 2022-SP
    """,
    refuses="""
        ثورات الربيع العربي غيرت المنطقة
        وصل ربيع إلى المكتب
    """,
)
def season(m: Match) -> TimeDraft:
    """A season with its year, or last, next, this; after "since" also alone."""
    code = m.take("season")[0]["season"]
    if m.slot("turned"):
        return said(m, Season(code, turn_of(m, "turned")))
    if m.slot("this_season"):
        return said(m, Season(code, "this"))
    found = year_in(m)
    return said(m, PartOfYear(code, found) if found else Season(code))


@rule(
    seq(
        unit("period_word"), unit("same_mentioned", but=("demonstrative",)), maybe(OF),
        either(
            seq(unit("year_one", "+al"), TURNED["adjective"]),
            seq(maybe(YEAR_WORD), unit("year_number", but=("+and",))["year"]),
        ),
    ),
    takes="""
        زادت الحوادث في النصف الأول من 2021 عن الفترة نفسها من العام الماضي
            text: الفترة نفسها من العام الماضي
            value: 2021-H1
        بلغت الصادرات في 2020 ضعف المدة ذاتها من العام الجاري
            text: المدة ذاتها من العام الجاري
            value: 2022
        هبط الإنتاج في الربع الأول من 2021 عن الفترة نفسها من عام 2019
            text: الفترة نفسها من عام 2019
            value: 2019-Q1
        وصل ألف مهاجر منذ مطلع العام الجاري، مقابل مئة في الفترة ذاتها من عام 2020
            text: الفترة ذاتها من عام 2020
            value: 2020-01-01/2020-01-07
    """,
    refuses="""
        في الفترة الماضية هدأ القتال
        المدة نفسها لا تكفي
    """,
)  # fmt: skip
def same_period_of_year(m: Match) -> TimeDraft | None:
    """The same period of another year: the time told last, with that year."""
    turn, since = turn_of(m), any("since" in unit_ for unit_ in m.units[: m.first])
    found = Step("year", STEPS[turn]) if turn else year_in(m)
    return said(m, SameStretch(found, since)) if found else None
