"""Verbs of speech that are spelt like nouns, right behind the circumstance with which their sentence opens."""

from __future__ import annotations

import pytest

from read_claims import said, speakers


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("وفي إحصائية أولى ذكر المعهد الكندي أن 170 شخصا عادوا.", ("المعهد الكندي", "170 شخصا عادوا")),
        ("وفي تصريح صحفي ذكر الوزير أن الطريق فتح.", ("الوزير", "الطريق فتح")),
        ("وفي خطاب متلفز ذكر الرئيس أن الطريق فتح.", ("الرئيس", "الطريق فتح")),
        ("ومن تاراز ذكر الوزير أن الطريق فتح.", ("الوزير", "الطريق فتح")),
        ("وبعد الاجتماع بين الوزير أن الطريق فتح.", ("الوزير", "الطريق فتح")),
        ("وفي تغريدة على تويتر طالب الوزير بفتح الطريق.", ("الوزير", "فتح الطريق")),
        ("وخلال لقاء صحفي أمل الوزير أن يفتح الطريق.", ("الوزير", "يفتح الطريق")),
    ],
)
def test_who_says_so_behind_a_circumstance(text: str, claim: tuple[str, str]) -> None:
    assert said(text) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "وفي ظل رفض الحكومة أن يفتح الطريق، عاد السكان.",
        "ومع أمل السكان أن يفتح الطريق، عاد الوزير.",
        "وفي غياب ذكر الوزير أن الطريق مغلق، عاد السكان.",
        "وفي لقاء بين الوزير والسفير تقرر أن يفتح الطريق.",
    ],
)
def test_a_noun_that_the_circumstance_governs_says_nothing(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("وكانت وكالة «المرفأ» قد نقلت عن مصادر كندية، رفض البلدية إغلاق الجسر.", ["مصادر كندية", "البلدية"]),
        ("نقلت وكالة النهر عن مصدر كندي إعلان الحكومة فتح الطريق.", ["مصدر كندي", "الحكومة"]),
        ("نقلت وكالة النهر عن مصدر كندي نفي الحكومة للأنباء.", ["مصدر كندي", "الحكومة"]),
    ],
)
def test_an_act_of_another_is_carried_of_a_source(text: str, who: list[str]) -> None:
    assert speakers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قتل أربعة أشخاص، حسب مصدر عسكري كندي أوضح أن الهجوم وقع ليلا.", ["مصدر عسكري كندي"] * 2),
        ("وأغلق الطريق، وفق شهود قالوا إن الناس غادروا.", ["شهود"] * 2),
        ("وبحسب مصدر أمني، أكد الوزير أن الطريق مغلق.", ["مصدر أمني", "الوزير"]),
        ("وبحسب مصدر أمني أكد الوزير أن الطريق مغلق.", ["مصدر أمني", "الوزير"]),
    ],
)
def test_a_source_behind_according_to_says_more(text: str, who: list[str]) -> None:
    assert speakers(text) == who
