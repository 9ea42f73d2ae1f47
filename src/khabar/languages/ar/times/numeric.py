"""Dates in digits alone."""

from __future__ import annotations

from khabar.grammar import Match, either, maybe, one_of, rule, seq, unit
from khabar.languages.ar.times.absolute import TODAY, WEEKDAY, dated
from khabar.languages.ar.times.shapes import said, with_weekday
from khabar.languages.calendar import Calendar, TimeDraft
from khabar.languages.calendar_numbers import date_in
from khabar.languages.hijri import HijriDate

_HIJRI_YEARS = range(1300, 1500)  # of a date without an era


@rule(
    seq(
        TODAY,
        WEEKDAY,
        either(
            unit("date_number"),
            seq(
                one_of("year_number", "day_number"), one_of("dash", "slash"), one_of("month_number", "day_number"),
                one_of("dash", "slash"), one_of("year_number", "day_number"),
            ),
        )["date"],
        maybe(one_of("hijri_era", "common_era", but=("+and",))["era"]),
    ),
    takes="""
        رسالة كتبت في 2022-01-07 بخط اليد
            text: 2022-01-07
            value: 2022-01-07
        وقعت الحادثة بتاريخ 05/12/2021 قرب الجسر
            text: 05/12/2021
            value: 2021-12-05
        نشر في 31.10.2020 على الموقع
            value: 2020-10-31
        قطع الطريق اليوم الجمعة 7/1/2022 عند الجسر
            text: اليوم الجمعة 7/1/2022
            value: 2022-01-07
        أقيمت الصلاة يوم الجمعة الموافق 4/6/1443هـ في المصلى
            text: يوم الجمعة الموافق 4/6/1443هـ
            value: 2022-01-07
    """,
    refuses="""
        صوت 15 نائباً من أصل 120
        القرار رقم 2254 لعام النزاع
        خسر الفريق 3 - 2 - 1 في الأشواط
    """,
)  # fmt: skip
def numeric_date(m: Match) -> TimeDraft | None:
    """Digits with strokes, hyphens or dots: ISO, or the day first as Arab copy writes; Hijri by the era or the year."""
    parts, era = m.take("date"), m.slot("era")
    spaced = any(left.end != right.start for left, right in zip(parts, list(parts)[1:], strict=False))
    if spaced and not all("slash" in part for part in list(parts)[1::2]):
        return None
    written = "".join(part.view for part in parts)
    try:
        year, number, day = date_in(written, plain=False)
    except ValueError:
        return None
    hijri = "hijri_era" in era[0] if era else year in _HIJRI_YEARS
    return said(m, dated(m, with_weekday(m, HijriDate(year, number, day) if hijri else Calendar(year, number, day))))
