"""Orphans: decisions of people about items that a newer reading does not have, or whose words a newer version of the source lost.

A decision is about words.  Where they are gone, nobody but a person can say whether it holds for what stands there now, so it
is listed, and attached to another item only by a decision that a person signs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

import apsw

from khabar.ledger.corrections import layer_of, row_of
from khabar.ledger.deciding import Decision, Ruling, Verdict, decide, open_decisions
from khabar.ledger.differing import Differing
from khabar.ledger.errors import CaseError
from khabar.ledger.item_changes import item_changes
from khabar.ledger.journal import Entry, Hand
from khabar.ledger.versions import sources

Reason = Literal["rules", "version"]
"""Newer rules do not read the item; a newer version of the source does not have its words."""


@dataclass(frozen=True, slots=True)
class Orphan:
    """A decision without its item.  `newer` is the document whose reading lacks it; `candidates` are items there that stand in
    its place, each for a person to look at.
    """

    decision: Decision
    layer: str
    words: str
    reason: Reason
    newer: int
    candidates: tuple[str, ...]


def orphans(connection: apsw.Connection) -> Iterator[Orphan]:
    """The decisions that stand and lost their items, and that nobody attached again, in the order of the journal."""
    adopted = _adopted(connection)

    @cache
    def newest(document: int) -> int:
        return next((s.versions[-1].document for s in sources(connection, document)), document)

    @cache
    def texts(older: int, newer: int) -> Differing:
        return Differing(_text(connection, older), _text(connection, newer))

    for decision in list(open_decisions(connection)):
        if decision.hash in adopted:
            continue
        item = decision.document, decision.item
        layer = layer_of(connection, item)
        row = row_of(connection, layer, item)
        newer = newest(decision.document)
        if not _is_read(connection, layer, item):
            there = _overlapping(connection, layer, row)
            yield Orphan(decision, layer, row["words"], "rules", decision.document, there)
        elif newer != decision.document:
            differing = texts(decision.document, newer)
            if differing.place(row["start"], row["end"]) is None:
                there = _became(connection, (layer, item), newer, differing)
                yield Orphan(decision, layer, row["words"], "version", newer, there)


def attach_again(connection: apsw.Connection, hand: Hand, seq: int, item: tuple[int, str], reason: str | None) -> Entry:
    """Enter that an orphan's decision holds for another item; both entries stay.

    Raises CaseError for a decision that is no orphan, an item of another layer or one that the newest record does not have.
    """
    orphan = next((each for each in orphans(connection) if each.decision.seq == seq), None)
    if orphan is None:
        raise CaseError("no_orphan", seq=seq)
    if layer_of(connection, item) != orphan.layer or not _is_read(connection, orphan.layer, item):
        raise CaseError("orphan_elsewhere", document=item[0], item=item[1], layer=orphan.layer)
    told = orphan.decision
    fields: dict[str, Any] = {column: value for column, value in told.fields.items() if column not in ("start", "end")}
    if told.fields and not fields:
        raise CaseError("orphan_span", seq=seq)
    return decide(
        connection, hand, item, Ruling(cast("Verdict", told.verdict), fields, reason or told.reason, attaches=told.hash)
    )


def _adopted(connection: apsw.Connection) -> set[str]:
    """Hashes of decisions that a standing decision attached to another item."""
    query = """SELECT j.subject ->> '$.attaches' FROM journal AS j JOIN standing_decisions AS d ON d.seq = j.seq
               WHERE j.subject ->> '$.attaches' IS NOT NULL"""
    return {str(row[0]) for row in connection.execute(query)}


def _is_read(connection: apsw.Connection, layer: str, item: tuple[int, str]) -> bool:
    query = f"SELECT 1 FROM current_{layer} WHERE document = ? AND item = ?"  # noqa: S608 - the layers' own names
    return any(True for _ in connection.execute(query, item))


def _overlapping(connection: apsw.Connection, layer: str, row: dict[str, Any]) -> tuple[str, ...]:
    query = f"""SELECT t.item FROM current_{layer} AS t JOIN records AS r ON r.document = t.document
                WHERE r.id = ? AND t."start" < ? AND t."end" > ? ORDER BY t."start" """  # noqa: S608 - the layers' own names
    return tuple(str(found[0]) for found in connection.execute(query, (row["record"], row["end"], row["start"])))


def _became(
    connection: apsw.Connection, of: tuple[str, tuple[int, str]], newer: int, differing: Differing
) -> tuple[str, ...]:
    layer, (document, item) = of
    return tuple(
        str(change.newer["item"])
        for change in item_changes(connection, document, newer, differing)
        if change.layer == layer and change.older and change.newer and change.older["item"] == item
    )


def _text(connection: apsw.Connection, document: int) -> str:
    return str(next(iter(connection.execute("SELECT text FROM documents WHERE id = ?", (document,))))[0])
