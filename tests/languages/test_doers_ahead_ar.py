"""Doers told ahead of their act, or of the verb that leads to it: by whom it was ordered, by what way it was done, with whom."""

from __future__ import annotations

import pytest

from who_to_whom import event_of, roles


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        # Where they are, or what they wear, stands between the subject and its verb.
        ("قال المصدر إن الحرس الوطني في منطقة النخيل هاجم القافلة.", "هاجم", "الحرس الوطني في منطقة النخيل", "القافلة"),
        ("قال المصدر إن مسلحين في بلدة النخيل هاجموا قافلة.", "هاجموا", "مسلحين", "قافلة"),
        ("قالت الوكالة إن رجالا يرتدون زيا أسود اقتحموا المبنى.", "اقتحموا", "رجالا", "المبنى"),
        ("قالت الوكالة إن رجالا يحملون بنادق خطفوا معلما.", "خطفوا", "رجالا", "معلما"),
        # A verb spelt like a noun, a number of raids that does not carry them out.
        (
            "جاء ذلك في وقت تواصل طائرات الجيش الفرنسي شن مئات الغارات على النخيل.",
            "شن",
            "طائرات الجيش الفرنسي",
            "النخيل",
        ),
        ("قال الوزير إن الجيش يواصل شن مئات الغارات على النخيل.", "الغارات", "الجيش", "النخيل"),
        ("قال الوزير إن تنظيم القاعدة الإرهابي واصل شن هجمات على النخيل.", "هجمات", "تنظيم القاعدة الإرهابي", "النخيل"),
        # A country of two words behind "and".
        ("وأجرت إيطاليا وكوريا الجنوبية مؤخرا مناورات.", "مناورات", "إيطاليا وكوريا الجنوبية", None),
        ("وأجرت فرنسا وكوريا الجنوبية واليابان أمس مناورات.", "مناورات", "فرنسا وكوريا الجنوبية واليابان", None),
        # What is strengthened does not do it, nor whose it is.
        ("دعا الرئيس إلى تعزيز القوة البحرية لبلاده.", "تعزيز", None, "القوة البحرية"),
        (
            "تعمل الوزارة على تعزيز الدفاعات الجوية للقوات الفرنسية.",
            "تعزيز",
            "الوزارة",
            "الدفاعات الجوية للقوات الفرنسية",
        ),
        # Whoever is loyal to a man whose name no list knows; who sends somebody; who removes him; counted people and a thing.
        (
            "أفادت مصادر أن القوات الموالية لهادي استعادت مدينة النخيل.",
            "استعادت",
            "القوات الموالية لهادي",
            "مدينة النخيل",
        ),
        ("أوفدت فرنسا وزير الخارجية إلى السدر.", "أوفدت", "فرنسا", "وزير الخارجية"),
        ("جاء ذلك بعد عزل المجلس العسكري الرئيس سامر حداد.", "عزل", "المجلس العسكري", "الرئيس سامر حداد"),
        ("وأحرق خمسة أشخاص نسخة من الكتاب أمام السفارة.", "أحرق", "خمسة أشخاص", "نسخة"),
        ("وقتل 12 من سكان قرية السدر.", "قتل", None, "12 من سكان قرية السدر"),
        ("وخطف خمسة من موظفي منظمة دولية في السدر.", "خطف", None, "خمسة من موظفي منظمة دولية"),
        ("وقتل ثلاثة مسلحين امرأة في السدر.", "قتل", "ثلاثة مسلحين", "امرأة"),
        ("اتهم الوزير الحركة بتجنيد شبان في السدر.", "تجنيد", "الحركة", "شبان"),
        # Marches of somebody; what goes on is not done by who tells of it.
        ("خرجت في السدر أمس مسيرات لعمال المناجم تأييدا للوالي.", "خرجت", "عمال المناجم", None),
        ("قال العميد سامر حداد أحد القادة العسكريين إنه يجري تطهير مواقع قرب السدر.", "تطهير", None, "مواقع"),
        # One comma before what a body announces.
        ("أعلن خفر السواحل الفرنسي، إنقاذ ثلاثين صيادا.", "إنقاذ", "خفر السواحل الفرنسي", "ثلاثين صيادا"),
    ],
)
def test_the_doer_ahead_of_a_verb(sentence: str, trigger: str, doer: str | None, victim: str | None) -> None:
    assert roles(sentence, trigger) == (doer, victim)


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        ("قالت الوزارة إن الجيش قصف قافلة تجار بإطلاق صواريخ عليهم.", "إطلاق", "الجيش", "قافلة تجار"),
        ("قال الوزير إن المسلحين هاجموا القافلة بإطلاق نار على ركابها.", "إطلاق", "المسلحين", "ركابها"),
        ("قال الوزير إن خمسة قتلوا بإطلاق نار في السدر.", "إطلاق", None, "خمسة"),
    ],
)
def test_violence_by_the_way_of_other_violence(
    sentence: str, trigger: str, doer: str | None, victim: str | None
) -> None:
    assert roles(sentence, trigger) == (doer, victim)


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        # Who orders it without a word of who is to do it; else who is to.
        ("أمر الوالي بإغلاق المدارس.", "إغلاق", "الوالي", "المدارس"),
        ("قال نادر الوادي إن الوالي أمر بإقالة قائد الشرطة.", "إقالة", "الوالي", "قائد الشرطة"),
        ("أمر الوالي الشرطة باعتقال التجار.", "اعتقال", "الشرطة", "التجار"),
        ("أمر الرئيس بقصف البلدة.", "قصف", None, "البلدة"),
        # Whoever forbids a deed.
        ("حظر رئيس البلدية سامر حداد دخول الشاحنات إلى السدر.", "حظر", "رئيس البلدية سامر حداد", None),
        ("منع المجلس دخول التجار.", "منع", "المجلس", None),
        ("منع المعلم سامر حداد من السفر.", "منع", None, "المعلم سامر حداد"),
        # With whom an agreement is signed, whom a meeting brings together.
        ("وقع الرئيس اتفاقا مع الحركة عام 2013.", "وقع", "الرئيس", "الحركة"),
        ("وقعت الحكومة مع الحركة اتفاقا أمس.", "وقعت", "الحكومة", "الحركة"),
        (
            "عقد الرئيس أمس اجتماعا ضم مستشاريه نادر الوادي وسامي نعيم.",
            "اجتماعا",
            "الرئيس",
            "مستشاريه نادر الوادي وسامي نعيم",
        ),
    ],
)
def test_who_orders_forbids_and_agrees(sentence: str, trigger: str, doer: str | None, victim: str | None) -> None:
    assert roles(sentence, trigger) == (doer, victim)


@pytest.mark.parametrize(
    "charge",
    [
        "بالإقدام على خطف ثلاثة معلمين",
        "بالتورط في خطف ثلاثة معلمين",
        "بالوقوف وراء خطف ثلاثة معلمين",
        "بالمسؤولية عن خطف ثلاثة معلمين",
    ],
)
def test_who_is_accused_of_a_part_in_it(charge: str) -> None:
    """Daring, a part in it, standing behind it and being responsible are charges like the act itself."""
    event = event_of(f"اتهم الوزير الحركة {charge}.", "خطف")
    assert event.actor is not None
    assert (event.actor.text, event.actor.basis) == ("الحركة", "attributed_by_other")
