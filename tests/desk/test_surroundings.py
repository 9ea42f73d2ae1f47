"""A number that was not read is shown among its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from khabar.desk.surroundings import words_around

LINE = "رفعت الشركة سعر الليتر من 60 إلى 120 ديناراً في مطلع العام"


def test_four_words_stand_on_both_sides() -> None:
    start = LINE.index("60")
    assert words_around(LINE, start, start + 2) == "… الشركة سعر الليتر من 60 إلى 120 ديناراً في …"


def test_the_line_is_not_left() -> None:
    text = f"عنوان أول\n7 جسور\n{LINE}"
    start = text.index("7")
    assert words_around(text, start, start + 1) == "7 جسور"


def test_a_word_is_not_cut() -> None:
    text = "سقطت (60) قذيفة"
    assert words_around(text, 6, 8) == text


@given(st.text(alphabet="اب 7\n\t.", max_size=40), st.data())
def test_the_words_themselves_are_always_in(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    around = words_around(text, start, end)
    assert text[start:end] in around
    assert around.removeprefix("… ").removesuffix(" …") in text
