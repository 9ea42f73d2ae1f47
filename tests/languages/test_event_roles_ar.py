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


def test_what_names_nobody_is_no_party() -> None:
    assert roles("قال القائد إن الرجال قاموا بهجوم قوي على المعسكر.", "هجوم")[0] != "قوي"
    assert roles("قُتل 9 أشخاص بينهم 5 مدنيين.", "قُتل") == (None, "9 أشخاص")
    assert roles("نُشرت صور من السوق، وأصيب عشرة في اشتباكات بين قوات الحكومة ومقاتلين محليين.", "اشتباكات") == (
        "قوات الحكومة",
        "مقاتلين محليين",
    )
