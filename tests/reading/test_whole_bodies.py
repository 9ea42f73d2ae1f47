"""A body is called by the fullest name that the report writes of it, wherever that stands."""

from __future__ import annotations

import pytest

import khabar
from khabar.reading.speakers.whole_bodies import as_written, whole_names

TOLD = [
    # The report says more of it later, in the middle or at the end of its name.
    (
        "أعلن اتحاد العمال إضراباً عاماً. وقال رئيس اتحاد العمال العام سالم النوري إن الاتحاد لن يتراجع.",
        "اتحاد العمال العام",
    ),
    ("نفت وزارة الصحة وجود نقص في الدواء.\nووصل وفد من وزارة الصحة العامة إلى المدينة.", "وزارة الصحة العامة"),
    ('وقالت "النخيل" إن مقاتليها انسحبوا.\nوأكدت حركة "النخيل" أن الطريق فتح.', 'حركة "النخيل"'),
    ("وقالت النخيل إنها انسحبت.\nوأكدت حركة النخيل أن الطريق فتح.", "حركة النخيل"),
    # Two of one kind: neither says which is meant.
    (
        "نفت وزارة الصحة وجود نقص.\nوقالت وزارة الصحة السيلدانية إنها تنتظر.\nوقالت وزارة الصحة المندورية إنها ترفض.",
        "وزارة الصحة",
    ),
    ("نفت وزارة الصحة وجود نقص.\nوقالت وزارة الصحة السيلدانية إنها تنتظر.", "وزارة الصحة"),  # another country's, maybe
    ("وأكد الجيش أن الطريق فتح.\nوذكرت صحيفة الجيش أن القتال توقف.", "الجيش"),
    ("قال حزب النخيل إنه رد.\nوقالت كتائب حزب النخيل إنها قصفت القاعدة.", "حزب النخيل"),
]


def test_a_bare_name_is_that_of_the_country_told_before_it_unless_a_city_has_one_too() -> None:
    text = "قالت وزارة الصحة السيلدانية إنها تنتظر.\nنفت وزارة الصحة وجود نقص.\n"
    assert khabar.read(text).claims[1].speaker_name == "وزارة الصحة السيلدانية"
    other = text + "وقالت وزارة الصحة في السدر إنها ترفض."
    assert khabar.read(other).claims[1].speaker_name == "وزارة الصحة"


@pytest.mark.parametrize(("text", "name"), TOLD)
def test_who_speaks_is_called_by_the_whole_name(text: str, name: str) -> None:
    assert khabar.read(text).claims[0].speaker_name == name


def whole(*names: str) -> dict[str, str]:
    """The whole name of each of the names that has another."""
    found = whole_names(names)
    return {name: told for name in names if (told := found.get(as_written(name), name)) != name}


def test_what_is_joined_tied_or_set_in_brackets_is_no_part_of_a_name() -> None:
    assert not whole("قوات النخيل", "قوات النخيل وقوات السدر")
    assert not whole("حركة النخيل", "حركة النخيل المرتبطة بالنظام")
    assert not whole("حلف الشمال", "حلف الشمال (ناتو)")
    assert not whole("حزب النخيل", "حزب النخيل استهدفت مركزاً")
    assert not whole("قيادة الجيش", "قيادة الجيش السيطرة"), "what it announced"
    assert not whole("هيئة الأركان", "هيئة الأركان التصدي")
    assert not whole("جامعة النخيل", "جامعة النخيل في السدر")
    assert not whole("وزارة خارجية", "وزارة الخارجية السيلدانية"), "a ministry of a country that is named elsewhere"


def test_the_longest_of_names_that_go_together() -> None:
    assert whole("لجنة السد", "لجنة السد العليا", "لجنة السد العليا للإغاثة") == {
        "لجنة السد": "لجنة السد العليا للإغاثة",
        "لجنة السد العليا": "لجنة السد العليا للإغاثة",
    }
    assert whole("لجنة السد", "لجنة السد العليا", "لجنة السد المحلية") == {}


def test_a_radio_of_the_army_is_not_the_army() -> None:
    assert not whole('"جيش" الشمال', 'إذاعة "جيش" الشمال')
