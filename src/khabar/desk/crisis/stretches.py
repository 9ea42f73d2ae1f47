"""What the reports of a whole case say against one another, stretch of days by stretch: a large case is never held at once.

Numbers, denials and statements meet where their days do, or where reports tell one event.  So what the reports of some days say
against others is known from these, from those of the days around them, and from those that tell their events; together the
stretches give what the whole case gives.  A report without a day is compared with those that tell its events, and with no others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import apsw

from khabar.desk.crisis.around import crisis_in, crisis_of_reports
from khabar.desk.crisis.calling import Calling
from khabar.desk.crisis.crisis import Crisis
from khabar.desk.crisis.known import ready
from khabar.desk.crisis.loading import is_lines, registry_beside
from khabar.desk.crisis.nearby import LARGE, of_events, of_stretch
from khabar.desk.crisis.numbers import conflict_rows
from khabar.ledger import Filter, joined, opened
from khabar.ledger.nearby import by_day
from khabar.reconcile.across.unions import Unions

Row = dict[str, Any]
STRETCH: Final = 1000
"""Documents from which a stretch of days is long enough; each day is in one of them."""
_Part = tuple[Crisis, frozenset[int] | None]


def all_conflicts(source: Path, chosen: Filter, calling: Calling | None = None) -> list[Row]:
    """`conflict_rows` of the reports that are chosen, of all without a choice; `calling` learns what their voices are called.

    Raises as Crisis.of does.
    """
    rows: dict[tuple[str, str, str], Row] = {}
    for crisis, documents in parts(source, chosen):
        for row in conflict_rows(crisis, documents):
            rows.setdefault((row["id"], row["kind"], row["measure"]), row)
        if calling:
            calling.learn(crisis.voice_table.values())
    return sorted(rows.values(), key=lambda row: (not row["raised"], not row["contradiction"]))


def parts(source: Path, chosen: Filter) -> Iterator[_Part]:
    """Crises that together hold all that is asked for, each with the documents that it is asked about: None for all of it.

    Raises as Crisis.of does.
    """
    if chosen != Filter() or is_lines(source):
        yield crisis_of_reports(source, chosen)
        return
    with opened(source) as connection:
        dated = by_day(connection)
    if len(dated) <= LARGE or not ready(source, registry := registry_beside(source)):
        yield Crisis.of(source), None
        return
    with opened(source) as connection:
        for stretch in _stretches([(document, day) for document, day in dated if day]):
            yield crisis_in(connection, registry, of_stretch(connection, stretch)), frozenset(stretch)
        for undated in _together(connection, {document for document, day in dated if not day}):
            yield crisis_in(connection, registry, of_events(connection, undated)), frozenset(undated)


def _stretches(dated: list[tuple[int, str]]) -> Iterator[set[int]]:
    """Documents of whole days, one stretch behind the other; `dated` is in the order of days."""
    stretch: set[int] = set()
    last = ""
    for document, day in dated:
        if day != last and len(stretch) >= STRETCH:
            yield stretch
            stretch = set()
        stretch.add(document)
        last = day
    if stretch:
        yield stretch


def _together(connection: apsw.Connection, documents: set[int]) -> Iterator[set[int]]:
    """Documents that tell events with one another, over any number of steps; one that shares none is alone."""
    told_by: dict[str, list[int]] = defaultdict(list)
    for one in joined.placed(connection, "events", documents):
        told_by[one.joined].append(one.document)
    sets = Unions[int]()
    for first, *others in told_by.values():
        for other in others:
            sets.put(other, under=first)
    found: dict[int, set[int]] = defaultdict(set)
    for document in sorted(documents):
        found[sets.top(document)].add(document)
    yield from found.values()
