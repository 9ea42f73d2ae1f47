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
        ("ونسب الوزير الهجوم إلى لواء الفجر الأزرق.", "الوزير", "لواء الفجر الأزرق"),
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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("وكانت الحكومة أعلنت الثلاثاء خفض سعر الليتر.", "2022-01-04"),
        ("وبعدما نُشر البيان الأربعاء، نفى ناطق باسم الحركة الخميس أن يكون صادراً عنها.", "2022-01-06"),
        ("وحذّرت سيدة في الخمسين، قالت إن ابنها مفقود منذ الأربعاء، من أن العائلات لن تسكت.", None),
        ("وقال قبطان إن القارب أبحر ليل الأحد من الميناء.", None),
    ],
)
def test_the_day_of_a_claim_is_that_of_its_own_frame(text: str, day: str | None) -> None:
    assert read(text, published="2022-01-07").claims[0].time == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("وقال قبطان إن بين القتلى طفلين، موضحاً أن القارب أبحر ليل الأحد من الميناء.", None),
        ("وقالت الوزارة الخميس إن السيول دمرت قرية، مضيفة أن 12 شخصاً قتلوا.", "2022-01-06"),
    ],
)
def test_a_count_is_as_of_the_day_of_its_own_claim(text: str, day: str | None) -> None:
    assert {figure.as_of for figure in read(text, published="2022-01-07").figures} == {day}


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("قال المصدر إن التقرير صحيح لكن لم تتضح القضايا التي نوقشت.", "positive"),
        ("وقال الوزير إنه لا شك في أن النصر قريب.", "positive"),
        ("وقال الوزير إنه لا شك في أن الحكومة لم تف بوعدها.", "negative"),
        ("ورجّح المحلل أن تكون الخسائر بالملايين لا بالمليارات.", "positive"),
        ("وقال المحلل إن القوات الحكومية لا المسلحين انسحبت.", "positive"),
        ("وقال الوزير إنه لا علاقة له بالحادث.", "negative"),
        ("وقال الوزير إن الحكومة لا تنوي الاستقالة.", "negative"),
    ],
)
def test_a_contrast_denies_nothing(text: str, polarity: str) -> None:
    assert the_claim(text).polarity == polarity


def test_marks_around_a_whole_quotation_go_though_it_holds_another() -> None:
    text = 'وقال شاهد: «سمعنا من القرية "طلقات متفرقة"، ثم لم نر شيئاً».'
    assert the_claim(text).content.text == 'سمعنا من القرية "طلقات متفرقة"، ثم لم نر شيئاً'
