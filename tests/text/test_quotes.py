"""Quotation marks of all systems; a mark without a partner never swallows a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given

from any_text import NASTY, TEXTS, assert_linear
from khabar.text.page import page
from khabar.text.quotes import quotations
from khabar.text.tokens import tokens


def quoted(text: str) -> list[str]:
    """The words between paired marks."""
    cut = tokens(text)
    pairs = [q for q in quotations(cut, 0, len(cut)) if q.close is not None]
    return [text[cut[q.open].end : cut[q.close or 0].start].strip() for q in pairs]


def odd(text: str) -> int:
    """How many marks have no partner."""
    cut = tokens(text)
    return sum(q.close is None for q in quotations(cut, 0, len(cut)))


@pytest.mark.parametrize(
    ("opening", "closing"),
    ["«»", "»«", "‹›", '""', "“”", "”“", "„“", "„”", "””", "““", "‘’", "‚‘", "''", "＂＂", "“\"", "\"”"],
)  # fmt: skip
@pytest.mark.parametrize("frame", ["قالت البلدية: {} أمس.", "{}، قالت البلدية", "قالت ({}).", "{}"])
def test_every_system_is_paired(opening: str, closing: str, frame: str) -> None:
    text = frame.format(f"{opening}الماء مقطوع عن الحي{closing}")
    assert quoted(text) == ["الماء مقطوع عن الحي"]
    assert odd(text) == 0


@pytest.mark.parametrize(
    ("text", "inside", "lone"),
    [
        ("قال «الأول» ثم «الثاني».", ["الأول", "الثاني"], 0),
        ('قال "الأول" ثم "الثاني".', ["الأول", "الثاني"], 0),
        ('قال:"الأول"، وأضاف:"الثاني".', ["الأول", "الثاني"], 0),
        # sloppy blanks: an even number of straight marks alternates
        ('قال " الأول " ثم " الثاني ".', ["الأول", "الثاني"], 0),
        ('قال "الأول "ثم مضى', ["الأول"], 0),
        ("قال «الأول »ثم مضى", ["الأول"], 0),
        # marks inside marks
        ("قال «إن صحيفة «الفجر» أغلقت».", ["إن صحيفة «الفجر» أغلقت", "الفجر"], 0),
        ('قال «إن صحيفة "الفجر" أغلقت».', ['إن صحيفة "الفجر" أغلقت', "الفجر"], 0),
        ('قال “إن صحيفة "الفجر" أغلقت”.', ['إن صحيفة "الفجر" أغلقت', "الفجر"], 0),
        ("He said “the ‘Dawn’ paper closed”.", ["the ‘Dawn’ paper closed", "Dawn"], 0),
        ("“‘Go home,’ she heard.”", ["‘Go home,’ she heard.", "Go home,"], 0),
        # particles glued to the opening mark
        ('وصفها بـ"الكارثة" وحذر من "الأسوأ".', ["الكارثة", "الأسوأ"], 0),
        ("وصفها ب«الكارثة» و«الأسوأ».", ["الكارثة", "الأسوأ"], 0),
        # one mark too many
        ('قال "إن صحيفة "الفجر" أغلقت.', ["الفجر"], 1),
        ("قال «إن صحيفة «الفجر» أغلقت.", ["الفجر"], 1),
        ("قال إن البيت» ثم «الثاني» مضى", ["الثاني"], 1),
        ('قال إن البيت" ثم "الثاني" مضى', ["الثاني"], 1),
        ("قال «ثم سكت", [], 1),
        ('"', [], 1),
        # apostrophes quote nothing
        ("the ministers’ plan and the people’s anger", [], 0),
        ("the ministers' plan and the people's anger", [], 0),
        ("The 'temporary' halt angered the ministers' wives.", ["temporary"], 0),
        ("rock ' roll", [], 0),
    ],
)
def test_pairs(text: str, inside: list[str], lone: int) -> None:
    assert quoted(text) == inside
    assert odd(text) == lone


def test_an_odd_mark_never_reaches_into_the_next_paragraph() -> None:
    text = "قال «إن البيت هدم\nوأضاف آخر أن الحي خال»\nوقالت «نعم» أمس"
    cut = page(text)
    pairs = [[q.close is not None for q in p.quotations] for p in cut.paragraphs]
    assert pairs == [[False], [False], [True]]


@given(TEXTS)
def test_every_mark_is_used_once_and_in_order(text: str) -> None:
    cut = tokens(text)
    found = quotations(cut, 0, len(cut))
    used = [n for q in found for n in q if n is not None]
    assert len(used) == len(set(used))
    assert [q.open for q in found] == sorted(q.open for q in found)
    for quotation in found:
        assert quotation.close is None or quotation.open < quotation.close < len(cut)


@given(TEXTS)
def test_directed_and_straight_marks_are_all_accounted_for(text: str) -> None:
    cut = tokens(text)
    marks = {n for n, token in enumerate(cut) if token.view in set('«»‹›“”„‟"＂')}
    used = {n for q in quotations(cut, 0, len(cut)) for n in q if n is not None}
    assert marks <= used


@pytest.mark.parametrize("piece", NASTY.values(), ids=NASTY.keys())
def test_linear(piece: str) -> None:
    def work(text: str) -> object:
        cut = tokens(text)
        return quotations(cut, 0, len(cut))

    assert_linear(work, piece)
