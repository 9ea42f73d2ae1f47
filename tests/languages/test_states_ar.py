"""In what state somebody ends (shot dead), what a verb governs behind its definite subject, and "him" or "them" behind a verb."""

from __future__ import annotations

import pytest

import khabar
from who_to_whom import BODIES, roles


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        # Who is shot dead: the state is no part of his words.
        ("أردت الشرطة المهاجم قتيلا في حي النخيل.", "أردت", "الشرطة", "المهاجم"),
        ("أردى قناص متظاهرا قتيلا وسط السدر.", "أردى", "قناص", "متظاهرا"),
        ("أردى الجنود مسلحين اثنين قتيلين قرب الحاجز.", "أردى", "الجنود", "مسلحين اثنين"),
        ("وأردى الحراس سبعة من المهاجمين قتلى عند البوابة.", "أردى", "الحراس", "سبعة من المهاجمين"),
        ("طارد الجنود المسلح وأردوه قتيلا.", "أردوه", "الجنود", None),
        ("أردت قذيفة طفلين قتيلين في المخيم.", "أردت", None, "طفلين"),
        ("وسقط المتظاهر قتيلا برصاص القناصة.", "سقط", "القناصة", "المتظاهر"),
        # A brigade is named after its dead; what is theirs is their own.
        ('وقعت اشتباكات مع "لواء شهداء السدر" هناك.', "اشتباكات", None, '"لواء شهداء السدر"'),
        # Behind a definite noun an indefinite one is what else the verb governs, or how it was done.
        ("حقق الفيلق الأزرق مكسبا صغيرا في معركة السدر.", "معركة", "الفيلق الأزرق", None),
        ("طعن الرجل جاره عمدا في السوق.", "طعن", "الرجل", "جاره"),
        ("واصل الجنود تمشيط محيط المصنع بحثا عن ألغام.", "تمشيط", "الجنود", "محيط المصنع"),
        # The moment at which it was done is nobody to whom.
        ("ذكر الأهالي أن البحارة اعتقلوا لحظة وصولهم.", "اعتقلوا", None, "البحارة"),
        ("اعتقلوا ساعة خروجهم من المسجد.", "اعتقلوا", None, None),
        ("هاجم المسلحون ساعة الإفطار حاجزا.", "هاجم", "المسلحون", "حاجزا"),
        ("قصفت الطائرات ليلة العيد مخيما.", "قصفت", None, "مخيما"),
        # What a relative clause describes is the object of the verb before it, not its subject too.
        ("زار الوفد السجن الذي اقتحمه المسلحون.", "اقتحمه", "المسلحون", "السجن"),
        ("دخل الجيش المناطق التي سيطرت عليها قوات المعارضة.", "سيطرت", "قوات المعارضة", "المناطق"),
        ("زار الوالي القرى التي سيطرت عليها تشيلي.", "سيطرت", "تشيلي", "القرى"),
        # Whoever answers for an attack says what "it" hit.
        (
            "وأعلنت حركة الرمل مسؤوليتها عن الهجوم، زاعمة أنه استهدف «اجتماعاً لضباط».",
            "الهجوم",
            "حركة الرمل",
            "«اجتماعاً لضباط»",
        ),
        ("وأدان المجلس الهجوم وقال إنه أصاب مستشفى المدينة.", "الهجوم", None, "مستشفى المدينة"),
        # One man behind several fighters is no adjective of theirs.
        ("قتل الجنود المسلح عند الحاجز.", "قتل", "الجنود", "المسلح"),
        ("قال شاهد إن العناصر المسلحة هاجمت القرية.", "هاجمت", "العناصر المسلحة", "القرية"),
        # Plural verbs with their object, killed him.
        ("قال السكان إن الجنود اعتقلوهم عند الجسر.", "اعتقلوهم", "الجنود", None),
        ("دخل مسلحون القرية وخطفوا الطبيب وقتلوه.", "خطفوا", "مسلحون", "الطبيب"),
        ("وقتله الحراس عند البوابة.", "قتله", "الحراس", None),
        ("أقدم مسلحون على قتله أمام منزله.", "قتله", "مسلحون", None),
        # Whoever is named in the words of the doer is not whom he killed.
        ("أقدم أحد أقرباء الوالي سالم النوري على قتله في السدر.", "قتله", "أحد أقرباء الوالي سالم النوري", None),
    ],
)
def test_states_and_objects(sentence: str, trigger: str, doer: str | None, victim: str | None) -> None:
    assert roles(sentence, trigger) == (doer, victim)


@pytest.mark.parametrize(
    ("sentence", "victims"),
    [
        ("أردت الشرطة المهاجم قتيلا في حي النخيل.", [("المهاجم", 1)]),
        ("أردى الجنود مسلحين اثنين قتيلين قرب الحاجز.", [("اثنين", 2)]),
        ("أردى قناص متظاهرا قتيلا وسط السدر.", [("متظاهرا", 1)]),
        ("أرداه شرطي قتيلا في السوق.", []),
    ],
)
def test_who_is_shot_dead_is_counted_once(sentence: str, victims: list[tuple[str, int]]) -> None:
    assert [(f.text, f.low) for f in khabar.read(sentence).figures] == victims


def test_killers_are_no_killing() -> None:
    assert khabar.read("طالب الأهالي بمحاسبة قتلة الطبيب.").events == []


def test_they_described_it_is_a_claim_of_theirs() -> None:
    claims = khabar.read("ندد زعماء محليون بالقرار ووصفوه بأنه ابتزاز.").claims
    assert [c.speaker_name for c in claims] == ["زعماء محليون", "زعماء محليون"]


@pytest.mark.parametrize(
    ("text", "content", "act"),
    [
        (
            "وأعلن مركز السهل الناطق باسم كتيبة (رعاة النهر) مسؤولية الكتيبة عن التفجير.",
            "التفجير",
            "claim_responsibility",
        ),
        ('وأعلن تنظيم "الفجر" مسؤولية مقاتليه عن اغتيال القاضي.', "اغتيال القاضي", "claim_responsibility"),
        ("وأكد المتحدث باسم الحركة مسؤولية الحركة عن قصف السدر.", "قصف السدر", "claim_responsibility"),
        ("وأكد الوزير مسؤولية الحركة عن قصف السدر.", "مسؤولية الحركة عن قصف السدر", "affirm"),
        ("وأكد الوزير مسؤولية الحكومة عن سلامة السكان.", "مسؤولية الحكومة عن سلامة السكان", "affirm"),
    ],
)
def test_who_answers_for_an_act_by_name_claims_it(text: str, content: str, act: str) -> None:
    assert [(c.content.text, c.act) for c in khabar.read(text).claims] == [(content, act)]


def test_a_search_of_ground_is_no_clash() -> None:
    report = khabar.read("ومشطت قوات الأمن محيط الملعب بعد بلاغ عن عبوة ناسفة.")
    assert [(e.type, e.subtype) for e in report.events] == [("COERCE", "raid")]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("والهدف هو طرد المسلحين من المدينة.", "planned"),
        ("قال القائد إن هدف العملية طرد الإرهابيين من البلدة.", "planned"),
        ("تسعى القوات إلى طرد المسلحين من المدينة.", "planned"),
        ("تهدف العملية إلى طرد المسلحين من المدينة.", "planned"),
        ("نجح الجيش في طرد المسلحين من المدينة.", "reported"),
        ("ضرب الطيران أهدافا سهلة، وطرد الجيش المسلحين من البلدة.", "reported"),
    ],
)
def test_what_somebody_aims_at_is_planned(sentence: str, status: str) -> None:
    driven = [e for e in khabar.read(sentence + "\n" + BODIES).events if "طرد" in e.trigger.text]
    assert [e.status for e in driven] == [status]


def test_the_dialogue_that_somebody_rules_out_is_the_negotiation_he_refuses() -> None:
    text = (
        "الوالي: لا تفاوض مع الخاطفين\n\n"
        "أعلن الوالي سالم النوري، اليوم الجمعة، أن قوات الأمن تحاصر الخاطفين في السدر، مستبعداً أي حوار معهم.\n"
    )
    refused, ruled_out = [e for e in khabar.read(text).events if e.type == "CONSULT"]
    assert ruled_out.same_as == refused.id
