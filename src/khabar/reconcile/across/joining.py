"""Groups of items that are one thing, made of keys and of nothing else.

An item says what it *is* ("person: قاسم جومارت توكاييف"); items that are one key are one thing.  It *offers* what it could also be
called by ("surname: توكاييف").  An item that says less *seeks* such keys: it is joined where exactly one thing answers; where two
do, it stays alone and both are kept as what it may be; where none does, it is what it says itself.  Those who say most come
first: that is the tier of a key.  A key is at once the reason that is shown for a merge.

So the work for one more report is its own keys; nothing depends on the order in which reports came; and a person's "not the
same" takes one key from one item, which undoes every merge that it made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from khabar.reconcile.across.entry import Ref
from khabar.reconcile.across.unions import Unions

Role = Literal["is", "offers", "seeks"]
Agree = Callable[[str, str], bool]
Group = Hashable
"""A group's name: the smallest key that its first members *are*, or the Ref of an item that stays alone."""


class Key(NamedTuple):
    """One key of one item.

    `tier`: items of tier 0 are settled first, later ones may be joined to them; in one tier those who seek nothing come first.
    `level` orders what a seeker asks: the next level where nobody answers on this one.  `says` is what a seeker and those who
    offer are compared by before they may be one.
    """

    ref: Ref
    role: Role
    key: str
    level: int = 0
    tier: int = 0
    says: str = ""


@dataclass(frozen=True, slots=True)
class Groups:
    """What `join` found.

    `members`: each group with its refs, in no particular order.  `of`: the group of each ref.  `why`: for each ref the keys by
    which it belongs to a group of several.  `perhaps`: for a seeker to whom several things answer, what it may be.
    """

    members: dict[Group, list[Ref]] = field(default_factory=dict)
    of: dict[Ref, Group] = field(default_factory=dict)
    why: dict[Ref, tuple[str, ...]] = field(default_factory=dict)
    perhaps: dict[Ref, tuple[Group, ...]] = field(default_factory=dict)

    def put(self, ref: Ref, group: Group, why: Iterable[str] = ()) -> None:
        """Write a ref into a group."""
        self.of[ref] = group
        self.members.setdefault(group, []).append(ref)
        if reasons := tuple(sorted(set(why))):
            self.why[ref] = reasons


def join(keys: Iterable[Key], agree: Agree | None = None) -> Groups:
    """Groups out of keys; the same set of keys gives the same groups in whatever order.

    `agree(seeker, offering)` gets what both say and may refuse.  Linear in the number of keys, but for a key that things of
    many different sayings offer.
    """
    tiers: dict[int, list[Key]] = defaultdict(list)
    for key in keys:
        tiers[key.tier].append(key)
    groups = Groups()
    named: dict[str, Group] = {}
    answering: _Answers = defaultdict(lambda: defaultdict(set))
    for _, tier in sorted(tiers.items()):
        seekers = {key.ref for key in tier if key.role == "seeks"}
        for part in ([k for k in tier if k.ref not in seekers], [k for k in tier if k.ref in seekers]):
            left = _attached(groups, part, (answering, agree))
            _settled(groups, [key for key in left if key.role == "is"], named)
            for key in left:
                if key.ref not in groups.of and key.role == "seeks":
                    groups.put(key.ref, key.ref)
            for key in part:
                group = groups.of.get(key.ref)
                if key.role == "offers" and isinstance(group, str):
                    answering[key.key][group].add(key.says)
    return groups


_Answers = defaultdict[str, defaultdict[Group, set[str]]]


def _attached(groups: Groups, tier: list[Key], offered: tuple[_Answers, Agree | None]) -> list[Key]:
    """Join each seeker of a tier to the one thing that answers; the keys of those whom nothing answers are given back."""
    asked: dict[Ref, dict[int, list[Key]]] = defaultdict(lambda: defaultdict(list))
    for key in tier:
        if key.role == "seeks" and key.ref not in groups.of:
            asked[key.ref][key.level].append(key)
    for ref, levels in asked.items():
        for _, wanted in sorted(levels.items()):
            answers = _answers(wanted, *offered)
            if len(answers) == 1:
                ((group, why),) = answers.items()
                groups.put(ref, group, why)
            elif answers:
                groups.put(ref, ref)
                groups.perhaps[ref] = tuple(sorted(answers, key=str))
            if answers:
                break
    return [key for key in tier if key.ref not in groups.of]


def _answers(wanted: list[Key], answering: _Answers, agree: Agree | None) -> dict[Group, list[str]]:
    found: dict[Group, list[str]] = defaultdict(list)
    for key in wanted:
        for group, sayings in answering.get(key.key, {}).items():
            if agree is None or any(agree(key.says, said) for said in sayings):
                found[group].append(key.key)
    return found


def _settled(groups: Groups, keys: list[Key], named: dict[str, Group]) -> None:
    """Items by what they are: joined where they are the same, over any number of steps, and to what earlier tiers are.

    `named` holds the group of every key that is taken; it is written on.
    """
    sets = Unions[Hashable]()
    bearers: dict[str, set[Ref]] = defaultdict(set)
    for key in keys:
        sets.put(key.key, under=key.ref)
        bearers[key.key].add(key.ref)
    said: dict[Hashable, set[str]] = defaultdict(set)
    reasons: dict[Ref, set[str]] = defaultdict(set)
    for key in keys:
        said[sets.top(key.ref)].add(key.key)
        if len(bearers[key.key]) > 1 or key.key in named:
            reasons[key.ref].add(key.key)
    for ref in dict.fromkeys(key.ref for key in keys):
        told = said[sets.top(ref)]
        before = {named[key] for key in told if key in named}
        if len(before) > 1:
            groups.put(ref, ref)
            groups.perhaps[ref] = tuple(sorted(before, key=str))
        else:
            groups.put(ref, next(iter(before), min(told)), reasons[ref])
    for told in said.values():
        before = {named[key] for key in told if key in named}
        if len(before) < 2:
            group = next(iter(before), min(told))
            named.update(dict.fromkeys(told, group))
