"""Counts of agreement and what is told from them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

ACCURACY_ROWS: Final = frozenset(
    {
        *("speaker", "act", "mode", "status", "polarity", "distance", "via", "of", "source"),
        *("ev. status", "ev. subtype", "ev. actor", "ev. target", "ev. place", "ev. date"),
        *("quoted R", "unquoted R", "dates", "numbers", "traps", "found", "country"),
    }
)
"""Rows that say how often a field is right among matched items or asked questions: a share, with no precision beside it."""
_DRAWS: Final = 500
_SEED: Final = 7


class Count(NamedTuple):
    """How many were right, of how many that the record has and how many that the gold has.

    An accuracy row counts the same cases on both sides: `predicted == gold`.
    """

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of the record's items that are right; 0 where it has none."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold's items that were found; 0 where it has none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; of an accuracy row, the accuracy."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


Rows = dict[str, Count]
"""The name of a row → its count."""
NOTHING: Final = Count(0, 0, 0)


def asked(answers: Iterable[bool]) -> Count:
    """An accuracy row: how many of these were right."""
    told = list(answers)
    return Count(sum(told), len(told), len(told))


def summed(reports: Iterable[Rows]) -> Rows:
    """The rows of many reports added up (micro-average), rows in the order of their first appearance."""
    total: Rows = {}
    for rows in reports:
        for name, count in rows.items():
            total[name] = Count(*(a + b for a, b in zip(total.get(name, NOTHING), count, strict=True)))
    return total


def intervals(reports: Sequence[Rows]) -> dict[str, tuple[float, float]]:
    """The 95 % interval of each row's F1: a bootstrap over reports, the same draws at every call."""
    draw = random.Random(_SEED)  # noqa: S311 - a resampling, no secret
    drawn: dict[str, list[float]] = {name: [] for name in summed(reports)}
    for _ in range(_DRAWS):
        total = summed(draw.choice(reports) for _ in reports)
        for name, scores in drawn.items():
            scores.append(total.get(name, NOTHING).f1)
    low, high = int(_DRAWS * 0.025), int(_DRAWS * 0.975)
    return {name: (sorted(scores)[low], sorted(scores)[high]) for name, scores in drawn.items()}
