"""Voices joined step by step: who came or went is settled anew, and whoever heard another answer by it; nobody else.

`join` comes to the keys of one step after those of another, and what it finds on a step hangs on the steps before it alone.  So a
change goes on from step to step, and ends where those who ask get the answer that they had: where the hundredth report names the
ministry, one more that names it changes nothing for any of the others, and none of them is looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from typing import Final, NamedTuple

import apsw

from khabar.ledger import joined, meeting
from khabar.reconcile.across import kept
from khabar.reconcile.across.actors.keys import agree
from khabar.reconcile.across.kept import Bare, Name

_ATTACHED, _SEVERAL, _SAME, _BETWEEN, _ALONE = range(1, 6)
"""How a voice was settled: joined to who answers it, alone because several answer, one with those who have its keys, alone because
these are several earlier ones, alone because nobody answers."""
_HEARD: Final = (_ATTACHED, _SAME)
"""Who answers."""
_SETS: Final = (_SAME, _BETWEEN)


class _Found(NamedTuple):
    joined: str = ""
    step: int = 0
    way: int = 0


_OPEN: Final = _Found()


class Voices:
    """The voices of a case while some of them are settled anew.  The caller holds a transaction.

    `changed`: those that are in another group than before; `looked_at`: how many were looked at.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._keys: dict[int, list[tuple[Name, Bare]]] = {}
        self._now: dict[int, _Found] = {}
        self._before: dict[int, _Found] = {}
        self._todo: dict[int, dict[int, bool]] = defaultdict(dict)
        self._gone: set[int] = set()

    @property
    def changed(self) -> set[int]:
        """Voices of which something else was found than before, those that went left out."""
        return {thing for thing, was in self._before.items() if was != self._now[thing] and thing not in self._gone}

    @property
    def looked_at(self) -> int:
        """How many voices had their keys looked at."""
        return len(self._keys)

    def settle(self, came: Iterable[int], gone: Iterable[int]) -> None:
        """Settle anew whatever changes by voices that came or went; the rows of both are there."""
        arrived = set(came)
        self._gone = set(gone)
        self._learn(arrived | self._gone)
        for thing in self._gone:
            was = self._now[thing]
            self._write(thing, _OPEN)
            self._spread(thing, was)
        for thing in arrived - self._gone:
            self._later(thing, 0)
        while self._todo:
            step = min(self._todo)
            self._step(step, self._todo.pop(step))

    def _learn(self, things: Iterable[int]) -> None:
        for thing in joined.things(self._connection, set(things) - self._keys.keys()):
            self._keys[thing.id] = list(kept.voice_names(kept.unpacked(thing.keys)))
            self._now[thing.id] = _Found(thing.joined, thing.step, thing.way)

    def _of(self, thing: int, step: int, role: str) -> list[tuple[Name, Bare]]:
        return [pair for pair in self._keys[thing] if pair[0].step == step and pair[1][0] == role]

    def _later(self, thing: int, step: int) -> None:
        """Come back to a voice on the next of its steps."""
        following = min((name.step for name, _ in self._keys[thing] if name.step > step), default=None)
        if following is not None:
            self._todo[following].setdefault(thing, False)

    def _write(self, thing: int, found: _Found) -> None:
        was = self._now[thing]
        if was == found:
            return
        self._before.setdefault(thing, was)
        if was.way in _SETS and was.step != found.step:  # those who were one with it may be so no more
            self._todo[was.step].setdefault(thing, False)
        self._now[thing] = found
        meeting.settle(self._connection, thing, found)

    def _step(self, step: int, todo: dict[int, bool]) -> None:
        """All that is to be done on one step: first who gets an answer, then who is one with whom, then who hears of it.

        `todo` tells of each whether what its own keys are may have changed.
        """
        self._learn(todo)
        was = {thing: self._now[thing] for thing in todo}
        entering, anew = [], set[int]()
        for thing, renamed in sorted(todo.items()):
            first = self._before.get(thing, was[thing])
            inside = first.step == step and first.way in _SETS
            stays = self._attach(thing, step)
            if inside and not stays:
                anew |= self._beside(thing, step)
            elif stays and inside and was[thing] == first:
                anew |= {thing} if renamed else set()
            elif stays:
                entering.append(thing)
        was.update(self._sets(step, anew))
        for thing in entering:
            found = self._one_with(thing, step)
            if found is not None:
                self._write(thing, found)
            else:
                self._write(thing, _Found("", step, _BETWEEN))
                was.update({other: old for other, old in self._sets(step, {thing}).items() if other not in was})
        for thing, old in was.items():
            if self._now[thing] != old:
                self._spread(thing, old)

    def _attach(self, thing: int, step: int) -> bool:
        """Settle a voice that gets an answer on a step, or asks and is nothing; whether it is left to what its keys are."""
        now = self._now[thing]
        if thing in self._gone or 0 < now.step < step:
            return False
        found, is_any = self._answered(thing, step), bool(self._of(thing, step, "is"))
        if found is None and not is_any:
            if now.step == step:
                self._write(thing, _OPEN)
            self._later(thing, step)
            return False
        if found is None or (found.way == _ALONE and is_any):
            return True
        self._write(thing, found)
        return False

    def _answered(self, thing: int, step: int) -> _Found | None:
        """What becomes of one who seeks on a step; None for who does not."""
        levels: dict[int, list[tuple[Name, Bare]]] = defaultdict(list)
        for pair in self._of(thing, step, "seeks"):
            levels[pair[1][2]].append(pair)
        for _, pairs in sorted(levels.items()):
            groups: set[str] = set()
            for name, bare in pairs:
                days = (name.day, name.last) if name.day else None
                for answer in meeting.answers(self._connection, name.name, step, days, _HEARD):
                    if answer.joined not in groups and agree(bare[4], answer.says):
                        groups.add(answer.joined)
                    if len(groups) > 1:
                        return _Found("", step, _SEVERAL)
            if groups:
                return _Found(groups.pop(), step, _ATTACHED)
        return _Found("", step, _ALONE) if levels else None

    def _beside(self, thing: int, step: int) -> set[int]:
        """Those who share with a voice what it is on a step."""
        names = [name.name for name, _ in self._of(thing, step, "is")]
        found = chain.from_iterable(meeting.bearers(self._connection, n, (step, step), _SETS) for n in names)
        return set(found) - {thing}

    def _one_with(self, thing: int, step: int) -> _Found | None:
        """What a voice is by those who were there before it on this step; None where they have to be looked at as well."""
        told = [(name.name, bare[1]) for name, bare in self._of(thing, step, "is")]
        beside, named = set[str](), set[str]()
        for name, _ in told:
            one = next(meeting.bearers(self._connection, name, (step, step), _SETS), None)
            if one is not None:
                self._learn([one])
                if self._now[one].way == _BETWEEN:
                    return None
                beside.add(self._now[one].joined)
            named |= self._named(name, step)
        smallest = min(key for _, key in told)
        if len(beside | named) > 1 or (beside and not named and smallest < min(beside)):
            return None
        return _Found(next(iter(beside | named), smallest), step, _SAME)

    def _named(self, name: int, step: int) -> set[str]:
        """The group that has a name already before a step."""
        one = next(meeting.bearers(self._connection, name, (1, step - 1), (_SAME,)), None)
        if one is None:
            return set()
        self._learn([one])
        return {self._now[one].joined}

    def _sets(self, step: int, begin: set[int]) -> dict[int, _Found]:
        """Make the sets of some voices, and of all that hang together with them by what they are on this step, anew.

        Returns what all of them were before.
        """
        was: dict[int, _Found] = {}
        self._learn(begin)
        for one in sorted(begin):
            now = self._now[one]
            if one in was or now.step != step or now.way not in _SETS:
                continue
            members: set[int] = set()
            edge = {one}
            names: dict[int, str] = {}
            while edge:
                members |= edge
                self._learn(edge)
                new = {n.name: bare[1] for thing in edge for n, bare in self._of(thing, step, "is")}
                fresh = new.keys() - names.keys()
                names.update(new)
                near = (meeting.bearers(self._connection, name, (step, step), _SETS) for name in fresh)
                edge = set(chain.from_iterable(near)) - members
            was.update({thing: self._now[thing] for thing in members})
            before = set().union(*(self._named(name, step) for name in names))
            label = next(iter(before), min(names.values()))
            found = _Found("", step, _BETWEEN) if len(before) > 1 else _Found(label, step, _SAME)
            for thing in members:
                self._write(thing, found)
        return was

    def _spread(self, thing: int, was: _Found) -> None:
        """Come back, on later steps, to those who get another answer, or are named otherwise, by what a voice was and is now."""
        now = self._now[thing]
        for name, bare in self._keys[thing]:
            if bare[0] == "offers":
                self._offer(thing, name, (_heard(was, name), _heard(now, name)))
            elif bare[0] == "is":
                old, new = (found if found.way == _SAME and found.step == name.step else None for found in (was, now))
                if old != new and not (old is None and new is not None and self._borne(thing, name)):
                    for other, step in meeting.behind(self._connection, name.name, kept.IS, name.step):
                        self._todo[step][other] = True

    def _offer(self, thing: int, name: Name, groups: tuple[str | None, str | None]) -> None:
        old, new = groups
        if old == new:
            return
        if old is None and new is not None:
            under = (name.name, name.day, name.says)
            others = meeting.offering(self._connection, under, name.step, new, _HEARD)
            if any(other != thing and other not in self._before for other in others):
                return
        days = (name.day, name.day) if name.day else None
        for other, step in meeting.behind(self._connection, name.name, kept.SEEKS, name.step, days):
            self._todo[step].setdefault(other, False)

    def _borne(self, thing: int, name: Name) -> bool:
        """Whether others gave a group a name already, so that one more changes nothing."""
        others = meeting.bearers(self._connection, name.name, (1, name.step), (_SAME,))
        return any(other != thing and other not in self._before for other in others)


def _heard(found: _Found, name: Name) -> str | None:
    """The group for which a voice answers under a name."""
    return found.joined if found.way in _HEARD and found.step <= name.step else None
