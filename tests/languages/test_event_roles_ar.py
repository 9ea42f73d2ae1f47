"""Who did it and to whom: the clause of a verb, what carries a noun, and what can be no party."""

from __future__ import annotations

import pytest

import khabar

BODIES = "قُتل جندي في هجوم على السدر أمس.\n"  # what makes the report one of violence


def roles(sentence: str, trigger: str) -> tuple[str | None, str | None]:
    """The doer and the victim of an event of a sentence."""
    report = khabar.read(sentence + "\n" + BODIES, published="2022-01-06")
    event = next(e for e in report.events if e.trigger.text == trigger)
    return event.actor.text if event.actor else None, event.target.text if event.target else None


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        ("هاجم مسلحون فجر الأحد مركزاً للشرطة وقتلوا شرطيين.", "قتلوا", "مسلحون", "شرطيين"),
        ("دخل جنود الجيش القرية وقتلوا ثلاثة مدنيين.", "قتلوا", "جنود الجيش", "ثلاثة مدنيين"),
        ("طردوا المتمردين من المدينة وأسروا عدداً من المقاتلين.", "أسروا", None, "عدداً من المقاتلين"),
        ("أغلق محتجون الطريق الدولي بالإطارات.", "أغلق", "محتجون", "الطريق الدولي"),
        ("وطوقت القوات المالية القطاع.", "طوقت", "القوات المالية", "القطاع"),
        ("أضاف المتحدث أن الوحدات الأمنية طوقت المكان واعتقلت 13 شخصاً.", "اعتقلت", "الوحدات الأمنية", "13 شخصاً"),
        ("إلا أن الشرطة لم تعتقل حتى الآن أي مشتبه.", "تعتقل", "الشرطة", "أي مشتبه"),
        ("وفي السدر اقتحمت القوات الحكومية منطقة المرج.", "اقتحمت", "القوات الحكومية", "منطقة المرج"),
        (
            "طردت القوات الموالية للرئيس سامي هادي المتمردين من المدينة.",
            "طردت",
            "القوات الموالية للرئيس سامي هادي",
            "المتمردين",
        ),
        ("قال شاهد إن مجموعة من المسلحين هاجمت سكان القرية.", "هاجمت", "مجموعة من المسلحين", "سكان القرية"),
    ],
)
def test_subject_and_object_of_a_verb(sentence: str, trigger: str, doer: str | None, victim: str | None) -> None:
    assert roles(sentence, trigger) == (doer, victim)


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        ("أدى إقدام مستوطنين على قتل الرضيع أمس إلى غضب.", "قتل", "مستوطنين", "الرضيع"),
        ("أصيب سكان في قصف مسلحي الجبهة، أمس، على سوق السدر.", "قصف", "مسلحي الجبهة", "سوق السدر"),
        ("ونفذت طائرات الحلف ليلاً غارات ثقيلة على معسكرات الثوار.", "غارات", "طائرات الحلف", "معسكرات الثوار"),
    ],
)
def test_doer_and_victim_of_a_noun(sentence: str, trigger: str, doer: str | None, victim: str | None) -> None:
    assert roles(sentence, trigger) == (doer, victim)


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        ("وسبق اقتحام القوات للمدينة قصف طويل.", "اقتحام", "القوات", "المدينة"),
        ("أدان الحزب قتل الجيش للمتظاهرين أمس.", "قتل", "الجيش", "المتظاهرين"),
        ("أسفر قصف قوات النخيل لمخيم السدر عن مقتل 12 مدنياً.", "قصف", "قوات النخيل", "مخيم السدر"),
        ("استنكر البيان إغلاق السلطات للمعبر أمس.", "إغلاق", "السلطات", "المعبر"),
        ('وقع إحراق "المتمردين" لأكثر من عشرين عربة في السدر.', "إحراق", '"المتمردين"', "أكثر من عشرين عربة"),
        ("أعلن الجيش قصف مواقع للجماعة قرب السدر.", "قصف", "الجيش", "مواقع للجماعة"),
        ("شن الجهاز حملة اعتقالات للمتظاهرين أمس.", "حملة", "الجهاز", "المتظاهرين"),
        ("أعلن الوزير إغلاق المجلس المحلي للمدينة.", "إغلاق", None, "المجلس المحلي للمدينة"),
        ("أعلنت الشرطة اعتقال قيادي في الجماعة لمشاركته في النهب.", "اعتقال", "الشرطة", "قيادي في الجماعة"),
        ("أعلن الوالي تحرير مدينة السدر للمرة الثانية.", "تحرير", None, "مدينة السدر"),
    ],
)
def test_object_behind_of_and_its_doer(sentence: str, trigger: str, doer: str | None, victim: str | None) -> None:
    assert roles(sentence, trigger) == (doer, victim)


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        ("اغتال مسلحون مدير الميناء وأربعة من مرافقيه في السدر.", "اغتال", "مسلحون", "مدير الميناء وأربعة من مرافقيه"),
        ("اعتقلت الشرطة زعيم الحزب وخمسة من أنصاره.", "اعتقلت", "الشرطة", "زعيم الحزب وخمسة من أنصاره"),
        ("قصفت مدفعية الجيش قرية النخيل.", "قصفت", "مدفعية الجيش", "قرية النخيل"),
        ("قصفت المدفعية أحياء سكنية في البلدة.", "قصفت", None, "أحياء سكنية"),
        ("استهدفت طائرة مسيرة سيارة في السدر أمس.", "استهدفت", None, "سيارة"),
        ("تتواصل غارات الطائرات بدون طيار التي تشنها الدولة الجارة في السدر.", "غارات", "الدولة الجارة", None),
        ("أمرت المحكمة بإغلاق الصحيفة لمدة ستة أشهر.", "إغلاق", None, "الصحيفة"),
        ("أعلن المتحدث سيطرة المقاتلين على مدينة السدر بشكل كامل.", "سيطرة", "المقاتلين", "مدينة السدر"),
        ("تم القبض على المدعو: قاسم محمد الهلال.", "القبض", None, "قاسم محمد الهلال"),
        (
            "دارت اشتباكات بين المتمردين والحرس من جهة، والمقاومة من جهة أخرى.",
            "اشتباكات",
            "المتمردين والحرس",
            "المقاومة",
        ),
        ("نشرت الصحيفة خبر توقيف السائق على الحدود الجنوبية.", "توقيف", None, "السائق"),
        ("اشتبكت المقاومة مع الجيش أمس.", "اشتبكت", "المقاومة", "الجيش"),
        ("رغم القرار الدولي الاحتلال يواصل مجازره في السدر.", "مجازره", "الاحتلال", None),
        ("استهدف قصف مدفعي للقوات الحكومية بلدة السدر.", "قصف", "القوات الحكومية", "بلدة السدر"),
    ],
)
def test_where_a_party_begins_and_ends(sentence: str, trigger: str, doer: str | None, victim: str | None) -> None:
    assert roles(sentence, trigger) == (doer, victim)


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer"),
    [
        ("قصفت قوات الاحتلال محيط المستشفى.", "قصفت", "قوات الاحتلال"),
        ("بدأت هجمات المقاومة في إطار خطة واسعة.", "هجمات", "المقاومة"),
        ("أوقع الهجوم سبعة جرحى بين مدنيين وعسكريين.", "الهجوم", None),
    ],
)
def test_where_a_doer_begins_and_ends(sentence: str, trigger: str, doer: str | None) -> None:
    assert roles(sentence, trigger)[0] == doer


@pytest.mark.parametrize(
    "sentence",
    [
        "تستهدف الدورة التدريبية ثلاثين معلماً من مدارس المحافظة.",
        "تستهدف العقوبات خمسة مسؤولين في الحكومة.",
        "وصلت وحدات الإنقاذ إلى المكان.",
    ],
)
def test_courses_and_helpers_tell_no_attack_and_no_aid(sentence: str) -> None:
    assert khabar.read(sentence).events == []


def test_what_names_nobody_is_no_party() -> None:
    assert roles("قال القائد إن الرجال قاموا بهجوم قوي على المعسكر.", "هجوم")[0] != "قوي"
    assert roles("قُتل 9 أشخاص بينهم 5 مدنيين.", "قُتل") == (None, "9 أشخاص")
    assert roles("نُشرت صور من السوق، وأصيب عشرة في اشتباكات بين قوات الحكومة ومقاتلين محليين.", "اشتباكات") == (
        "قوات الحكومة",
        "مقاتلين محليين",
    )


def victim(sentence: str, trigger: str) -> str | None:
    """The victim of an event of a sentence."""
    return roles(sentence, trigger)[1]


@pytest.mark.parametrize(
    ("sentence", "trigger", "fell"),
    [
        ("قُتل ثلاثة عمال في هجوم شنه مسلحون أمس.", "هجوم", "ثلاثة عمال"),
        ("انفجرت سيارة مفخخة في النخيل ما أدى إلى مقتل ثلاثة عمال.", "انفجرت", "ثلاثة عمال"),
        ("نفذ انتحاري العملية الإرهابية مما أسفر عن مقتل 15 عاملاً.", "العملية", "15 عاملاً"),
        ("ارتكب الجيش مجزرة راح ضحيتها عشرون مدنياً.", "مجزرة", "عشرون مدنياً"),
        ("وقال إن مواجهات عنيفة تدور في المدينة، سقط فيها 28 قتيلاً.", "مواجهات", "28 قتيلاً"),
        ("ارتفعت حصيلة التفجيرين وسط النخيل إلى 73 قتيلاً.", "التفجيرين", "73 قتيلاً"),
        ("ارتفعت إلى 34 قتيلاً حصيلة التفجير الانتحاري.", "التفجير", "34 قتيلاً"),
        ("أوقعت سلسلة هجمات أمس، بينها هجوم انتحاري، عشرات القتلى والجرحى.", "هجمات", "عشرات القتلى والجرحى"),
    ],
)
def test_an_act_has_the_victims_that_a_link_gives_it(sentence: str, trigger: str, fell: str) -> None:
    assert victim(sentence, trigger) == fell


@pytest.mark.parametrize(
    ("sentence", "trigger", "fell"),
    [
        (
            "أصيب طالب في إطلاق نار خلال مواجهات في ذكرى مقتل الشاب سامر النوري برصاص شرطي.",
            "مواجهات",
            "الشاب سامر النوري",
        ),
        ("قُتل خمسة حراس في البستان أمس، بالتزامن مع معركة في النخيل.", "معركة", "خمسة حراس"),
        ("أعلنت الوزارة أن ستة جنود قتلوا منذ بدء الحرب في النخيل.", "الحرب", "ستة جنود"),
    ],
)
def test_the_dead_of_one_act_are_not_given_to_another_of_the_sentence(sentence: str, trigger: str, fell: str) -> None:
    assert victim(sentence, trigger) != fell


def test_who_disowns_an_attack_did_not_do_it_and_who_was_exposed_to_it_is_hit() -> None:
    found = roles("نفت حكومة سيلدان أي مسؤولية لها عن الهجوم الذي تعرضت له المحطة القديمة.", "الهجوم")
    assert found == (None, "المحطة القديمة")


def test_with_names_the_other_side_of_a_fight_alone() -> None:
    assert victim("تعرض ناشط لهجوم مع أفراد عائلته في النخيل.", "هجوم") == "ناشط"
    assert victim("وقعت اشتباكات عنيفة مع قوات الحكومة في النخيل.", "اشتباكات") == "قوات الحكومة"


def test_a_house_is_hit_by_arson_and_months_by_no_arrest() -> None:
    assert victim("أضرم مستوطنون النار في منزل عائلة النوري.", "أضرم") == "منزل عائلة النوري"
    assert victim("أكد المحامي اعتقال 13 شهراً لموكله.", "اعتقال") is None


def test_a_surname_is_a_victim_where_the_report_knows_it() -> None:
    known = "تحدث القائد قاسم سليماني أمس. وجاء اغتيال سليماني في غارة جوية على النخيل."
    assert victim(known, "اغتيال") == "سليماني"
    assert victim("جاء ذلك بعد اغتيال بزرفان في غارة جوية على النخيل.", "اغتيال") != "بزرفان"


def test_the_subject_stands_before_its_relative_clause() -> None:
    found = roles("وأضاف أن قوات الأمن التي انتشرت بأعداد كبيرة فرقت المظاهرة بالقوة.", "فرقت")
    assert found == ("قوات الأمن", "المظاهرة")


def test_an_adjective_is_no_surname() -> None:
    assert roles("قال إن الجيش شن غارة جوية على مخيم السدر.", "شن") == ("الجيش", "مخيم السدر")


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer"),
    [
        ("أوضح مسؤول أن قوات الأمن بدأت بالتحقيق في ملابسات الهجوم على المرج.", "الهجوم", None),
        ("اتهمت المؤسسة الحكومة بأنها قصفت ناقلات نفط في النخيل.", "قصفت", "الحكومة"),
        ("أوضحت مصادر اقتحام ميليشيا السدر منزل رئيس الحزب في النخيل.", "اقتحام", "ميليشيا السدر"),
    ],
)
def test_who_inquires_or_accuses_did_not_do_it(sentence: str, trigger: str, doer: str | None) -> None:
    assert roles(sentence, trigger)[0] == doer
