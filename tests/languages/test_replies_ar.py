"""Threatened replies, vows and refusals, cars stopped on a road, announced arrests: whose act it is."""

from __future__ import annotations

import pytest

import khabar
from khabar.record import Event


def events(text: str) -> list[Event]:
    """The events of a text."""
    return list(khabar.read(text, published="2022-01-07").events)


def told(text: str) -> list[tuple[str, str, str | None]]:
    """Trigger, status and doer of each event."""
    return [(e.trigger.text, e.status, e.actor.text if e.actor else None) for e in events(text)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("هددت الجبهة بالرد على الغارة.", [("الرد", "threatened", "الجبهة"), ("الغارة", "reported", None)]),
        ("توعدت قيادة الجيش بأن يكون الرد قاسياً.", [("الرد", "threatened", "قيادة الجيش")]),
        ("هددت الجبهة بالثأر لمقتل القائد.", [("الثأر", "threatened", "الجبهة"), ("مقتل", "reported", None)]),
        ("قال الجيش إن الرد سيكون قاسياً.", []),
        ("أكدت الجبهة أنها باقية. وتوعدت بشن هجمات أخرى.", [("هجمات", "threatened", "الجبهة")]),
        # whoever rejects attempts at an expulsion expels nobody
        ("أعلن الناطق أن السلطات ترفض محاولات ترحيل السكان من البلدة.", [("ترحيل", "refused", None)]),
        # an office has nobody to make arrests
        ("أعلنت الرئاسة توقيف 40 شخصاً.", [("توقيف", "reported", None)]),
        ("أعلنت وزارة الداخلية توقيف 40 شخصاً.", [("توقيف", "reported", "وزارة الداخلية")]),
        ("أعلنت وزارة الصحة توقيف طبيب.", [("توقيف", "reported", None)]),
    ],
)
def test_whose_act_it_is(sentence: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("اعترض مسلحون سيارتهم على طريق البلدة.", "attack"),
        ("أعلنت المنظمة فقدان الاتصال باثنين من موظفيها في البلدة. واعترض مسلحون سيارتهما وفقدوا أثرهما.", "attack"),
        ("اعترضت الدفاعات الجوية ثلاثة صواريخ.", "interception"),
    ],
)
def test_cars_are_stopped_and_missiles_intercepted(sentence: str, kind: str) -> None:
    assert [e.subtype for e in events(sentence) if e.trigger.text.startswith("اعترض")] == [kind]


def test_the_place_of_the_attack_compared_with_is_not_that_of_this_one() -> None:
    text = "قُتل 31 شخصاً في تفجير في بلدة عين النخل.\n\nوالتفجير هو الأعنف في سيلدان منذ تفجير سوق وادي الدوم عام 2019."
    last = [e for e in events(text) if e.trigger.text == "التفجير"]
    assert last
    assert all(e.place is not None and "الدوم" not in e.place.name for e in last)


def test_headline_and_lead_deny_one_fall() -> None:
    text = "الجيش ينفي سقوط مدينة عين النخل\n\nنفى الجيش سقوط أجزاء منها في يد المسلحين، بعد يوم من اشتباكات في مدينة عين النخل."
    first, second = [e for e in events(text) if e.trigger.text == "سقوط"]
    assert (first.status, second.status, second.same_as) == ("denied", "denied", first.id)
