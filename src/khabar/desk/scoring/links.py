"""Links between items: nested speech, the same figure or event told again, a part of a figure.

A link is scored only between items that are matched themselves, so that a missed item is not counted twice.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.desk.scoring.pairing import Item, Pairs
from khabar.desk.scoring.tally import Count, Rows

_Links = set[tuple[int, int]]


def same_links(gold: Sequence[Item], read: Sequence[Item], pairs: Pairs, row: str) -> Rows:
    """The row of `same_as`: right when gold and record tell the same two items as one, directly or through a third.

    No row for a gold that does not annotate the link at all.
    """
    if not any("same_as" in item for item in gold):
        return {}
    partner = dict(pairs)
    wanted = {
        (max(pair), min(pair))
        for a, b in _joined(gold)
        if {a, b} <= partner.keys()
        for pair in [(partner[a], partner[b])]
    }
    found = {(max(a, b), min(a, b)) for a, b in _joined(read) if {a, b} <= set(partner.values())}
    return {row: Count(len(wanted & found), len(found), len(wanted))}


def directed_links(gold: Sequence[Item], read: Sequence[Item], pairs: Pairs, field: str, row: str) -> Rows:
    """The row of a link that has a direction (`within`, `part_of`): right when both point from and to the same items.

    No row for a gold that does not annotate the link at all.
    """
    if not any(field in item for item in gold):
        return {}
    partner = dict(pairs)
    wanted = {(partner[a], partner[b]) for a, b in _pointing(gold, field) if {a, b} <= partner.keys()}
    found = {(a, b) for a, b in _pointing(read, field) if {a, b} <= set(partner.values())}
    return {row: Count(len(wanted & found), len(found), len(wanted))}


def _pointing(items: Sequence[Item], field: str) -> _Links:
    """(index, index pointed at) for every item that points at another of the list."""
    index = {item["id"]: i for i, item in enumerate(items) if "id" in item}
    return {(i, index[item[field]]) for i, item in enumerate(items) if item.get(field) in index}


def _joined(items: Sequence[Item]) -> _Links:
    """Every pair of indices (later, earlier) that `same_as` puts into one group."""
    index = {item.get("id", i): i for i, item in enumerate(items)}
    group = list(range(len(items)))
    for i, item in enumerate(items):
        j = index.get(item.get("same_as"))
        if j is not None and group[i] != group[j]:
            old, new = group[i], group[j]
            group = [new if g == old else g for g in group]
    return {(i, j) for i in range(len(items)) for j in range(i) if group[i] == group[j]}
