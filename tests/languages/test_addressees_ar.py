"""Whom a claim is put to, and through what it was said: the words between a cue and its content."""

from __future__ import annotations

import pytest

from khabar import read
from khabar.record import Claim


def the_claim(text: str) -> Claim:
    """The last claim of a text."""
    return read(text, published="2022-01-07").claims[-1]


@pytest.mark.parametrize(
    ("text", "speaker", "whom"),
    [
        ("ودعا المحافظ السكان إلى البقاء في بيوتهم.", "المحافظ", "السكان"),
        ("واتهم الوزير إيران وحزب الشمال بالوقوف وراء الهجوم.", "الوزير", "إيران وحزب الشمال"),
        ("واتهم نواب معارضون الحكومة بتجاهل التحذيرات.", "نواب معارضون", "الحكومة"),
        ("وأوعز الرئيس إلى قوات الأمن باستخدام الرصاص.", "الرئيس", "قوات الأمن"),
        ("وطلب الوزير من البلدية تسليم الوثائق.", "الوزير", "البلدية"),
        ("وأبلغ المحافظ وكالة رواق أن الجسر مغلق.", "المحافظ", "وكالة رواق"),
        ("ودعا رئيس الحزب، سامي النوري، الحكومة إلى الاستقالة.", "سامي النوري", "الحكومة"),
        ("وقال المحافظ إن السد سليم. واتهم الحكومة بالإهمال.", "المحافظ", "الحكومة"),
        ("وقال المحافظ إن السد سليم، متهماً شركات في الخارج بالتحريض.", "المحافظ", "شركات في الخارج"),
    ],
)
def test_who_is_asked_or_accused_is_no_part_of_the_speaker(text: str, speaker: str, whom: str) -> None:
    claim = the_claim(text)
    assert claim.speaker_name == speaker
    assert claim.addressee is not None
    assert claim.addressee.text == whom


@pytest.mark.parametrize(
    "text",
    [
        "ودعا المحافظ، الخميس، إلى وقف القتال.",
        "وطالب أهالي المفقودين بفتح تحقيق.",
        "وقال الوزير إن السد سليم.",
        "واتهمه الجيش بإطلاق النار.",
    ],
)
def test_nobody_is_addressed_where_only_a_speaker_stands(text: str) -> None:
    claim = the_claim(text)
    assert claim.addressee is None
    assert claim.speaker is not None


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("وقالت وزارة الداخلية في بيان صباح الأربعاء إن الطريق مغلق.", "بيان"),
        ("وفي بيان منفصل، أعلنت الرئاسة إغلاق الجسر.", "بيان"),
        ("وأعلنت البلدية، في بيان نقلته وكالة رواق، إغلاق الجسر.", "بيان"),
        ("وفي ردود الفعل، اعتبر الوزير أن القرار متأخر.", None),
        ("وقالت وزارة الداخلية إن الطريق مغلق.", None),
    ],
)
def test_a_statement_is_the_medium_of_who_says_something_in_it(text: str, medium: str | None) -> None:
    found = the_claim(text).medium
    assert (found.text if found else None) == medium


def test_a_doubt_about_a_claim_is_not_unread() -> None:
    text = "وقال شهود إن المتظاهرين اقتحموا المبنى. ولم يتسن للموقع التحقق من ذلك من مصدر مستقل."
    report = read(text, published="2022-01-07")
    assert [caveat.kind for caveat in report.claims[0].caveats] == ["outlet_unverified"]
    assert report.unread == []
