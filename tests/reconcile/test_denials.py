"""What a denial stands against, in reports read from their words."""

from __future__ import annotations

import pytest

import khabar
from khabar.reconcile import disagreements

SAID = "قال المجلس المحلي إن طائرات الجيش قصفت سوق البلدة. "


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SAID + "ونفى المتحدث باسم الجيش قصف السوق.", "المجلس المحلي"),
        ("قال المجلس المحلي إن الجيش قصف سوق البلدة. ونفى الجيش قصف السوق.", "المجلس المحلي"),
        ("اتهم المجلس المحلي الجيش بقصف سوق البلدة. ونفى المتحدث باسم الجيش قصف السوق.", "المجلس المحلي"),
        ("قالت المعارضة إن الشرطة اعتقلت عشرة طلاب. ونفت الشرطة اعتقال أي طالب.", "المعارضة"),
    ],
)
def test_a_denial_meets_what_was_said_in_other_forms_of_its_words(text: str, said: str) -> None:
    (found,) = disagreements(khabar.read(text, published="2024-06-18"))
    assert found.kind == "denial"
    assert [side.speakers for side in found.sides[1:]] == [(said,)]


@pytest.mark.parametrize("denied", ["ونفت الشرطة اعتقال أي طالب.", "ونفى الجيش إغلاق المعبر.", "ونفى الوالي استقالته."])
def test_a_denial_of_something_else_stands_alone(denied: str) -> None:
    (found,) = disagreements(khabar.read(SAID + denied, published="2024-06-18"))
    assert len(found.sides) == 1


def test_a_denial_of_any_such_thing_meets_the_plural_of_it() -> None:
    text = "قالت النقابة إن الشرطة أوقفت 74 متظاهرا بينهم تسعة قاصرين. ونفى المتحدث باسم الوزارة وجود أي قاصر بين الموقوفين."
    (found,) = disagreements(khabar.read(text, published="2024-03-16"))
    assert [side.speakers for side in found.sides] == [("المتحدث باسم الوزارة",), ("النقابة",)]


def test_two_counts_of_one_crowd_by_those_who_called_it_and_by_the_police_differ() -> None:
    text = "تظاهر الآلاف في العاصمة أمس. وقدرت اللجنة عدد المشاركين بنحو 20 ألفا، في حين قالت الوزارة إن عددهم لم يتجاوز 3500."
    (found,) = disagreements(khabar.read(text, published="2024-03-16"))
    assert found.measure == "protesters"
    assert {side.speakers for side in found.sides} >= {("اللجنة",), ("الوزارة",)}


@pytest.mark.parametrize(
    "denied",
    ["The army denied that it had shelled the hospital.", "The navy denied it was in the bay and had hit the boat."],
)
def test_short_english_words_are_no_common_ground(denied: str) -> None:
    text = f"The governor said the police had killed three people in the camp. {denied}"
    (found,) = disagreements(khabar.read(text, published="2024-06-18"))
    assert len(found.sides) == 1


@pytest.mark.parametrize(
    "text",
    [
        "وفند المجلس المحلي رواية الجيش عن قتلى المدرسة. وأكدت حركة الوادي أن رواية الجيش عن قتلى المدرسة كاذبة.",
        "The governor denied the army's account of the raid. The union said the army's account of the raid was false.",
    ],
)
def test_who_calls_an_account_false_agrees_with_who_denies_it(text: str) -> None:
    (found,) = disagreements(khabar.read(text, published="2024-06-18"))
    assert len(found.sides) == 1
