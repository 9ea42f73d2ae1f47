"""Doers told by who announces the act, by a name in marks, before an aside; and acts that are only spoken of, or nobody's."""

from __future__ import annotations

import pytest

from who_to_whom import event_of, roles


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        # A name in quotation marks before the counted or the placed.
        ("واحتجز «الفجر» نحو 230 مدنيا.", "احتجز", "«الفجر»", "نحو 230 مدنيا"),
        ("وخطف «الفجر» عشرات المدنيين.", "خطف", "«الفجر»", "عشرات المدنيين"),
        ("ودمر «الفجر» متحف السدر.", "دمر", "«الفجر»", "متحف السدر"),
        # Its own fighters do not mass themselves.
        ("وحشدت مقاتليها على الحدود.", "حشدت", None, "مقاتليها"),
        ("حشدت الحركة مقاتليها.", "حشدت", "الحركة", "مقاتليها"),
        # Before an aside, behind "was", "has become", "as for".
        ("باتت قوات النخيل، التي تقاتل بأسلحة حديثة، تسيطر على السدر.", "تسيطر", "قوات النخيل", "السدر"),
        ("وكانت قوات النخيل، التي خسرت السدر، قد قصفت السوق.", "قصفت", "قوات النخيل", "السوق"),
        ("أما قوات النخيل، فقد سيطرت على الميناء.", "سيطرت", "قوات النخيل", "الميناء"),
        ("قال شاهد إن مسلحين، كانوا ملثمين، اقتحموا المصرف.", "اقتحموا", "مسلحين", "المصرف"),
        # Who ventures on it does it.
        ("عناصر من الشرطة أقدموا على قتل شاب في السدر.", "قتل", "عناصر من الشرطة", "شاب"),
        # A vehicle is no "to him", a carrier of troops is no part of who hits it.
        ("فجرت كتائب النخيل آلية عسكرية.", "فجرت", "كتائب النخيل", "آلية عسكرية"),
        ('استهدف مقاتلو "السدر" ناقلة جند ودبابة.', "استهدف", 'مقاتلو "السدر"', "ناقلة جند ودبابة"),
        # Laid on somebody by a verb or an adjective right behind the act; of violence, from whom it comes.
        ("أسفر هجوم نسب إلى حركة النخيل عن مقتل شرطي.", "هجوم", "حركة النخيل", None),
        ("وقع تفجير منسوب لحركة النخيل قرب السدر.", "تفجير", "حركة النخيل", None),
        ('تعرض الحراس لهجوم من "حركة النخيل" قرب السدر.', "هجوم", '"حركة النخيل"', "الحراس"),
        ("تعرض الحراس لهجوم من جبهة النخيل قرب السدر.", "هجوم", "جبهة النخيل", "الحراس"),
        ("تعرض الحراس لهجوم من الجهة الشرقية قرب السدر.", "هجوم", None, "الحراس"),
        ("تعرض الحراس لقصف من الصباح إلى المساء قرب السدر.", "قصف", None, "الحراس"),
        # Who sends reinforcements, raises the alert; "security" is no object behind its forces.
        ("وأرسلت الحكومة تعزيزات أمنية إلى السدر.", "أرسلت", "الحكومة", "تعزيزات أمنية"),
        ("ورفعت فرنسا حالة التأهب في السدر.", "رفعت", "فرنسا", None),
        ("وشددت قوات الأمن إجراءاتها في السدر.", "شددت", "قوات الأمن", None),
        ("أطلق مسلحون النار على حارس في السدر.", "أطلق", "مسلحون", "حارس"),
        # What for is no part of who acts, but of a body that fights for something.
        ("أعلنت البلدية استنفار فرق الإنقاذ للسيطرة على السيول.", "استنفار", "فرق الإنقاذ", None),
        ("واحتجزت الشرطة عشرات النساء للضغط على ذويهن.", "احتجزت", "الشرطة", "عشرات النساء"),
        ("وهاجمت القوات الموالية للحكومة مخزنا.", "هاجمت", "القوات الموالية للحكومة", "مخزنا"),
        # Nobody kills or arrests an occupation; its forces storm places, which they are not.
        ("وقال الحزب إن الاحتلال يختطف أيضاً ويحتجز بعض النساء.", "يحتجز", "الاحتلال", "بعض النساء"),
        ("وأدت اقتحامات قوات الاحتلال إلى إصابة تسعة.", "اقتحامات", "قوات الاحتلال", "تسعة"),
        ("وأدى اقتحام وزارة الداخلية إلى إصابة تسعة.", "اقتحام", None, "وزارة الداخلية"),
        # Whoever works somewhere and condemns a killing did not do it.
        ("ودانت جمعيات محلية تعمل في الشمال، مقتل ثلاثة متطوعين.", "مقتل", None, "ثلاثة متطوعين"),
        # A fire is no victim of its outbreak.
        ("ومنع الزحام الناس من المغادرة عند اندلاع الحريق.", "اندلاع", None, None),
        # A report on it, a study of it, elections: nobody's.
        ("نفذ المجلس دراسة عن الهجمات في السدر.", "الهجمات", None, None),
        ("وقدم الأمين العام تقريره بشأن أعمال العنف في السدر.", "أعمال", None, None),
        ("قال الحزب إنه يحترم الانتخابات الفرنسية.", "الانتخابات", None, None),
    ],
)
def test_doers_told_elsewhere(sentence: str, trigger: str, doer: str | None, victim: str | None) -> None:
    assert roles(sentence, trigger) == (doer, victim)


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer"),
    [
        ("أعلن المتمردون تحرير مدينة السدر.", "تحرير", "المتمردون"),
        ("أعلن الجيش تدمير مخزن للسلاح في السدر.", "تدمير", "الجيش"),
        ("الشرطة: اعتقال خمسة مشتبه بهم", "اعتقال", "الشرطة"),
        ("موسكو: استعادة السيطرة على مطار السدر", "استعادة", "موسكو"),
        # Theirs was hit, or others only tell of it.
        ("أعلن الجيش استهداف إحدى ثكناته.", "استهداف", None),
        ("دمشق: قصف مطار السدر", "قصف", None),
        ("وزارة الصحة: استهداف مستشفى", "استهداف", None),
    ],
)
def test_who_announces_its_own_act(sentence: str, trigger: str, doer: str | None) -> None:
    event = event_of(sentence, trigger)
    named = (event.actor.text, event.actor.basis) if event.actor else None
    assert named == ((doer, "claimed_by_actor") if doer else None)
