"""Line ends that only wrap: raw page text goes on in the middle of a sentence on its next line.

A line end parts paragraphs, headlines and the items of lists, so it is taken for a blank only where the text itself shows
that it is one.  Three things show it: a word that ends no line (a preposition, "that") or begins none (a relative pronoun, a
small Latin letter); a bracket or a quotation that the next line closes; and columns, lines all as long as the next word
allowed.  The line end is then left out of the tokens; the source and all offsets stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from khabar.text.tokens import Kind, Token

_LIST: Final = Path(__file__).with_name("wrapped_words.tsv")
_CLOSED: Final = frozenset({".", "?", "!", "..", "...", "…", ":", "؟"})
_CLOSERS: Final = frozenset("»”\"’')]›")
_COMMAS: Final = frozenset({",", ";", "،", "؛"})
_BRACKETS: Final = {"(": ")", "[": "]"}
_QUOTES: Final = {"«": "»", "“": "”"}
_AND: Final = ("\u0648", "\u0641")  # the conjunctions that paragraphs begin with
_LONG_LINE = 12  # tokens; a quotation left open in a short line may have lost its mark
_BULLETS: Final = frozenset({"-", "–", "—", "•", "*", "·", "▪", "#"})
_FEW_WORDS = 4  # a shorter line may be a label or a crosshead that ends in any word
_NARROWEST, _WIDEST = 40, 200  # characters of a column; lists of names are narrower, paragraphs wider
_LEAST_FULL = 3  # lines that make a column


class _Line(NamedTuple):
    """Token indexes of a line, half open."""

    first: int
    last: int


def without_wraps(text: str, tokens: list[Token]) -> tuple[str, list[Token]]:
    """A text with blanks for the line ends that only wrap, as many as they have characters, and its tokens without them."""
    wraps = set(_wraps(tokens))
    if not wraps:
        return text, tokens
    pieces, end = [], 0
    for index in sorted(wraps):
        ending = tokens[index]
        pieces += [text[end : ending.start], " " * (ending.end - ending.start)]
        end = ending.end
    return "".join((*pieces, text[end:])), [token for index, token in enumerate(tokens) if index not in wraps]


def _wraps(tokens: list[Token]) -> Iterator[int]:
    """Indexes of the line ends that only wrap."""
    lines = _lines(tokens)
    if len(lines) < 2:
        return
    parted = any(after.first - before.last > 1 for before, after in pairwise(lines))
    width = _column(tokens, lines)
    for before, after in pairwise(lines):
        opened = not _is_closed(tokens, before)
        if not opened and (width is None or not parted):
            continue
        if after.first > before.last + 2 or _listed(tokens, after):
            continue
        beside = after.first == before.last + 1
        full = beside and width is not None and _is_full(tokens, before, after, width)
        if (opened and (full or _goes_on(tokens, before, after, beside=beside))) or (full and parted):
            yield from range(before.last, after.first)


def _lines(tokens: Sequence[Token]) -> list[_Line]:
    """The lines that are not empty."""
    found, first = [], 0
    for index, token in enumerate(tokens):
        if token.kind is Kind.LINE_END:
            if index > first:
                found.append(_Line(first, index))
            first = index + 1
    if len(tokens) > first:
        found.append(_Line(first, len(tokens)))
    return found


def _listed(tokens: Sequence[Token], line: _Line) -> bool:
    """Whether a line begins as an item of a list does: with a bullet, or a number and a mark."""
    first = tokens[line.first]
    return first.view in _BULLETS or (
        first.kind is Kind.NUMBER
        and line.first + 1 < line.last
        and tokens[line.first + 1].view in {".", ")", "-", ":", "/"}
    )


def _is_closed(tokens: Sequence[Token], line: _Line) -> bool:
    """Whether a line ends with a stop, a question, a colon or a link, closing marks aside."""
    last = line.last - 1
    while last > line.first and tokens[last].view in _CLOSERS:
        last -= 1
    return tokens[last].view in _CLOSED or tokens[last].kind is Kind.LINK


# ---------------------------------------------------------------- words and marks that show it


def _goes_on(tokens: Sequence[Token], before: _Line, after: _Line, *, beside: bool) -> bool:
    """Whether two words, or a pair of marks, show that a line goes on in the next."""
    ends, begins = _listed_words()
    if before.last - before.first < _FEW_WORDS:
        return False
    end, start = tokens[before.last - 1], tokens[after.first]
    if end.view in ends or start.text in begins or start.view in _COMMAS:
        return True
    if start.text[:1].islower() and after.last - after.first >= _FEW_WORDS:
        return True
    return beside and _is_open(tokens, before, after)


@cache
def _listed_words() -> tuple[frozenset[str], frozenset[str]]:
    """The words that end no line, folded, and those that begin none, as written."""
    rows = [row.split("\t") for row in _LIST.read_text(encoding="utf-8").splitlines()[1:] if not row.startswith("#")]
    ends = frozenset(word for side, word in rows if side == "ends_none")
    return ends, frozenset(word for side, word in rows if side == "begins_none")


def _is_open(tokens: Sequence[Token], before: _Line, after: _Line) -> bool:
    """Whether a line leaves a bracket or a quotation open that the next one closes before it opens another."""
    quoting = before.last - before.first >= _LONG_LINE and not tokens[after.first].view.startswith(_AND)
    for opening, closing in (_BRACKETS | _QUOTES if quoting else _BRACKETS).items():
        left = 0
        for token in tokens[before.first : before.last]:
            if token.view == opening:
                left += 1
            elif left and token.view == closing:
                left -= 1
        if (
            left
            and next((t.view for t in tokens[after.first : after.last] if t.view in {opening, closing}), "") == closing
        ):
            return True
    return False


# ---------------------------------------------------------------- columns


def _column(tokens: Sequence[Token], lines: Sequence[_Line]) -> int | None:
    """How wide the columns of a text are; None when it is not set in columns.

    Its widest line is no paragraph, and most of the lines that end without a stop and have a next one are as long as the
    first word of that allows, one of them at least in the middle of prose.
    """
    width = max(_length(tokens, line) for line in lines)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    opened = [
        (before, after)
        for before, after in pairwise(lines)
        if after.first == before.last + 1
        and before.last - before.first >= _FEW_WORDS
        and not _is_closed(tokens, before)
        and not _listed(tokens, after)
    ]
    full = [pair for pair in opened if _is_full(tokens, *pair, width)]
    if len(full) < _LEAST_FULL or 4 * len(full) < 3 * len(opened):
        return None
    return width if any(_is_prose(tokens, before, after) for before, after in full) else None


def _is_prose(tokens: Sequence[Token], before: _Line, after: _Line) -> bool:
    """Whether a line holds the end of a sentence or is followed by one, or goes on by its words; no list of headlines does."""
    stopped = any(
        token.view in _CLOSED - {":"} and follower.start > token.end
        for token, follower in pairwise(tokens[before.first : before.last])
    )
    return stopped or _is_closed(tokens, after) or _goes_on(tokens, before, after, beside=True)


def _length(tokens: Sequence[Token], line: _Line) -> int:
    """Characters of a line, white space around it left out."""
    return tokens[line.last - 1].end - tokens[line.first].start


def _is_full(tokens: Sequence[Token], before: _Line, after: _Line, width: int) -> bool:
    """Whether the first word of the next line, with the marks glued to it, had no more room on this one."""
    end = after.first + 1
    while end < after.last and tokens[end].start == tokens[end - 1].end:
        end += 1
    word = tokens[end - 1].end - tokens[after.first].start
    return _length(tokens, before) + 1 + word > width
