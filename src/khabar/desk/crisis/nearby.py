"""Which documents a question needs: those that it is about, and those that share an event, a number or a voice with them.

Whoever asks about one thing of a large case waits for its neighbours and not for the whole.  The answer is that of the whole
case: what is taken in beside it costs time and changes nothing (a test compares them).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

import apsw

from khabar.ledger import Filter, documents_of, joined
from khabar.ledger.nearby import corrected, near_days, numbers_like, numbers_of, voiced_near, with_measure, worded_alike
from khabar.reconcile.across.entry import Ref

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
    chosen = with_measure(connection, measure)
    if place is not None:
        chosen &= documents_of(connection, Filter(place=place)) | corrected(connection)
    return of_events(connection, _of_numbers(connection, chosen, measure))


def _of_numbers(connection: apsw.Connection, documents: set[int], measure: str | None = None) -> set[int]:
    """Some documents, and those in which one of their numbers stands again, in the same event or within days of it.

    Goes on from each that is found: a number may travel.
    """
    found = set(documents)
    events: dict[int, frozenset[str]] = {}
    for number in numbers_of(connection, documents, measure):
        told = list(numbers_like(connection, number))
        _learn(connection, events, {document for document, _ in told})
        inside = [one for one in told if one[0] in documents]
        left = [one for one in told if one[0] not in documents]
        while inside:
            near = [one for one in left if any(_may_be_one(one, other, events) for other in inside)]
            found.update(document for document, _ in near)
            left = [one for one in left if one not in near]
            inside = near
    return found


def _learn(connection: apsw.Connection, events: dict[int, frozenset[str]], documents: set[int]) -> None:
    """Look up which events some documents tell."""
    told: dict[int, set[str]] = {document: set() for document in documents - events.keys()}
    for one in joined.placed(connection, "events", told) if told else ():
        told[one.document].add(one.joined)
    events.update({document: frozenset(groups) for document, groups in told.items()})


def _may_be_one(one: tuple[int, str | None], other: tuple[int, str | None], events: dict[int, frozenset[str]]) -> bool:
    if one[1] is None or other[1] is None or not events[one[0]].isdisjoint(events[other[0]]):
        return True
    return abs((dt.date.fromisoformat(one[1]) - dt.date.fromisoformat(other[1])).days) <= _SAME_SITUATION


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
