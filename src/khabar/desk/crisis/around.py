"""The part of a crisis that a question is about: its documents are read, and no others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
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


def crisis_of_measure(source: Path, measure: str, chosen: Filter | None = None) -> tuple[Crisis, frozenset[int] | None]:
    """What is needed to follow a number in some reports, and which these are: None for all.  `series_rows` gives of it what it
    gives of the whole.  Raises as Crisis.of does.

    A place chooses among numbers, and not among reports: it narrows what is read, no more.
    """
    asked = chosen or Filter()
    reports = replace(asked, place=None)
    documents = None
    if reports != Filter():
        with opened(source) as connection:
            documents = documents_of(connection, reports)
    crisis = _around(source, lambda c, known: crisis_in(c, known, of_measure(c, measure, asked)))
    crisis.measure = measure
    return crisis, documents


def crisis_of_reports(source: Path, chosen: Filter) -> tuple[Crisis, frozenset[int] | None]:
    """What is needed to tell what some reports say against others, and which these are: None for all.  Raises as Crisis.of does.

    Around each of them the reports of the days around it are looked at, so that a day of a large case is soon told.
    """
    if chosen == Filter():
        return Crisis.of(source), None
    with opened(source) as connection:
        documents = documents_of(connection, chosen)
    return _around(source, lambda c, known: crisis_in(c, known, of_stretch(c, set(documents)))), documents


def crisis_of_timeline(source: Path, chosen: Filter) -> Crisis:
    """What is needed to tell the events that some reports tell.  Raises as Crisis.of does."""
    if chosen == Filter():
        return Crisis.of(source)
    return _around(source, lambda c, known: crisis_in(c, known, of_timeline(c, set(documents_of(c, chosen)))))


def crisis_of_items(source: Path, items: Iterable[tuple[int, str]]) -> Crisis:
    """What is needed to tell who stands behind some items.  Raises as Crisis.of does."""
    asked = tuple(Ref(*item) for item in items)
    return _around(source, lambda connection, known: _of_items(connection, known, asked))


def _around(source: Path, made: Callable[[apsw.Connection, Registry], Crisis]) -> Crisis:
    registry = registry_beside(source)
    if is_lines(source) or not ready(source, registry):
        return Crisis.of(source)
    with opened(source) as connection:
        return made(connection, registry)


def crisis_in(
    connection: apsw.Connection, registry: Registry, documents: set[int], before: Crisis | None = None
) -> Crisis:
    """Some documents of a case, with what it knows of them.  `before`: a smaller one, whose reports are not taken apart again.

    Of what people said that it is the same all reports are taken in as well: their word may join what nothing else brings near.
    """
    chosen = documents | of_events(connection, named(connection))
    known = before.by_document if before else {}
    if before and known.keys() == chosen:
        return before
    read = (entry_of(amended) for amended in amended_reports(connection, chosen - known.keys()))
    entries = {entry.document: entry for entry in (*known.values(), *read)}
    people = before.people if before else people_in(connection)
    made = Crisis((entries[document] for document in sorted(entries)), registry, people)
    made.known = known_in(connection, chosen)
    return made


def _of_items(connection: apsw.Connection, registry: Registry, refs: tuple[Ref, ...]) -> Crisis:
    """Documents that tell what items tell; those that carry their statements are followed until no other is found."""
    documents: set[int] = set()
    for ref in refs:
        documents |= of_item(connection, ref)
    crisis = crisis_in(connection, registry, documents)
    carried: set[int] = set()
    for _ in range(_STEPS):
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
        crisis = crisis_in(connection, registry, documents, crisis)
    return crisis
