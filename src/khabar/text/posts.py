"""Embedded posts: the words of an account, pasted into an article with its name, handle and date line.

The pasted form is stable across outlets: one or more lines of text (often ending in a link), then a line
"— Name (@handle) January 7, 2022".  The account is the speaker and the text is its words; neither needs a cue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from khabar.text.script import language_of
from khabar.text.tokens import Kind, Token

_SIGNATURE = re.compile(r"^[—–-]{1,2}\s*(?P<name>[^()\n]{1,80}?)\s*\((?P<handle>@\w{1,40})\)\s*(?P<date>[^\n]{0,60})$")
_LONGEST_POST = 4  # lines above the signature that may belong to it


class Post(NamedTuple):
    """Token indexes of the whole post (half open) and source offsets of its parts."""

    first: int
    last: int
    text: tuple[int, int]
    account: tuple[int, int]
    handle: tuple[int, int]
    date: tuple[int, int] | None


def posts_among(text: str, tokens: Sequence[Token], lines: Sequence[tuple[int, int]]) -> list[Post]:
    """The posts of a page; `lines` are token ranges of its paragraphs."""
    found: list[Post] = []
    for number, (first, last) in enumerate(lines):
        if tokens[first].view not in "—–-" or number == 0:
            continue
        offset = tokens[first].start
        match = _SIGNATURE.match(text[offset : tokens[last - 1].end])
        if not match:
            continue
        begin = _first_line(text, tokens, lines, number, found)
        body = _without_links(tokens, lines[begin][0], lines[number - 1][1])
        if body is None:
            continue
        place = {k: (match.start(k) + offset, match.end(k) + offset) for k in ("name", "handle", "date")}
        date = place["date"] if match["date"].strip() else None
        found.append(Post(lines[begin][0], last, body, place["name"], place["handle"], date))
    return found


def _first_line(
    text: str, tokens: Sequence[Token], lines: Sequence[tuple[int, int]], number: int, found: Sequence[Post]
) -> int:
    """The topmost line that belongs to the post: upwards while the language stays that of the line just above."""

    def language(n: int) -> str:
        return language_of(text[tokens[lines[n][0]].start : tokens[lines[n][1] - 1].end])

    begin, taken = number - 1, found[-1].last if found else 0
    foreign = language(begin) != language_of(text[:4000])
    while (
        foreign
        and begin > 0
        and number - begin < _LONGEST_POST
        and lines[begin - 1][0] >= taken
        and language(begin - 1) == language(number - 1)
    ):
        begin -= 1
    return begin


def _without_links(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Source offsets of the words of a post without links at its foot; None when only links are there."""
    while last > first and (tokens[last - 1].kind in (Kind.LINK, Kind.LINE_END)):
        last -= 1
    return (tokens[first].start, tokens[last - 1].end) if last > first else None
