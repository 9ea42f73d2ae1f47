"""People on board, and people in a grave state: what befell whom a sentence counts."""

from __future__ import annotations

import pytest

import khabar


@pytest.mark.parametrize(
    ("text", "low", "measure"),
    [
        ("وكان القارب يغرق قبالة السدر وعلى متنه مئة راكب.", 100, "other"),
        ("تحطمت مروحية على متنها نحو 15 من المظليين.", 15, "other"),
        ("كان على متن الطائرة 20 جندياً عندما تحطمت.", 20, "other"),
        ("كانت الشاحنة تقل 20 جندياً.", 20, "forces"),
        ("غرق قارب على متنه 40 مهاجراً، وقتل 20 منهم.", 20, "killed"),
        ("تم نقل سبعة عمال إلى مستشفى المدينة وهم في حالة حرجة.", 7, "injured"),
        ("نقل خمسة آخرون إلى مستشفى السدر في حال خطرة.", 5, "injured"),
        ("تم نقل سبعة عمال إلى مصنع المدينة.", 7, "other"),
    ],
)
def test_who_is_on_board_or_gravely_hurt(text: str, low: int, measure: str) -> None:
    figures = khabar.read(text, published="2022-01-07").figures
    assert (low, measure) in [(figure.low, figure.measure) for figure in figures]


def test_one_of_the_hurt_told_apart_is_one_of_them() -> None:
    whole, part = khabar.read("أصيب عاملان، أحدهما إصابته خطرة، في السدر.", published="2022-01-07").figures
    assert (whole.low, part.low, part.measure, part.part_of) == (2, 1, "injured", whole.id)
