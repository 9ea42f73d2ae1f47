"""Who speaks in an Arabic headline: the name before a colon, the source that "and" joins to the news."""

from __future__ import annotations

import pytest

from khabar import read

BODY = "\n\nوصلت القافلة إلى المدينة صباحاً بعد يوم من الانتظار عند المعبر."


def told(headline: str) -> list[tuple[str, str]]:
    """Speaker and content of the claims of a headline."""
    return [(c.speaker_name, c.content.text) for c in read(headline + BODY, published="2022-01-07").claims]


@pytest.mark.parametrize(
    ("headline", "claims"),
    [
        ("موسكو: استعادة السيطرة على مطار ألماتي", [("موسكو", "استعادة السيطرة على مطار ألماتي")]),
        ("بيروت: انفجار في المرفأ", []),
        ("لبنان: إسرائيل تقصف الجنوب", []),
        ("روسيا: ليس لدينا قمح مجاني", [("روسيا", "ليس لدينا قمح مجاني")]),
        ("مقال بمجلة تايم: السلاح لا يحمي أحداً", [("مجلة تايم", "السلاح لا يحمي أحداً")]),
        ("الرسامة التونسية هند الراوي: البحر ذاكرة", [("هند الراوي", "البحر ذاكرة")]),
        ("البروفيسور الجزائري عبد الرزاق الزين: اللغة بيت", [("عبد الرزاق الزين", "اللغة بيت")]),
        ("عمر السيد: ضيوف كثر زاروا المعرض", [("عمر السيد", "ضيوف كثر زاروا المعرض")]),
        (
            "مدير المهرجان الدولي للفيلم التجريبي: الدورة مؤجلة",
            [("مدير المهرجان الدولي للفيلم التجريبي", "الدورة مؤجلة")],
        ),
        ("النتيجة: خسارة كبرى للجميع", []),
        ("مصدران أمنيان: قائد الفرقة زار الجبهة سراً", [("مصدران أمنيان", "قائد الفرقة زار الجبهة سراً")]),
        ("الجيش يدخل البلدة ورئيس البلدية: لن نغادر", [("رئيس البلدية", "لن نغادر")]),
        ("أثينا ترد على أنقرة: لن نقبل الاستفزاز", [("أثينا", "لن نقبل الاستفزاز")]),
        ("الوزير يعلق على الأزمة: لن أستقيل", [("الوزير", "لن أستقيل")]),
        ("رويترز: الحرب على الفساد.. حصيلة عام", [("رويترز", "الحرب على الفساد.. حصيلة عام")]),
    ],
)
def test_the_colon_of_a_headline(headline: str, claims: list[tuple[str, str]]) -> None:
    assert told(headline) == claims


@pytest.mark.parametrize(
    ("headline", "speaker", "content"),
    [
        ("تزايد الضغوط لكشف الملابسات وواشنطن تتهم موسكو بالتهرب", "واشنطن", "التهرب"),
        ("مقتل 12 جندياً في كمين والجيش يتوعد بالرد", "الجيش", "الرد"),
        ("رابطة تطالب بإغلاق المصنع", "رابطة", "إغلاق المصنع"),
    ],
)
def test_the_accused_is_never_the_accuser(headline: str, speaker: str, content: str) -> None:
    assert (speaker, content) in told(headline)
    assert all(name == speaker for name, _ in told(headline))


def test_two_countries_after_a_preposition_are_no_subject() -> None:
    assert told("المحادثات مع مصر والأردن تؤكد أن الحل قريب") == []
