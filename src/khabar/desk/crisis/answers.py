"""What the comparison of many reports says, plainly enough to be printed, and to be held against a person's table.

The layers are made by functions of `reconcile.across`; this is the form in which the desk hands them out.  Reports and items
are named by Ref and by number of document, as everywhere in a case.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from khabar.reconcile.across.entry import Ref

ConflictKind = Literal[
    "different value",
    "different population",
    "different time",
    "restatement",
    "revision",
    "denial",
    "different place",
    "different date",
]


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One of two things that were compared: what is said, by whom (None: the outlets' own voice), and where it stands."""

    value: str
    speaker: str | None
    items: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sides that differ, what kind of difference it is, and why, in words.

    `raised` is true of real contradictions only, those that a person has to look at.  `measure` is that of the record's
    figures, or "claim", "place", "date", "event".
    """

    kind: ConflictKind
    measure: str
    raised: bool
    sides: tuple[ConflictSide, ConflictSide]
    why: dict[str, str]
    """The reason in words, by language of the UI."""


def distinct(values: Iterable[str | None]) -> list[str]:
    """Each value once, in the order of the first of each; what is not said is left out."""
    return list(dict.fromkeys(value for value in values if value))
