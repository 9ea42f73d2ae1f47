"""`khabar reread`: what older rules read is read again; texts that another extractor took are taken again, when asked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import apsw

from khabar.desk.made_by import extractor, rules_hash
from khabar.desk.many_reports import Failure, read_arrivals
from khabar.desk.one_report import Wishes, read_incoming
from khabar.intake import Incoming, Kept, text_again
from khabar.ledger import (
    Change,
    Found,
    Hand,
    Older,
    count_older,
    flags_of,
    keep,
    keep_again,
    older,
    opened,
    taken_by_others,
)
from khabar.record import Report

_SAID: Final = "jsonl"
"""The provenance of what a person said of a report, which goes before everything that it says of itself."""


@dataclass(frozen=True, slots=True)
class Reread:
    """A document that was read again, and what changed; `taken` where its original gave another text, which is a document now."""

    document: int
    change: Change | None = None
    taken: bool = False

    def to_dict(self) -> dict[str, Any]:
        """The same for JSON."""
        told = {name: getattr(self.change, name) for name in Change.__slots__} if self.change else {}
        return {"document": self.document, "taken": self.taken, **told}


def waiting(case: Path) -> int:
    """How many documents other rules than those of today read.  Raises CaseError."""
    with opened(case) as connection:
        return count_older(connection, rules_hash())


def reread(case: Path, by: str | None = None, jobs: int = 1, *, texts: bool = False) -> Iterator[Reread | Failure]:
    """Read again what other rules read; the outcome of each document as it comes.  What this yields is on the disk, and a second
    run goes on where the first one ended.

    `texts` also takes texts out of the originals again that another version of the extractor took: one that differs becomes a
    document of its own beside the old one.  Decisions are never touched.  Raises CaseError.
    """
    hand = Hand.of_this_machine(by)
    with opened(case, writing=True) as connection:
        if texts:
            yield from _taken_again(connection, hand)
        waits = ((f"{each.document} {each.appearance}", _as_incoming(each)) for each in older(connection, rules_hash()))
        for place, _, outcome in read_arrivals(waits, Wishes(), jobs):
            if isinstance(outcome, Failure):
                yield outcome
            elif isinstance(outcome, Report):
                document, appearance = map(int, place.split())
                change = keep_again(connection, hand, (document, appearance), outcome)
                if change is not None:
                    yield Reread(document, change)


def _as_incoming(each: Older) -> Incoming:
    """The document as intake brought it: a day that a person gave is given, one that the source told is the source's."""
    given = each.basis == "given"
    said = [("published", str(each.published), _SAID)] if given else []
    said += [("outlet", each.outlet, _SAID)] if each.outlet else []
    return Incoming(
        id=each.part,
        text=each.text,
        original=None,
        sha256=hashlib.sha256(each.text.encode()).hexdigest(),
        title=each.title,
        outlet=each.outlet,
        url=each.url,
        published=each.published if given else each.found_published,
        flags=flags_of(each.flags),
        metadata=tuple(said),
    )


def _taken_again(connection: apsw.Connection, hand: Hand) -> Iterator[Reread]:
    """Texts of older extractors out of their originals again; those that differ are taken in beside the old ones."""
    for found, digest in taken_by_others(connection, extractor()):
        text = text_again(Kept(found.original, found.kind, found.encoding, found.part, found.metadata))
        if text is not None and text != found.text:
            now = replace(found, text=text)
            report = read_incoming(_of_found(now, digest), Wishes(outlet=found.outlet))
            yield Reread(keep(connection, hand, now, report).document, taken=True)


def _of_found(found: Found, digest: str) -> Incoming:
    return Incoming(found.part, found.text, found.original, digest, found.title, found.outlet, found.url, found.published,
                    found.published_from, flags=found.flags, metadata=found.metadata)  # fmt: skip
