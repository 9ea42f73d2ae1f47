"""Proving a case: everything in it is worked out again and held against what it says of itself."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import apsw
import msgspec

from khabar.ledger.journal import FIRST, entries
from khabar.ledger.keeping import sha256, unpacked
from khabar.ledger.layers import LAYERS
from khabar.ledger.words import words

Extract = Callable[[bytes, str, str | None], str | None]
"""(Original, kind, encoding) → the text in it; None where it gives none."""


class Fault(NamedTuple):
    """Something that is not as it was: `reason` names a message, `place` says where."""

    reason: str
    place: str


def verify(connection: apsw.Connection, extract: Extract) -> Iterator[Fault]:
    """Every fault of the case: file, originals, texts, records, spans, the chain of the journal and what it vouches for."""
    for row in connection.execute("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield Fault("file_damaged", str(row[0]))
    yield from _originals(connection)
    yield from _documents(connection)
    yield from _appearances(connection, extract)
    yield from _records(connection)
    yield from _chain(connection)


def _originals(connection: apsw.Connection) -> Iterator[Fault]:
    for digest, size, packing, data in connection.execute("SELECT sha256, size, packing, bytes FROM originals"):
        whole = _unpacked(packing, data)
        if whole is None or len(whole) != size or sha256(whole) != digest:
            yield Fault("original_changed", str(digest))


def _unpacked(packing: str, data: bytes) -> bytes | None:
    try:
        return unpacked(packing, data)
    except zlib.error:
        return None


def _documents(connection: apsw.Connection) -> Iterator[Fault]:
    indexed = {row[0] for row in connection.execute("SELECT rowid FROM search")}
    for document, digest, text, size in connection.execute("SELECT id, text_sha256, text, characters FROM documents"):
        if sha256(text.encode()) != digest or len(text) != size:
            yield Fault("text_changed", f"document {document}")
        if document not in indexed and any(True for _ in words(text)):
            yield Fault("words_missing", f"document {document}")


def _appearances(connection: apsw.Connection, extract: Extract) -> Iterator[Fault]:
    """The text must come out of the original again, and the journal must say that both came in together."""
    vouched = {(told["original"], told["source"], told["part"]): told for told in _told(connection, "taken in")}
    query = """SELECT a.id, a.document, a.original, a.source, a.part, a.kind, a.encoding, o.packing, o.bytes, d.text,
                 d.text_sha256
               FROM appearances AS a
               JOIN originals AS o ON o.sha256 = a.original JOIN documents AS d ON d.id = a.document"""
    for row in connection.execute(query):
        appearance, document, original, source, part, kind, encoding, packing, data, text, digest = row
        place = f"appearance {appearance} ({source}, {part})"
        whole = _unpacked(packing, data)
        if whole is not None and extract(whole, kind, encoding) != text:
            yield Fault("text_not_in_original", place)
        told = vouched.get((original, source, part))
        if told is None or (told["document"], told["text"]) != (document, digest):
            yield Fault("appearance_unvouched", place)


def _records(connection: apsw.Connection) -> Iterator[Fault]:
    vouched = {told["record"]: told for told in _told(connection, "read")}
    query = (
        "SELECT r.id, r.document, r.sha256, r.json, d.text FROM records AS r JOIN documents AS d ON d.id = r.document"
    )
    for record, document, digest, packed, text in connection.execute(query):
        place = f"record {record} of document {document}"
        data = _unpacked("zlib", packed)
        told = vouched.get(record)
        if data is None or sha256(data) != digest:
            yield Fault("record_changed", place)
            continue
        if told is None or (told["document"], told["sha256"]) != (document, digest):
            yield Fault("record_unvouched", place)
        for start, end, said in _spans(msgspec.json.decode(data)):
            if text[start:end] != said:
                yield Fault("span_elsewhere", f"{place}, {start}-{end}")
    for layer in LAYERS:
        query = f"""SELECT t.record, t.item, t."start", t."end" FROM {layer} AS t JOIN records AS r ON r.id = t.record
                    JOIN documents AS d ON d.id = r.document
                    WHERE substr(d.text, t."start" + 1, t."end" - t."start") <> t.words"""  # noqa: S608 - the layers' own names
        for record, item, start, end in connection.execute(query):
            yield Fault("row_elsewhere", f"{layer} of record {record}, {item}, {start}-{end}")


def _spans(value: Any) -> Iterator[tuple[int, int, str]]:
    """Every stretch of text that a record names, however deep."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value["start"], value["end"], value["text"]
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans(inner)


def _chain(connection: apsw.Connection) -> Iterator[Fault]:
    previous, wanted = FIRST, 1
    for entry in entries(connection):
        if entry.seq != wanted:
            yield Fault("entry_missing", f"journal {wanted}")
        if entry.previous != previous or entry.digest() != entry.hash:
            yield Fault("entry_changed", f"journal {entry.seq}")
        previous, wanted = entry.hash, entry.seq + 1


def _told(connection: apsw.Connection, kind: str) -> Iterator[dict[str, Any]]:
    for entry in entries(connection, "WHERE kind = ?", (kind,)):
        yield json.loads(entry.subject)
