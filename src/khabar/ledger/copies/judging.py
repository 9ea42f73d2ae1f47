"""Which pairs of texts are copies of one origin: what they share, held against what each of them is.

The limits were set by reading 200 pairs of a corpus of Gulf and Levant outlets around them (docs/ledger.md tells the numbers).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from khabar.ledger.copies.comparing import Run
from khabar.ledger.copies.signatures import Passage

COPY: Final = 0.6
"""Share of the words of the shorter text, or of either, from which on it counts as a copy of the other."""
_SAME_OUTLET: Final = 0.7
"""The same inside one outlet, which takes the background of its own earlier reports over into new ones."""
_DOUBTFUL: Final = 0.8
"""The same where the days are apart, or the numbers differ: forecasts, market reports and congratulations have one wording for
all days.
"""
_FEW_DAYS: Final = 3
_FEW_WORDS: Final = 15
_WHOLE: Final = 0.5
"""Share from which on a text is a copy as a whole; below, it is a larger one that holds the other."""
RELATED: Final = 0.3
"""Share from which on the shared passages are worth showing, although they make no copy."""


class Side(NamedTuple):
    """A document as its copies are judged: passages, how many words, the outlets and days of its appearances."""

    passages: Sequence[Passage]
    words: int
    outlets: frozenset[str]
    days: frozenset[str]


class Pair(NamedTuple):
    """Two documents, what they share, and their numbers: how many the poorer has, how many of these both have."""

    one: int
    other: int
    runs: Sequence[Run]
    numbers: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Link:
    """What two documents share.  `words` of them stand in both, `of_one` and `of_other` are their shares (0 to 1) of the words of
    each that are no frame; `copy` when that makes one a copy of the other, or both of a third.
    """

    one: int
    other: int
    words: int
    of_one: float
    of_other: float
    copy: bool
    runs: tuple[Run, ...]

    @property
    def whole(self) -> bool:
        """Whether both are copies as wholes, neither a larger text that holds the other."""
        return self.copy and min(self.of_one, self.of_other) >= _WHOLE

    @property
    def held(self) -> tuple[int, int]:
        """The document that stands inside the other, and the larger one."""
        return (self.one, self.other) if self.of_one >= self.of_other else (self.other, self.one)


def judged(pair: Pair, sides: Mapping[int, Side], stock: frozenset[int] | set[int]) -> Link | None:
    """The link between two documents; None where all that they share is stock, or too little to tell."""
    one, other = sides[pair.one], sides[pair.other]
    if not (_bands(one) & _bands(other)) - stock:
        return None
    framed, framed_other = set(_frame(one, stock)), set(_frame(other, stock))
    runs = tuple(_outside(pair.runs, framed, framed_other))
    words = sum(run.size for run in runs)
    of_one = words / max(one.words - len(framed), 1)
    of_other = words / max(other.words - len(framed_other), 1)
    most = max(of_one, of_other)
    if words < _FEW_WORDS or most < RELATED:
        return None
    return Link(pair.one, pair.other, words, of_one, of_other, most >= _limit(pair, one, other), runs)


def _limit(pair: Pair, one: Side, other: Side) -> float:
    numbers, shared = pair.numbers
    if (numbers >= 3 and 2 * shared < numbers) or _apart(one.days, other.days) > _FEW_DAYS:
        return _DOUBTFUL
    return _SAME_OUTLET if one.outlets & other.outlets else COPY


def _apart(days: frozenset[str], others: frozenset[str]) -> int:
    """The fewest days between appearances of two texts; 0 where that is not known."""
    return min((abs((_day(one) - _day(other)).days) for one in days for other in others), default=0)


def _day(written: str) -> date:
    return date.fromisoformat(written)


def _bands(side: Side) -> set[int]:
    return {band for passage in side.passages for band in passage.bands}


def _frame(side: Side, stock: frozenset[int] | set[int]) -> Iterator[int]:
    """The words of passages that are stock: by half of their bands, since one may be shared by chance."""
    for passage in side.passages:
        if 2 * sum(band in stock for band in passage.bands) >= len(passage.bands):
            yield from range(passage.first, passage.end)


def _outside(runs: Sequence[Run], framed: set[int], framed_other: set[int]) -> Iterator[Run]:
    """The runs without their words of frames."""
    for run in runs:
        begin = 0
        for at in range(run.size + 1):
            if at == run.size or run.one + at in framed or run.other + at in framed_other:
                if at > begin:
                    yield Run(run.one + begin, run.other + begin, at - begin)
                begin = at + 1
