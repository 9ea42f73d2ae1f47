"""The part of a crisis that a question is about: its documents are read, and no others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import apsw

from khabar.desk.crisis.crisis import Crisis
from khabar.desk.crisis.known import known_in, ready
from khabar.desk.crisis.loading import entry_of, is_lines, registry_beside
from khabar.desk.crisis.nearby import of_events, of_item, of_measure, of_statements, of_stretch, of_timeline
from khabar.desk.crisis.origins import tellings_of
from khabar.desk.crisis.people import named, people_in
from khabar.ledger import Filter, amended_reports, documents_of, opened
from khabar.reconcile.across.actors.registry import Registry
from khabar.reconcile.across.entry import Ref

_STEPS: Final = 8
"""So many times a statement is followed from the reports that carry it to others."""


def crisis_of_measure(source: Path, measure: str, place: str | None = None) -> Crisis:
    """What is needed to follow a number: `series_rows` gives of it what it gives of the whole.  Raises as Crisis.of does."""
    return _around(source, lambda connection, _: of_measure(connection, measure, place))


def crisis_of_reports(source: Path, chosen: Filter) -> tuple[Crisis, frozenset[int] | None]:
    """What is needed to tell what some reports say against others, and which these are: None for all.  Raises as Crisis.of does.

    Around each of them the reports of the days around it are looked at, so that a day of a large case is soon told.
    """
    if chosen == Filter():
        return Crisis.of(source), None
    with opened(source) as connection:
        documents = documents_of(connection, chosen)
    return _around(source, lambda connection, _: of_stretch(connection, set(documents))), documents


def crisis_of_timeline(source: Path, chosen: Filter) -> Crisis:
    """What is needed to tell the events that some reports tell.  Raises as Crisis.of does."""
    if chosen == Filter():
        return Crisis.of(source)
    return _around(source, lambda connection, _: of_timeline(connection, set(documents_of(connection, chosen))))


def crisis_of_items(source: Path, items: Iterable[tuple[int, str]]) -> Crisis:
    """What is needed to tell who stands behind some items.  Raises as Crisis.of does."""
    asked = tuple(Ref(*item) for item in items)
    return _around(source, lambda connection, registry: _of_items(connection, registry, asked))


def _around(source: Path, choose: Callable[[apsw.Connection, Registry], set[int]]) -> Crisis:
    registry = registry_beside(source)
    if is_lines(source) or not ready(source, registry):
        return Crisis.of(source)
    with opened(source) as connection:
        return crisis_in(connection, registry, choose(connection, registry))


def crisis_in(connection: apsw.Connection, registry: Registry, documents: set[int]) -> Crisis:
    """Some documents of a case, with what it knows of them.

    Of what people said that it is the same all reports are taken in as well: their word may join what nothing else brings near.
    """
    chosen = documents | of_events(connection, named(connection))
    entries = tuple(entry_of(amended) for amended in amended_reports(connection, chosen))
    made = Crisis(entries, registry, people_in(connection))
    made.known = known_in(connection, chosen)
    return made


def _of_items(connection: apsw.Connection, registry: Registry, refs: tuple[Ref, ...]) -> set[int]:
    """Documents that tell what items tell; those that carry their statements are followed until no other is found."""
    documents: set[int] = set()
    for ref in refs:
        documents |= of_item(connection, ref)
    carried: set[int] = set()
    for _ in range(_STEPS):
        crisis = crisis_in(connection, registry, documents)
        told = [each for ref in refs for each in tellings_of(crisis, ref)]
        items = {ref for ref, _, _ in told}
        voices = {voice for _, voice, _ in told if isinstance(voice, str)}
        now = {ref.document for ref in items}
        for one in crisis.statements:
            if not items.isdisjoint(one.items):
                now.update(one.documents)
                voices |= {one.voice} if isinstance(one.voice, str) else set()
        if now <= carried:
            break
        carried |= now
        documents |= of_statements(connection, now, voices)
    return documents
