"""The value of a number expression: what it says, with its bound, and nothing it does not say."""

from __future__ import annotations

import msgspec

from khabar.record.vocabulary import Bound

Amount = int | float


class Quantity(msgspec.Struct, frozen=True):
    """`value`: the number as worded (None for vague words and ranges keep it None too).

    `low`, `high`: bounds as the record defines them; `order`: power of ten of a vague word (dozens 10, hundreds
    100); `bound_words`: source offsets of the words that set the bound; `unit`: the measured unit as written
    (percent, dollar, kilometre …) for the `numbers` layer; `ordinal`: third, twentieth; `implied`: the number lies
    in a noun's dual ending.
    """

    value: Amount | None
    low: Amount | None
    high: Amount | None
    bound: Bound = "exact"
    order: int | None = None
    bound_words: tuple[int, int] | None = None
    unit: str | None = None
    ordinal: bool = False
    implied: bool = False


def exactly(value: Amount) -> Quantity:
    """A plain number."""
    return Quantity(value, value, value)


def vaguely(order: int) -> Quantity:
    """A word such as dozens or thousands: an order of magnitude and no number."""
    return Quantity(None, None, None, "vague", order)


def bounded(value: Amount, bound: Bound) -> Quantity:
    """A number with the bound its words set, as the record defines low and high for each bound."""
    low, high = {
        "exact": (value, value),
        "about": (value, value),
        "more_than": (value, None),
        "at_least": (value, None),
        "less_than": (0, value - 1),
        "at_most": (0, value),
    }[bound]
    return Quantity(value, low, high, bound)


def between(low: Amount, high: Amount) -> Quantity:
    """A range with both ends."""
    return Quantity(None, low, high, "range")
