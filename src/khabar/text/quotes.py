"""Quotation marks of all systems, paired paragraph by paragraph.

Arabic copy mixes «», "", “”, swapped ”…“, German „“ and single marks, often in one article, and one text in
thirty has an odd mark.  So marks are paired inside a paragraph only, a directed mark that stands the wrong way
round is read by its place (after a space it opens, before one it closes), and a mark without a partner stays
unpaired: it never swallows a paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.text.tokens import Token

_GUILLEMETS = "«»‹›"
_CURLY = "“”„‟"
_STRAIGHT = '"＂'
_SINGLE = "‘’‚"
MARKS = frozenset(_GUILLEMETS + _CURLY + _STRAIGHT + _SINGLE)
_SYSTEM = {c: n for n, family in enumerate((_GUILLEMETS, _CURLY + _STRAIGHT, _SINGLE)) for c in family}


class Quotation(NamedTuple):
    """A pair of marks: token indexes of the opening and the closing mark; `close` is None for an odd one."""

    open: int
    close: int | None


def quotations(tokens: Sequence[Token], first: int, last: int) -> list[Quotation]:
    """The quotations among tokens[first:last], outermost first by position; nested ones of another system included."""
    waiting: dict[int, int] = {}
    found: list[Quotation] = []
    for index in range(first, last):
        system = _SYSTEM.get(tokens[index].view)
        if system is None or (system == 2 and _is_apostrophe(tokens, index)):
            continue
        opened = waiting.get(system)
        if opened is None:
            waiting[system] = index
        elif _opens(tokens, index, first, last) and not _opens(tokens, opened, first, last):
            found.append(Quotation(opened, None))
            waiting[system] = index
        else:
            found.append(Quotation(opened, index))
            del waiting[system]
    found.extend(Quotation(index, None) for index in waiting.values())
    return sorted(found)


def _opens(tokens: Sequence[Token], index: int, first: int, last: int) -> bool:
    """Whether the spaces around a mark say that it opens: free on the left side, glued on the right."""
    glued_left = index > first and tokens[index - 1].end == tokens[index].start
    glued_right = index + 1 < last and tokens[index].end == tokens[index + 1].start
    return glued_right and not glued_left


def _is_apostrophe(tokens: Sequence[Token], index: int) -> bool:
    """A single mark glued to words on both sides, or trailing a word with nothing open, is an apostrophe."""
    before = index > 0 and tokens[index - 1].end == tokens[index].start
    after = index + 1 < len(tokens) and tokens[index].end == tokens[index + 1].start
    return before and after
