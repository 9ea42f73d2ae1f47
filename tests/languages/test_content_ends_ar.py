"""Where the words of an Arabic claim begin and end."""

from __future__ import annotations

import pytest

import khabar
from khabar.record import Claim


def the_claim(text: str) -> Claim:
    """The first claim of a text."""
    return khabar.read(text, published="2022-01-07").claims[0]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وأعلنت الوزارة مقتل تسعة جنود في الكمين، والجيش يرسل تعزيزات إلى المنطقة.", "مقتل تسعة جنود في الكمين"),
        ("وأعلنت الوزارة مقتل تسعة جنود، ولا تزال فرق الإنقاذ تبحث عن المفقودين.", "مقتل تسعة جنود"),
        ("وحذرت الوزارة من انهيار السد، كما أن السوق المجاور مغلق.", "انهيار السد"),
        ("وأعلنت الوزارة اعتقال الحارس، والرجل الذي كان يرافقه.", "اعتقال الحارس، والرجل الذي كان يرافقه"),
        ("وحذرت الشرطة من السيول، كما في كل شتاء.", "السيول، كما في كل شتاء"),
    ],
)
def test_a_phrase_ends_before_a_clause_that_a_comma_sets_off(text: str, content: str) -> None:
    assert the_claim(text).content.text == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وطالبت البلدية بفتح المعابر وسط مخاوف من انتشار المرض.", "فتح المعابر"),
        (
            "ودعت السلطات مواطنيها إلى تجنب السفر إلى سيلدان بعد هجوم استهدف حافلة في الشمال.",
            "تجنب السفر إلى سيلدان",
        ),
        ("ودعا الوزير إلى محادثات بعد وقف إطلاق النار.", "محادثات بعد وقف إطلاق النار"),
        ("وأمر المحافظ بإغلاق السوق بعد صلاة الجمعة.", "إغلاق السوق بعد صلاة الجمعة"),
        ("وأمر المحافظ بنشر الشرطة وسط المدينة.", "نشر الشرطة وسط المدينة"),
    ],
)
def test_what_occasioned_a_call_is_no_part_of_it(text: str, content: str) -> None:
    assert the_claim(text).content.text == content


def test_marks_hold_a_phrase_together() -> None:
    told = 'فرق الإنقاذ التي "عملت ليلا ونهارا، وأنقذت عشرات الأطفال، ولم تطلب شيئا"'
    assert the_claim(f"وأشاد الوزير ب{told}.").content.text == told


def test_a_name_between_commas_does_not_part_with_from_its_phrase() -> None:
    told = "خلافات رئيس الحكومة، سالم النوري، مع وزير الدفاع"
    assert the_claim(f"وتحدثت الصحيفة عن {told}.").content.text == told
    text = "وتحدثت البلدية عن أزمة المياه، مع وصول وفد التجار إلى المدينة."
    assert the_claim(text).content.text == "أزمة المياه"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('وقالت اللجنة "إن القانون واضح ولا يحتاج إلى تفسير".', "القانون واضح ولا يحتاج إلى تفسير"),
        ("وأضاف المحافظ «أنه لن يستقيل قبل الصيف».", "لن يستقيل قبل الصيف"),
        ('وقال المحافظ "إن تعودوا إلى القرية نعد معكم".', "إن تعودوا إلى القرية نعد معكم"),
        ('وقال المحافظ "إننا باقون هنا حتى نهاية الشتاء المقبل".', "إننا باقون هنا حتى نهاية الشتاء المقبل"),
    ],
)
def test_that_inside_the_marks_is_left_out(text: str, content: str) -> None:
    found = the_claim(text)
    assert (found.content.text, found.mode) == (content, "direct")


def test_no_letter_of_the_first_word_is_cut_off() -> None:
    text = "ولفتت النائبة إلى أنها واثقة من الفوز."
    assert the_claim(text).content.text == "واثقة من الفوز"


def test_a_clause_that_describes_a_thing_ends_where_the_outlet_goes_on() -> None:
    text = "وعثرت الشرطة على أشلاء يعتقد أنها للمهاجم، ولا يزال الموقع مغلقا."
    assert the_claim(text).content.text == "للمهاجم"
    text = "ويعتقد أن المهاجم فر إلى الجبل، وأنه مصاب."
    assert the_claim(text).content.text == "المهاجم فر إلى الجبل، وأنه مصاب"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('وذكر التقرير أن "رابطة الشمال" "أغلقت مكاتبها".', '"رابطة الشمال" "أغلقت مكاتبها"'),
        ('وقال الوزير إن "الجسر" "لن يفتح قبل الصيف".', '"الجسر" "لن يفتح قبل الصيف"'),
    ],
)
def test_what_is_said_of_a_name_in_marks_stands_beside_it(text: str, content: str) -> None:
    assert the_claim(text).content.text == content


def test_what_a_source_knows_of_is_not_what_it_says() -> None:
    found = the_claim('أكد مصدر مطلع على الملف، لـ"صحيفة الضفاف"، تأجيل المفاوضات بين الطرفين.')
    assert found.content.text == "تأجيل المفاوضات بين الطرفين"
    assert [via.name for via in found.via] == ["صحيفة الضفاف"]


def test_a_body_in_marks_that_somebody_tells_is_no_relay() -> None:
    assert not the_claim('وأعلن الوزير لـ"رابطة الشمال" تأجيل الجلسة.').via


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("ووجه الوالي أوامر إلى الشرطة بإخلاء الساحة.", "الوالي", "إخلاء الساحة"),
        ("ووجه وزير الداخلية سالم النوري تعليمات إلى المحافظين بفتح المدارس.", "سالم النوري", "فتح المدارس"),
        ("وأصدر المحافظ أوامر إلى الجيش بإغلاق السوق.", "المحافظ", "إغلاق السوق"),
        ("ووجه الرئيس الشرطة بفتح الطرق.", "الرئيس", "فتح الطرق"),
    ],
)
def test_who_gives_an_order_is_not_the_order(text: str, speaker: str, content: str) -> None:
    found = the_claim(text)
    assert (found.speaker_name, found.content.text, found.act) == (speaker, content, "order")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وتدعو أغلبية الأحزاب، إلى جانب النقابات والجمعيات، إلى وقف القتال.", "وقف القتال"),
        (
            "وكانت الحكومة قد تعهدت، خلال اجتماع عقد في تل الزيتون الإثنين، تقديم مساعدات جديدة.",
            "تقديم مساعدات جديدة",
        ),
        ("وأعلن الوزير، في مؤتمر نظمته الجامعة، إغلاق الجسر.", "إغلاق الجسر"),
    ],
)
def test_who_joins_and_when_it_was_said_are_no_content(text: str, content: str) -> None:
    assert the_claim(text).content.text == content


@pytest.mark.parametrize(
    "text",
    [
        "وتجدد القصف المدفعي في العاصمة أمس.",
        "وتعمل واشنطن على منع صدور قرار يلزم الاحتلال بوقف القصف.",
    ],
)
def test_fighting_that_breaks_out_again_and_what_a_decision_binds_say_nothing(text: str) -> None:
    assert not khabar.read(text, published="2022-01-07").claims


def test_its_recent_data_are_those_of_who_spoke() -> None:
    text = "وقالت المنظمة إن العدد كبير وفق بياناتها الأخيرة."
    assert [c.speaker_name for c in khabar.read(text, published="2022-01-07").claims] == ["المنظمة", "المنظمة"]


@pytest.mark.parametrize(
    ("text", "content", "via"),
    [
        ("ودعا المجلس إلى هدنة دائمة، بحسب مصدر أمني.", "دعا المجلس إلى هدنة دائمة", ["مصدر أمني"]),
        ("وأعلن المحافظ إغلاق السوق، وفق ما أفادت رابطة الشمال.", "أعلن المحافظ إغلاق السوق", ["رابطة الشمال"]),
        ("وقال المجلس إن الهدنة انتهت، بحسب مصدر أمني.", "الهدنة انتهت", []),
    ],
)
def test_a_source_behind_a_deed_of_speech_tells_of_the_deed(text: str, content: str, via: list[str]) -> None:
    deed, told = khabar.read(text, published="2022-01-07").claims
    assert (told.content.text, [relay.name for relay in deed.via]) == (content, via)
