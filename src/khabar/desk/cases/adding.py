"""`khabar add`: sources into a case.  Running it again adds only what is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

import apsw

from khabar.desk.cases.visiting import CaseMemory
from khabar.desk.crisis.known import ready_to_compare
from khabar.desk.made_by import extractor, rules_hash
from khabar.desk.many_reports import Failure, failure, note, read_arrivals
from khabar.desk.one_report import GIVEN, Wishes, told_of
from khabar.desk.taking import Taking
from khabar.intake import Failed, Incoming, Noted, Visited, open_sources, size_of
from khabar.ledger import Found, Hand, keep, knows, open_or_create, same_words, stated
from khabar.ledger.copies import catch_up
from khabar.ledger.superseding import propose
from khabar.record import Report

_AT_ONCE: Final = 50
"""Reports after which those that came are compared with the others: what is yet to be compared is done the next time."""

State = Literal["new", "copy", "read anew", "known"]
"""A new text; a text that the case has from elsewhere; one that newer rules read again; nothing new."""


@dataclass(frozen=True, slots=True)
class Added:
    """A report that is in the case now."""

    id: str
    document: int
    state: State


def add(
    case: Path, sources: Sequence[str], wishes: Wishes, by: str | None = None, how: Taking | None = None
) -> Iterator[Added | Failure]:
    """Take every report of the sources into a case, which is made where it is missing; the outcome of each as it comes.

    A report is kept with original, text and record in one transaction: what this yields is on the disk.  A bad report is a
    Failure in its place and costs nothing else; `how.opening.meter` runs with them.  `by` is who collects, where the account's
    name does not say it.  Raises CaseError where the case itself cannot be used.
    """
    hand, how = Hand.of_this_machine(by), how or Taking()
    how.opening.meter.total = size_of(sources)
    failed: set[str] = set()
    with closing(open_or_create(case)) as connection:
        memory = CaseMemory(connection, hand)
        settling = _Settling(connection, wishes, replace(how, web=replace(how.web, memory=memory)))
        arrived = settling.arrived(sources)
        for number, (source, arrival, outcome) in enumerate(read_arrivals(arrived, wishes, how.jobs), 1):
            if isinstance(outcome, Report) and isinstance(arrival, Incoming):
                yield _kept(connection, hand, _found(source, arrival, wishes), outcome)
            elif isinstance(outcome, Added | Failure):
                if isinstance(outcome, Failure):
                    failed.add(source)
                yield outcome
            elif isinstance(outcome, Visited) and source not in failed:
                memory.keep(outcome)
            if not number % _AT_ONCE:
                catch_up(connection)
        catch_up(connection)
        propose(connection, hand)
    ready_to_compare(case)


class _Settling:
    """Tells what is to be read from what the case has already."""

    def __init__(self, connection: apsw.Connection, wishes: Wishes, how: Taking) -> None:
        self._connection, self._wishes, self._how = connection, wishes, how

    def arrived(self, sources: Sequence[str]) -> Iterator[tuple[str, Incoming | Added | Failure | Visited]]:
        """What the sources hold, each with its source: a report to read, or what is settled without reading."""
        how = self._how
        for source in sources:
            name = _name(source)
            for arrival in open_sources([source], how.stdin, how.web, how.opening):
                if isinstance(arrival, Visited):
                    yield name, arrival
                elif isinstance(arrival, Noted):
                    how.on_note(note(arrival))
                elif isinstance(arrival, Failed):
                    yield name, failure(arrival)
                else:
                    yield name, self._settled(name, replace(arrival, id=_name(arrival.id)))

    def _settled(self, source: str, arrival: Incoming) -> Incoming | Added:
        """A report to read, with what a person said of it before; or the document that holds it, where nothing is new."""
        place = (arrival.sha256, source, arrival.id)
        earlier = stated(self._connection, place)
        if earlier is not None:
            given = earlier.published_from == GIVEN
            arrival = replace(
                arrival,
                outlet=earlier.outlet or arrival.outlet,
                published=earlier.published if given else arrival.published,
                published_from=GIVEN if given else arrival.published_from,
            )
        known = self._known(place, arrival)
        if known is None:
            return arrival
        if earlier is not None:
            self._tell_if_said_otherwise(arrival)
        return Added(arrival.id, known, "known")

    def _tell_if_said_otherwise(self, known: Incoming) -> None:
        """What a case holds is never rewritten: whoever names another outlet or day for a report it knows is told so."""
        told = told_of(known, self._wishes)
        for field, said, kept in (
            ("outlet", self._wishes.outlet and told.outlet, known.outlet),
            ("published", self._wishes.published and told.published, known.published),
        ):
            if said and said != kept:
                details = (("field", field), ("kept", kept or "-"), ("said", said))
                self._how.on_note(note(Noted(known.id, "kept_as_said", known.id, details)))

    def _known(self, place: tuple[str, str, str], arrival: Incoming) -> int | None:
        """The document of a report that brings nothing new.

        Pages differ in their bytes each time they are sent (marks of the visit, advertisements); one that still says what it said
        last time is nothing new.
        """
        known = knows(self._connection, place, arrival.text, rules_hash())
        if known is None and any(told[0] == "fetched_at" and told[2] == "http" for told in arrival.metadata):
            return same_words(self._connection, place[1], place[2], arrival.text, rules_hash())
        return known


def _kept(connection: apsw.Connection, hand: Hand, found: Found, report: Report) -> Added:
    kept = keep(connection, hand, found, report)
    state: State = (
        "new" if kept.new_text else "copy" if kept.new_appearance else "read anew" if kept.new_record else "known"
    )
    return Added(found.part, kept.document, state)


def _name(told: str) -> str:
    """The name of a source with its bytes that are no text written out: files are told apart by them."""
    return told.encode("utf-8", "backslashreplace").decode()


def _found(source: str, incoming: Incoming, wishes: Wishes) -> Found:
    """A report as it is kept, with what a person said of it."""
    told = told_of(incoming, wishes)
    by_hand = told.given and told.published != incoming.published
    return Found(
        source=source,
        part=incoming.id,
        original=incoming.original if incoming.original is not None else incoming.text.encode(),
        text=incoming.text,
        extractor=extractor(),
        kind=incoming.kind,
        url=incoming.url,
        outlet=told.outlet,
        title=incoming.title,
        published=told.published,
        published_from=GIVEN if by_hand else incoming.published_from,
        encoding=incoming.encoding,
        metadata=incoming.metadata,
        flags=incoming.flags,
    )
