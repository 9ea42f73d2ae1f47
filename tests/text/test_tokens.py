"""Tokens tile the text: in order, without overlap, each the very characters it points at."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from any_text import NASTY, TEXTS, assert_linear
from khabar.text.fold import INVISIBLE, MARKS, fold_word
from khabar.text.tokens import Kind, tokens

LOOSE = re.compile(rf"[\s{MARKS}{INVISIBLE}]*")


def texts(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


def kinds(text: str) -> str:
    return "".join(token.kind for token in tokens(text))


@given(TEXTS)
def test_tokens_tile_the_text(text: str) -> None:
    at = 0
    for token in tokens(text):
        assert at <= token.start < token.end <= len(text)
        assert token.text == text[token.start : token.end]
        assert LOOSE.fullmatch(text, at, token.start), f"lost: {text[at : token.start]!r}"
        assert "\n" not in text[at : token.start]
        at = token.end
    assert LOOSE.fullmatch(text, at)


@given(TEXTS)
def test_every_token_has_a_view_of_its_own_characters(text: str) -> None:
    for token in tokens(text):
        assert token.view
        if token.kind in (Kind.WORD, Kind.NUMBER):
            assert token.view == fold_word(token.text)


@given(TEXTS)
def test_every_line_end_is_a_token(text: str) -> None:
    ends = [token.text for token in tokens(text) if token.kind is Kind.LINE_END]
    assert ends == re.findall("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", text)


@given(TEXTS)
def test_a_word_begins_and_goes_on_with_letters(text: str) -> None:
    for token in tokens(text):
        if token.kind is Kind.WORD:
            assert token.text[0].isalnum()
            assert not re.search(r"\d", token.text)


@pytest.mark.parametrize(
    ("text", "cut", "kind"),
    [
        ("قال الوزير.", ["قال", "الوزير", "."], "wwp"),
        ("قُتِلَ", ["قُتِلَ"], "w"),
        ("وقال\u200fأمس", ["وقال\u200fأمس"], "w"),
        ("12\xa0قتيلاً", ["12", "قتيلاً"], "nw"),
        ("10.000 و2,5 و٢٫٥", ["10.000", "و", "2,5", "و", "٢٫٥"], "nwnwn"),
        ("3.", ["3", "."], "np"),
        ("1,234,567؟", ["1,234,567", "؟"], "np"),
        ("10ـ12", ["10", "ـ", "12"], "npn"),
        ("U.S.", ["U", ".", "S", "."], "wpwp"),
        ("M'zab’s ministers’", ["M'zab’s", "ministers", "’"], "wwp"),
        ("Jose\u0301 Díaz", ["Jose\u0301", "Díaz"], "ww"),
        ("first_name", ["first", "_", "name"], "wpw"),
        ("انتهى.....ثم", ["انتهى", ".....", "ثم"], "wpw"),
        ("a\r\nb\n\nc", ["a", "\r\n", "b", "\n", "\n", "c"], "wlwllw"),
        ("المدينةالقديمة مدرسةٌ قتيلاًفي مثلًا", ["المدينة", "القديمة", "مدرسةٌ", "قتيلاً", "في", "مثلًا"], "wwwwww"),
        ("أنّالوزير أنّهما وإنّما بأنّني", ["أنّ", "الوزير", "أنّهما", "وإنّما", "بأنّني"], "wwwww"),
        ("@nadia_rami #خبر_عاجل", ["@nadia_rami", "#خبر_عاجل"], "uu"),
        ("x @ y", ["x", "@", "y"], "wpw"),
        ("❤\ufe0f", ["❤"], "p"),
        ("\ud800a", ["\ud800", "a"], "pw"),
        ("", [], ""),
        (" \t\xa0\u200f", [], ""),
    ],
)
def test_cuts(text: str, cut: list[str], kind: str) -> None:
    assert texts(text) == cut
    assert kinds(text) == kind


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("detainedhttps://t.example/Ab1", ["detained", "https://t.example/Ab1"]),
        ("المعتقلينhttp://t.example/Ab1 اليوم", ["المعتقلين", "http://t.example/Ab1", "اليوم"]),
        ("detainedpic.twitter.com/Ab1", ["detained", "pic.twitter.com/Ab1"]),
        ("#خبرhttps://t.example/a", ["#خبر", "https://t.example/a"]),
        ("2022https://t.example/a", ["2022", "https://t.example/a"]),
        ("https://t.example/ahttps://t.example/b", ["https://t.example/ahttps://t.example/b"]),
        ("(https://t.example/a).", ["(", "https://t.example/a", ")", "."]),
        ("https://t.example/a، وقال", ["https://t.example/a", "،", "وقال"]),
        ("«www.example.org»", ["«", "www.example.org", "»"]),
        ("https://t.example/a\u200f", ["https://t.example/a"]),
        ("https://", ["https", ":", "/", "/"]),
        ("http://...", ["http", ":", "/", "/", "..."]),
        ("the https protocol", ["the", "https", "protocol"]),
    ],
)
def test_links(text: str, cut: list[str]) -> None:
    assert texts(text) == cut


def test_a_tatweel_by_itself_is_a_dash_and_in_a_word_nothing() -> None:
    dash, name, again = tokens("ـ ســـلمى ــ")
    assert (dash.kind, dash.view) == (Kind.MARK, "-")
    assert (again.kind, again.view) == (Kind.MARK, "-")
    assert (name.kind, name.view) == (Kind.WORD, "سلمي")
    assert [t.text for t in tokens("الـ«بيت»")] == ["الـ", "«", "بيت", "»"]


def test_dots_are_one_ellipsis_however_many() -> None:
    assert [t.view for t in tokens("a... b.... c.........")] == ["a", "...", "b", "...", "c", "..."]


def test_long_tokens_are_cut_like_short_ones() -> None:
    """Short tokens are remembered, long ones are not; the answer is the same."""
    for size in (1, 63, 64, 65, 5000):
        (token,) = tokens("أ" * size)
        assert (token.kind, token.view) == (Kind.WORD, "ا" * size)


@pytest.mark.parametrize("piece", NASTY.values(), ids=NASTY.keys())
def test_linear(piece: str) -> None:
    assert_linear(tokens, piece)
