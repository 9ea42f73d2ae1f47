"""Events joined step by step: what lies near a telling is joined anew as a whole, what many reports speak of where it changes.

On the early levels a telling is joined to what agrees with it in marks, place and day; few hang together there.  On the late levels
(`keeping_late`) many ask, and few of the answers matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import apsw

from khabar.desk.crisis.keeping_late import Late
from khabar.desk.crisis.late_event import EARLY, LateEvent
from khabar.ledger import joined, meeting
from khabar.reconcile.across import kept
from khabar.reconcile.across.kept import Bundle, Name


class Near:
    """Events of a case as they are looked at, each with its keys."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._asked: set[Name] = set()
        self.things: dict[int, joined.Thing] = {}
        self.bundles: dict[int, Bundle] = {}

    def learn(self, ids: Iterable[int]) -> None:
        """Look events up that were not yet."""
        for thing in joined.things(self._connection, set(ids) - self.things.keys()):
            self.things[thing.id] = thing
            self.bundles[thing.id] = kept.unpacked(thing.keys)

    def together(self, begin: Iterable[int]) -> set[int]:
        """All events that hang together with some: are what they are, offer what they seek early, or seek early what they offer."""
        found: set[int] = set()
        edge = set(begin)
        while edge:
            found |= edge
            self.learn(edge)
            edge = {other for thing in edge for other in self._neighbours(thing)} - found
        return found

    def _neighbours(self, thing: int) -> Iterator[int]:
        """Those found under a name once only."""
        for name in kept.names("events", self.bundles[thing]) - self._asked:
            self._asked.add(name)
            if name.way == kept.IS:
                days, way, until = (name.day, name.day), kept.IS, name.day
            elif name.way == kept.OFFERS:
                days, way, until = (name.day - kept.LONGEST, name.day), kept.SEEKS, name.day
            elif name.way == kept.SEEKS:
                days, way, until = (name.day, name.last), kept.OFFERS, name.day
            else:
                continue
            yield from meeting.with_name(self._connection, name.name, way, days, until)


class Events:
    """The events of a case while some of them are joined anew.  The caller holds a transaction.

    `changed`: those of which something else was found than before.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._near = Near(connection)
        self._late = Late(connection, self._near)
        self.changed: set[int] = set()

    @property
    def looked_at(self) -> int:
        """How many events were looked at."""
        return len(self._near.things.keys() | self._late.was.keys())

    def settle(self, came: Iterable[int], gone: Iterable[int]) -> None:
        """Join anew what changes by events that came or went; the rows of both are there, items only of what is there."""
        left = set(gone)
        held = self._near.together({*came, *left})
        lost = {thing: LateEvent.lost(self._near.things[thing]) for thing in held & left}
        here = {told.id: LateEvent.of(told) for told in meeting.told(self._connection, held - left)}
        begin = self._early(here, {event.base for event in lost.values()})
        if begin or lost:
            self._late.join(begin, lost)
        self.changed |= self._late.changed

    def _early(self, here: dict[int, LateEvent], stirred: set[str]) -> dict[int, LateEvent]:
        """Write what the early levels give; the events that are, or were, in groups with others than before, as they are now.

        `stirred` are groups that lost somebody.
        """
        found = kept.early({thing: (self._near.bundles[thing], event.ref) for thing, event in here.items()})
        now: dict[int, LateEvent] = {}
        for thing, was in here.items():
            early, row = found[thing], self._near.things[thing]
            told = joined.listed(early.why), joined.listed(map(kept.label_of, early.perhaps))
            if told != (row.why, row.perhaps):
                meeting.tell_early(self._connection, thing, *told)
                self.changed.add(thing)
            step = EARLY if early.settled else 0
            now[thing] = LateEvent(thing, was.ref, was.asks, kept.label_of(early.group), step)
            if now[thing].base != was.base or early.settled != (was.step == EARLY):
                stirred |= {now[thing].base, was.base}
        return {thing: event for thing, event in now.items() if event.base in stirred or here[thing].base in stirred}
