"""Dates with a month or a year in them, in the month names of all Arabic traditions."""

from __future__ import annotations

from khabar.grammar import Match, behind, either, maybe, not_ahead, one_of, rule, seq, unit
from khabar.languages.ar.times.shapes import (
    AFTER,
    BEFORE,
    CLOSE,
    DAY_WORD,
    EDGE,
    OF,
    OPEN,
    TURN,
    YEAR,
    calendar_in,
    month,
    month_in,
    number_in,
    said,
    with_edge,
    with_part,
    with_weekday,
)
from khabar.languages.calendar import Calendar, TimeDraft, When
from khabar.languages.calendar_parts import Between, Dated
from khabar.text.fold import fold_word

_AUGUST = "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}\N{ARABIC LETTER BEH}"
# "Friday, 7": a weekday may stand before the day of the month, with a comma or "corresponding to" between.
TODAY = maybe(unit("deictic", but=("+pron",))["deictic"], maybe(unit("comma")))
WEEKDAY = maybe(
    maybe(DAY_WORD), unit("weekday")["weekday"], maybe(unit("comma"), not_ahead(DAY_WORD)), maybe(unit("twin_date"))
)
_DAY = seq(
    maybe(DAY_WORD),
    either(seq(maybe(unit("al_free")), unit("day_number")["day"]), unit("first_day_of")["first_day_of"]),
    maybe(OF),
)


def dated(m: Match, day: When) -> When:
    """The date with the word for today or yesterday that stands before it."""
    slot = m.slot("deictic")
    return Dated(day, slot[0]["deictic"]) if slot else day


@rule(
    seq(BEFORE, TODAY, WEEKDAY, _DAY, month(), either(YEAR, TURN), AFTER),
    takes="""
        اندلع الحريق في 14 شباط 2005 في الميناء القديم
            text: 14 شباط 2005
            value: 2005-02-14
        وصل الوفد في 7 كانون الثاني/ يناير 2022 إلى نهرين
            text: 7 كانون الثاني/ يناير 2022
            value: 2022-01-07
        صدر المرسوم في 5 جانفي 2022 عن الوزارة
            value: 2022-01-05
        نفي الأمير في 20 غشت 1953 إلى الجزيرة
            value: 1953-08-20
        انطلقت الثورة في فاتح نوفمبر 1954 بالجبال
            text: فاتح نوفمبر 1954
            value: 1954-11-01
        بدأ الإضراب في الثاني والعشرين من فبراير 2019
            text: الثاني والعشرين من فبراير 2019
            value: 2019-02-22
        انتخب المجلس في 24 أكتوبر/تشرين الأول الماضي
            text: 24 أكتوبر/تشرين الأول الماضي
            value: 2021-10-24
        سقط الجسر اليوم الجمعة 7 كانون الثاني 2022 بعد الفيضان
            text: اليوم الجمعة 7 كانون الثاني 2022
            value: 2022-01-07
        وقع الاتفاق مساء الخميس 6 يناير (كانون الثاني) 2022 في القصر
            text: مساء الخميس 6 يناير (كانون الثاني) 2022
            value: 2022-01-06TEV
    """,
    refuses="""
        أوقعت الحرب منذ 15 أبريل، 1800 قتيل
        شارك 14 لاعباً في البطولة 2005
        رصدت اللجنة 7 حالات في يناير
    """,
)
def day_of_month_and_year(m: Match) -> TimeDraft:
    """A day with its month and its year, or with "last", "coming", "of this year" in the year's place.

    Months stand alone or as a pair of two traditions; a pair that names two months is flagged.
    """
    return said(m, with_part(m, dated(m, with_weekday(m, calendar_in(m)))))


@rule(
    seq(BEFORE, TODAY, WEEKDAY, _DAY, month(), AFTER),
    takes="""
        اعتقل الرئيس السابق في 7 كانون الأول/ديسمبر بعد محاولة حل المجلس
            text: 7 كانون الأول/ديسمبر
            value: 2021-12-07
        سيجري الاقتراع في 18 حزيران
            value: 2022-06-18
        غادرت السفينة يوم 3 يناير مرفأ الرمل
            text: يوم 3 يناير
            value: 2022-01-03
        سنستأنف المسيرات بدءاً من 2 أيار في العاصمة
            text: 2 أيار
            value: 2022-05-02
        انتهت المهلة الأحد 2 يناير من دون اتفاق
            text: الأحد 2 يناير
            value: 2022-01-02
    """,
    refuses="""
        جلس 12 وزيراً حول الطاولة
        رصدوا المخالفات في النصف الأول من حزيران
        عاد ثلاثة من اللاعبين في اليوم نفسه
    """,
)
def day_of_month(m: Match) -> TimeDraft | None:
    """A day and month without a year: the latest, or the next when the clause looks ahead; a half of a month is no day."""
    half = m.first and "half_name" in m.units[m.first - 1]
    return None if half else said(m, with_part(m, dated(m, with_weekday(m, calendar_in(m)))))


@rule(
    seq(EDGE, month(), YEAR),
    takes="""
        بدأت الحملة في شباط/ فبراير 2018 شمال السهل
            text: شباط/ فبراير 2018
            value: 2018-02
        أعلن الجيش في نهاية أبريل 2020 حصيلة جديدة
            text: نهاية أبريل 2020
            value: 2020-04
        حل المجلس في مطلع شهر مارس من عام 2017
            text: مطلع شهر مارس من عام 2017
            value: 2017-03
    """,
    refuses="""
        عاد 2018 لاجئاً إلى قراهم
        أجرى الفريق في المختبر 2018 فحصاً
    """,
)
def month_and_year(m: Match) -> TimeDraft:
    """A month with its year; the words for its beginning and end are kept beside the value."""
    return said(m, with_edge(m, calendar_in(m)))


@rule(
    seq(EDGE, month(), TURN),
    takes="""
        اندلعت الاحتجاجات في ديسمبر الماضي بسبب الغلاء
            text: ديسمبر الماضي
            value: 2021-12
        يعقد المؤتمر في حزيران/يونيو المقبل
            text: حزيران/يونيو المقبل
            value: 2022-06
        تراجعت الأسعار خلال أيار من العام الماضي
            text: أيار من العام الماضي
            value: 2021-05
    """,
    refuses="""
        زار الفريق الماضي في الترتيب ملعب القرية
        جاء الرد في البيان الماضي
    """,
)
def month_with_turn(m: Match) -> TimeDraft:
    """A month with last, coming, current, or with the year that is meant."""
    return said(m, with_edge(m, calendar_in(m)))


@rule(
    either(
        seq(EDGE, either(
            seq(
                unit("month_one", but=("+al", "+pron")), unit("month")["month"],
                maybe(one_of("slash", "dash"), unit("month")["month_twin2"]),
            ),
            seq(unit("month", but=("+pron",))["month2"], maybe(one_of("slash", "dash")), unit("month")["month_twin"]),
            seq(unit("month", but=("+pron",))["month3"], OPEN, unit("month")["month_in_brackets"], CLOSE),
            unit("month", but=("month_risky", "+pron", "+al"))["month4"],
        )),
        seq(one_of("edge_start", "edge_end", "middle", "early", "late")["edge2"], unit("month_risky")["month5"]),
    ),
    takes="""
        علقت الجامعة نشاط النادي في تشرين الثاني/نوفمبر لأسباب أمنية
            text: تشرين الثاني/نوفمبر
            value: 2021-11
        بدأت المفاوضات في مطلع يوليو (تموز) مع المعارضة
            text: مطلع يوليو (تموز)
            value: 2021-07
        سيوافق المجلس في شباط على الموازنة
            text: شباط
            value: 2022-02
        وقع الهجوم في شهر مارس غرب البلاد
            text: شهر مارس
            value: 2021-03
    """,
    refuses="""
        مارس اللاعبون تدريباتهم في الساحة
        آب المسافر إلى قريته
        استهدف القصف آبار النفط
    """,
)  # fmt: skip
def month_alone(m: Match) -> TimeDraft:
    """A bare month: the latest one, or the next when the clause looks ahead.

    مارس (he practised), آب (he returned), ماي (a surname) are months only beside شهر, a twin, or a word for an edge.
    """
    return said(m, with_edge(m, calendar_in(m)))


@rule(
    seq(behind(unit("fi")), unit("month_risky", but=("+pron",))["month"]),
    takes="""
        انتهت الهدنة في مارس وعاد القتال
            text: مارس
            value: 2021-03
        افتتح المعبر في آب أمام الشاحنات
            text: آب
            value: 2021-08
    """,
    refuses="""
        مارس الناخبون حقهم في الاقتراع
        قال إنه في مكان آب إليه
    """,
)
def risky_month_after_in(m: Match) -> TimeDraft | None:
    """After في a word such as مارس or آب is a month, for no finite verb stands there."""
    word = m.take("month")[0]
    if word.view == fold_word(_AUGUST) and _AUGUST[0] not in word.text:
        return None  # a town (Ibb) or a father; the month is written with its madda
    return said(m, Calendar(None, month_in(m)))


@rule(
    seq(
        maybe(one_of("min", "between")), maybe(DAY_WORD), unit("day_number")["first_day"],
        one_of("ila", "until", "and_free", "dash"), maybe(DAY_WORD),
        unit("day_number")["day"], maybe(OF), month(), maybe(either(YEAR, TURN)),
    ),
    takes="""
        امتد المعرض من 10 إلى 15 أيار 2021 بلا مطر
            text: من 10 إلى 15 أيار 2021
            value: 2021-05-10/2021-05-15
        زار الوفد المخيم من 3 حتى 5 يناير
            value: 2022-01-03/2022-01-05
    """,
    refuses="""
        أصيب من 10 إلى 15 شخصاً في الساحة
        بين 3 و5 قرى بلا كهرباء
    """,
)  # fmt: skip
def days_of_one_month(m: Match) -> TimeDraft | None:
    """From one day to another of the same month."""
    last, first = calendar_in(m), number_in(m, "first_day")
    if not isinstance(last, Calendar) or first is None:
        return None
    return said(m, Between(Calendar(last.year, last.month, first, last.turn), last))
