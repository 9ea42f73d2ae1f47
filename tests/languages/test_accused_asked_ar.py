"""Whom words are said of or asked of, rather than who says them: the accused, what is described, those asked for something."""

from __future__ import annotations

import pytest

import khabar

_TOLD = "وقالت الوزارة إن الطريق مقطوع. "


def last(text: str) -> tuple[str, str, str | None]:
    """Speaker, content and addressee of the last claim of a text."""
    claim = khabar.read(text, published="2022-01-07").claims[-1]
    return claim.speaker_name, claim.content.text, claim.addressee.text if claim.addressee else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("ويتهم كالوفا بالمشاركة في محاولة انقلاب فاشلة.", ("?", "المشاركة في محاولة انقلاب فاشلة", None)),
        ("واتهم حزب الوفاق بتزوير الانتخابات.", ("?", "تزوير الانتخابات", "حزب الوفاق")),
        ("وجاء ذلك بعد اتهام الحارس بسرقة المال.", ("?", "سرقة المال", "الحارس")),
        ("وتعهدت نورسا بالرد بعد أن اتهمت سارفا بقصف سفارتها.", ("نورسا", "قصف سفارتها", "سارفا")),
        (_TOLD + "ويتهم مراد العلي بتمويل الاحتجاجات.", ("?", "تمويل الاحتجاجات", "مراد العلي")),
        # two stand there, or the verb has its object: the first, or the only one, accuses
        ("واتهم ناشطون الشرطة بضرب المعتقلين.", ("ناشطون", "ضرب المعتقلين", "الشرطة")),
        ("واتهمه الوزير بالكذب.", ("الوزير", "الكذب", None)),
        ("وجاء ذلك بعد اتهام نورسا لسارفا بقصف السفارة.", ("نورسا", "قصف السفارة", None)),
        ("واتهمت الشرطة المحتجين بإحراق السيارات.", ("الشرطة", "إحراق السيارات", "المحتجين")),
    ],
)
def test_the_only_one_beside_a_word_of_accusing_is_accused(
    sentence: str, expected: tuple[str, str, str | None]
) -> None:
    assert last(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        ("وقال النائب إن الموجة خطيرة، واصفاً الظاهرة بأنها مؤامرة.", "النائب", "مؤامرة"),
        ("وقال الرئيس إن الحوار مستمر، واصفاً الوزير سالم الحداد بأنه صديق.", "الرئيس", "صديق"),
        ("وقالت النقابة إن الخزان فارغ. وسبق أن وصفته بأنه خطر.", "النقابة", "خطر"),
        ("وقال الوزير إن السد سليم. وسبق أن حذر من انهيار الجسر.", "الوزير", "انهيار الجسر"),
        ("وقال الوزير إن السد سليم. وسبق له أن نفى التهم.", "الوزير", "التهم"),
        ("وأغلقت الجسور، موضحة الوزارة أن الفحص مستمر.", "الوزارة", "الفحص مستمر"),
    ],
)
def test_what_is_described_does_not_describe(sentence: str, speaker: str, content: str) -> None:
    assert last(sentence)[:2] == (speaker, content)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("وطلبت الشرطة من السكان البقاء في بيوتهم.", ("الشرطة", "البقاء في بيوتهم", "السكان")),
        ("وطلب الرئيس كريم صالح من مجلس الأمن عقد جلسة.", ("كريم صالح", "عقد جلسة", "مجلس الأمن")),
        ("وطلبت نورسا من جيرانها أسلحة ثقيلة.", ("نورسا", "أسلحة ثقيلة", "جيرانها")),
        ("وطلب وزير الصحة من المجتمع الدولي أدوية.", ("وزير الصحة", "أدوية", "المجتمع الدولي")),
        ("وطلب المحامي من المحكمة أن تفرج عن موكله.", ("المحامي", "تفرج عن موكله", "المحكمة")),
        (_TOLD + "وطلبت من السكان إخلاء المنطقة.", ("الوزارة", "إخلاء المنطقة", "السكان")),
    ],
)
def test_what_is_asked_of_somebody(sentence: str, expected: tuple[str, str, str | None]) -> None:
    assert last(sentence) == expected


@pytest.mark.parametrize("sentence", ["وطلبت الحكومة قرضاً من البنك أمس.", "وصلت رسالة بناء على طلب من الرئيس."])
def test_nothing_is_asked_for_behind_who_gives(sentence: str) -> None:
    assert "البنك" not in [c.content.text for c in khabar.read(sentence, published="2022-01-07").claims]
    assert all(c.content.text not in ("أمس", "الرئيس") for c in khabar.read(sentence, published="2022-01-07").claims)


@pytest.mark.parametrize(
    ("sentence", "speaker", "addressee"),
    [
        ("وطالب سكان المدينة رئيس البلدية بالاستقالة.", "سكان المدينة", "رئيس البلدية"),
        ("ودعا أهالي القرية وزير الداخلية إلى زيارتهم.", "أهالي القرية", "وزير الداخلية"),
        (
            "وطالب المواطنون المتضررون رئيس الحكومة سامر الراوي بالتعويض.",
            "المواطنون المتضررون",
            "رئيس الحكومة سامر الراوي",
        ),
        ("ودعا نائب وزير الداخلية السكان إلى الهدوء.", "نائب وزير الداخلية", "السكان"),
    ],
)
def test_several_people_are_no_part_of_one_mans_office(sentence: str, speaker: str, addressee: str) -> None:
    told = last(sentence)
    assert (told[0], told[2]) == (speaker, addressee)
