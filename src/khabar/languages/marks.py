"""Punctuation as classes, the same in every language; a pack adds its own marks and says what its quotation marks are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from khabar.grammar import Reading, reading

Marks = Mapping[str, tuple[str, ...]]
"""Folded mark → its classes, beside the class `mark` that all have."""

MARKS: Final[Marks] = {
    ",": ("comma",),
    ";": ("comma", "semicolon"),
    ":": ("colon",),
    ".": ("stop",),
    "..": ("stop", "ellipsis"),
    "...": ("stop", "ellipsis"),
    "…": ("stop", "ellipsis"),
    "?": ("stop", "question_mark"),
    "!": ("stop",),
    "-": ("dash",),
    "–": ("dash",),
    "—": ("dash",),
    "/": ("slash",),
    "(": ("bracket", "bracket_open"),
    ")": ("bracket", "bracket_close"),
    "[": ("bracket", "bracket_open"),
    "]": ("bracket", "bracket_close"),
    "%": ("percent",),
}
QUOTE_MARKS: Final = frozenset('«»‹›“”„‟"＂‘’‚')
OTHER_MARK: Final = reading({"mark": True})
LINK: Final = reading({"link": True})


def mark_readings(own: Marks | None = None) -> dict[str, Reading]:
    """The reading of each mark, those of a pack among them."""
    return {
        mark: reading({"mark": True, **dict.fromkeys(names, True)}) for mark, names in {**MARKS, **(own or {})}.items()
    }
