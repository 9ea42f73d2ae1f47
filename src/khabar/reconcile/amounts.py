"""What a worded number allows: the interval of whole numbers that its wording does not rule out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from khabar.record import Figure

_ABOUT: Final = 0.1
"""How far "about 40" reaches on each side, as a share: 36 to 44.  Newsrooms round to two digits."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Whole numbers from `low` to `high`, both included; `high` None when open, `low` None when nothing is said."""

    low: int | None
    high: int | None

    @property
    def is_open(self) -> bool:
        """Whether no upper end was said."""
        return self.high is None


def interval_of(figure: Figure) -> Interval:
    """The interval of a figure.  A vague word spans its order: dozens 10 to 99, hundreds 100 to 999."""
    low, high = figure.low, figure.high
    if figure.bound == "vague" or (low is None and high is None):
        return Interval(figure.order, figure.order * 10 - 1) if figure.order else Interval(None, None)
    if figure.bound == "about" and low is not None:
        reach = max(round(low * _ABOUT), 1)
        return Interval(low - reach, low + reach)
    if figure.bound == "more_than" and low is not None:
        return Interval(low, None)  # who says "more than 30" has nothing against the 30 of another
    return Interval(low, high)


def agree(one: Interval, other: Interval) -> bool:
    """Whether some number fits both wordings: dozens and 26 agree, hundreds and "more than 3,000" do not."""
    if one.low is None or other.low is None:
        return True
    above = one.high is not None and other.low > one.high
    below = other.high is not None and one.low > other.high
    return not above and not below
