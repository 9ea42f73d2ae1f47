"""Reading again: which documents older rules read, and what the new reading keeps, loses and finds beside the old one.

A new reading is a new record; the old one stays, and no decision moves.  A decision whose item the new reading does not have stays
where it is and is counted: people look at it, no program puts it elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import apsw
import msgspec

from khabar.ledger.journal import Hand, transaction
from khabar.ledger.keeping import Found, keep_record, unpacked
from khabar.ledger.layers import LAYERS, rows
from khabar.record import Report

_AT_ONCE = 200


class Older(NamedTuple):
    """A document whose newest record is of other rules, with what is known about it from where it was found."""

    document: int
    appearance: int
    text: str
    published: str | None
    basis: str
    found_published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    part: str
    flags: str


@dataclass(slots=True)
class Change:
    """How many items of each layer both readings have, only the old one, only the new one; and the decided items that are gone."""

    kept: dict[str, int] = field(default_factory=lambda: dict.fromkeys(LAYERS, 0))
    gone: dict[str, int] = field(default_factory=lambda: dict.fromkeys(LAYERS, 0))
    new: dict[str, int] = field(default_factory=lambda: dict.fromkeys(LAYERS, 0))
    orphans: list[str] = field(default_factory=list)


def count_older(connection: apsw.Connection, rules: str) -> int:
    """How many documents no record of these rules stands for."""
    query = "SELECT count(*) FROM newest AS n JOIN records AS r ON r.id = n.record WHERE r.rules <> ?"
    return int(next(iter(connection.execute(query, (rules,))))[0])


def older(connection: apsw.Connection, rules: str) -> Iterator[Older]:
    """Those documents in their order, in handfuls, so that records may be written meanwhile."""
    last = 0
    query = """SELECT d.id, r.appearance, d.text, r.published, r.published_basis, a.published, a.outlet, a.title, a.url, a.part,
            a.flags
        FROM newest AS n JOIN records AS r ON r.id = n.record JOIN documents AS d ON d.id = n.document
        JOIN appearances AS a ON a.id = r.appearance WHERE r.rules <> ? AND d.id > ? ORDER BY d.id LIMIT ?"""
    while batch := list(connection.execute(query, (rules, last, _AT_ONCE))):
        yield from (Older(*row) for row in batch)
        last = batch[-1][0]


def keep_again(connection: apsw.Connection, hand: Hand, of: tuple[int, int], report: Report) -> Change | None:
    """Keep a new reading of (document, appearance), and tell what changed; None where another process was faster."""
    document, _ = of
    with transaction(connection):
        before = {layer: _items(connection, layer, document) for layer in LAYERS}
        if not keep_record(connection, hand, of, report):
            return None
    change = Change()
    after: set[str] = set()
    for layer, made in rows(report):
        now = {str(row[0]) for row in made}
        after |= now
        change.kept[layer] = len(now & before[layer])
        change.gone[layer] = len(before[layer] - now)
        change.new[layer] = len(now - before[layer])
    decided = connection.execute("SELECT DISTINCT item FROM standing_decisions WHERE document = ?", (document,))
    change.orphans = sorted(f"{document}:{item}" for (item,) in decided if item not in after)
    return change


def _items(connection: apsw.Connection, layer: str, document: int) -> set[str]:
    query = f"SELECT item FROM current_{layer} WHERE document = ?"  # noqa: S608 - the layers' own names
    return {str(row[0]) for row in connection.execute(query, (document,))}


def taken_by_others(connection: apsw.Connection, extractor: str) -> Iterator[tuple[Found, str]]:
    """What other versions of the extractor took and this one did not yet: as it was found, with the text of then but this
    extractor's name; and the hash of the original.
    """
    query = """SELECT a.id, a.original, a.source, a.part, a.url, a.outlet, a.title, a.published, a.published_from, a.kind,
            a.encoding, a.metadata, a.flags, o.packing, o.bytes, d.text FROM appearances AS a
        JOIN originals AS o ON o.sha256 = a.original JOIN documents AS d ON d.id = a.document
        WHERE a.extractor <> ?1 AND a.id > ?2 AND NOT EXISTS (SELECT 1 FROM appearances AS b
            WHERE (b.original, b.source, b.part, b.extractor) = (a.original, a.source, a.part, ?1)) ORDER BY a.id LIMIT 1"""
    last = 0
    while row := next(iter(connection.execute(query, (extractor, last))), None):
        (
            last,
            original,
            source,
            part,
            url,
            outlet,
            title,
            published,
            whence,
            kind,
            encoding,
            told,
            flags,
            packing,
            data,
            text,
        ) = row
        metadata = msgspec.json.decode(told, type=tuple[tuple[str, str, str], ...])
        yield Found(source, part, unpacked(packing, data), text, extractor, kind, url, outlet, title, published, whence,
                    encoding, metadata, flags_of(flags)), original  # fmt: skip


def flags_of(told: str) -> tuple[str, ...]:
    """The flags of an appearance as they are kept."""
    return msgspec.json.decode(told, type=tuple[str, ...])
