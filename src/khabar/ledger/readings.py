"""Readings: the youngest record of each document, whole, with its text and where it was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import apsw
import msgspec

from khabar.ledger.keeping import unpacked
from khabar.ledger.layers import rows
from khabar.ledger.searching.filters import Filter
from khabar.record import Report


@dataclass(frozen=True, slots=True)
class Reading:
    """A record with its document.  `original`, `outlet`, `url`, `title` are those of the appearance that it was read from;
    `appearances` says in how many places the text was found.  `report` holds the text.
    """

    document: int
    text_sha256: str
    record: int
    record_sha256: str
    report: Report
    original: str
    outlet: str | None
    url: str | None
    title: str | None
    appearances: int

    def rows(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """Each layer with its rows as dicts: item, start, end, words, and the columns of the layer."""
        for layer, made in rows(self.report):
            names = column_names(layer)
            yield layer, [dict(zip(names, row, strict=True)) for row in made]


_QUERY: Final = """SELECT r.document, d.text_sha256, r.id, r.sha256, r.json, d.text, a.original, a.outlet, a.url, a.title,
       (SELECT count(*) FROM appearances WHERE document = r.document)
     FROM {records} AS r JOIN documents AS d ON d.id = r.document JOIN appearances AS a ON a.id = r.appearance
     WHERE 1 {where} ORDER BY r.document"""


_BEHIND: Final = "g"
"""Sorts behind every hexadecimal digit: all hashes that begin so lie between the beginning and it."""


def readings(connection: apsw.Connection, chosen: Filter | None = None) -> Iterator[Reading]:
    """The youngest record of every document that the filter chooses, in the order of documents."""
    where, values = (chosen or Filter()).on_documents("r.document")
    yield from _read(connection, _QUERY.format(records="current_records", where=where), values)


def reading_of(connection: apsw.Connection, text_sha256: str, record_sha256: str) -> Reading | None:
    """The record whose hash, and whose document's hash, begin so; None where the case has none."""
    where = "AND d.text_sha256 BETWEEN ? AND ? AND r.sha256 BETWEEN ? AND ?"
    values = (text_sha256, text_sha256 + _BEHIND, record_sha256, record_sha256 + _BEHIND)
    return next(_read(connection, _QUERY.format(records="records", where=where), values), None)


def current_reading(connection: apsw.Connection, document: int) -> Reading | None:
    """The youngest record of a document."""
    query = _QUERY.format(records="current_records", where="AND r.document = ?")
    return next(_read(connection, query, (document,)), None)


@cache
def column_names(layer: str) -> tuple[str, ...]:
    """The columns of a layer, without the number of the record."""
    made = apsw.Connection(":memory:")
    made.execute(Path(__file__).with_name("schema.sql").read_text(encoding="utf-8"))
    return tuple(str(row[1]) for row in made.execute(f"PRAGMA table_info({layer})"))[1:]


def _read(connection: apsw.Connection, query: str, values: tuple[Any, ...]) -> Iterator[Reading]:
    for document, digest, record, made, packed, text, *found in connection.execute(query, values):
        report = msgspec.json.decode(unpacked("zlib", packed), type=Report)
        whole = msgspec.structs.replace(report, document=msgspec.structs.replace(report.document, text=text))
        yield Reading(document, digest, record, made, whole, *found)
