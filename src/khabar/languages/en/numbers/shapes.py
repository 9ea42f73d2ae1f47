"""The parts of English number words as patterns, and the arithmetic of a run of them."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from khabar.grammar import Match, Pattern, Unit, either, maybe, one_of, seq, unit
from khabar.languages.number_arithmetic import digits_value, whole
from khabar.languages.quantities import Quantity, exactly

HYPHEN = maybe(unit("dash"))
_AND = maybe(unit("and"))
_SMALL = ("ones", "teens", "tens")


def below_hundred() -> Pattern:
    """1 to 99: seven, fifteen, sixty, twenty-one."""
    return either(seq(unit("tens"), HYPHEN, unit("ones")), one_of(*_SMALL))


def below_thousand() -> Pattern:
    """1 to 999: three hundred and five, a hundred, twelve hundred; two dozen."""
    hundreds = seq(one_of("ones", "teens", "a_one"), unit("hundred"), maybe(_AND, below_hundred()))
    dozens = seq(one_of("ones", "a_one"), unit("dozen"))
    return either(hundreds, dozens, below_hundred())


def scaled() -> Pattern:
    """A scale word with what multiplies it: 3.5 million, a thousand, two and a half million."""
    half = maybe(unit("and"), unit("a_one"), unit("fraction"))
    return seq(either(seq(below_thousand(), half), unit("digits"), unit("a_one")), HYPHEN, unit("scale"))


def number() -> Pattern:
    """Any cardinal."""
    low = either(below_thousand(), unit("digits"))
    return either(seq(scaled(), maybe(_AND, either(scaled(), low))), below_thousand(), unit("digits"))


def quantity(units: Iterable[Unit]) -> Quantity | None:
    """The units as one exact number; None when they do not add up."""
    value = value_of(list(units))
    return None if value is None else exactly(whole(value))


def value_of(units: list[Unit]) -> Fraction | None:
    """The value of a run of number words and digits; None when its scales do not descend."""
    total, current = Fraction(0), Fraction(0)
    lowest: Fraction | None = None
    for word in units:
        if "digits" in word:
            digits = digits_value(word["digits"], comma_decimal=False)
            if digits is None:
                return None
            current += digits
        elif "scale" in word or "scale_short" in word:
            scale = Fraction(word.get("scale") or word["scale_short"])
            if lowest is not None and scale >= lowest:
                return None
            total, current, lowest = total + (current or 1) * scale, Fraction(0), scale
        else:
            current = _with_word(word, current)
    return total + current if lowest is None or current < lowest else None


def _with_word(word: Unit, current: Fraction) -> Fraction:
    for name in ("hundred", "dozen"):
        if name in word:
            return (current or 1) * Fraction(word[name])
    for name in (*_SMALL, "fraction"):
        if name in word:
            return current + Fraction(word[name])
    return current  # a, and, a hyphen


def unit_after(match: Match) -> Unit | None:
    """The unit behind a match, None at the end of the sentence."""
    return match.units[match.last] if match.last < len(match.units) else None


def unit_before(match: Match) -> Unit | None:
    """The unit before a match, None at the beginning of the sentence."""
    return match.units[match.first - 1] if match.first else None
