"""What two texts share, word for word: exact, where the signatures only guess."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from khabar.ledger.copies.texts import shingles

RUN: Final = 6
"""Words of the shortest run that counts.  Names with their titles and set phrases ("the minister of foreign affairs of …") make
runs of four and five words in reports that have nothing to do with one another.
"""
_TRIES: Final = 4
"""Places at which a run that stands in a text more than once is tried."""


class Run(NamedTuple):
    """Words that stand in both texts in the same order: where in each (numbers of words), and how many."""

    one: int
    other: int
    size: int


def shared_runs(one: Sequence[int], other: Sequence[int]) -> list[Run]:
    """The runs of the first text that stand in the second, in the order of the first; no word of either is in two of them.

    At every word the longest is taken, so that a title which both texts repeat counts as often as the rarer of the two has it.
    Both texts are sequences of keys of words; the time grows with their lengths.
    """
    if min(len(one), len(other)) < RUN:
        return []
    places: dict[int, list[int]] = {}
    for at, run in enumerate(shingles(other, RUN)):
        places.setdefault(run, []).append(at)
    free = bytearray(b"\1" * len(other))
    found: list[Run] = []
    at, looked = 0, shingles(one, RUN)
    while at < len(looked):
        size, place = _longest((one, other), at, places.get(looked[at], []), free)
        if size >= RUN:
            found.append(Run(at, place, size))
            free[place : place + size] = bytes(size)
        at += size if size >= RUN else 1
    return found


def _longest(both: tuple[Sequence[int], Sequence[int]], at: int, places: list[int], free: bytearray) -> tuple[int, int]:
    """Size and place of the longest run of free words; of several the first."""
    best, where, tried = 0, 0, 0
    one, other = both
    for place in places:
        if not free[place] or tried == _TRIES:
            continue
        tried += 1
        size, most = 0, min(len(one) - at, len(other) - place)
        while size < most and free[place + size] and one[at + size] == other[place + size]:
            size += 1
        if size > best:
            best, where = size, place
    return best, where
