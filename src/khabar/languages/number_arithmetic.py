"""Arithmetic of written numbers: digit groups with their marks, bounds and ranges over values."""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec.structs import replace

from khabar.languages.quantities import Amount, Quantity, bounded
from khabar.record.vocabulary import Bound

__all__ = ["Amount", "digits_value", "is_year", "range_of", "whole", "with_bound"]

_DECIMAL_ONLY, _THOUSANDS_ONLY = "\N{ARABIC DECIMAL SEPARATOR}", "\N{ARABIC THOUSANDS SEPARATOR}"
_MARKS = re.compile(rf"[.,{_DECIMAL_ONLY}{_THOUSANDS_ONLY}]")
_THOUSANDS = f",.{_THOUSANDS_ONLY}"
_MOST_DIGITS = 12  # longer runs are telephone or account numbers
_YEARS = range(1800, 2100)


def whole(value: Fraction | float) -> Amount:
    """An integer where the value is one, else a float of at most four decimals (two thirds: 0.6667)."""
    return int(value) if value == int(value) else round(float(value), 4)


def digits_value(view: str, *, decimal: bool = False, comma_decimal: bool = True) -> Fraction | None:
    """The value of digits with thousands or decimal marks; None when they have the shape of no number.

    `view` is folded.  A mark before exactly three digits parts thousands, unless `decimal` says that a scale word
    or a percent sign follows (2,365 million); any other single mark is a decimal mark.  `comma_decimal` False:
    a comma never is one (English copy).
    """
    thousands = _THOUSANDS if comma_decimal else ","
    marks = _MARKS.findall(view)
    groups = _MARKS.split(view)
    if sum(map(len, groups)) > _MOST_DIGITS or not all(g.isascii() and g.isdigit() for g in groups):
        return None
    if not marks:
        return Fraction(view) if len(view) <= 2 or view[0] != "0" else None
    doubtful = decimal and comma_decimal and len(marks) == 1 and marks[0] in ",."
    if _is_thousands(marks, groups, thousands) and not doubtful:
        return Fraction("".join(groups))
    last = marks[-1]
    if last == _THOUSANDS_ONLY or (last == "," and not comma_decimal) or (len(groups[0]) > 1 and groups[0][0] == "0"):
        return None
    if len(marks) == 1 or (last not in marks[:-1] and _is_thousands(marks[:-1], groups[:-1], thousands)):
        return Fraction(f"{''.join(groups[:-1])}.{groups[-1]}")
    return None


def _is_thousands(marks: list[str], groups: list[str], allowed: str) -> bool:
    """One to three digits, then groups of exactly three, all parted by the same mark, one of those allowed."""
    if len(set(marks)) != 1 or marks[0] not in allowed:
        return False
    return 1 <= len(groups[0]) <= 3 and groups[0][0] != "0" and all(len(group) == 3 for group in groups[1:])


def is_year(value: Amount | None) -> bool:
    """Whether a bare number may name a year."""
    return isinstance(value, int) and value in _YEARS


def with_bound(quantity: Quantity, bound: Bound, words: tuple[int, int] | None) -> Quantity:
    """The quantity as its bound words limit it; vague words and ranges keep what they say."""
    if quantity.value is None or bound == "exact":
        return replace(quantity, bound_words=words)
    limited = bounded(quantity.value, bound)
    high = quantity.value if bound == "less_than" and isinstance(quantity.value, float) else limited.high
    return replace(quantity, low=limited.low, high=high, bound=bound, bound_words=words)


def range_of(low: Quantity, high: Quantity, scale: Amount | None = None) -> Quantity | None:
    """A range from the lower number to the higher; `scale` is the scale word of the higher one, which both may share.

    None where the two are no range: vague, descending, or two years.
    """
    first, last = low.value, high.value
    if first is None or last is None or low.ordinal or high.ordinal or (is_year(first) and is_year(last)):
        return None
    if scale and first < scale and first * scale < last:
        first = whole(Fraction(first) * Fraction(scale))
    if first >= last:
        return None
    return Quantity(None, first, last, "range", unit=high.unit or low.unit)
