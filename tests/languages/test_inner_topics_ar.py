"""Verbs inside what somebody says: whose act they are, and which of them say nothing because a thing is their subject."""

from __future__ import annotations

import pytest

from read_claims import said


@pytest.mark.parametrize(
    "sentence",
    [
        'وأكدت المنظمات أن خطابه "عنصري، ويدعو إلى الكراهية".',
        "وقالت الحركة إن ما حدث جريمة، تكشف مستوى العنف في السجون.",
        "وقال الحزب إن القانون صارم، ويدعو إلى الفصل بين الناس.",
        'وقال النائب إن مثل هذه التصريحات "تدين بشدة" من قالها.',
    ],
)
def test_a_thing_says_nothing(sentence: str) -> None:
    assert len(said(sentence)) == 1


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("وقال الوزير إن الحكومة مستعدة للسلام، وتدعو إلى الحوار.", ("الحكومة", "الحوار")),
        ('وقال الوزير إن الأمم المتحدة "تدين بشدة" الهجوم.', ("الأمم المتحدة", "الهجوم")),
        ('وقال الوزير إن بلاده "تدين بشدة" الهجوم.', ("بلاده", "الهجوم")),
        # the verb of saying goes on in its own tense, or takes itself up
        ("وقال الوزير إن الحكومة مستعدة للسلام، ودعا إلى الحوار.", ("الوزير", "الحوار")),
        ("ويقول الوزير إن المجلس مستعد، ويدعو إلى الحوار.", ("الوزير", "الحوار")),
        ("وقالت الوزيرة إنها قلقة، وتدعو إلى الحوار.", ("الوزيرة", "الحوار")),
    ],
)
def test_a_topic_goes_on_in_the_present(sentence: str, expected: tuple[str, str]) -> None:
    assert said(sentence)[-1] == expected


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("وقالت الوزيرة إن الحارس أرسل رسالة أخرى تقول إنه سيغلق السد.", "الحارس"),
        ("وقالت الوزيرة إن الحارس أرسل رسالة تقول إنه سيغلق السد.", "الحارس"),
        ("وقالت الوزيرة إن الجماعة أرسلت رسالة تقول إن السد سيغلق.", "الجماعة"),
        # who got a letter
        ("وقالت الوزيرة إن البلدية تلقت رسالة تقول إنه سيغلق السد.", "الوزيرة"),
    ],
)
def test_a_letter_says_what_its_sender_says(sentence: str, speaker: str) -> None:
    assert said(sentence)[-1][0] == speaker


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("ويأتي هذا بعد قول الرئيس جون ماركو أمس إنه لا يثق بالأرقام.", ("جون ماركو", "لا يثق بالأرقام")),
        ("ورغم تأكيد الوزارة في بيان أن السد سليم، نزح السكان.", ("الوزارة", "السد سليم")),
        ("وبالتزامن مع إعلان الحكومة تحويل السفن، شهد السوق انهياراً.", ("الحكومة", "تحويل السفن")),
    ],
)
def test_a_noun_of_speech_with_when_and_where_it_was_said(sentence: str, expected: tuple[str, str]) -> None:
    assert said(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("وتلقى المجلس إشارة قوية أمس إلى أن الحوار ممكن.", []),
        ("وهذا أمر بشع أن يحدث.", [("?", "يحدث")]),
    ],
)
def test_an_adjective_speaks_for_nobody(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("وقالت المشرفة إن الطالب دخل المبنى وقال لها إن رفاقه سيعودون.", ("الطالب", "رفاقه سيعودون")),
        ("وقالت الوزيرة إن المدير استقال وأكد أنه لن يعود.", ("المدير", "لن يعود")),
        ("وقال المحافظ إن الوزيرة زارت السجن، ودعت إلى إغلاقه.", ("الوزيرة", "إغلاقه")),
        ("وذكر الحزب أن الحكومة خسرت الثقة ودعت إلى انتخابات.", ("الحكومة", "انتخابات")),
        ('وقال المتحدث سامي الراوي إن آلاف السكان تجمعوا، وهتفوا "لا للحرب".', ("آلاف السكان", "لا للحرب")),
        ("وأضافت المشرفة أنه دخل المبنى وهددها بالقتل.", ("?", "القتل")),
        # the verb of saying is of the same form, or the topic of another
        ("وقال المحافظ إن الوزيرة زارت السجن، ودعا إلى إغلاقه.", ("المحافظ", "إغلاقه")),
        ("وقالت الوزيرة إن المدير استقال وأكدت أن التحقيق مستمر.", ("الوزيرة", "التحقيق مستمر")),
        ("وقال السكان إن الوزيرة زارت القرية ووعدوا بالصبر.", ("السكان", "الصبر")),
    ],
)
def test_a_verb_goes_on_with_the_topic_when_its_form_parts_it_from_who_speaks(
    sentence: str, expected: tuple[str, str]
) -> None:
    assert said(sentence)[-1] == expected


def test_what_the_topic_says_is_a_part_of_what_is_said_of_it() -> None:
    outer = "الجيش انتشر في الشوارع وأعلن حظر التجول"
    assert said(f"وقالت الوكالة إن {outer}.") == [("الوكالة", outer), ("الجيش", "حظر التجول")]


@pytest.mark.parametrize(
    ("sequel", "speaker"),
    [
        ("وأكدت أن الجسر مغلق.", "?"),
        ("وأعلنوا أن الجسر مغلق.", "?"),
        ("وأكد أن الجسر مغلق.", "سامي الراوي"),
    ],
)
def test_one_man_is_not_several_nor_she(sequel: str, speaker: str) -> None:
    assert said(f"وقال الوزير سامي الراوي إن السد سليم. {sequel}")[-1] == (speaker, "الجسر مغلق")


def test_a_body_whose_statement_spoke_goes_on_as_its_verb_tells() -> None:
    head = "وقالت السلطة المحلية إن النفق مغلق. وجاء في بيان لشبكة الضفاف الإعلامية أن السد سليم."
    told = said(f"{head} ودانت الشبكة الهجوم، وأضافت أن الجسر مغلق.")
    assert told[-1] == ("شبكة الضفاف الإعلامية", "الجسر مغلق")
