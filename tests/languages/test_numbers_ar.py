"""Arabic numbers: whatever can be written is read back, in digits of every shape and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.languages import load
from khabar.languages.ar.numbers.amounts import NUMBERS
from khabar.languages.quantities import Quantity
from khabar.text.page import page

ONES = ("", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة")
TEN, TENS = "عشرة", ("", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون")
TEEN_HEADS = {11: "أحد", 12: "اثنا"}
HUNDREDS = ("", "مئة", "مئتان", *(f"{stem}مئة" for stem in ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")))
THOUSAND, THOUSANDS, TWO_THOUSAND = "ألف", "آلاف", "ألفان"
AND = " و"
FRAME = "أحصت اللجنة {} في تقريرها"
SPELLINGS = (
    (),
    (("مئة", "مائة"), ("مئتان", "مائتان")),
    (("ون", "ين"), ("مئتان", "مئتين"), ("ألفان", "ألفين"), ("اثنان", "اثنين")),
    (("أ", "ا"), ("ة", "ه")),
)
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def read(text: str) -> list[tuple[str, Quantity]]:
    """The number expressions of a one-sentence text: words (without a glued "and") and value."""
    cut = page(text, "ar")
    sentence = cut.sentences[0]
    units = load("ar").units(cut, sentence.first, sentence.last)
    finds = NUMBERS.read(units, text)
    return [(text[units[f.first].cut : units[f.last - 1].end], f.value) for f in finds if f.value is not None]


def only(written: str) -> Quantity:
    """The value of a number in a plain sentence, after a look that it is read whole and alone."""
    found = read(FRAME.format(written))
    assert [words for words, _ in found] == [written], found
    return found[0][1]


def below_hundred(number: int) -> str:
    """1 to 99 in words."""
    if number < 10:
        return ONES[number]
    if number == 10:
        return TEN
    if number < 20:
        return f"{TEEN_HEADS.get(number, ONES[number % 10])} عشر"
    return AND.join(part for part in (ONES[number % 10], TENS[number // 10]) if part)


def in_words(number: int) -> str:
    """1 to 9,999 in words, nominative and masculine."""
    thousands, rest = divmod(number, 1000)
    hundreds, small = divmod(rest, 100)
    many = {0: "", 1: THOUSAND, 2: TWO_THOUSAND}.get(thousands, f"{ONES[thousands]} {THOUSANDS}")
    return AND.join(part for part in (many, HUNDREDS[hundreds], below_hundred(small) if small else "") if part)


@given(st.integers(1, 9999), st.sampled_from(SPELLINGS))
def test_words_read_back(number: int, spelling: tuple[tuple[str, str], ...]) -> None:
    written = in_words(number)
    for usual, other in spelling:
        written = written.replace(usual, other)
    assert only(written) == Quantity(number, number, number)


@given(st.integers(0, 99_999_999_999), st.sampled_from(["", ",", ".", "٬"]), st.booleans())
def test_digits_read_back(number: int, mark: str, eastern: bool) -> None:
    written = f"{number:,}".replace(",", mark)
    if eastern:
        written = written.translate(EASTERN)
    assert only(written).value == number


@given(st.integers(1, 999), st.integers(1, 9), st.sampled_from([",", ".", "٫"]), st.sampled_from(["مليون", "مليار"]))
def test_decimals_before_a_scale(units: int, tenths: int, mark: str, scale: str) -> None:
    size = {"مليون": 10**6, "مليار": 10**9}[scale]
    assert only(f"{units}{mark}{tenths} {scale}").value == (units * 10 + tenths) * size // 10


@given(st.integers(1, 999), st.integers(1, 999))
def test_digits_with_a_thousand_add_up(thousands: int, rest: int) -> None:
    assert only(f"{thousands} ألفاً و{rest}").value == thousands * 1000 + rest


@given(st.integers(1, 9998), st.integers(1, 9999), st.booleans())
def test_between_is_a_range_and_no_sum(low: int, more: int, words: bool) -> None:
    high = min(low + more, 9999)
    write = in_words if words else str
    found = read(FRAME.format(f"ما بين {write(low)} و{write(high)} جندياً"))
    years = 1800 <= low < 2100 and 1800 <= high < 2100
    if years:
        assert [value.value for _, value in found] == [low, high]
    else:
        assert [(value.low, value.high, value.bound) for _, value in found] == [(low, high, "range")]


@pytest.mark.parametrize(
    ("before", "bound", "low", "high"),
    [
        ("أكثر من", "more_than", 50, None),
        ("ما لا يقل عن", "at_least", 50, None),
        ("أقل من", "less_than", 0, 49),
        ("ما لا يزيد على", "at_most", 0, 50),
        ("نحو", "about", 50, 50),
    ],
)
@pytest.mark.parametrize("written", ["50", "٥٠", "خمسين"])
def test_bounds_keep_their_meaning(before: str, bound: str, low: int, high: int | None, written: str) -> None:
    ((_, value),) = read(FRAME.format(f"{before} {written} جندياً"))
    assert (value.bound, value.low, value.high, value.value) == (bound, low, high, 50)


@pytest.mark.parametrize("shape", ["12:30", "7/1/2022", "7-1-2022", "2-1", "5+1"])
def test_shapes_are_left_for_the_times(shape: str) -> None:
    assert read(FRAME.format(shape)) == []


@given(st.text(alphabet="0123456789٠١٢٣.,٫٬:/- وال%", max_size=40))
def test_no_run_of_digits_and_marks_raises(text: str) -> None:
    for words, value in read(f"بلغ {text} شخصا"):
        assert words
        assert value.low is None or value.high is None or value.low <= value.high
