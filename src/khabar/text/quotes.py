"""Quotation marks of all systems, paired paragraph by paragraph.

Arabic copy mixes «», "", “”, swapped ”…“, German „“ and single marks, often in one article, and one text in
thirty has an odd mark.  So marks are paired inside a paragraph only, a directed mark that stands the wrong way
round is read by its place (after a space it opens, before one it closes), and a mark without a partner stays
unpaired: it never swallows a paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.text.tokens import Kind, Token

_GUILLEMETS = "«»‹›"
_CURLY = "“”„‟"
_STRAIGHT = '"＂'
_SINGLE = "‘’‚'"
_SYSTEM = {c: n for n, family in enumerate((_GUILLEMETS, _CURLY + _STRAIGHT, _SINGLE)) for c in family}
_SINGLES = _SYSTEM["'"]
# What a mark is meant for, whichever way a writer uses it; the straight ones are meant for both.
_MEANT_TO_OPEN = frozenset("«‹“„‟‘‚")
_MEANT_TO_CLOSE = frozenset("»›”’")

# What a mark can be glued to: behind these it closes, before those it opens.  A colon is neither: قال:"…
_ENDS = frozenset(".,;!?)]%") | {"..", "...", "…"}
_STARTS = frozenset("([")
_WORDS = frozenset({Kind.WORD, Kind.NUMBER, Kind.LINK})


class Quotation(NamedTuple):
    """A pair of marks: token indexes of the opening and the closing mark; `close` is None for an odd one."""

    open: int
    close: int | None


class _Mark(NamedTuple):
    """A quotation mark: its token index, its character, and what the spaces around it say."""

    token: int
    char: str
    opens: bool
    closes: bool


def quotations(tokens: Sequence[Token], first: int, last: int) -> list[Quotation]:
    """The quotations among tokens[first:last], by the place of their first mark; nested ones included."""
    marks = [_mark(tokens, n, first, last) for n in range(first, last) if tokens[n].view in _SYSTEM]
    if not marks:
        return []
    # An even number of straight marks is trusted to alternate; of an odd number one has no partner.
    odd = sum(mark.char in _STRAIGHT for mark in marks) % 2 == 1
    waiting: dict[int, list[_Mark]] = {}
    found: list[Quotation] = []
    for mark in marks:
        system = _SYSTEM[mark.char]
        opened = waiting.setdefault(system, [])
        if system == _SINGLES and _is_apostrophe(mark, opened):
            continue
        if not opened or _nests(mark, opened[-1], odd):
            opened.append(mark)
        elif _begins_anew(mark, opened[-1]):
            found.append(Quotation(opened.pop().token, None))
            opened.append(mark)
        else:
            found.append(Quotation(opened.pop().token, mark.token))
    found.extend(Quotation(mark.token, None) for opened in waiting.values() for mark in opened)
    return sorted(found, key=lambda quotation: quotation.open)


def _mark(tokens: Sequence[Token], index: int, first: int, last: int) -> _Mark:
    """A mark with its place: it opens when only its right side is glued to words, closes when only its left side is."""
    token = tokens[index]
    before = tokens[index - 1] if index > first else None
    after = tokens[index + 1] if index + 1 < last else None
    left = before is not None and before.end == token.start and (_is_whole_word(before) or before.view in _ENDS)
    right = after is not None and after.start == token.end and (after.kind in _WORDS or after.view in _STARTS)
    return _Mark(index, token.view, right and not left, left and not right)


def _is_whole_word(token: Token) -> bool:
    """Whether a quotation can end behind this token: not behind a particle glued to what follows (و«…»، بـ«…»)."""
    return token.kind in _WORDS and not token.text.endswith("ـ") and (len(token.view) > 1 or token.view.isdecimal())


def _nests(mark: _Mark, outer: _Mark, odd: bool) -> bool:
    """Whether a mark opens a quotation inside the one that waits: by its place, and its shape does not say otherwise."""
    if not mark.opens or outer.closes or mark.char in _MEANT_TO_CLOSE:
        return False
    return mark.char in _MEANT_TO_OPEN or outer.char in _MEANT_TO_OPEN or (odd and outer.opens)


def _begins_anew(mark: _Mark, waiting: _Mark) -> bool:
    """Whether the mark that waits turns out to be odd: it cannot have opened, and this one does."""
    return mark.opens and (waiting.closes or (not waiting.opens and mark.char not in _MEANT_TO_CLOSE))


def _is_apostrophe(mark: _Mark, opened: Sequence[_Mark]) -> bool:
    """A single mark that stands in a word or loose between spaces, or trails a word with nothing open, quotes nothing."""
    return not mark.opens and not (mark.closes and opened)
