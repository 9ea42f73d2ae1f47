"""Which documents a question needs: those that it is about, and those that share an event, a number or a voice with them.

Whoever asks about one thing of a large case waits for its neighbours and not for the whole.  The answer is that of the whole
case: what is taken in beside it costs time and changes nothing (a test compares them).

In a large case a report without a day is near to those that tell its events, and to no others: near to all it would be near to
thousands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Final

import apsw

from khabar.ledger import Filter, documents_of, joined
from khabar.ledger.nearby import (
    corrected,
    countries_of,
    measure_of,
    near_days,
    numbers_like,
    numbers_of,
    size_of,
    voiced_near,
    with_measure,
    worded_alike,
)
from khabar.reconcile.across.entry import Ref
from khabar.reconcile.across.events.scenes import day_of

LARGE: Final = 2000
"""Documents from which a case is large: it is not held at once."""
_SAME_SITUATION: Final = 10
"""Days within which two equal numbers may be one (`figures.differing`), and two tolls are compared."""
_SAME_STATEMENT: Final = 3
"""Days within which two claims of one voice may be one statement (`statements`)."""


def of_events(connection: apsw.Connection, documents: Iterable[int]) -> set[int]:
    """Some documents, and all that tell an event which one of them tells."""
    chosen = set(documents)
    groups = {one.joined for one in joined.placed(connection, "events", chosen)}
    return chosen | {one.document for one in joined.members(connection, "events", groups)}


def of_measure(connection: apsw.Connection, measure: str, chosen: Filter) -> set[int]:
    """Documents with a number of a measure among the chosen, and those that have the same number near it.

    Who tells their events without the number is not needed: it is kept whether most tell one act, and when they came out.
    """
    among = None if chosen == Filter() else documents_of(connection, chosen)
    told = with_measure(connection, measure, among)
    return _of_numbers(connection, told, measure)


def _of_numbers(connection: apsw.Connection, documents: set[int], measure: str | None = None) -> set[int]:
    """Some documents, and those in which one of their numbers stands again, in the same event or within days of it in one country.

    Goes on from each that is found: a number may travel.
    """
    found = set(documents)
    undated = size_of(connection) <= LARGE
    anywhere = corrected(connection)
    for number in numbers_of(connection, documents, measure):
        places = list(numbers_like(connection, number))
        countries = countries_of(connection, {document for document, _ in places})
        countries |= {document: set(_ANYWHERE) for document in anywhere & countries.keys()}
        told = _Told(places, countries, undated=undated)
        found |= told.reached(documents, lambda edge: of_events(connection, edge))
    return found


_ANYWHERE: Final = ("*",)
"""Where a report is whose places people corrected: beside all others."""


class _Told:
    """Where one number stands: documents, the days for which it is told, and the countries in which each of them has places.

    `undated`: a day that is not known is near to all.
    """

    def __init__(
        self, places: Iterable[tuple[int, str | None]], countries: Mapping[int, set[str]], *, undated: bool
    ) -> None:
        known = [(document, day_of(day)) for document, day in places]
        self.documents = {document for document, _ in known}
        self._days = sorted((day.toordinal(), document) for document, day in known if day)
        self._undated = {document for document, day in known if day is None} if undated else set()
        self._countries = countries

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

    def _runs(self) -> tuple[dict[_Run, set[int]], dict[int, set[_Run]]]:
        """Stretches of days in a country without a gap that is too long, and in which of them a document stands."""
        runs: dict[_Run, set[int]] = {}
        run_of: dict[int, set[_Run]] = defaultdict(set)
        last: dict[str, tuple[int, int]] = {}
        everywhere = {country for countries in self._countries.values() for country in countries}
        for day, document in self._days:
            here = self._countries.get(document, set())
            for country in everywhere if here == set(_ANYWHERE) else here:
                before, number = last.get(country, (0, 0))
                number += day - before > _SAME_SITUATION
                last[country] = (day, number)
                runs.setdefault((country, number), set()).add(document)
                run_of[document].add((country, number))
        return runs, run_of


_Run = tuple[str, int]
"""A country, and which of its stretches of days."""


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
        measure = None if ref.document in corrected(connection) else measure_of(connection, *ref)
        return of_events(connection, _of_numbers(connection, {ref.document}, measure))
    return of_events(connection, {ref.document})


def of_statements(connection: apsw.Connection, told: set[int], voices: set[str]) -> set[int]:
    """Documents that may carry what some documents carry: with a passage or a number of theirs, or one of these voices."""
    undated = size_of(connection) <= LARGE
    spoken = voiced_near(connection, voices, told, _SAME_STATEMENT, undated=undated)
    return _of_numbers(connection, told) | worded_alike(connection, told) | spoken
