"""On whose word a doer is named, and what a day or a place in the words around an event says of it."""

from __future__ import annotations

import pytest

import khabar
from who_to_whom import BODIES, event_of

FRIDAY = "2022-01-07"


@pytest.mark.parametrize(
    ("sentence", "trigger", "basis"),
    [
        ("قالت وزارة الداخلية إن قوات الأمن أوقفت تسعة أشخاص.", "أوقفت", "claimed_by_actor"),
        ("قال سكان إن قوات الأمن أوقفت تسعة أشخاص.", "أوقفت", "stated"),
        ("قال وزير الدفاع سليم الدهان إن حركة النسر الأبيض قصفت القرية.", "قصفت", "attributed_by_other"),
        ("زعم المحافظ أن البلدة تعرضت لهجوم شنّه «ألف مرتزق».", "هجوم", "attributed_by_other"),
        ("قال شهود إن حركة النسر الأبيض قصفت القرية.", "قصفت", "stated"),
        ("قالت الشرطة إن ثلاثة مسلحين هاجموا المارة.", "هاجموا", "stated"),
    ],
)
def test_on_whose_word_a_doer_is_named(sentence: str, trigger: str, basis: str) -> None:
    found = event_of(sentence, trigger, FRIDAY)
    assert found.actor is not None
    assert found.actor.basis == basis


def test_who_denies_that_its_men_took_part_in_an_attack_is_not_its_doer() -> None:
    told = "هاجم مسلحون المعبر. ونفت حركة النسر الأبيض أن يكون مقاتلوها قد شاركوا في الهجوم."
    report = khabar.read(f"{told}\n{BODIES}", published=FRIDAY)
    assert all(e.actor is None or "مقاتلوها" not in e.actor.text for e in report.events)


def test_the_day_of_a_decision_is_not_that_of_what_was_decided() -> None:
    assert event_of("ووافق البرلمان، الجمعة، على إرسال 90 جندياً للمشاركة في البعثة.", "إرسال", FRIDAY).date is None


def test_behind_a_day_a_noun_phrase_is_what_the_verb_before_it_governs() -> None:
    found = event_of("فرضت السلطات، مساء الخميس، حظر التجول في السدر.", "حظر", FRIDAY)
    assert (found.subtype, found.date and found.date.value) == ("curfew", "2022-01-06TEV")


def test_the_town_of_the_police_that_speaks_is_where_what_it_tells_happened() -> None:
    told = "وصلت قوات إلى كازاخستان.\nشهدت ألماتي هدوءاً.\nقال المتحدث باسم شرطة ألماتي إن مجهولين اقتحموا المخزن."
    found = event_of(told, "اقتحموا", FRIDAY)
    assert found.place is not None
    assert found.place.name == "Almaty"


def test_a_hijri_date_lies_next_to_its_gregorian_twin() -> None:
    (time,) = khabar.read("تبقى الحدود مغلقة حتى 16 جمادى الآخرة (19 يناير).", published=FRIDAY).times
    assert time.value == "2022-01-19"
    assert "mismatch" not in time.basis
