"""Which item of a record answers which item of the gold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

Item = dict[str, Any]
"""An item as the file format writes it."""
Extent = tuple[int, int]
"""Start and end, half open, in code points."""
Pairs = list[tuple[int, int]]
"""Pairs of (index among the gold's items, index among the record's)."""


def extent(item: Item | None) -> Extent | None:
    """Start and end of a span or of an item that is one; None where there is none."""
    return (item["start"], item["end"]) if item and item.get("start") is not None else None


def jaccard(one: Extent | None, other: Extent | None) -> float:
    """Characters that two spans share, as a share of the stretch from the first start to the last end."""
    if not one or not other:
        return 0.0
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0])) if shared > 0 else 0.0


def overlap(one: Extent | None, other: Extent | None) -> bool:
    """Whether two spans have a character in common."""
    return bool(one and other and min(one[1], other[1]) > max(one[0], other[0]))


def pair(gold: Sequence[Any], read: Sequence[Any], likeness: Callable[[Any, Any], float]) -> Pairs:
    """Pair items one to one, greedily: the most alike first, among equals the earlier gold item, then the earlier other.

    A likeness of 0 never pairs.
    """
    likely = [
        (-alike, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(read)
        if (alike := likeness(one, other)) > 0
    ]
    pairs: Pairs = []
    taken, used = set[int](), set[int]()
    for _, i, j in sorted(likely):
        if i not in taken and j not in used:
            taken.add(i)
            used.add(j)
            pairs.append((i, j))
    return pairs


def having(items: Iterable[Item], field: str) -> list[Item]:
    """The items in which a field is filled: a claim without content or an event without trigger cannot be scored."""
    return [item for item in items if item.get(field)]
