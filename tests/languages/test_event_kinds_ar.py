"""Which events a sentence tells, of what kind, and with what status: words of many countries, and what looks like them."""

from __future__ import annotations

from typing import Any

import pytest

import khabar
from event_drafts import drafts


def told(text: str) -> list[tuple[str, str, Any, Any]]:
    """Trigger, type, kind and status of all acts of a text, as its own words tell them; None: as having happened."""
    return [(text[d.trigger[0] : d.trigger[1]], d.type, d.subtype, d.status) for d in drafts(text)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("وأعلنت أيضاً استهداف آلية عسكرية معادية بقذيفة.", ("استهداف", "ASSAULT", "shelling", None)),
        ("وأعلنت استهداف ناقلة جند شرق البلدة.", ("استهداف", "ASSAULT", None, None)),
        ("أعلنت الوزارة تدمير شحنة من الأسلحة في الولاية.", ("تدمير", "ASSAULT", "destruction", None)),
        ("أعلن استهداف محيط المستشفى بصواريخ.", ("استهداف", "ASSAULT", "shelling", None)),
        ("وأضاف أن السفينة تم استهدافها قرب الميناء.", ("استهدافها", "ASSAULT", None, None)),
        ("قال إن القائد و12 من مرافقيه قتلوا على يد رجال القبائل.", ("قتلوا", "ASSAULT", None, None)),
        ("تجمع العشرات من المتظاهرين خارج المحكمة.", ("المتظاهرين", "PROTEST", None, None)),
        ("يحتجز ألف مسلح عائلات في البلدة.", ("يحتجز", "ASSAULT", "abduction", None)),
        ("احتجزت الشرطة ثلاثة مسلحين في البلدة.", ("احتجزت", "COERCE", "arrest", None)),
        ("أعلنت الجماعة وقف جميع الأعمال الهجومية.", ("وقف", "RETREAT", None, None)),
        ("علقت النقابة إضرابها أمس.", ("علقت", "RETREAT", None, None)),
        ("أنهى العمال إضرابهم أمس.", ("أنهى", "RETREAT", None, None)),
        ("وارتقى شهيد بنيران القوات في الحي.", ("ارتقى", "ASSAULT", "shooting", None)),
        ("أعلنت الجمهورية نجاح تجربة إطلاق صاروخ متوسط المدى.", ("تجربة", "MOBILIZE", None, None)),
        ("تمكن رجال الأمن من الإطاحة بثلاثة متهمين بالسرقة.", ("الإطاحة", "COERCE", "arrest", None)),
        ("أطاح الجيش بالرئيس المنتخب.", ("أطاح", "OFFICE", None, None)),
        ("قتلت مسيّرة ثلاثة أشخاص في البلدة.", ("قتلت", "ASSAULT", "air_strike", None)),
        ("استشهد فتى برصاص القوات في البلدة.", ("استشهد", "ASSAULT", "shooting", None)),
        ("رشق المحتجون الشرطة بالحجارة.", ("رشق", "ASSAULT", "attack", None)),
        ("فجر انتحاري شاحنة أمام مركز للشرطة.", ("فجر", "ASSAULT", "suicide_bomb", None)),
        ("أدانت المحكمة النائب بتهمة الفساد.", ("أدانت", "COERCE", "trial", None)),
        ("اعتقلت الشرطة عشرات المشاركين في تظاهرة العمال.", ("تظاهرة", "PROTEST", "intervened", None)),
        ("حصلت مواجهة بين مئات الطلاب والأجهزة الأمنية.", ("مواجهة", "ASSAULT", "armed_clash", None)),
        ("كلف الملك سامي الوادي بتشكيل الحكومة.", ("كلف", "OFFICE", None, None)),
        ("حرر الجيش ثلاثة مخطوفين في البلدة.", ("حرر", "RETREAT", None, None)),
        ("انفجرت أسطوانة غاز في مطعم.", ("انفجرت", "ACCIDENT", None, None)),
        ("قتلى وجرحى في بلدة السدر.", ("قتلى", "ASSAULT", None, None)),
        ("كانت الحافلة تقل عمالاً قبل انقلابها على طريق السدر.", ("انقلابها", "ACCIDENT", None, None)),
        ("اقتلع المستوطنون مئة شجرة زيتون في البلدة.", ("اقتلع", "ASSAULT", "destruction", None)),
    ],
)
def test_an_event_is_told_by_its_own_word(text: str, event: tuple[str, str, Any, Any]) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "هاجم الرئيس الاتحاد واتهم قادته بالعبث.",
        "قال الوزير إن انقلابه على مواقفه السابقة كان ضرورياً.",
        "أبدت كندا اعتراضها على القرار.",
        "أحكمت الحركة قبضتها على المجلس.",
        "يسهل المرسوم عملية حصول السكان على الجنسية.",
        "هاجمت النائبة سلمى الوادي الحكومة بشدة.",
        "مهمتنا منع العدو من الانتصار.",
        "كلف الوزير مستشاره بالعمل مع اللجنة.",
        "كانت زوجته حاضرة في جلسة المحكمة.",
        "شارك الشاعر محمد ياسر حسين في الأمسية.",
        "ألقى الشاعر زياد بن نحيت قصيدة.",
        "دعا الوزير الشرطة إلى احترام القانون وعدم استخدام العنف.",
        "يمكن من خلال التطبيق استعادة الملفات المحذوفة.",
        "أغلق الراكب جهاز الإرسال.",
        "ثارت مخاوف من اضطراب الإمدادات.",
        "كشف الوزير حصيلة تسليم البطاقة المهنية للفنانين.",
        "التلوث يكلف الدولة مليارات الدولارات سنوياً.",
        "تستهدف الحكومة عائدات بقيمة مليار دولار.",
    ],
)
def test_what_looks_like_an_event_is_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("قرر المعلمون الدخول في إضراب مفتوح.", "إضراب", "planned"),
        ("أكملت الكتائب تأهبها لاقتحام المدينة.", "اقتحام", "planned"),
        ("قال إن الإدارة ستطلب من الحلفاء إقامة قاعدة عسكرية.", "إقامة", "called_for"),
        ("طلبوا ضمانات خلال تفاوضهم مع الوالي.", "تفاوضهم", None),
        ("أضرب الأسير عن الطعام رفضاً لاعتقاله الإداري.", "اعتقاله", None),
        ("أقر المجلس إصلاحات رداً على احتجاجات ضد الفساد.", "احتجاجات", None),
        ("قد ترسل الدولة قوات إلى الإقليم.", "ترسل", "possible"),
        ("يرجح أن يكون الهجوم من تدبير الجماعة.", "الهجوم", None),
        ("سلمت القوات إخطارات بهدم سبعة منازل.", "هدم", "planned"),
        ("أي مسوغ لاستهداف القواعد سيقابل برد.", "استهداف", "possible"),
        ("وأُغلقت المتاجر وسط مخاوف من رد إيران على القصف.", "رد", "possible"),
        ("قضى طفل بانفجار لغم قرب قريته.", "انفجار", None),
    ],
)
def test_what_governs_an_event_sets_its_status(text: str, trigger: str, status: Any) -> None:
    assert (trigger, status) in [(word, said) for word, _, _, said in told(text)]


def test_what_is_dated_in_a_week_to_come_is_planned() -> None:
    events = khabar.read("يزور وزير الخارجية السدر الأسبوع المقبل.", published="2022-03-07").events
    assert [event.status for event in events] == ["planned"]


def test_fires_that_an_attack_left_behind_are_no_accident() -> None:
    text = "قتل خمسة جنود في هجوم على حاجز في السدر. وأدى قصف القرية إلى اندلاع حرائق."
    assert {event.type for event in khabar.read(text, published="2022-03-07").events} == {"ASSAULT"}


@pytest.mark.parametrize(
    ("text", "handed_over"),
    [
        ("أعلنت الشرطة تسليم ثلاثة مطلوبين إلى فرنسا.", True),
        ("تسلمت الشرطة المطلوب سامر الوادي من فرنسا.", True),
        ("طالب الوزير بتسليم الناشط إلى القضاء.", True),
        ("أعلنت القوات تسليم سبع قواعد إلى الجيش في السدر.", False),
        ("تسلم الجيش قاعدة السدر من القوات الفرنسية.", False),
        ("أعلنت فرنسا تسليم البلاد ست طائرات.", False),
        ("أعلنت الهيئة تسليم جثامين خمسة جنود إلى ذويهم.", False),
        ("قال الناطق إن تسليم المدينة إلى الحكومة قريب.", False),
        ("قال إن الدبابة أصلحت وتسلمتها القوات.", False),
    ],
)
def test_people_are_handed_over_and_things_are_not_arrested(text: str, handed_over: bool) -> None:
    assert any(kind == "arrest" for _, _, kind, _ in told(text)) == handed_over
