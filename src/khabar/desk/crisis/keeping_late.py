"""The late levels on which events are joined, step by step: a change goes on from level to level, and ends where nobody cares.

All that is told of a country in a week asks there, and only what many reports speak of answers; so one more telling is heard by
many, and hardly ever does one of them go elsewhere because of it.  Those whom it may concern choose again.  Who chooses as before
is left as he is; who does not is taken in, with his whole group.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import chain
from typing import Protocol

import apsw

from khabar.desk.crisis.late_event import LEVELS, Going, LateEvent
from khabar.ledger import meeting
from khabar.reconcile.across import kept
from khabar.reconcile.across.entry import Ref
from khabar.reconcile.across.events.joining import KNOWN, MANY, spoken_of
from khabar.reconcile.across.kept import Bundle, label_of, ref_of
from khabar.reconcile.across.unions import Unions


class Keys(Protocol):
    """Where the keys of events are found."""

    bundles: dict[int, Bundle]

    def learn(self, ids: Iterable[int]) -> None:
        """Look events up."""


class Late:
    """Events on the late levels.

    `was`: all that were looked at, as they are kept, whole groups at a time; `changed`: of whom something else was found.
    """

    def __init__(self, connection: apsw.Connection, keys: Keys) -> None:
        self._connection = connection
        self._keys = keys
        self._groups: dict[str, list[LateEvent]] = {}
        self._lost: dict[int, LateEvent] = {}
        self._now: dict[int, LateEvent] = {}
        self._label: dict[int, str] = {}
        self._living: dict[str, list[LateEvent]] = {}
        self._fresh = False
        self.was: dict[int, LateEvent] = {}
        self.changed: set[int] = set()

    def join(self, begin: dict[int, LateEvent], lost: dict[int, LateEvent]) -> None:
        """Take events through the late levels as they begin them, and all whom they or those that were lost concern."""
        self._lost = lost
        self._view(begin)
        self._now = begin
        self._label = {thing: event.base for thing, event in begin.items()}
        documents = {event.ref.document for thing, event in begin.items() if thing not in self.was}
        told = (told.id for told in meeting.told_by(self._connection, documents))
        self._fresh = all(thing in begin for thing in told)
        before = (self.was[thing] for thing in begin if thing in self.was)
        self._enliven({event.joined for event in chain(before, lost.values())}, KNOWN - 1)
        for level in LEVELS:
            self._enliven(self._stirred(level), level - 1)
            self._climb(level)
        for thing, event in self._now.items():
            event.joined = self._label[thing]
            if self.was.get(thing) != event:
                self.changed.add(thing)
                meeting.tell(self._connection, thing, (event.joined, event.step, event.base, event.late()))

    def _view(self, things: Iterable[int]) -> None:
        """Look up events as they are kept, with all of their groups; there is nothing of those that are new."""
        unknown = set(things) - self.was.keys()
        if unknown:
            self._view_groups({told.joined for told in meeting.told(self._connection, unknown)} - {""})

    def _view_groups(self, labels: Collection[str]) -> None:
        unknown = set(labels) - self._groups.keys()
        self._groups.update({label: [] for label in unknown})
        for told in meeting.told_in(self._connection, unknown) if unknown else ():
            event = self.was[told.id] = LateEvent.of(told)
            self._groups[event.joined].append(event)

    def _enliven(self, groups: set[str], level: int) -> None:
        """Take whole groups among those that are joined anew, as they are after a level."""
        self._view_groups(groups)
        for was in chain.from_iterable(self._groups[group] for group in groups):
            if was.id not in self._now:
                self._now[was.id] = was.after(level)
                self._label[was.id] = was.at(level)

    def _stirred(self, level: int) -> set[str]:
        """The groups of those who go elsewhere on a level than they did, because of others whom they hear."""
        self._together()
        old, new = self._differing(level - 1)
        if not old and not new:
            return set()
        heard = set().union(*old.values(), *new.values())
        little = self._fresh and all(len(new.get(label, ())) < MANY for label in old.keys() | new.keys())
        little = little and all(members <= new.get(label, set()) for label, members in old.items())
        asking = {
            thing
            for name in self._offered(heard)
            for thing, step in meeting.asking(self._connection, name.name, level, name.day, kept.LONGEST)
            if thing not in self._now
            and thing not in self._lost
            and (step == level if little else not 0 < step < level)
        }
        self._view(asking)
        found: set[str] = set()
        for group, label in {(self.was[thing].joined, self.was[thing].at(level - 1)) for thing in asking}:
            members = [event for event in self._groups[group] if event.at(level - 1) == label]
            before = next((event.went.get(level) for event in members if event.named_after_it(label)), None)
            if self._choice(label, members, level) != before:
                found.add(group)
        return found

    def _differing(self, level: int) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
        """The groups after a level that have others in them than before: as they were, and as they are."""
        old, new = defaultdict[str, set[int]](set), defaultdict[str, set[int]](set)
        for was in chain(self._lost.values(), (self.was[thing] for thing in self._now if thing in self.was)):
            old[was.at(level)].add(was.id)
        for thing, label in self._label.items():
            new[label].add(thing)
        others = {label for label in old.keys() | new.keys() if old.get(label) != new.get(label)}
        return {k: old[k] for k in others if k in old}, {k: new[k] for k in others if k in new}

    def _offered(self, things: set[int]) -> set[kept.Name]:
        self._keys.learn(things)
        offers = {bare for thing in things for bare in self._keys.bundles[thing] if bare[0] == "offers"}
        return {name for bare in offers for name in kept.event_names(bare)}

    def _climb(self, level: int) -> None:
        """One level of those who are joined anew; those to whom they go are taken in as well."""
        chosen: dict[str, Going | None] = {}
        while True:
            groups = self._together()
            asking = groups.keys() - chosen.keys()
            if not asking:
                break
            chosen.update({label: self._choice(label, groups[label], level) for label in asking})
            to = {going[0] for label in asking if (going := chosen[label]) and going[0] not in groups}
            self._enliven({self.was[thing].joined for thing in self._named(to)}, level - 1)
        sets = Unions[Ref]()
        for label, going in chosen.items():
            if going is not None:
                one, other = sorted((sets.top(ref_of(label)), sets.top(ref_of(going[0]))))
                sets.put(other, under=one)  # a group is named after its smallest telling
                for event in groups[label]:
                    event.step = event.step or level
                    if event.named_after_it(label):
                        event.went[level] = going
        for label, members in groups.items():
            now = label_of(sets.top(ref_of(label)))
            for event in members if now != label else ():
                self._label[event.id] = event.labels[level] = now

    def _together(self) -> dict[str, list[LateEvent]]:
        """Those who are joined anew, as they are together now."""
        groups: dict[str, list[LateEvent]] = defaultdict(list)
        for thing, label in self._label.items():
            groups[label].append(self._now[thing])
        self._living = dict(groups)
        return self._living

    def _named(self, labels: set[str]) -> set[int]:
        """The events after which groups are named."""
        refs = {ref_of(label) for label in labels}
        return {event.id for event in self.was.values() if event.ref in refs} if refs else set()

    def _choice(self, label: str, members: list[LateEvent], level: int) -> Going | None:
        """Where a group goes on a level, and by which keys: to what many reports speak of, if one such is among the answers."""
        here = {event.ref.document for event in members}
        told, keys = {label: here}, defaultdict[str, set[str]](set)
        for event in members:
            heard: dict[str, set[str]] = defaultdict(set)
            for thing, key in self._heard(event, level) if event.asks_at(level) else ():
                answer = self._label[thing] if thing in self._now else self.was[thing].at(level - 1)
                heard[answer].add(key)
                told[answer] = told.get(answer) or {other.ref.document for other in self._beside(thing, level - 1)}
            if any(len(told[answer]) >= MANY for answer in heard):  # else what it asks for tells nothing
                for answer, by in heard.items():
                    keys[answer] |= by
        fitting = spoken_of({ref_of(a): told[a] for a in keys if a != label and not here & told[a]})
        return (to := label_of(fitting[0]), tuple(sorted(keys[to]))) if fitting else None

    def _heard(self, event: LateEvent, level: int) -> set[tuple[int, str]]:
        """The events that offer what one asks for on a level, each with the key."""
        self._keys.learn([event.id])
        heard = {
            (thing, kept.of_day(bare[1], day))
            for bare in self._keys.bundles[event.id]
            if bare[0] == "seeks" and bare[2] == level
            for name in kept.event_names(bare)
            for thing, day in meeting.offered(self._connection, name.name, (name.day, name.last))
            if thing not in self._lost
        }
        self._view({thing for thing, _ in heard} - self._now.keys())
        return heard

    def _beside(self, thing: int, level: int) -> list[LateEvent]:
        """The group of an event after a level."""
        if thing in self._now:
            return self._living[self._label[thing]]
        was = self.was[thing]
        return [event for event in self._groups[was.joined] if event.at(level) == was.at(level)]
