"""Digits that count nothing: clock times, dates, scores, and digits that hang on letters (AK-47, MH17)."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit

_MARKS = frozenset(":/.-–—+")
_HYPHENS = frozenset("-–+")


def _at(units: Sequence[Unit], index: int) -> Unit | None:
    return units[index] if 0 <= index < len(units) else None


def glued(left: Unit | None, right: Unit | None) -> bool:
    """Whether two neighbours stand without a space between them."""
    return left is not None and right is not None and left.end == right.start


def _is_digits(word: Unit | None) -> bool:
    return word is not None and "digits" in word


def in_a_shape(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether the digits units[first:last] are part of 12:30, 7/1/2022, 2-1 or 5+1, or hang on a word by a hyphen."""
    mark, left = _at(units, first - 1), _at(units, first - 2)
    if mark is not None and mark.view in _MARKS and glued(mark, units[first]):
        hangs = mark.view in _HYPHENS and left is not None and "mark" not in left
        if hangs or (_is_digits(left) and glued(left, mark)):
            return True
    mark, right = _at(units, last), _at(units, last + 1)
    if mark is None or mark.view not in _MARKS or not glued(units[last - 1], mark):
        return False
    return _is_digits(right) and glued(mark, right)


def continues(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether a mark of a date hangs on either end of the digits units[first:last]."""
    before, after = _at(units, first - 1), _at(units, last)
    if before is not None and before.view in _MARKS and glued(before, units[first]):
        return True
    return after is not None and after.view in _MARKS - {"."} and glued(units[last - 1], after)
