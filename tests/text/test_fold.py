"""Folding: one spelling for many, and the way back to every character of the source."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from any_text import NASTY, TEXTS, assert_linear
from khabar.text.fold import fold, fold_word


@given(TEXTS)
def test_every_view_character_comes_from_its_source(text: str) -> None:
    folded = fold(text)
    view, at = folded.text, 0
    while at < len(view):
        start, end = folded.source_span(at, at + 1)
        upto = at + 1
        while upto < len(view) and folded.source_span(upto, upto + 1)[0] == start:  # a ligature draws several letters
            end, upto = folded.source_span(upto, upto + 1)[1], upto + 1
        assert 0 <= start < end <= len(text)
        assert fold(text[start:end]).text == view[at:upto]
        at = upto


@given(TEXTS)
def test_offsets_never_go_back(text: str) -> None:
    folded = fold(text)
    spans = [folded.source_span(n, n + 1) for n in range(len(folded.text))]
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(spans))
    assert all(a[1] <= b[0] or a[0] == b[0] for a, b in pairwise(spans)), "overlap"
    if folded.starts is None:
        assert len(folded.text) == len(text)


@given(TEXTS)
def test_a_view_folds_to_itself(text: str) -> None:
    view = fold(text).text
    assert fold(view).text == view


@given(TEXTS, TEXTS)
def test_a_word_folds_alike_wherever_it_stands(before: str, after: str) -> None:
    """Blanks on both sides: only \\r before \\n looks at its neighbour."""
    assert fold(f"{before} {after}").text == fold(before).text + " " + fold(after).text


@given(TEXTS)
def test_the_span_of_the_whole_view_lies_inside_the_source(text: str) -> None:
    folded = fold(text)
    start, end = folded.source_span(0, len(folded.text))
    assert 0 <= start <= end <= len(text)
    assert fold(text[start:end]).text == folded.text


@pytest.mark.parametrize(
    ("written", "view"),
    [
        ("أإآٱا", "ااااا"),
        ("مدينة", "مدينه"),
        ("على", "علي"),
        ("مسؤول", "مسوول"),
        ("شيئاً", "شييا"),
        ("الســـلام", "السلام"),
        ("مُحَمَّد", "محمد"),
        ("٢٠٢٢ ۲۰۲۲", "2022 2022"),
        ("٢٫٥", "2٫5"),
        ("،؛؟٪۔", ",;?%."),
        ("a\xa0b\u202fc\td", "a b c d"),
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("\u200fخبر\u200e \u202bنص\u202c\ufeff", "خبر نص"),
        ("ﻻ", "لا"),
        ("ﺍﻟﺴﻼﻡ", "السلام"),
        ("ﷲ", "الله"),
        ("کیف", "كيف"),
        ("و\u0654ا\u0653", "وا"),  # hamza and madda as signs of their own
        ("Jose\u0301", "Jose"),
        ("ب\ufe76د", "بد"),  # a vowel sign drawn by itself, as text out of PDF files has it
    ],
)
def test_spellings(written: str, view: str) -> None:
    assert fold(written).text == view


def test_a_letter_takes_its_signs_along() -> None:
    source = "مُحَمَّد"
    folded = fold(source)
    assert folded.source_span(0, 1) == (0, 2)
    assert folded.source_span(2, 3) == (4, 7)
    assert folded.source_span(0, 4) == (0, len(source))


def test_a_ligature_is_one_source_character() -> None:
    folded = fold("ﻻx")
    assert folded.text == "لاx"
    assert [folded.source_span(n, n + 1) for n in range(3)] == [(0, 1), (0, 1), (1, 2)]


def test_an_empty_span_stays_empty() -> None:
    folded = fold("بَت")
    assert folded.source_span(1, 1) == (2, 2)
    assert folded.source_span(2, 2) == (3, 3)
    assert fold("").source_span(0, 0) == (0, 0)


@pytest.mark.parametrize("span", [(-1, 0), (0, 4), (2, 1)])
def test_spans_outside_the_view_are_refused(span: tuple[int, int]) -> None:
    with pytest.raises(IndexError, match="outside 0:3"):
        fold("abc").source_span(*span)


def test_words_are_keys() -> None:
    assert fold_word("الأُمَمِ") == fold_word("الامم") == "الامم"
    assert fold_word("Security") == "security"
    assert fold_word("سلام") != fold_word("كلام")


@pytest.mark.parametrize("piece", NASTY.values(), ids=NASTY.keys())
def test_linear(piece: str) -> None:
    assert_linear(fold, piece)


def test_a_word_that_is_left_as_it_is_is_one_that_the_fold_leaves_alone() -> None:
    letters = [chr(code) for code in range(0x10000)]
    assert [c for c in letters if fold_word(c) != fold(c).text.lower()] == []


@pytest.mark.parametrize(
    ("egyptian", "usual"),
    [
        ("مسئوليتها", "مسؤوليتها"),
        ("الشئون", "الشؤون"),
        ("شئونهم", "شؤونهم"),
        # with a vowel sign between the letters, and as drawn in a PDF file
        ("مسئُول", "مسؤول"),
        ("ﻣﺴﺌﻮﻝ", "مسؤول"),
    ],
)
def test_a_hamza_that_egypt_writes_on_a_yeh(egyptian: str, usual: str) -> None:
    assert fold(egyptian).text == fold(usual).text == fold_word(egyptian)
    assert fold_word("سئم") != fold_word("سؤم")
