"""Where the words of an Arabic claim begin and end."""

from __future__ import annotations

import pytest

import khabar
from khabar.record import Claim


def the_claim(text: str) -> Claim:
    """The first claim of a text."""
    return khabar.read(text, published="2022-01-07").claims[0]


ENDS = {
    # A phrase ends before a clause that a comma sets off.
    "وأعلنت الوزارة مقتل تسعة جنود في الكمين، والجيش يرسل تعزيزات إلى المنطقة.": "مقتل تسعة جنود في الكمين",
    "وأعلنت الوزارة مقتل تسعة جنود، ولا تزال فرق الإنقاذ تبحث عن المفقودين.": "مقتل تسعة جنود",
    "وحذرت الوزارة من انهيار السد، كما أن السوق المجاور مغلق.": "انهيار السد",
    "وأعلنت الوزارة اعتقال الحارس، والرجل الذي كان يرافقه.": "اعتقال الحارس، والرجل الذي كان يرافقه",
    "وحذرت الشرطة من السيول، كما في كل شتاء.": "السيول، كما في كل شتاء",
    # What occasioned a call is no part of it.
    "وطالبت البلدية بفتح المعابر وسط مخاوف من انتشار المرض.": "فتح المعابر",
    "ودعت السلطات مواطنيها إلى تجنب السفر إلى سيلدان بعد هجوم استهدف حافلة في الشمال.": "تجنب السفر إلى سيلدان",
    "ودعا الوزير إلى محادثات بعد وقف إطلاق النار.": "محادثات بعد وقف إطلاق النار",
    "وأمر المحافظ بإغلاق السوق بعد صلاة الجمعة.": "إغلاق السوق بعد صلاة الجمعة",
    "وأمر المحافظ بنشر الشرطة وسط المدينة.": "نشر الشرطة وسط المدينة",
    # Marks hold a phrase together.
    'وأشاد الوزير بفرق الإنقاذ التي "عملت ليلا ونهارا، وأنقذت عشرات الأطفال، ولم تطلب شيئا".': (
        'فرق الإنقاذ التي "عملت ليلا ونهارا، وأنقذت عشرات الأطفال، ولم تطلب شيئا"'
    ),
    # A name between commas does not part "with" from its phrase.
    "وتحدثت الصحيفة عن خلافات رئيس الحكومة، سالم النوري، مع وزير الدفاع.": "خلافات رئيس الحكومة، سالم النوري، مع وزير الدفاع",
    "وتحدثت البلدية عن أزمة المياه، مع وصول وفد التجار إلى المدينة.": "أزمة المياه",
    # No letter of the first word is cut off.
    "ولفتت النائبة إلى أنها واثقة من الفوز.": "واثقة من الفوز",
    # A clause that describes a thing ends where the outlet goes on.
    "وعثرت الشرطة على أشلاء يعتقد أنها للمهاجم، ولا يزال الموقع مغلقا.": "للمهاجم",
    "ويعتقد أن المهاجم فر إلى الجبل، وأنه مصاب.": "المهاجم فر إلى الجبل، وأنه مصاب",
    # What is said of a name in marks stands beside it.
    'وذكر التقرير أن "رابطة الشمال" "أغلقت مكاتبها".': '"رابطة الشمال" "أغلقت مكاتبها"',
    'وقال الوزير إن "الجسر" "لن يفتح قبل الصيف".': '"الجسر" "لن يفتح قبل الصيف"',
    # Who joins, and when it was said, are no content.
    "وتدعو أغلبية الأحزاب، إلى جانب النقابات والجمعيات، إلى وقف القتال.": "وقف القتال",
    "وكانت الحكومة قد تعهدت، خلال اجتماع عقد في تل الزيتون الإثنين، تقديم مساعدات جديدة.": "تقديم مساعدات جديدة",
    "وأعلن الوزير، في مؤتمر نظمته الجامعة، إغلاق الجسر.": "إغلاق الجسر",
}
"""What is said in the first claim of a text."""


@pytest.mark.parametrize("text", ENDS)
def test_the_words_of_a_claim_end_where_somebody_else_goes_on(text: str) -> None:
    assert the_claim(text).content.text == ENDS[text]


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
