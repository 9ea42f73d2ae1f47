"""Events of many reports out of their keys.

As in `joining`, items that are one key are one thing.  Beyond that whole groups ask, level by level, and go where exactly one
other group answers.  What one level joins is joined at once, so that no order of reports and no order of asking shows.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Hashable, Iterable
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from khabar.reconcile.across.entry import Ref
from khabar.reconcile.across.joining import Groups, Key
from khabar.reconcile.across.unions import Unions

_STRETCH: Final = re.compile(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})")
_WITHIN: Final = 1
"""A place within another says nothing yet of the day: who is joined here goes on asking."""
_PAIRS: Final = 2
_AGAINST: Final = 3
"""On this level a day that an event has of its own is put in question: only by an event that many more reports tell."""
_ROUNDS: Final = 5
"""What one joining leaves of several answers may be the only one in the next round; what is open after these stays so."""
_FEW: Final = 2
_ONE: Final = 4
"""From this level on two events of one report are never one: it told them apart, and little says that it should not have."""
KNOWN: Final = 6
"""From this level on only what many reports speak of answers; on none of these levels an item *is* anything."""
LAST: Final = 8
"""The last level."""
MANY: Final = 4
_TIMES: Final = 3
"""So many reports, and so many times those of all others together, make an event the one that is spoken of."""


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
        self.union = Unions[Ref]()
        self.items: dict[Ref, list[Ref]] = {ref: [ref] for ref in self.refs}
        self.told: dict[Ref, set[int]] = {ref: {ref.document} for ref in self.refs}
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
        asking = {
            ref: keys
            for ref, wanted in self.asked[level].items()
            if (keys := [key for key in chain.from_iterable(map(days_of_key, wanted)) if key in self.offers])
        }
        for _ in range(_ROUNDS if level < _ONE else 1):
            asking = self._go(level, asking)
        if level > _PAIRS:
            self._alone_together(level)

    def _go(self, level: int, keys: dict[Ref, list[str]]) -> dict[Ref, list[str]]:
        """One round of those who ask, each with the keys that somebody offers.  Returns who may still find the one answer."""
        asking = self._asking(level, keys)
        moves = [(group, *self._choice(level, group, answers)) for group, answers in sorted(asking.items())]
        going = {group: (only, found) for group, only, found in moves if only is not None}
        for group in going if level > _WITHIN else ():
            self.settled.update(self.items[group])
        for group, (only, found) in going.items():
            self._unite(group, only)
            self.why[group] |= found
        return {ref: wanted for ref, wanted in keys.items() if ref not in self.settled} if going else {}

    def _asking(self, level: int, wanted: dict[Ref, list[str]]) -> dict[Ref, dict[Ref, set[str]]]:
        """Each group that asks, with the groups that answer and the keys by which they do."""
        tops: dict[str, set[Ref]] = {}
        known: dict[str, bool] = {}
        asking: dict[Ref, dict[Ref, set[str]]] = defaultdict(lambda: defaultdict(set))
        for ref, keys in wanted.items():
            if ref in self.settled:
                continue
            group = self.union.top(ref)
            for key in keys:
                if key not in tops:
                    tops[key] = {self.union.top(other) for other in self.offers[key]}
                    known[key] = level < KNOWN or any(len(self.told[answer]) >= MANY for answer in tops[key])
            if any(known[key] for key in keys):
                for key in keys:
                    for answer in tops[key] - {group}:
                        asking[group][answer].add(key)
        return asking

    def _choice(self, level: int, group: Ref, answers: dict[Ref, set[str]]) -> tuple[Ref | None, set[str]]:
        """The one that answers.  One that several reports tell goes before those that a single one tells."""
        here = self.told[group]
        reports = {answer: self.told[answer] for answer in answers}
        if level >= _ONE:
            reports = {answer: told for answer, told in reports.items() if not here & told}
        fitting = list(reports)
        if level >= KNOWN:
            fitting = spoken_of(reports)
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
            self._unite(refs[0], ref)
            self.why[ref].add(key)

    def _unite(self, one: Ref, other: Ref) -> None:
        """Two groups become one; the smaller one is poured into the larger."""
        first, second = self.union.top(one), self.union.top(other)
        if first == second:
            return
        over, under = sorted((first, second))  # a group is named by its smallest telling
        self.union.put(under, under=over)
        name = self.union.top(first)
        few, many = sorted((self.items.pop(first), self.items.pop(second)), key=len)
        many.extend(few)
        self.items[name] = many
        fewer, more = sorted((self.told.pop(first), self.told.pop(second)), key=len)
        more.update(fewer)
        self.told[name] = more

    def groups(self) -> Groups:
        """What was joined; a group is named by its smallest telling."""
        members: dict[Hashable, list[Ref]] = dict(self.items.items())
        of: dict[Ref, Hashable] = {ref: top for top, refs in members.items() for ref in refs}
        perhaps = {
            ref: tuple(sorted({self.union.top(answer) for answer in answers} - {self.union.top(ref)}))
            for ref, answers in self.perhaps.items()
            if ref not in self.settled
        }
        why = {ref: tuple(sorted(keys)) for ref, keys in self.why.items()}
        return Groups(members, of, why, {ref: maybe for ref, maybe in perhaps.items() if maybe})


def spoken_of(reports: dict[Ref, set[int]]) -> list[Ref]:
    """The event that many reports tell, if there is one that leaves all others far behind; `reports` are those of each event."""
    most = max(reports, key=lambda answer: (len(reports[answer]), answer), default=None)
    if most is None:
        return []
    others = set().union(*(told for answer, told in reports.items() if answer != most)) - reports[most]
    return [most] if len(reports[most]) >= max(MANY, _TIMES * len(others)) else []


def days_of_key(key: str) -> tuple[str, ...]:
    """A key that asks for a stretch of days ("first..last") as the keys of its days."""
    found = _STRETCH.search(key)
    if found is None:
        return (key,)
    return tuple(f"{key[: found.start()]}{day}{key[found.end() :]}" for day in _days_between(found[1], found[2]))


@lru_cache(maxsize=1 << 12)
def _days_between(first: str, last: str) -> tuple[str, ...]:
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return tuple(str(start + dt.timedelta(on)) for on in range((end - start).days + 1))


def _documents(refs: Iterable[Ref]) -> set[int]:
    return {ref.document for ref in refs}


def join_events(keys: Iterable[Key]) -> Groups:
    """Groups of tellings that are one event.  The same keys give the same groups in whatever order; linear in their number."""
    return _climbed(keys, LAST).groups()


class Early(NamedTuple):
    """What is found of a telling on the levels below KNOWN: its group by its smallest telling, whether it asks no more, the keys
    by which it is there, and the groups that it may be.
    """

    group: Ref
    settled: bool
    why: tuple[str, ...]
    perhaps: tuple[Ref, ...]


def join_early(keys: Iterable[Key]) -> dict[Ref, Early]:
    """The same of the levels on which what is told by many reports is no answer yet: what is near is enough to know it."""
    ladder = _climbed(keys, KNOWN - 1)
    top = ladder.union.top
    return {
        ref: Early(
            top(ref),
            ref in ladder.settled,
            tuple(sorted(ladder.why.get(ref, ()))),
            tuple(sorted({top(answer) for answer in ladder.perhaps.get(ref, ())})),
        )
        for ref in ladder.refs
    }


def _climbed(keys: Iterable[Key], last: int) -> _Ladder:
    ladder = _Ladder(keys)
    ladder.firm()
    for level in sorted(ladder.asked.keys() | {level for level, _ in ladder.bearers if level}):
        if level <= last:
            ladder.climb(level)
    return ladder
