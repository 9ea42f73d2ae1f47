"""Groups of items that are one thing, made of keys and of nothing else.

An item says what it *is* ("person: قاسم جومارت توكاييف"); items that are one key are one thing.  It *offers* what it could also be
called by ("surname: توكاييف"), and an item that says too little to be anything *seeks* such keys.  A seeker is joined only where
exactly one thing answers; where two do, it stays alone and both are kept as what it may be.  A key is at once the reason that
is shown for a merge.

So the work for one more report is its own keys; nothing depends on the order in which reports came; and a person's "not the
same" takes one key from one item, which undoes every merge that it made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from khabar.reconcile.across.entry import Ref

Role = Literal["is", "offers", "seeks"]


class Key(NamedTuple):
    """One key of one item.  `level` orders what a seeker asks: those of level 0 first, the next level where none answers."""

    ref: Ref
    role: Role
    key: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Groups:
    """What `join` found.

    `members`: each group, by its name (the smallest key that it *is*, or of a lone seeker its Ref); refs in no particular
    order.  `of`: the group of each ref.  `why`: for each ref the keys by which it belongs to a group of several.
    `perhaps`: for a seeker to whom several things answer, the groups that it may belong to.
    """

    members: dict[Hashable, list[Ref]] = field(default_factory=dict)
    of: dict[Ref, Hashable] = field(default_factory=dict)
    why: dict[Ref, tuple[str, ...]] = field(default_factory=dict)
    perhaps: dict[Ref, tuple[Hashable, ...]] = field(default_factory=dict)


def join(keys: Iterable[Key]) -> Groups:
    """Groups out of keys.  Linear in the number of keys; the same set of keys gives the same groups in whatever order."""
    by_role: dict[Role, list[Key]] = {"is": [], "offers": [], "seeks": []}
    for key in keys:
        by_role[key.role].append(key)
    groups = _firm(by_role["is"])
    answering: dict[str, set[Hashable]] = defaultdict(set)
    for key in by_role["offers"]:
        if key.ref in groups.of:
            answering[key.key].add(groups.of[key.ref])
    _attach(groups, by_role["seeks"], answering)
    return groups


def _firm(keys: list[Key]) -> Groups:
    """The items that are something, joined where they are the same."""
    above: dict[Hashable, Hashable] = {}

    def top(one: Hashable) -> Hashable:
        while (higher := above.setdefault(one, one)) != one:
            above[one] = above[higher]
            one = above[one]
        return one

    bearers: dict[str, set[Ref]] = defaultdict(set)
    for key in keys:
        above[top(key.key)] = top(key.ref)
        bearers[key.key].add(key.ref)
    names: dict[Hashable, str] = {}
    for key in keys:
        root = top(key.ref)
        names[root] = min(names.get(root, key.key), key.key)
    groups = Groups()
    reasons: dict[Ref, list[str]] = defaultdict(list)
    for key in keys:
        if key.ref not in groups.of:
            name = names[top(key.ref)]
            groups.of[key.ref] = name
            groups.members.setdefault(name, []).append(key.ref)
        if len(bearers[key.key]) > 1:
            reasons[key.ref].append(key.key)
    groups.why.update({ref: tuple(sorted(set(why))) for ref, why in reasons.items()})
    return groups


def _attach(groups: Groups, keys: list[Key], answering: dict[str, set[Hashable]]) -> None:
    """Each seeker to the one thing that answers, on the first level on which anything does."""
    asked: dict[Ref, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key in keys:
        if key.ref not in groups.of:
            asked[key.ref][key.level].append(key.key)
    found: dict[Ref, Hashable] = {}
    for ref, levels in asked.items():
        found[ref] = ref
        for _, wanted in sorted(levels.items()):
            answers = {group for key in wanted for group in answering.get(key, ())}
            if len(answers) == 1:
                (found[ref],) = answers
                groups.why[ref] = tuple(sorted(key for key in wanted if found[ref] in answering.get(key, ())))
            elif answers:
                groups.perhaps[ref] = tuple(sorted(answers, key=str))
            if answers:
                break
    for ref, group in found.items():
        groups.of[ref] = group
        groups.members.setdefault(group, []).append(ref)
