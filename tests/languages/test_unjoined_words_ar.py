"""Words that nothing introduces: no "that", no colon, or marks around few of them."""

from __future__ import annotations

import pytest

import khabar


def told(text: str) -> list[tuple[str, str]]:
    """Speaker and content of every claim of a text."""
    return [(c["speaker_name"], c["content"]["text"]) for c in khabar.read(text).to_dict()["claims"]]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("وأضاف يتم حالياً تفتيش المرفأ القديم.", "?", "يتم حالياً تفتيش المرفأ القديم"),
        ("وأضاف لدينا عدد من القوارب المعطلة.", "?", "لدينا عدد من القوارب المعطلة"),
        ("وقال هناك نقص في الخيام.", "?", "هناك نقص في الخيام"),
        ("وأضافت لا توجد خيام في المدينة.", "?", "لا توجد خيام في المدينة"),
        ("وأضاف الوزير لقد انتهى الفيضان.", "الوزير", "لقد انتهى الفيضان"),
        ("وقال سالم النوري للضفاف نريد العودة إلى بيوتنا.", "سالم النوري", "نريد العودة إلى بيوتنا"),
        ("وقال سالم النوري للضفاف لن نعود إلى بيوتنا.", "سالم النوري", "لن نعود إلى بيوتنا"),
        ("وقال في تصريح خاص لـ«الضفاف» نرحب بكل من يعود.", "?", "نرحب بكل من يعود"),
        ("وقال سالم النوري لـ «الضفاف» الميناء مفتوح والسفن قادمة.", "سالم النوري", "الميناء مفتوح والسفن قادمة"),
    ],
)
def test_a_clause_that_nobody_else_can_have_begun(text: str, speaker: str, words: str) -> None:
    assert told(text) == [(speaker, words)]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("وقال المعهد «نحن محايدون».", "المعهد", "نحن محايدون"),
        ('وأضاف "سأبدأ بزيارة الميناء".', "?", "سأبدأ بزيارة الميناء"),
        ("وقالت الأم «لن نرحل».", "الأم", "لن نرحل"),
        ("وقال سالم النوري لمجموعة من الصحافيين «علقنا بين الجسرين».", "سالم النوري", "علقنا بين الجسرين"),
        ("وقال الوزير «يجب احترام» الصيادين الذين بقوا.", "الوزير", "«يجب احترام» الصيادين الذين بقوا"),
    ],
)
def test_few_words_in_marks_that_only_a_clause_begins_with(text: str, speaker: str, words: str) -> None:
    assert told(text) == [(speaker, words)]


@pytest.mark.parametrize(
    "text",
    [
        "وأطلق الصيادون حملة «لن نرحل».",
        "وغنت الفرقة «نحن هنا» أمام الميناء.",
        "وأضاف الطباخ الملح إلى الحساء.",
        "وأضاف النادي لاعبين جدداً إلى فريقه.",
    ],
)
def test_a_name_in_marks_is_not_said(text: str) -> None:
    assert told(text) == []


def test_what_others_said_does_not_open_behind_as() -> None:
    assert told("سنبقى هنا كما قال الرئيس، لكن حتى الآن لم نره.") == [("الرئيس", "سنبقى هنا")]
