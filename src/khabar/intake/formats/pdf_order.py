"""Letters of a line as they stand on the paper, put into the order in which they are read.

A PDF holds shapes at places.  Readers of PDF guess the order of Arabic word by word, and guess wrong in many; here the places
alone decide: the line is taken from its left to its right and turned by the rules of bidirectional text backwards.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final, NamedTuple

_LIGATURES: Final = (("\ufb1d", "\ufdff"), ("\ufe70", "\ufefc"), ("\ufb00", "\ufb06"))
"""Presentation forms: letters in the shape they have inside a word, and several letters in one."""
ALEFS: Final = "اأإآٱ"
_LAM: Final = "ل"
_SEPARATORS: Final = ",.:/\u060c\u066b\u066c\u00a0"
"""Signs that belong to a number when they stand between its digits, in Arabic too; a hyphen does not."""
_MIRRORED: Final = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))
_PAIRS: Final = ("()", "[]", "{}", "«»", "‹›")


class Sign(NamedTuple):
    """What one shape stands for: its letters, marks included, and its place; a space is a sign as well."""

    text: str
    left: float
    right: float


def plain(text: str) -> str:
    """Letters of presentation forms as letters, several in one shape in the order in which they are read."""
    return "".join(unicodedata.normalize("NFKC", sign) if _is_form(sign) else sign for sign in text)


def in_one_shape(letters: Sequence[tuple[str, float]]) -> str:
    """Letters that share a shape, each with the middle of the part of it that it was given: from the right to the left where they
    run so, lam before its alef, marks behind their letter.
    """
    rtl = is_rtl("".join(letter for letter, _ in letters))
    ordered = sorted(letters, key=lambda letter: -letter[1]) if rtl else list(letters)
    bases = [letter for letter, _ in ordered if not unicodedata.combining(letter[0])]
    marks = [letter for letter, _ in ordered if unicodedata.combining(letter[0])]
    if len(bases) == 2 and bases[0] in ALEFS and bases[1] == _LAM:
        bases.reverse()
    return "".join((*bases, *marks))


def is_rtl(text: str) -> bool | None:
    """Whether more letters run from right to left than the other way; None without letters."""
    kinds = [_kind(sign) for sign in text]
    right, left = kinds.count("R"), kinds.count("L")
    return None if right == left == 0 else right >= left


def logical(signs: Sequence[Sign], rtl: bool) -> str:
    """The text of a line whose signs are given from left to right; `rtl` is the direction of the paragraph it stands in."""
    kinds = [_kind_of(sign.text) for sign in signs]
    texts = [sign.text for sign in signs]
    if "R" not in kinds:
        return "".join(texts)
    if not rtl:
        return _left_to_right(texts, kinds)
    return _right_to_left(texts, kinds)


def _right_to_left(texts: Sequence[str], kinds: Sequence[str]) -> str:
    """From the right end on; words of Latin letters and numbers stand the other way round inside."""
    told: list[str] = []
    at = len(texts) - 1
    while at >= 0:
        begin = _run_before(texts, kinds, at)
        if begin < at or kinds[at] in "LD":
            told.append("".join(texts[begin : at + 1]))
        else:
            told.append(_MIRRORED.get(texts[at], texts[at]))
        at = begin - 1
    return "".join(told)


def _run_before(texts: Sequence[str], kinds: Sequence[str], end: int) -> int:
    """Where the stretch that ends here and runs from left to right begins: words of Latin letters with the numbers behind them,
    or a number.
    """
    if kinds[end] not in "LD":
        return end
    begin = at = end
    while at >= 0 and kinds[at] != "R":
        if kinds[at] == "L":
            begin = at
        at -= 1
    if kinds[begin] == "L" and begin <= end:
        return begin
    at = end
    while at > 0 and (kinds[at - 1] == "D" or (at > 1 and texts[at - 1] in _SEPARATORS and kinds[at - 2] == "D")):
        at -= 1
    return at


def _left_to_right(texts: Sequence[str], kinds: Sequence[str]) -> str:
    """From the left end on; a stretch from one right-to-left letter to another is turned."""
    told: list[str] = []
    at = 0
    while at < len(texts):
        end = at
        if kinds[at] == "R":
            ahead = at + 1
            while ahead < len(texts) and kinds[ahead] != "L":
                if kinds[ahead] == "R":
                    end = ahead
                ahead += 1
            told.append(_right_to_left(texts[at : end + 1], kinds[at : end + 1]))
        else:
            told.append(texts[at])
        at = end + 1
    return "".join(told)


def mended(text: str) -> str:
    """A paragraph whose brackets open and close in turn.

    Some programs write the shape of a bracket, some the bracket that was typed, and PDFium turns some of them round: where they
    do not fit, the first opens and the next one closes.
    """
    signs = list(text)
    for pair in _PAIRS:
        places = [at for at, sign in enumerate(signs) if sign in pair]
        if len(places) % 2 == 0 and not _fits([signs[at] for at in places], pair[0]):
            for turn, at in enumerate(places):
                signs[at] = pair[turn % 2]
    return "".join(signs)


def _fits(brackets: Sequence[str], opening: str) -> bool:
    depth = 0
    for sign in brackets:
        depth += 1 if sign == opening else -1
        if depth < 0:
            return False
    return depth == 0


def _kind_of(text: str) -> str:
    return next((kind for kind in map(_kind, text) if kind != "N"), "N")


def _kind(sign: str) -> str:
    """R, L, D (a digit) or N (no direction of its own)."""
    direction = unicodedata.bidirectional(sign)
    if direction in ("R", "AL"):
        return "R"
    return "L" if direction == "L" else "D" if direction in ("EN", "AN") else "N"


def _is_form(sign: str) -> bool:
    return any(first <= sign <= last for first, last in _LIGATURES)
