"""Embedded posts: the words of an account, pasted into an article with its name, handle and date line.

The pasted form is stable across outlets: one or more lines of text (often ending in a link), then a line
"— Name (@handle) January 7, 2022".  The account is the speaker and the text is its words; neither needs a cue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from khabar.text.fold import INVISIBLE
from khabar.text.script import language_of_tokens
from khabar.text.tokens import Kind, Token

# Every repetition is bounded: a line of a million blanks costs no more than a line of ten.  Copied names come with
# direction marks around them.
_GAP = rf"[\s{INVISIBLE}]{{0,12}}"
_SIGNATURE = re.compile(
    rf"[—–ـ-]{{1,2}}{_GAP}(?P<name>[^()\s{INVISIBLE}](?:[^()\n]{{0,78}}?[^()\s{INVISIBLE}])?){_GAP}"
    rf"\({_GAP}(?P<handle>@\w{{1,40}}){_GAP}\){_GAP}(?P<date>[^\n]{{0,60}})$"
)
_DASHES = frozenset({"-", "–", "—"})
_LONGEST_POST = 4  # lines above the signature that may belong to it
_LONGEST_LINE = 300  # characters of a signature with its date


class Post(NamedTuple):
    """Token indexes of the whole post (half open) and source offsets of its parts."""

    first: int
    last: int
    text: tuple[int, int]
    account: tuple[int, int]
    handle: tuple[int, int]
    date: tuple[int, int] | None


def posts_among(text: str, tokens: Sequence[Token], lines: Sequence[tuple[int, int]], language: str) -> list[Post]:
    """The posts of a page in `language`; `lines` are token ranges of its paragraphs."""
    found: list[Post] = []
    signature = 0  # the line of the last signature; the first line of a page signs nothing, having none above it
    for number, (first, last) in enumerate(lines):
        if number == 0 or tokens[first].view not in _DASHES:
            continue
        offset, end = tokens[first].start, tokens[last - 1].end
        match = _SIGNATURE.match(text[offset:end]) if end - offset <= _LONGEST_LINE else None
        if not match:
            continue
        above = lines[max(number - _LONGEST_POST, signature + 1 if signature else 0) : number]
        signature = number
        if not above:  # a signature under a signature signs nothing
            continue
        begin = _first_line(text, tokens, above, language)
        body = _without_links(tokens, begin, lines[number - 1][1])
        if body is None:
            continue
        place = {k: (match.start(k) + offset, match.end(k) + offset) for k in ("name", "handle", "date")}
        date = place["date"] if match["date"].strip() else None
        found.append(Post(begin, last, body, place["name"], place["handle"], date))
    return found


def _first_line(text: str, tokens: Sequence[Token], above: Sequence[tuple[int, int]], language: str) -> int:
    """The first token of the post signed below the lines `above`.

    The line just above is the post's, or, when only links stand there, the one above that.  A post in another language than
    the article goes on upwards for as long as the language does.
    """
    index = len(above) - 1
    while index > 0 and _without_links(tokens, *above[index]) is None:
        index -= 1
    spoken = language_of_tokens(text, tokens, *above[index], default=language)
    while spoken != language and index > 0:
        if language_of_tokens(text, tokens, *above[index - 1], default=language) != spoken:
            break
        index -= 1
    return above[index][0]


def _without_links(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Source offsets of the words of a post without links at its foot; None when only links are there."""
    while last > first and tokens[last - 1].kind in (Kind.LINE_END, Kind.LINK):
        last -= 1
    return (tokens[first].start, tokens[last - 1].end) if last > first else None
