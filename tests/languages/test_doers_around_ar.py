"""Doers that stand around an act noun: who spoke where it was, who ordered or decided it, who is asked for it, a country before
its object.
"""

from __future__ import annotations

import pytest

from who_to_whom import event_of, parties, roles


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer"),
    [
        ("قال رئيس البلدية خلال اجتماع مع التجار إن السوق باقية.", "اجتماع", "رئيس البلدية"),
        ("شدد الوزير سالم العتر، خلال لقاء مع نظيره الأردني، على وقف القتال.", "لقاء", "الوزير سالم العتر"),
        ("وقال الرئيس في كلمة أثناء زيارة إلى إندونيسيا إن بلاده باقية.", "زيارة", "الرئيس"),
        ("طالب عشرات الموظفين في وقفة احتجاجية أمام الوزارة برواتبهم.", "وقفة", "عشرات الموظفين"),
        # Another spoke of it, hopes for it, or only tells of it.
        ("قال السفير إن الوزير غاضب خلال اجتماع مع التجار.", "اجتماع", None),
        ("أعرب الوزير عن أمله في محادثات جديدة مع الحركة.", "محادثات", None),
        ("قالت مصادر محلية خلال محادثات مع الحركة إن الطريق مقطوع.", "محادثات", None),
    ],
)
def test_who_speaks_at_a_meeting_or_a_protest(sentence: str, trigger: str, doer: str | None) -> None:
    assert roles(sentence, trigger)[0] == doer


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        ("ندد الحزب بقتل تركيا عشرات المدنيين في السدر.", "قتل", "تركيا", "عشرات المدنيين"),
        ("أدان المجلس قصف تركيا مواقع الحزب.", "قصف", "تركيا", "مواقع الحزب"),
        ("استنكر البيان استهداف روسيا مدرسة.", "استهداف", "روسيا", "مدرسة"),
        ("أدى منع السلطات دخول الشاحنات إلى أزمة.", "منع", "السلطات", "دخول الشاحنات"),
        # A capital is shelled dozens of times; lorries are kept from the town.
        ("أدى قصف السدر ليلة أمس إلى نزوح السكان.", "قصف", None, "السدر"),
        ("قرر المجلس منع الشاحنات دخول المدينة.", "منع", "المجلس", "الشاحنات"),
    ],
)
def test_a_country_or_a_body_before_what_it_did(
    sentence: str, trigger: str, doer: str | None, victim: str | None
) -> None:
    assert roles(sentence, trigger) == (doer, victim)


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer"),
    [
        # The relative verb goes on with the subject of the clause.
        ("فرضت المجموعة عقوبات خلال قمة استثنائية عقدتها في العاصمة.", "قمة", "المجموعة"),
        ("تراجع المسلحون بعد معارك خاضوها مع الجيش.", "معارك", "المسلحون"),
        ("أفاد مصدر أمني بمقتل حارس في هجوم شنه عليه مسلحون.", "هجوم", "مسلحون"),
        ("قُتل مقاتلان خلال هجوم شنوه على قاعدة عسكرية.", "هجوم", None),
        # Whose decision it was.
        ("قوبل قرار المجلس طرد السفير بالرفض.", "طرد", "المجلس"),
        ("اتهم المجلس فرنسا بانتهاك قراره إغلاق الحدود.", "إغلاق", "المجلس"),
        ("رحب الحزب بقرار وقف الحرب.", "وقف", None),
        # Who is accused or warned of carrying it out.
        ("اتهم المتحدث أوكرانيا بشن قصف مدفعي عنيف.", "قصف", "أوكرانيا"),
        ("حذرت الوزارة الجيش من شن هجوم على السدر.", "شن", "الجيش"),
        ("حذرت الوزارة السكان من هجمات على القوافل.", "هجمات", None),
        # Two acts with one object.
        ("قامت القوات بتفتيش واعتقال عشرات السكان.", "اعتقال", "القوات"),
        # Whose words they are, without what he did.
        ("خطف تنظيم الفجر نحو 230 مدنيا غداة سيطرته على مدينة السدر.", "سيطرته", "تنظيم الفجر"),
    ],
)
def test_doers_of_the_clause(sentence: str, trigger: str, doer: str | None) -> None:
    assert roles(sentence, trigger)[0] == doer


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        ("قتل مسلحون، في ولاية السدر، عشرة مزارعين.", "قتل", "مسلحون", "عشرة مزارعين"),
        ("اعتقلت الشرطة، صباح اليوم في السدر، خمسة شبان.", "اعتقلت", "الشرطة", "خمسة شبان"),
        ("أصيب جنود، في ولاية السدر، خمسة منهم في حال الخطر.", "أصيب", None, "جنود"),
        ("استهدفت كتائب النخيل، الجناح العسكري للحركة، دبابة في السدر.", "استهدفت", "كتائب النخيل", "دبابة"),
        ("ذكرت الوكالة أنّ قوّةً من الجيش اقتحمت مدينة السدر.", "اقتحمت", "قوّةً من الجيش", "مدينة السدر"),
        ("وذكر أن الجيش يواصل قصف مواقع المتشددين.", "قصف", "الجيش", "مواقع المتشددين"),
        ("قال الوزير إن الحركة هي التي خطفت التاجر.", "خطفت", "الحركة", "التاجر"),
        ('قوات من "جيش" الاحتلال تقتحم مدينة السدر.', "تقتحم", 'قوات من "جيش" الاحتلال', "مدينة السدر"),
    ],
)
def test_an_aside_or_marks_inside_the_clause(sentence: str, trigger: str, doer: str | None, victim: str | None) -> None:
    assert roles(sentence, trigger) == (doer, victim)


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        ("نقل شاب إلى المستشفى بعد إصابته برصاص الشرطة.", "إصابته", "الشرطة", "شاب"),
        ("أفرجت السلطات عن الناشطة بعد شهر من اعتقالها.", "اعتقالها", None, "الناشطة"),
        ("عثر السكان على جثة شاب بعد خطفه بيومين.", "خطفه", None, "شاب"),
        # A building he lies in is not hurt, and an aim is nobody.
        ("نقل الرئيس إلى المستشفى بعد إصابته.", "إصابته", None, "الرئيس"),
        ("طالبت الأمم المتحدة بهدنة للسماح بدخول المساعدات.", "هدنة", None, None),
    ],
)
def test_whose_hurt_a_pronoun_tells(sentence: str, trigger: str, doer: str | None, victim: str | None) -> None:
    assert roles(sentence, trigger) == (doer, victim)


@pytest.mark.parametrize(
    ("sentence", "trigger", "status", "doer"),
    [
        ("دعا الحزب الحكومة إلى وقف العنف وبدء مفاوضات.", "مفاوضات", "called_for", "الحكومة"),
        ("حث الأمين العام الجانبين على الالتزام بتعهداتهما وتوقيع الاتفاق.", "توقيع", "called_for", None),
        ("أمر الوزير بفتح تحقيق وإقالة مدير الشرطة.", "إقالة", "ordered", None),
        # What came before, and what others did.
        ("طالب المحامي بتحرير موكله الذي اعتقل بعد توقيع الاتفاق ورفع الحصار.", "توقيع", "reported", None),
        ("طالب الأهالي بمعرفة مصير أبنائهم بعد قصف السوق.", "قصف", "reported", None),
    ],
)
def test_what_goes_on_with_a_list_of_demands(sentence: str, trigger: str, status: str, doer: str | None) -> None:
    event = event_of(sentence, trigger)
    assert (event.status, parties(event)[0]) == (status, doer)
