"""The parts of Arabic number words as patterns, and the arithmetic of a run of them.

The patterns spell out the order in which Arabic adds: ones "and" tens, hundreds "and" what is below a hundred,
scales downwards.  So three and twenty is a sum, and two hundred and three hundred are two numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from khabar.grammar import Match, Pattern, Unit, either, maybe, seq, unit
from khabar.languages.number_arithmetic import digits_value, whole
from khabar.languages.quantities import Quantity, exactly

AND = "+and"
_OWNED = ("+pron",)
_BARE = (AND, "+pron")
_TANWIN = ("\u064b", "\u064c", "\u064d")
_AFTER_DECIMALS = frozenset(("scale", "scale_plural", "percent", "decimal_unit"))


def below_hundred(*glued: str) -> Pattern:
    """1 to 99 in words; the first word carries these glued particles."""
    plain = (
        seq(unit(*glued, some=("ones", "teen_head"), but=_OWNED), unit("ten", but=_BARE)),
        seq(unit("ones", *glued, but=_OWNED), unit("tens", AND, but=_OWNED)),
        unit(*glued, some=("ones", "ten", "tens"), but=_OWNED),
    )
    if AND not in glued:
        return either(*plain)
    # Folded, "and eleven" begins like "one": both have an alef, one with hamza and one without.
    return either(seq(unit("one", but=_OWNED), unit("ten", but=_BARE)), *plain)


def below_thousand(*glued: str) -> Pattern:
    """1 to 999 in words; hundreds are one word or two (ثلاث مئة)."""
    hundreds = either(
        seq(unit("ones", *glued, but=_OWNED), unit("hundred", but=_BARE)),
        unit(*glued, some=("hundred", "hundreds"), but=_OWNED),
    )
    return either(seq(hundreds, maybe(below_hundred(AND))), below_hundred(*glued))


def scaled(*glued: str, size: tuple[str, ...] = ()) -> Pattern:
    """A scale word with what multiplies it and a half or a quarter behind it (ثلاثة ملايين ونصف المليون).

    `size`: of_thousands or of_millions (and more), to bind the scale.
    """
    multiplier = either(below_thousand(*glued), unit("digits", *glued))
    return seq(
        either(
            seq(multiplier, unit(*size, some=("scale", "scale_plural"), but=_BARE)),
            unit(*glued, *size, some=("scale", "scale_dual"), but=_OWNED),
        ),
        maybe(unit("fraction", AND, but=_OWNED), maybe(unit("scale", "+al"))),
    )


_LOW = either(below_thousand(AND), unit("digits", AND))


def scale_sum(*glued: str) -> Pattern:
    """Scales that go down, then what is below a thousand, in words or digits."""
    lower = either(seq(scaled(AND), maybe(_LOW)), _LOW)
    return either(seq(scaled(*glued, size=("of_millions",)), lower), seq(scaled(*glued, size=("of_thousands",)), _LOW))


def number(*glued: str) -> Pattern:
    """A cardinal with at most one scale; an end of a range hardly has two."""
    return either(seq(scaled(*glued), maybe(_LOW)), below_thousand(*glued), unit("digits", *glued))


def quantity(units: Iterable[Unit], after: Unit | None = None) -> Quantity | None:
    """The units as one exact number; `after` is the unit behind them.  None when they do not add up."""
    value = value_of(list(units), after)
    return None if value is None else exactly(whole(value))


def value_of(units: list[Unit], after: Unit | None = None) -> Fraction | None:
    """The value of a run of number words and digits; None when its scales do not descend."""
    total, current = Fraction(0), Fraction(0)
    lowest: Fraction | None = None
    for index, word in enumerate(units):
        following = units[index + 1] if index + 1 < len(units) else after
        if "digits" in word:
            digits = digits_value(word["digits"], decimal=wants_decimals(following))
            if digits is None:
                return None
            current += digits
        elif is_scale(word):
            scale, times = _scale(word, current, following)
            if "+al" in word and index and "fraction" in units[index - 1]:
                continue  # half *the* million repeats the scale
            if lowest is not None and scale >= lowest:
                return None
            total, current, lowest = total + times * scale, Fraction(0), scale
        elif "fraction" in word:
            total += Fraction(word["fraction"]) * (lowest or 1)
        else:
            current = _with_small(word, current)
    return total + current if lowest is None or current < lowest else None


def wants_decimals(after: Unit | None) -> bool:
    """Whether a unit makes a mark in the digits before it a decimal mark: a scale word, percent, degrees."""
    return after is not None and not _AFTER_DECIMALS.isdisjoint(after.signature)


def is_scale(word: Unit) -> bool:
    """Whether the unit is a thousand, million … in any form that can carry a number."""
    return not {"scale", "scale_plural", "scale_dual"}.isdisjoint(word.signature)


def _scale(word: Unit, current: Fraction, after: Unit | None) -> tuple[Fraction, Fraction]:
    """The scale of a word and how many of it: ألفا is 1000 behind a number or with tanwin, else a construct dual."""
    single = word.get("scale") or word.get("scale_plural")
    if current:
        return Fraction(single or word["scale_dual"]), current
    if "scale_dual" in word and not (single and (_has_tanwin(word) or not _can_be_counted(after))):
        return Fraction(word["scale_dual"]) / 2, Fraction(2)
    return Fraction(single), Fraction(1)


def _has_tanwin(word: Unit) -> bool:
    return any(mark in word.text for mark in _TANWIN)


def _can_be_counted(after: Unit | None) -> bool:
    """A construct dual needs its noun behind it."""
    return after is not None and AND not in after and "mark" not in after and "prep" not in after


def _with_small(word: Unit, current: Fraction) -> Fraction:
    if "hundred" in word and current and AND not in word:
        return current * 100
    for name in ("hundred", "hundreds", "tens", "ten", "teen_head", "ones"):
        if name in word:
            return current + Fraction(word[name])
    raise ValueError(f"not a number word: {word.text}")


def unit_after(match: Match) -> Unit | None:
    """The unit behind a match, None at the end of the sentence."""
    return match.units[match.last] if match.last < len(match.units) else None


def unit_before(match: Match) -> Unit | None:
    """The unit before a match, None at the beginning of the sentence."""
    return match.units[match.first - 1] if match.first else None
