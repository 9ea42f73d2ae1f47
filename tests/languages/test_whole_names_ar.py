"""Where the name of who speaks ends: proper names are in construct with nothing, so that what stands behind them is the object, a
circumstance or the predicate; and what names nobody.
"""

from __future__ import annotations

import pytest

import khabar

NAMES = [
    ("ووصفت موسكو الحملة الأخيرة بأنها خطوة عدائية.", "موسكو"),
    ("وتصف موسكو تصرفاتها في الإقليم بأنها دفاعية.", "موسكو"),
    ("وطالبت باريس تل الزيتون بتوضيحات.", "باريس"),
    ("ودعت حماس مجلس الأمن الدولي إلى عقد جلسة طارئة.", "حماس"),
    ("ودعت حماس جماهير المدينة إلى الاعتصام.", "حماس"),
    ("ووصف أوباما القيود الجديدة بأنها خطوة أولى.", "أوباما"),
    ("ودعا بايدن مجلس الشيوخ إلى التصديق على القانون.", "بايدن"),
    ("وطالبت شبكة الضفاف الإعلامية المجتمع الدولي بحماية مراسليها.", "شبكة الضفاف الإعلامية"),
    ("وأصدرت السفارة الأميركية في طوكيو بياناً، قالت فيه إن السفير لن يحضر.", "السفارة الأميركية في طوكيو"),
    ("ووجه بوتين رسالة إلى البرلمان، أعلن فيها أن الحرب ستستمر.", "بوتين"),
    ("وقال المحافظ سالم النوري وقتها إن السد سليم.", "سالم النوري"),
    ("وأعلنت البلدية حينذاك أن الجسر أغلق.", "البلدية"),
    ("وقال المتحدث باسم الوزارة رداً على الاتهامات إن المخازن فارغة.", "المتحدث باسم الوزارة"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_ends_before_what_is_no_part_of_it(text: str, name: str) -> None:
    assert khabar.read(text).claims[0].speaker_name == name


WHOLE = [
    ("وقالت القدس المحتلة إن الحصار مستمر.", "القدس المحتلة"),
    ("وقالت كوريا الجنوبية إن السفينة غرقت.", "كوريا الجنوبية"),
    ("وقال محمد الحداد إن السد سليم.", "محمد الحداد"),
    ("وطالب عمدة ماريوبول سامي ريكو المنظمات بإرسال الخيام.", "سامي ريكو"),
    ("وقالت شرطة نيويورك المحلية إن الشارع مغلق.", "شرطة نيويورك المحلية"),
]


@pytest.mark.parametrize(("text", "name"), WHOLE)
def test_adjectives_and_bearers_stay_in_a_name(text: str, name: str) -> None:
    assert khabar.read(text).claims[0].speaker_name == name


NOBODY = [
    "ودعا المحافظ سالم النوري إلى الهدوء. ودعا بناءً على ذلك إلى تشكيل لجنة.",
    'وقال المحافظ سالم النوري إن السد سليم. وأضاف ساخراً: "سنرى".',
    "وقال المحافظ سالم النوري إن السد سليم. وأكد أن بوادر التعافي بدأت تظهر في المدينة.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_circumstances_and_clauses_name_nobody(text: str) -> None:
    claims = khabar.read(text).claims
    assert [claim.speaker_name for claim in claims] == ["سالم النوري"] * 2
