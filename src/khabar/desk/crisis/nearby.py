"""Which documents a question needs: those that it is about, and those that share an event, a number or a voice with them.

Whoever asks about one thing of a large case waits for its neighbours and not for the whole.  The answer is that of the whole
case: what is taken in beside it costs time and changes nothing (a test compares them).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Final

import apsw

from khabar.ledger import Filter, documents_of, joined
from khabar.ledger.nearby import corrected, near_days, numbers_like, numbers_of, voiced_near, with_measure, worded_alike
from khabar.reconcile.across.entry import Ref
from khabar.reconcile.across.events.scenes import day_of

_SAME_SITUATION: Final = 10
"""Days within which two equal numbers may be one (`figures.differing`), and two tolls are compared."""
_SAME_STATEMENT: Final = 3
"""Days within which two claims of one voice may be one statement (`statements`)."""


def of_events(connection: apsw.Connection, documents: Iterable[int]) -> set[int]:
    """Some documents, and all that tell an event which one of them tells."""
    chosen = set(documents)
    groups = {one.joined for one in joined.placed(connection, "events", chosen)}
    return chosen | {one.document for one in joined.members(connection, "events", groups)}


def of_measure(connection: apsw.Connection, measure: str, place: str | None) -> set[int]:
    """Documents with a number of a measure in a place, those that have the same number near it, and their events."""
    among = None if place is None else documents_of(connection, Filter(place=place)) | corrected(connection)
    chosen = with_measure(connection, measure, among)
    return of_events(connection, _of_numbers(connection, chosen, measure))


def _of_numbers(connection: apsw.Connection, documents: set[int], measure: str | None = None) -> set[int]:
    """Some documents, and those in which one of their numbers stands again, in the same event or within days of it.

    Goes on from each that is found: a number may travel.
    """
    found = set(documents)
    for number in numbers_of(connection, documents, measure):
        found |= _Told(numbers_like(connection, number)).reached(documents, lambda edge: of_events(connection, edge))
    return found


class _Told:
    """Where one number stands: documents, and the days for which it is told; a day that is not known is near to all."""

    def __init__(self, places: Iterable[tuple[int, str | None]]) -> None:
        known = [(document, day_of(day)) for document, day in places]
        self.documents = {document for document, _ in known}
        self._days = sorted((day.toordinal(), document) for document, day in known if day)
        self._undated = {document for document, day in known if day is None}

    def reached(self, documents: set[int], beside: Callable[[set[int]], set[int]]) -> set[int]:
        """The documents that are reached from some, over events and days; `beside`: who tells the events of some.

        Costs those that are reached, and sorting the days.
        """
        inside = self.documents & documents
        if not inside or not self._undated.isdisjoint(inside):
            return self.documents if inside else set()
        runs, run_of = self._runs()
        found, edge = set(self._undated), inside
        while edge:
            found |= edge
            near = {other for one in edge for run in run_of.pop(one, ()) for other in runs.pop(run, ())}
            edge = (near | (beside(edge) & self.documents)) - found
        return found

    def _runs(self) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
        """Stretches of days without a gap that is too long, and in which of them a document stands."""
        runs: dict[int, set[int]] = {}
        run_of: dict[int, set[int]] = defaultdict(set)
        last = 0
        for day, document in self._days:
            if not runs or day - last > _SAME_SITUATION:
                runs[len(runs)] = set()
            runs[len(runs) - 1].add(document)
            run_of[document].add(len(runs) - 1)
            last = day
        return runs, run_of


def of_stretch(connection: apsw.Connection, chosen: set[int]) -> set[int]:
    """Some documents, those of the days around them, and all that tell an event which one of these tells."""
    return of_events(connection, chosen | near_days(connection, chosen, _SAME_SITUATION))


def of_timeline(connection: apsw.Connection, chosen: set[int]) -> set[int]:
    """Some documents, all that tell their events, and those that tell what these may be as well."""
    told = of_events(connection, chosen)
    perhaps = {label for one in joined.placed(connection, "events", told) for label in one.maybe()}
    return told | {one.document for one in joined.members(connection, "events", perhaps)}


def of_item(connection: apsw.Connection, ref: Ref) -> set[int]:
    """Documents that tell what an item tells: its event, or its number and the events of those that have it."""
    if ref.item.startswith("f"):
        return of_events(connection, _of_numbers(connection, {ref.document}))
    return of_events(connection, {ref.document})


def of_statements(connection: apsw.Connection, told: set[int], voices: set[str]) -> set[int]:
    """Documents that may carry what some documents carry: with a passage or a number of theirs, or one of these voices."""
    spoken = voiced_near(connection, voices, told, _SAME_STATEMENT)
    return _of_numbers(connection, told) | worded_alike(connection, told) | spoken
