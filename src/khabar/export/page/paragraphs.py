"""The lines of a report, each with its direction and language: an English post inside an Arabic article runs left to right.

The letters of a line decide by majority, not its first letter: a line that begins with the name of an English account
and goes on in Arabic is an Arabic line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "ur", "ku", "he"})
_SHORT: Final = 90
_ENDS: Final = ".!?؟…:،,؛;"
_BULLETS: Final = "-–—•*·"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source without its line end; `before` is what stands between it and the line before.

    `look` is a guess from its length for the eye alone: "head" for a short first line, "short" for a later one
    (a crosshead, a byline), else "body".
    """

    start: int
    end: int
    before: str
    direction: str
    language: str
    look: str


def lines_of(text: str, language: str | None) -> Iterator[Line]:
    """The lines that hold more than white space, in their order; `language` is the report's."""
    start, last = 0, 0
    default = "rtl" if _base(language) in _RIGHT_TO_LEFT else "ltr"
    for raw in text.split("\n"):
        end = start + len(raw.rstrip())
        if raw.strip():
            direction = direction_of(raw, default)
            look = _look(raw.strip(), is_first=not last)
            yield Line(start, end, text[last:start], direction, _language(direction, language), look)
            last = end
        start += len(raw) + 1


def direction_of(words: str, default: str = "ltr") -> str:
    """The direction ("rtl", "ltr") that most letters have, `default` when there is no letter."""
    kinds = [unicodedata.bidirectional(letter) for letter in words]
    right, left = kinds.count("AL") + kinds.count("R"), kinds.count("L")
    return default if not right and not left else "rtl" if right >= left else "ltr"


def _language(direction: str, language: str | None) -> str:
    """The report's language where its script fits, else the one of the two that khabar reads whose script does."""
    if language and (_base(language) in _RIGHT_TO_LEFT) == (direction == "rtl"):
        return language
    return "ar" if direction == "rtl" else "en"


def _base(language: str | None) -> str:
    return (language or "").partition("-")[0].lower()


def _look(words: str, *, is_first: bool) -> str:
    if len(words) > _SHORT or words[-1] in _ENDS or words[0] in _BULLETS:
        return "body"
    return "head" if is_first else "short"
