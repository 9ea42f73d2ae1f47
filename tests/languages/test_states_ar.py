"""In what state somebody ends (shot dead), what a verb governs behind its definite subject, and "him" or "them" behind a verb."""

from __future__ import annotations

import pytest

import khabar
from who_to_whom import roles


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
        ("حقق التحالف العربي انتصارا واضحا في معركة السدر.", "معركة", "التحالف العربي", None),
        ("طعن الرجل جاره عمدا في السوق.", "طعن", "الرجل", "جاره"),
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
