"""Arabic times: whatever day is written, in the months of any country, is read back; names and verbs are left alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import khabar

LEVANT = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
)  # fmt: skip
EGYPT = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
ALGERIA = (
    "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
MOROCCO = (
    "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر",
)  # fmt: skip
PAIRS = tuple(f"{levant}/ {egypt}" for levant, egypt in zip(LEVANT, EGYPT, strict=True))
BRACKETS = tuple(f"{egypt} ({levant})" for levant, egypt in zip(LEVANT, EGYPT, strict=True))
TRADITIONS = st.sampled_from([LEVANT, EGYPT, ALGERIA, MOROCCO, PAIRS, BRACKETS])
WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
NUMERIC = ("{0.year}-{0.month:02}-{0.day:02}", "{0.day}/{0.month}/{0.year}")
FRAME = "وصلت القافلة في {} إلى البلدة"


def times(text: str, published: str | None = "2022-01-07") -> list[tuple[str, str | None]]:
    """The times of a text: words and value."""
    return [(t.text, t.value) for t in khabar.read(text, published=published, language="ar").times]


@given(st.dates(date(1800, 1, 1), date(2099, 12, 31)), TRADITIONS, st.booleans(), st.booleans())
def test_any_date_reads_back_in_every_tradition(day: date, months: tuple[str, ...], eastern: bool, named: bool) -> None:
    written = f"{day.day} {months[day.month - 1]} {day.year}"
    written = f"{WEEKDAYS[day.weekday()]} {written}" if named else written
    written = written.translate(EASTERN) if eastern else written
    assert times(FRAME.format(written)) == [(written, day.isoformat())]


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), TRADITIONS)
def test_any_month_reads_back(day: date, months: tuple[str, ...]) -> None:
    written = f"{months[day.month - 1]} {day.year}"
    assert times(FRAME.format(written)) == [(written, f"{day.year}-{day.month:02}")]


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.sampled_from(NUMERIC))
def test_any_numeric_date_reads_back(day: date, form: str) -> None:
    written = form.format(day)
    assert times(FRAME.format(written)) == [(written, day.isoformat())]


@given(st.integers(0, 23), st.integers(0, 59))
def test_any_clock_time_reads_back(hour: int, minute: int) -> None:
    written = f"الساعة {hour:02}:{minute:02}"
    assert times(f"وقع الانفجار عند {written} قرب الجسر") == [(written, f"2022-01-07T{hour:02}:{minute:02}")]


@pytest.mark.parametrize(
    "sentence",
    [
        "مارس الناخبون حقهم في هدوء",
        "استهدف القصف آبار النفط",
        "قتل أحد المتظاهرين قرب الساحة",
        "قال المدعي العام إن التحقيق مستمر",
        "نفذ العمال إضراباً عاماً في البلاد",
        "ذكرت قناة الغد أن القصف تجدد",
        "نقلت صحيفة اليوم السابع عن مصدر محلي",
        "دخل الرجل ساحة الحرية الثانية",
        "الأوضاع حالياً هادئة",
        "يتظاهرون كل خميس",
        "استمر القتال ثلاثة أيام",
        "أمهلوا الحكومة 48 ساعة",
        "عمره خمسة عشر عاماً",
        "سقط الحجر عن جسر 6 أكتوبر",
        "بعد أيام من أعمال الشغب عاد الهدوء",
        "قبل يومين من الاقتراع انسحب المرشح",
    ],
)
def test_what_is_no_time(sentence: str) -> None:
    assert times(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("وصل الوفد يوم الخميس", [("يوم الخميس", "2022-01-06")]),
        ("بالأمس سقط الجسر", [("الأمس", "2022-01-06")]),
        ("وأمس سقط الجسر", [("أمس", "2022-01-06")]),
        ("سيصل الوفد يوم الخميس", [("يوم الخميس", "2022-01-13")]),
        ("تنطلق المحادثات الثلاثاء في الجزيرة", [("الثلاثاء", "2022-01-11")]),
        ("كانت المحادثات تنطلق الثلاثاء", [("الثلاثاء", "2022-01-04")]),
    ],
)
def test_spans_and_tense(sentence: str, told: list[tuple[str, str]]) -> None:
    assert times(sentence) == told


def test_without_a_date_nothing_is_guessed() -> None:
    text = "وقع الهجوم في 13 أيار وسمع دوي يوم الخميس"
    found = khabar.read(text, language="ar").times
    assert [(t.value, t.needs) for t in found] == [("XXXX-05-13", "year"), (None, "published")]


def test_a_pair_of_different_months_is_flagged() -> None:
    report = khabar.read("وقع الهجوم في 7 شباط/ يناير 2022 قرب الجسر", published="2022-03-01", language="ar")
    assert report.times[0].value == "2022-02-07"
    assert "month_pair_mismatch" in report.document.flags


def test_a_month_takes_the_year_told_in_its_sentence() -> None:
    assert times("في عام 2015 بدأت الحملة وفي أيلول توقفت")[-1] == ("أيلول", "2015-09")


def test_the_name_of_the_outlet_holds_no_day() -> None:
    text = "الضفاف اليوم\n9 يناير 2022\n\nقُتل شخصان أمس في القصف."
    found = khabar.read(text, outlet="الضفاف اليوم").times
    assert [(t.text, t.value) for t in found] == [("9 يناير 2022", "2022-01-09"), ("أمس", "2022-01-08")]


@pytest.mark.parametrize(
    "line",
    [
        "ألماتي في 6 يناير 2022 /رواق/ قُتل شخصان أمس.",
        "بيروت - رواق | 6 كانون الثاني 2022 | قُتل شخصان أمس.",
        "نُشر في: 06/01/2022 قُتل شخصان أمس.",
    ],
)
def test_a_dateline_tells_the_day_of_a_report_without_one(line: str) -> None:
    report = khabar.read(line)
    assert (report.document.published, report.document.published_basis) == ("2022-01-06", "dateline")
    assert report.times[-1].value == "2022-01-05"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ودعت اللجنة إلى إضراب عام الأحد.", "2024-03-17"),
        ("وهدد الحزب بالتظاهر الأحد إن لم تتراجع الحكومة.", "2024-03-17"),
        ("ومن المقرر أن تجري الانتخابات الأحد.", "2024-03-17"),
        ("دعت النقابة الأحد إلى إضراب عام.", "2024-03-10"),
        ("ودعا المجلس إلى التحقيق في الحادث الذي وقع الأحد.", "2024-03-10"),
        ("ودعت المنظمة إلى التحقيق في مقتل المتظاهرين الأحد.", "2024-03-10"),
        ("وصل وفد أممي إلى تاراز الأحد لإجراء محادثات.", "2024-03-10"),
        ("حدد الرئيس الأحد لإجراء الانتخابات.", "2024-03-17"),
    ],
)
def test_what_is_called_for_or_threatened_for_a_weekday_is_to_come(text: str, value: str) -> None:
    (time,) = khabar.read(text, published="2024-03-16").times
    assert time.value == value
