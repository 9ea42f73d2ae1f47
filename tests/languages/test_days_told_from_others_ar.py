"""Days that are counted from another day than the report's: that of who spoke, or the one told before."""

from __future__ import annotations

import pytest

import khabar


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # Written on Sunday, printed on Monday.
        ("قال مسؤولون الأحد إن مسلحين أحرقوا الجسر الليلة الماضية.", ["2022-01-09", "2022-01-08TNI"]),
        ("أعلنت الشرطة يوم الأحد أن سجينين فرا الليلة الماضية.", ["2022-01-09", "2022-01-08TNI"]),
        ("أحرق مسلحون الجسر الليلة الماضية.", ["2022-01-09TNI"]),
        ("قال مسؤولون أمس إن مسلحين أحرقوا الجسر الليلة الماضية.", ["2022-01-09", "2022-01-09TNI"]),
        ("قُتل حارس الثلاثاء، وأحرق مسلحون الجسر الليلة الماضية.", ["2022-01-04", "2022-01-09TNI"]),
        ("قُتل حارس الأحد، وأحرق مسلحون الجسر الليلة الماضية.", ["2022-01-09", "2022-01-09TNI"]),
        # So long before or after what was told.
        ("قُتل حارس الأحد.\nوقبل ذلك بيوم أصيب ثلاثة.", ["2022-01-09", "2022-01-08"]),
        ("وصل الوفد في 3 يناير وغادر بعد ذلك بيومين.", ["2022-01-03", "2022-01-05"]),
        # A month just over, in which somebody said that they would act.
        ("أعلنت الجماعة أنها ستصعد هجماتها في منتصف ديسمبر.", ["2021-12"]),
        ("ستجرى الانتخابات في مارس.", ["2022-03"]),
        ("ستفتح الجامعة أبوابها في 10 ديسمبر.", ["2022-12-10"]),
        ("ستجرى الانتخابات في أكتوبر.", ["2022-10"]),
        # Whose side the caller is on is not what they call for.
        ("دعا زعيم الحزب الموالي للعمال السبت الحكومة إلى التفاوض.", ["2022-01-08"]),
        ("دعا الحزب لإضراب السبت.", ["2022-01-15"]),
    ],
)
def test_a_day_is_counted_from_the_day_its_words_mean(text: str, values: list[str]) -> None:
    report = khabar.read(text, published="2022-01-10")
    assert [t.value for t in report.times] == values


def test_before_that_is_no_day_where_none_was_told() -> None:
    assert all(t.value is None for t in khabar.read("وقبل ذلك بيوم أصيب ثلاثة حراس.", published="2022-01-10").times)
