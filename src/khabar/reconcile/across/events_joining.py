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

_WITHIN: Final = 1
"""A place within another says nothing yet of the day: who is joined here goes on asking."""
_PAIRS: Final = 2
_AGAINST: Final = 3
"""On this level a day that an event has of its own is put in question: only by an event that many more reports tell."""
_FEW: Final = 2
_ONE: Final = 4
"""From this level on two events of one report are never one: it told them apart, and little says that it should not have."""
_KNOWN: Final = 6
"""On this level only what many reports speak of answers."""
_MANY: Final = 4
_TIMES: Final = 3
"""So many reports, and so many times those of all others together, make an event the one that is spoken of."""


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
        """Each group that still asks to the only one that answers, until nobody moves, and those whom nobody answers with
        their equals; who agrees in two marks finds his equals first.
        """
        if level == _PAIRS:
            self._alone_together(level)
        while self._go(level) and level < _ONE:
            pass
        if level > _PAIRS:
            self._alone_together(level)

    def _go(self, level: int) -> bool:
        members = self._members()
        asking = self._asking(level, members)
        moves = [(group, *self._choice(level, group, answers, members)) for group, answers in sorted(asking.items())]
        for group, only, found in moves:
            if only is not None:
                self.union.join(group, only)
                self.settled.update(members[group] if level > _WITHIN else ())
                self.why[group] |= found
        return any(only is not None for _, only, _ in moves)

    def _asking(self, level: int, members: dict[Ref, list[Ref]]) -> dict[Ref, dict[Ref, set[str]]]:
        """Each group that asks, with the groups that answer and the keys by which they do."""
        tops: dict[str, set[Ref]] = {}
        asking: dict[Ref, dict[Ref, set[str]]] = defaultdict(lambda: defaultdict(set))
        for ref, wanted in self.asked[level].items():
            group = self.union.top(ref)
            if ref in self.settled:
                continue
            for key in wanted:
                if key not in tops:
                    tops[key] = {self.union.top(other) for other in self.offers.get(key, ())}
                for answer in tops[key] - {group}:
                    asking[group][answer].add(key)
        return asking

    def _choice(
        self, level: int, group: Ref, answers: dict[Ref, set[str]], members: dict[Ref, list[Ref]]
    ) -> tuple[Ref | None, set[str]]:
        """The one that answers.  One that several reports tell goes before those that a single one tells."""
        here = _documents(members[group])
        reports = {answer: _documents(members[answer]) for answer in answers}
        if level >= _ONE:
            reports = {answer: told for answer, told in reports.items() if not here & told}
        fitting = list(reports)
        if level >= _KNOWN:
            fitting = _spoken_of(reports)
        elif level < _ONE or any(len(told) > 1 for told in reports.values()):
            least = _TIMES * len(here) if level == _AGAINST else _FEW if level == _ONE else 1
            fitting = [answer for answer, told in reports.items() if len(told) >= least]
        if len(fitting) == 1:
            return fitting[0], answers[fitting[0]]
        if fitting:
            self.perhaps.setdefault(group, set()).update(fitting)
        return None, set()

    def _alone_together(self, level: int) -> None:
        """Items of a level's own keys that nothing answered yet.  Of one report only what agrees in more than place and day."""
        alone = {ref for ref in self.refs if ref not in self.settled and ref not in self.perhaps}
        for (at, key), refs in self.bearers.items():
            equals = [ref for ref in refs if ref in alone] if at == level else []
            if len(equals) > 1 and (level < _ONE or len(_documents(equals)) == len(equals)):
                self._together(equals, key)

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


def _spoken_of(reports: dict[Ref, set[int]]) -> list[Ref]:
    """The event that many reports tell, if there is one that leaves all others far behind."""
    most = max(reports, key=lambda answer: (len(reports[answer]), answer), default=None)
    if most is None:
        return []
    others = set().union(*(told for answer, told in reports.items() if answer != most)) - reports[most]
    return [most] if len(reports[most]) >= max(_MANY, _TIMES * len(others)) else []


def _documents(refs: Iterable[Ref]) -> set[int]:
    return {ref.document for ref in refs}


def join_events(keys: Iterable[Key]) -> Groups:
    """Groups of tellings that are one event.  The same keys give the same groups in whatever order; linear in their number."""
    ladder = _Ladder(keys)
    ladder.firm()
    for level in sorted(ladder.asked.keys() | {level for level, _ in ladder.bearers if level}):
        ladder.climb(level)
    return ladder.groups()
