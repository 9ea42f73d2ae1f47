"""Parties kept apart from what stands beside them: the next deed of a list, how many there are, how it was done, whose it is."""

from __future__ import annotations

import pytest

from who_to_whom import roles


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        # The next deed of a list is no part of what the first one hit.
        ("قامت قوات الحدود بدهم المنازل وإجراء حملة اعتقالات في السدر.", "دهم", "قوات الحدود", "المنازل"),
        ("قال المصدر إن المسلحين يريدون اقتحام القرية وتنفيذ مجازر.", "اقتحام", None, "القرية"),
        # Of two, one of them is told apart.
        ("أصيب مستوطنان أحدهما بجروح خطيرة في هجوم قرب السدر.", "هجوم", None, "مستوطنان"),
        # How many, how and where to: nobody.
        ("نفذت الشرطة مداهمات عدة في السدر.", "مداهمات", "الشرطة", None),
        ("قال مصدر إن الوالي أوعز بحظر سفر جوا وبرا.", "حظر", "الوالي", None),
        # What is agreed to, what is sounded, is the act.
        ("وافقت اللجنة على تنظيم إضراب عام.", "وافقت", "اللجنة", None),
        # Age, strength and what is told besides.
        ("قتل المسلحون رجلا فرنسيا عمره 77 عاما.", "قتل", "المسلحون", "رجلا فرنسيا"),
        ("ضرب زلزالان بقوة 5.1 و4.9 بلدة السدر.", "زلزالان", None, "بلدة السدر"),
        ("اقتحم المسلحون بلدة السدر إضافة لقرى قريبة.", "اقتحم", "المسلحون", "بلدة السدر"),
        # A plural of people in the oblique case, behind those in the nominative.
        ("هاجم مستوطنون قاطفي الزيتون في السدر.", "هاجم", "مستوطنون", "قاطفي الزيتون"),
        ("هاجم مسلحون سائقي الشاحنات في السدر.", "هاجم", "مسلحون", "سائقي الشاحنات"),
    ],
)
def test_parties_end_where_something_else_begins(
    sentence: str, trigger: str, doer: str | None, victim: str | None
) -> None:
    assert roles(sentence, trigger) == (doer, victim)


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        # Whoever takes an attack for a pretext did not make it; force and bombs are used by who does it.
        ("قال الوزير إن حركة النخيل ستستخدم الهجوم لتبرير الحصار.", "هجوم", None, "السدر"),
        ("قال الوزير إن الشرطة استخدمت القوة لتفريق المتظاهرين.", "تفريق", "الشرطة", "المتظاهرين"),
        ("قال الوزير إن المسلحين استعملوا القنابل في الهجوم على المركز.", "الهجوم", "المسلحين", "المركز"),
    ],
)
def test_who_uses_an_attack_did_not_make_it(sentence: str, trigger: str, doer: str | None, victim: str | None) -> None:
    assert roles(sentence, trigger) == (doer, victim)


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        # The pronoun of the second of two acts points at whom the first one befell.
        ("قال النادي إن الاحتلال يواصل اعتقال المعلم ومحاكمته رغم مرضه.", "محاكمته", "الاحتلال", "المعلم"),
        ("ندد الحزب باعتقال الصحافي سامر حداد وتعذيبه.", "تعذيبه", None, "الصحافي سامر حداد"),
        # A massacre is whose arms committed it.
        ("قال الحزب إن الاحتلال لن يوقف مجازره في السدر.", "مجازره", "الاحتلال", None),
        ("ارتكب الجيش مجزرة في السدر.", "مجزرة", "الجيش", None),
        ("وقعت مجزرة الجنود في السدر.", "مجزرة", None, "الجنود في السدر"),
        # A plural of an act, and a noun of launching, are theirs whose they are.
        ("أصدرت الحركة بيانا، والفيديو يوثق استهدافاتها في السدر.", "استهدافاتها", "الحركة", None),
        ("أصدرت الحركة بيانا، والفيديو يوثق توجيهها ضربات قوية.", "توجيهها", "الحركة", None),
        ("قال الحزب إن الاحتلال يواصل اعتقالاته في النخيل.", "اعتقالاته", "الاحتلال", None),
        # Whoever is helped does not help; "financial" is no country; who cares for those hurt in it did not do it.
        ("أعلنت الوزارة الدعم المالي للمتضررين.", "الدعم", "الوزارة", "المتضررين"),
        ("وجه وزير الداخلية بتسهيل أمور المصابين بالمواجهات.", "المواجهات", None, None),
        # Behind the adjective of a country, "of" leads to whom the country strikes.
        ("قتل خمسة في القصف التركي للمسلحين قرب السدر.", "القصف", "تركيا", "المسلحين"),
        ("قتل خمسة في قصف تركي لمجموعة من المزارعين قرب السدر.", "قصف", "تركيا", "مجموعة من المزارعين"),
        ("قتل خمسة في القصف التركي لفترة طويلة.", "القصف", "تركيا", "خمسة"),
    ],
)
def test_whose_act_it_is(sentence: str, trigger: str, doer: str | None, victim: str | None) -> None:
    assert roles(sentence, trigger) == (doer, victim)
