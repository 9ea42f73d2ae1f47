"""Tokens: words, numbers, marks and line ends, each with its place in the untouched source.

One compiled expression cuts the text.  A word keeps its vowel signs and invisible marks inside, so the
token's span is the span a reader would select; `view` is the folded form that lists and rules know.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from khabar.text.fold import INVISIBLE, MARKS, fold_word


class Kind(StrEnum):
    """What a token is."""

    WORD = "w"
    NUMBER = "n"
    LINK = "u"
    LINE_END = "l"
    MARK = "p"


class Token(NamedTuple):
    """One token: source offsets (code points, half open), the text as written, its folded view and its kind."""

    start: int
    end: int
    text: str
    view: str
    kind: Kind


# A letter, then letters with their marks.  An apostrophe joins only between letters (Kazakhstan's is cut
# again by the English pack; Arabic transliterations such as M'zab are one word).
_LETTER = r"[^\W\d_]"
_INNER = f"{MARKS}{INVISIBLE}"
_TOKEN = re.compile(
    rf"""
    (?P<u>https?://[^\s«»"“”<>]+ | www\.[^\s«»"“”<>]+ | pic\.twitter\.com/\w+ | [@#]\w[\w{_INNER}]*)
  | (?P<w>(?!ـ){_LETTER}(?:{_LETTER}|[{_INNER}]|['’](?={_LETTER}))*)
  | (?P<n>\d(?:[\d]|[.,٫٬،](?=\d))*)
  | (?P<l>\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029])
  | (?P<p>\.\.+|ـ+|[^\s\w{INVISIBLE}{MARKS}]|_)
    """,
    re.VERBOSE,
)
_KINDS = {kind.value: kind for kind in Kind}
_LINK_START = re.compile("https?$")


def tokens(text: str) -> list[Token]:
    """All tokens of a text, in order, in linear time.  White space and loose invisible marks yield none."""
    found: list[Token] = []
    at, size = 0, len(text)
    while at < size:
        resume = size
        for match in _TOKEN.finditer(text, at):
            kind = _KINDS[match.lastgroup or "p"]
            start, end = match.span()
            if kind is Kind.WORD and text.startswith("://", end):
                cut = _LINK_START.search(text, start, end)
                if cut and cut.start() > start:  # a link glued to the word before it, as posts are pasted
                    end = resume = cut.start()
            surface = text[start:end]
            found.append(Token(start, end, surface, _view(surface, kind), kind))
            if resume != size:
                break
        at = resume
    return found


def _view(surface: str, kind: Kind) -> str:
    return "\n" if kind is Kind.LINE_END else fold_word(surface)
