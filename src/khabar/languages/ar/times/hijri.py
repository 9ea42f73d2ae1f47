"""Hijri dates, alone and with their Gregorian twin; feasts."""

from __future__ import annotations

from khabar.grammar import Match, Pattern, either, maybe, one_of, rule, seq, unit
from khabar.languages.ar.times.shapes import (
    DAY_WORD,
    EDGE,
    OF,
    TURNED,
    YEAR,
    calendar_in,
    month,
    number_in,
    said,
    turn_of,
    with_weekday,
)
from khabar.languages.calendar import TimeDraft
from khabar.languages.calendar_parts import Between
from khabar.languages.hijri import BothCalendars, Feast, HijriDate

_WEEKDAY = maybe(maybe(DAY_WORD), unit("weekday")["weekday"], maybe(unit("comma")))
_ERA = unit("hijri_era", but=("+and",))
_MONTH = seq(maybe(unit("month_one", but=("+al",))), unit("hijri_month", but=("+pron",))["hijri_month"])


def _year(era: Pattern) -> Pattern:
    return seq(
        maybe(either(OF, unit("comma"))), maybe(unit("year_one")),
        one_of("year_number", "count_number", but=("+and",))["hijri_year"], era,
    )  # fmt: skip


def _hijri(m: Match) -> HijriDate:
    month_slot, day_slot = m.slot("hijri_month"), m.slot("hijri_day")
    day = 1 if day_slot and "first_day_of" in day_slot[0] else number_in(m, "hijri_day")
    return HijriDate(number_in(m, "hijri_year"), month_slot[0]["hijri_month"] if month_slot else None, day, turn_of(m))


@rule(
    seq(
        _WEEKDAY, maybe(DAY_WORD), one_of("day_number", "first_day_of")["hijri_day"], maybe(OF), _MONTH,
        maybe(either(_year(maybe(_ERA)), TURNED["adjective"])),
    ),
    takes="""
        اكتمل السور مساء العاشر من محرم عام 61 هجرية
            text: العاشر من محرم عام 61 هجرية
            value: 0680-10-13
        صدر الأمر في 4 جمادى الآخرة 1443هـ
            text: 4 جمادى الآخرة 1443هـ
            value: 2022-01-07
        بدأ الصيام في غرة رمضان الماضي
            text: غرة رمضان الماضي
            value: 2021-04-13
    """,
    refuses="""
        ولد رجب في العاشرة صباحاً
        سلم شعبان 5 كتب إلى المكتبة
    """,
)  # fmt: skip
def hijri_day(m: Match) -> TimeDraft:
    """A day of a Hijri month; without a year the latest, or the next when the clause looks ahead."""
    return said(m, with_weekday(m, _hijri(m)))


@rule(
    seq(
        _WEEKDAY, maybe(DAY_WORD), one_of("day_number", "first_day_of")["hijri_day"], maybe(OF), _MONTH, maybe(_year(maybe(_ERA))),
        maybe(one_of("comma", "dash", "bracket_open", "slash")), maybe(unit("twin_date")), maybe(one_of("li_free", "colon")),
        maybe(DAY_WORD), unit("day_number")["day"], maybe(OF), month(), maybe(YEAR), maybe(unit("bracket_close")),
    ),
    takes="""
        عقد المجلس في 12 رجب 1443 هـ الموافق 13 فبراير 2022 م جلسته
            text: 12 رجب 1443 هـ الموافق 13 فبراير 2022 م
            value: 2022-02-13
        صدر في 4 جمادى الآخرة 1443هـ (7 يناير 2022م) عن الديوان
            value: 2022-01-07
    """,
    refuses="""
        صام شعبان 5 أيام ثم سافر في 7 يناير
        في محرم قرر المجلس عقد جلسة
    """,
)  # fmt: skip
def hijri_then_gregorian(m: Match) -> TimeDraft:
    """One day in both calendars; the Gregorian date counts, and two different days are flagged."""
    return said(m, with_weekday(m, BothCalendars(calendar_in(m), _hijri(m))))


@rule(
    seq(
        _WEEKDAY, maybe(DAY_WORD), unit("day_number")["day"], maybe(OF), month(), maybe(YEAR),
        maybe(one_of("comma", "dash", "bracket_open", "slash")),
        maybe(unit("twin_date")), maybe(one_of("li_free", "colon")),
        one_of("day_number", "first_day_of")["hijri_day"], maybe(OF), _MONTH,
        maybe(_year(maybe(_ERA))), maybe(unit("bracket_close")),
    ),
    takes="""
        افتتح الجامع في 7 يناير 2022 الموافق 4 جمادى الآخرة 1443هـ
            text: 7 يناير 2022 الموافق 4 جمادى الآخرة 1443هـ
            value: 2022-01-07
        عاد الحجاج يوم 22 يوليو 2021 (12 ذو الحجة 1442)
            value: 2021-07-22
    """,
    refuses="""
        في 7 يناير 2022 قال رجب
        وقع 7 وزراء الوثيقة
    """,
)  # fmt: skip
def gregorian_then_hijri(m: Match) -> TimeDraft:
    """The same with the Gregorian date first."""
    return said(m, with_weekday(m, BothCalendars(calendar_in(m), _hijri(m))))


@rule(
    seq(
        EDGE,
        either(
            seq(_MONTH, either(_year(_ERA), TURNED["adjective"])),
            seq(unit("month_one", but=("+al", "+pron")), unit("hijri_month")["hijri_month2"]),
            unit("hijri_month", but=("hijri_month_risky", "+pron"))["hijri_month3"],
        ),
    ),
    takes="""
        أعلنت الهدنة لمناسبة شهر رمضان المقبل
            text: شهر رمضان المقبل
            value: 2022-04-02/2022-05-01
        أغلق السوق في رجب 1442 هـ
            text: رجب 1442 هـ
            value: 2021-02-13/2021-03-13
    """,
    refuses="""
        قال رجب طيب إن الطريق سالك
        دخل الحكم صفر الإصابات
    """,
)
def hijri_month(m: Match) -> TimeDraft:
    """A Hijri month as its Gregorian first and last day; names that people bear need شهر, a year, last or next."""
    return said(m, _hijri(m))


@rule(
    either(
        seq(unit("year_one", but=("+pron",)), one_of("year_number", "count_number", but=("+and",))["hijri_year"], _ERA),
        seq(unit("year_number", but=("+and",))["hijri_year2"], _ERA),
        seq(unit("year_number", but=("+and",))["first"], one_of("dash", "slash"), unit("year_number")["last"], _ERA),
    ),
    takes="""
        فتح باب القبول للعام الدراسي 1436/1437هـ في الكلية
            text: 1436/1437هـ
            value: 2014/2016
        ولد المشتبه به في المدينة عام 1415هـ
            text: عام 1415هـ
            value: 1994/1995
        وهو من مواليد 1410 هـ
            text: 1410 هـ
            value: 1989/1990
    """,
    refuses="""
        صدر عام 1989 م
        حضر 1410 طلاب
    """,
)
def hijri_year(m: Match) -> TimeDraft:
    """A Hijri year, told by its era; it begins in one Gregorian year and ends in the next.  So do two with one era."""
    first, last = number_in(m, "first"), number_in(m, "last")
    return said(m, _hijri(m) if first is None else Between(HijriDate(first), HijriDate(last)))


# "the first, second day of the feast".
_NTH_DAY = maybe(
    either(
        seq(one_of("ordinal", "day_number")["nth"], one_of("days_of", "day_many")),
        seq(one_of("deictic", "day_one"), unit("day_number", "+al")["nth_day"], maybe(OF)),
    )
)


@rule(
    seq(_NTH_DAY, unit("feast", but=("+pron",))["feast"], maybe(either(TURNED["adjective"], YEAR))),
    takes="""
        يصادف أول أيام عيد الفطر موسم الزيتون
            text: أول أيام عيد الفطر
            value: 2022-05-02
        قصفت السوق في ثاني أيام عيد الأضحى الماضي
            text: ثاني أيام عيد الأضحى الماضي
            value: 2021-07-21
        تجمع العمال في عيد العمال الماضي
            value: 2021-05-01
    """,
    refuses="""
        احتفل بعيد ميلاده في المنزل
        العيد على الأبواب
    """,
)
def feast(m: Match) -> TimeDraft:
    """A feast that names a day: the nearest to the report, or as tense, adjective and year say.

    Movable feasts (Easter) are kept without a value: churches keep different days.
    """
    calendar, number, day = m.take("feast")[0]["feast"]
    first = m.slot("nth")
    nth = first[0].get("ordinal") if first and "ordinal" in first[0] else number_in(m, "nth") or number_in(m, "nth_day")
    return said(m, Feast(calendar, number, day, number_in(m, "year"), turn_of(m), int(nth or 1) - 1))
