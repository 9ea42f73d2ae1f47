"""Events of many reports out of their keys.

As in `joining`, items that are one key are one thing.  Beyond that whole groups ask, level by level, and go where exactly one
other group answers.  What one level joins is joined at once, so that no order of reports and no order of asking shows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Final

from khabar.reconcile.across.entry import Ref
from khabar.reconcile.across.joining import Groups, Key

_BARE: Final = 3
"""From this level on nothing but place and day is agreed in: two events of one report are then never one."""


class _Union:
    """Sets that only grow together; each is named by its smallest member."""

    def __init__(self) -> None:
        self._above: dict[Ref, Ref] = {}

    def top(self, one: Ref) -> Ref:
        while (higher := self._above.setdefault(one, one)) != one:
            self._above[one] = self._above[higher]
            one = self._above[one]
        return one

    def join(self, one: Ref, other: Ref) -> None:
        first, second = sorted((self.top(one), self.top(other)))
        self._above[second] = first


class _Ladder:
    """The state between levels."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self.refs: dict[Ref, None] = {}
        self.bearers: dict[tuple[int, str], list[Ref]] = defaultdict(list)
        self.offers: dict[str, list[Ref]] = defaultdict(list)
        self.asked: dict[int, dict[Ref, list[str]]] = defaultdict(lambda: defaultdict(list))
        for key in sorted(set(keys)):
            self.refs[key.ref] = None
            if key.role == "is":
                self.bearers[key.level, key.key].append(key.ref)
            elif key.role == "offers":
                self.offers[key.key].append(key.ref)
            else:
                self.asked[key.level][key.ref].append(key.key)
        self.union = _Union()
        self.settled: set[Ref] = set()
        self.why: dict[Ref, set[str]] = defaultdict(set)
        self.perhaps: dict[Ref, set[Ref]] = {}

    def firm(self) -> None:
        """Join what is one key."""
        for (level, key), refs in self.bearers.items():
            if level == 0 and len(refs) > 1:
                self._together(refs, key)

    def climb(self, level: int) -> None:
        """Each group that still asks on a level to the only one that answers; then those that are alone with their equals."""
        tops: dict[str, set[Ref]] = {}
        asking: dict[Ref, dict[Ref, set[str]]] = defaultdict(lambda: defaultdict(set))
        for ref, wanted in self.asked[level].items():
            if ref in self.settled:
                continue
            group = self.union.top(ref)
            for key in wanted:
                if key not in tops:
                    tops[key] = {self.union.top(other) for other in self.offers.get(key, ())}
                for answer in tops[key] - {group}:
                    asking[group][answer].add(key)
        members = self._members() if level >= _BARE else {}
        moves = [(group, *self._choice(group, answers, members)) for group, answers in sorted(asking.items())]
        for group, only, found in moves:
            if only is not None:
                self.union.join(group, only)
                self.settled.update(members.get(group, [group]))
                self.why[group] |= found
        self._alone_together(level)

    def _choice(
        self, group: Ref, answers: dict[Ref, set[str]], members: dict[Ref, list[Ref]]
    ) -> tuple[Ref | None, set[str]]:
        here = {ref.document for ref in members.get(group, ())}
        fitting = {a: keys for a, keys in answers.items() if not here & {ref.document for ref in members.get(a, ())}}
        if len(fitting) == 1:
            ((answer, keys),) = fitting.items()
            return answer, keys
        if fitting:
            self.perhaps.setdefault(group, set()).update(fitting)
        return None, set()

    def _alone_together(self, level: int) -> None:
        for (at, key), refs in self.bearers.items():
            if at != level or level == 0:
                continue
            alone = [ref for ref in refs if ref not in self.settled and ref not in self.perhaps]
            if len(alone) > 1 and len({ref.document for ref in alone}) == len(alone):
                self._together(alone, key)
                self.settled.update(alone)

    def _together(self, refs: list[Ref], key: str) -> None:
        for ref in refs:
            self.union.join(refs[0], ref)
            self.why[ref].add(key)

    def _members(self) -> dict[Ref, list[Ref]]:
        members: dict[Ref, list[Ref]] = defaultdict(list)
        for ref in self.refs:
            members[self.union.top(ref)].append(ref)
        return members

    def groups(self) -> Groups:
        """What was joined; a group is named by its smallest telling."""
        members: dict[Hashable, list[Ref]] = dict(self._members().items())
        of: dict[Ref, Hashable] = {ref: top for top, refs in members.items() for ref in refs}
        perhaps = {
            ref: tuple(sorted({self.union.top(answer) for answer in answers} - {self.union.top(ref)}))
            for ref, answers in self.perhaps.items()
            if ref not in self.settled
        }
        why = {ref: tuple(sorted(keys)) for ref, keys in self.why.items()}
        return Groups(members, of, why, {ref: maybe for ref, maybe in perhaps.items() if maybe})


def join_events(keys: Iterable[Key]) -> Groups:
    """Groups of tellings that are one event.  The same keys give the same groups in whatever order; linear in their number."""
    ladder = _Ladder(keys)
    ladder.firm()
    for level in sorted(ladder.asked.keys() | {level for level, _ in ladder.bearers if level}):
        ladder.climb(level)
    return ladder.groups()
