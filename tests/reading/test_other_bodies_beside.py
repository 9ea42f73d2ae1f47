"""What another body does, where "and" sets it beside the first, is set elsewhere; one prison is no scene of all that is told."""

from __future__ import annotations

import pytest

from read_events import places


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("القوات تفرج عن 3 أسرى، ومحكمة عسكرية في سجن سينوب تعقد جلسة غداً بشأن أسير.", [None, "سجن سينوب"]),
        ("القوات تشن غارات في تركيا، ومقاتلون من الحركة يتصدون للهجوم في سينوب.", ["Turkey"]),
        # One body goes on.
        ("الجيش يقتحم البلدة ويعتقل رجلين في سينوب.", ["Sinop", "Sinop"]),
    ],
)
def test_the_place_of_one_body_is_not_that_of_the_other(headline: str, found: list[str | None]) -> None:
    assert places(headline)[: len(found)] == found


def test_what_was_decided_of_prisoners_was_not_done_in_one_prison() -> None:
    text = "اعتصم الأسرى في ساحات سجن عوفر.\nوصادق البرلمان على قانون العقوبات.\nوأفرجت السلطات عن عشرة أسرى.\n"
    assert places(text) == ["Ofer Prison", None, None]


def test_a_report_of_home_is_not_set_where_its_forces_strike_abroad() -> None:
    text = (
        "قُتل جنديان في هجوم في ولاية سينوب بتركيا. وشنت الطائرات ضربات على مواقع الحزب في شمال العراق.\n"
        "وتستمر الحملة على الحزب في شمال العراق منذ أسبوع.\nواعتقلت الشرطة في أنقرة عشرة أشخاص.\n"
        "وانتشر آلاف الجنود.\n"
    )
    assert "Iraq" not in places(text)[-1:]
