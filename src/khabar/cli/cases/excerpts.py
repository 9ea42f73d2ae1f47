"""Stretches of a text for a terminal: cut between words, and closed in themselves where the text turns its direction.

A text may hold marks that open a stretch of the other direction and close it again (embeddings, overrides, isolates).  An excerpt
that holds one without the other would turn everything printed behind it, or show its own words in a false order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_CLOSES: Final = {
    **dict.fromkeys("\N{LEFT-TO-RIGHT EMBEDDING}\N{RIGHT-TO-LEFT EMBEDDING}\N{LEFT-TO-RIGHT OVERRIDE}\N{RIGHT-TO-LEFT OVERRIDE}",
                    "\N{POP DIRECTIONAL FORMATTING}"),
    **dict.fromkeys("\N{LEFT-TO-RIGHT ISOLATE}\N{RIGHT-TO-LEFT ISOLATE}\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"),
}  # fmt: skip
_CLOSERS: Final = frozenset(_CLOSES.values())
_LONGEST_WORD: Final = 30
"""Characters that a cut is moved at most to find the blank between two words."""


def stretch(text: str, start: int, end: int, around: int) -> tuple[int, int]:
    """The offsets of a hit with so many characters around it, moved outwards to the blanks between words."""
    begin, behind = max(start - around, 0), min(end + around, len(text))
    while begin > 0 and begin > start - around - _LONGEST_WORD and not text[begin - 1].isspace():
        begin -= 1
    while behind < len(text) and behind < end + around + _LONGEST_WORD and not text[behind].isspace():
        behind += 1
    return begin, behind


def marked(text: str, cut: tuple[int, int], marks: Sequence[tuple[int, int]], signs: tuple[str, str]) -> str:
    """The stretch on one line, a sign before and behind each hit, every turn of direction closed."""
    pieces: list[str] = []
    at = cut[0]
    for start, end in marks:
        pieces += [text[at:start], signs[0], text[start:end], signs[1]]
        at = end
    return closed(" ".join("".join([*pieces, text[at : cut[1]]]).split()))


def closed(text: str) -> str:
    """The text without closing marks that close nothing, and with those that are missing behind it."""
    open_now: list[str] = []
    kept: list[str] = []
    for character in text:
        if character in _CLOSES:
            open_now.append(_CLOSES[character])
        elif character in _CLOSERS:
            if character not in open_now:
                continue
            while (last := open_now.pop()) != character:
                kept.append(last)
        kept.append(character)
    return "".join([*kept, *reversed(open_now)])
