"""Whom "its raid, his arrest" point back at, and whom "that it" leaves unsaid: never a witness who only reports."""

from __future__ import annotations

import pytest

from who_to_whom import roles


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer"),
    [
        # The content tells of somebody who agrees: behind a preposition (nobody is sure), or as its subject.
        ("قال الهلال الأحمر إنه أصيب 8 متظاهرين خلال التصدي لقوات الجيش لدى اقتحامها مدينة تاراز.", "اقتحامها", None),
        (
            "أعلن القصر أن الولايات المتحدة حققت مكاسب كثيرة خلال حربها على المسلحين في تاراز.",
            "حربها",
            "الولايات المتحدة",
        ),
        ("أكدت الوزارة أن الحركة تمادت في هجماتها على تاراز.", "هجماتها", "الحركة"),
        # A name of definite words is feminine where its adjective is.
        ("هاجم الجيش قوافل الأمم المتحدة خلال قصفه مدينة تاراز.", "قصفه", "الجيش"),
        # It tells of nobody who agrees: whoever speaks.
        ("أعلنت الحركة أن قائد المعسكر قتل في قصفها لمدينة تاراز.", "قصفها", "الحركة"),
        ("أعلنت الحركة مواصلة هجماتها على تاراز.", "هجماتها", "الحركة"),
    ],
)
def test_whose_act_it_is(sentence: str, trigger: str, doer: str | None) -> None:
    assert roles(sentence, trigger)[0] == doer


@pytest.mark.parametrize(
    ("sentence", "trigger", "victim"),
    [
        ("أعلن الجيش عزل كورسامين بعد اعتقاله في تاراز. وقال كورسامين إنه رئيس البلدية.", "اعتقاله", "كورسامين"),
        ("قال مكتب المحافظ إنه جرى اعتقال إحدى المرأتين بعد إصابتها في تاراز.", "إصابتها", "إحدى المرأتين"),
        ("قال الوزير سمير حداد إن مسلحين أطلقوا النار قبل اختطافه في تاراز.", "اختطافه", "الوزير سمير حداد"),
        ("قال الوزير سمير حداد إن منزله تعرض لهجوم قبل اختطافه في تاراز.", "اختطافه", "الوزير سمير حداد"),
        (
            "غادر الوزير سمير حداد محافظة ألماتي بعد زيارة قصيرة للمدينة منذ تحريرها من المسلحين.",
            "تحريرها",
            "محافظة ألماتي",
        ),
    ],
)
def test_whom_the_act_befell(sentence: str, trigger: str, victim: str) -> None:
    assert roles(sentence, trigger)[1] == victim


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer"),
    [
        # They say what they did.
        ("قال الجيش إنه قتل 8 مسلحين في تاراز.", "قتل", "الجيش"),
        ("الجيش قال إنه قتل 8 مسلحين في تاراز.", "قتل", "الجيش"),
        ("قال المتهم إنه قتل 3 رجال في تاراز.", "قتل", "المتهم"),
        ("قالت الشرطة إنها اعتقلت 3 رجال في تاراز.", "اعتقلت", "الشرطة"),
        ("قال حزب الله إنه استهدف موقعا في تاراز.", "استهدف", "حزب الله"),
        # A passive, a gender that is not theirs, a witness.
        ("قال الهلال الأحمر إنه أصيب 8 متظاهرين في تاراز.", "أصيب", None),
        ("قالت الشرطة إنه قتل 8 متظاهرين في تاراز.", "قتل", None),
        ("قال الوزير إنه قتل 8 متظاهرين في تاراز.", "قتل", None),
        ("قال المستشفى إنه قتل 8 متظاهرين في تاراز.", "قتل", None),
        ("أفاد مصدر طبي بأنه قتل 3 رجال في تاراز.", "قتل", None),
    ],
)
def test_whoever_reports_did_it_only_where_the_words_say_so(sentence: str, trigger: str, doer: str | None) -> None:
    assert roles(sentence, trigger)[0] == doer


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        # A definite phrase ends before the deed that its verb has as object, and before a state.
        ("يواصل جيش الاحتلال ارتكاب جرائمه في تاراز.", "جرائمه", "جيش الاحتلال", None),
        ("شنت فرنسا عددًا من الغارات على مواقع المسلحين في تاراز.", "الغارات", "فرنسا", "مواقع المسلحين"),
        ("قُتل الجندي احتياط كورسامين في تاراز.", "قُتل", None, "الجندي"),
        # An ordinal spelt like a name, an ambush "well laid", spelt like a court.
        ("شنت الطائرات غارات على ألماتي وغارة رابعة استهدفت مواقع للمسلحين في تاراز.", "غارة", None, "مواقع للمسلحين"),
        ("وقع الجنود في كمائن محكمة في تاراز.", "كمائن", None, None),
        ("أدان الوزير قصف الجيش المستشفى في تاراز.", "قصف", "الجيش", "المستشفى في تاراز"),
        ("اعترف المتهم بتنفيذه الهجوم في تاراز.", "تنفيذه", "المتهم", None),
        # Whom a warning warns is who would do it.
        ("واصلت فرنسا تحذير إيران من شن هجوم على تاراز.", "شن", "إيران", "تاراز"),
        ("جددت الوزارة تحذير المسلحين من استهداف المدنيين في تاراز.", "استهداف", "المسلحين", "المدنيين"),
        ("كررت فرنسا تحذيرها من شن هجوم على تاراز.", "شن", None, "تاراز"),
    ],
)
def test_where_a_party_ends(sentence: str, trigger: str, doer: str | None, victim: str | None) -> None:
    assert roles(sentence, trigger) == (doer, victim)
