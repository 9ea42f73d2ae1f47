"""An accuser and a denier of one deed meet by its doer, however each of two opposed outlets words it."""

from __future__ import annotations

import pytest

from crisis_told import crisis_of
from khabar.desk.crisis import conflict_rows
from khabar.reconcile.across.actors.doers import is_own, sides_of

DAY = "2022-01-06"


def denials(*texts: str, days: tuple[str, ...] = (DAY, DAY, DAY)) -> list[tuple[str, str]]:
    """Who denies what whom says, in reports that each have an outlet of their own."""
    told = enumerate(zip(texts, days, strict=False), 1)
    rows = conflict_rows(crisis_of(*((f"o{n}", day, text) for n, (text, day) in told)))
    return [(row["one_speaker"], row["other_speaker"]) for row in rows if row["raised"] and row["kind"] == "denial"]


@pytest.mark.parametrize(
    ("accuses", "denies", "denier", "accuser"),
    [
        (
            "إدلب (سوريا): قال مدير الإسعاف سليم الراوي إن طائرات الجيش قصفت مستشفى النور في سرمين الخميس وقتلت 14 شخصاً.",
            "دمشق (سوريا): قال المتحدث باسم الجيش ماجد الحلو: «لم تقصف قواتنا أي مستشفى في ريف إدلب».",
            "ماجد الحلو",
            "سليم الراوي",
        ),
        (
            "تونس (تونس): قالت رئيسة الرابطة هدى المبروك إن الحراس أطلقوا النار على السجناء في الساحة الأربعاء.",
            "تونس (تونس): قالت وزارة العدل إنه لا صحة لما يتردد عن إطلاق الحراس النار على السجناء.",
            "وزارة العدل",
            "هدى المبروك",
        ),
        (
            "باكو (أذربيجان): اتهمت وزارة الدفاع الأرمينية القوات الأذربيجانية بقصف مدينة هادروت الخميس.",
            "باكو (أذربيجان): قالت وزارة الدفاع الأذربيجانية إن قواتها لم تقصف مدينة هادروت.",
            "وزارة الدفاع الأذربيجانية",
            "وزارة الدفاع الأرمينية",
        ),
        (
            "باتكين (قرغيزستان): اتهم حرس الحدود القرغيزي القوات الطاجيكية بفتح النار على قرية الينابيع الخميس.",
            "دوشنبه (طاجيكستان): قالت وزارة الدفاع الطاجيكية إن قواتها لم تفتح النار.",
            "وزارة الدفاع الطاجيكية",
            "حرس الحدود القرغيزي",
        ),
        (
            "Sanaa (Yemen): The health ministry said coalition jets hit the market in Taiz on Tuesday.",
            "الرياض: قال المتحدث باسم التحالف ناصر الجبري إن التحالف لم يقصف السوق في تعز يوم الثلاثاء.",
            "ناصر الجبري",
            "health ministry",
        ),
    ],
)
def test_an_accuser_and_a_denier_of_one_deed_meet(accuses: str, denies: str, denier: str, accuser: str) -> None:
    assert (denier, accuser) in denials(accuses, denies)


@pytest.mark.parametrize(
    "denies",
    [
        "دمشق (سوريا): قال المتحدث باسم الجيش ماجد الحلو إن قواتنا لم تقصف المدرسة في سرمين.",
        "باكو (أذربيجان): قال المتحدث باسم الجيش الأذربيجاني ماجد الحلو إن قواتنا لم تقصف المستشفى.",
        "إدلب (سوريا): قال قائد حركة الفجر ماجد الحلو إن مقاتلي الحركة لم يقصفوا المستشفى في سرمين.",
        "دمشق (سوريا): قال المتحدث باسم الجيش ماجد الحلو إن قواتنا لم تقصف المستشفى في حلب.",
        "دمشق (سوريا): قال المتحدث باسم الجيش ماجد الحلو إن الجيش لم يعتقل الأطباء في سرمين.",
    ],
)
def test_who_denies_another_deed_or_for_another_side_answers_nobody(denies: str) -> None:
    accuses = (
        "إدلب (سوريا): قال مدير الإسعاف سليم الراوي إن طائرات الجيش قصفت مستشفى النور في سرمين الخميس وقتلت 14 شخصاً."
    )
    assert denials(accuses, denies) == []


def test_a_denial_of_weeks_later_answers_nobody() -> None:
    accuses = (
        "إدلب (سوريا): قال مدير الإسعاف سليم الراوي إن طائرات الجيش قصفت مستشفى النور في سرمين الخميس وقتلت 14 شخصاً."
    )
    denies = "دمشق (سوريا): قال المتحدث باسم الجيش ماجد الحلو: «لم تقصف قواتنا المستشفى في سرمين»."
    assert denials(accuses, denies) != []
    assert denials(accuses, denies, days=(DAY, "2022-02-20")) == []


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("طائرات الجيش", "state SY"),
        ("القوات الأذربيجانية", "state AZ"),
        ("الطيران الحكومي", "state SY"),
        ("مقاتلو حركة الفجر", "group فجر"),
        ("جيش الفجر", "group فجر"),
        ("coalition jets", "alliance"),
        ("the army", "state SY"),
    ],
)
def test_a_doer_fights_for_a_side(words: str, side: str) -> None:
    assert sides_of(words, "SY") == {side}


def test_our_forces_are_the_speakers_own() -> None:
    assert all(map(is_own, ("قواتنا", "جنوده", "our forces", "its soldiers")))
    assert not any(map(is_own, ("القوات", "مدينة", "the forces")))


KILLING = "بغداد (العراق): اغتال مسلحون مجهولون النائب كريم الساعدي أمام منزله في بغداد مساء الأربعاء."
BANNER = f"{KILLING} وأعلن تنظيم راية المغيب مسؤوليته عن اغتيال النائب."
LAID = f"{KILLING} واتهمت الحكومة حزب الميثاق بالوقوف وراء الاغتيال."
PART = "بغداد (العراق): نفى حزب الميثاق أي صلة له باغتيال النائب كريم الساعدي في بغداد الأربعاء."


def test_who_denies_a_part_in_it_answers_those_who_lay_it_on_him_and_nobody_else() -> None:
    assert denials(LAID, PART) == [("حزب الميثاق", "الحكومة")]
    assert denials(KILLING, PART) == []
    assert denials(BANNER, PART) == []


def test_two_sides_that_claim_one_attack_are_set_against_one_another() -> None:
    dawn = f"{KILLING} وتبنت كتائب الفجر عملية الاغتيال."
    crisis = crisis_of(*((f"o{n}", DAY, text) for n, text in enumerate((BANNER, dawn, dawn), 1)))
    (row,) = [row for row in conflict_rows(crisis) if row["raised"]]
    assert {row["one_speaker"], row["other_speaker"]} == {"تنظيم راية المغيب", "كتائب الفجر"}
    assert "each claim" in row["why"]["en"]


def test_who_lays_on_another_state_what_his_own_denies_agrees_with_it() -> None:
    text = (
        "باكو (أذربيجان): نفت وزارة الدفاع الأذربيجانية خرق الهدنة في هادروت الخميس.\n"
        "وقال الرئيس الأذربيجاني إن الجانب الأرميني هو من خرق الهدنة في هادروت."
    )
    assert denials(text) == []
