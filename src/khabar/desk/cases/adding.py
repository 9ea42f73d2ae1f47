"""`khabar add`: sources into a case.  Running it again adds only what is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

import apsw

from khabar.desk.made_by import extractor, rules_hash
from khabar.desk.many_reports import Failure, failure, note, read_arrivals
from khabar.desk.one_report import Wishes
from khabar.desk.taking import Taking
from khabar.intake import Incoming, Noted, open_sources, size_of
from khabar.ledger import Found, Hand, keep, knows, open_or_create
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
    with closing(open_or_create(case)) as connection:
        outcomes = read_arrivals(_arrived(connection, sources, how), wishes, how.jobs)
        for number, (source, arrival, outcome) in enumerate(outcomes, 1):
            if isinstance(outcome, Report) and isinstance(arrival, Incoming):
                yield _kept(connection, hand, _found(source, arrival, outcome), outcome)
            elif isinstance(outcome, Added | Failure):
                yield outcome
            if not number % _AT_ONCE:
                catch_up(connection)
        catch_up(connection)
        propose(connection, hand)


def _arrived(
    connection: apsw.Connection, sources: Sequence[str], how: Taking
) -> Iterator[tuple[str, Incoming | Added | Failure]]:
    """What the sources hold, each with its source: a report to read, or what is settled without reading."""
    rules = rules_hash()
    for source in sources:
        name = _name(source)
        for arrival in open_sources([source], how.stdin, how.web, how.opening):
            if isinstance(arrival, Noted):
                how.on_note(note(arrival))
                continue
            if not isinstance(arrival, Incoming):
                yield name, failure(arrival)
                continue
            part = _name(arrival.id)
            known = knows(connection, (arrival.sha256, name, part), arrival.text, rules)
            yield name, replace(arrival, id=part) if known is None else Added(part, known, "known")


def _kept(connection: apsw.Connection, hand: Hand, found: Found, report: Report) -> Added:
    kept = keep(connection, hand, found, report)
    state: State = (
        "new" if kept.new_text else "copy" if kept.new_appearance else "read anew" if kept.new_record else "known"
    )
    return Added(found.part, kept.document, state)


def _name(told: str) -> str:
    """The name of a source with its bytes that are no text written out: files are told apart by them."""
    return told.encode("utf-8", "backslashreplace").decode()


def _found(source: str, incoming: Incoming, report: Report) -> Found:
    return Found(
        source=source,
        part=incoming.id,
        original=incoming.original if incoming.original is not None else incoming.text.encode(),
        text=incoming.text,
        extractor=extractor(),
        kind=incoming.kind,
        url=incoming.url,
        outlet=report.document.outlet,
        title=incoming.title,
        published=incoming.published,
        published_from=incoming.published_from,
        encoding=incoming.encoding,
        metadata=incoming.metadata,
        flags=incoming.flags,
    )
