"""Proving a case: everything in it is worked out again and held against what it says of itself."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

import apsw
import msgspec

from khabar.ledger.journal import FIRST, entries
from khabar.ledger.keeping import about, sha256, unpacked
from khabar.ledger.layers import rows
from khabar.ledger.words import words
from khabar.record import Report

_BREATH: Final = timedelta(seconds=5)
Extract = Callable[[bytes, str, str | None], str | None]
"""(Original, kind, encoding) → the text in it; None where it gives none."""


class Fault(NamedTuple):
    """Something that is not as it was: `reason` names a message, `place` says where."""

    reason: str
    place: str


def verify(connection: apsw.Connection, extract: Extract) -> Iterator[Fault]:
    """Every fault of the case: file, originals, texts, records, rows, the chain of the journal and what it vouches for.

    All is read at one moment, so that what others add meanwhile is no fault.  A file in which nothing is as it should be is a
    fault as well, never an exception.
    """
    connection.execute("BEGIN")
    try:
        parts = (_file(connection), _originals(connection), _documents(connection), _appearances(connection, extract),
                 _records(connection), _chain(connection))  # fmt: skip
        for part in parts:
            try:
                yield from part
            except (apsw.Error, TypeError, ValueError, KeyError, RecursionError) as error:  # values of other types
                yield Fault("file_damaged", str(error))
    finally:
        connection.execute("ROLLBACK")


def _file(connection: apsw.Connection) -> Iterator[Fault]:
    for row in connection.execute("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield Fault("file_damaged", str(row[0]))
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Fault("file_damaged", f"{table} → {parent}")


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
    query = """SELECT id, text_sha256, text, characters, EXISTS (SELECT 1 FROM appearances WHERE document = d.id)
               FROM documents AS d"""
    for document, digest, text, size, appeared in connection.execute(query):
        place = f"document {document}"
        if sha256(text.encode()) != digest or len(text) != size:
            yield Fault("text_changed", place)
        if document not in indexed and any(True for _ in words(text)):
            yield Fault("words_missing", place)
        if not appeared:
            yield Fault("appearance_unvouched", place)


def _appearances(connection: apsw.Connection, extract: Extract) -> Iterator[Fault]:
    """The text must come out of the original again, and the journal must say that both came in together, and how."""
    vouched = {told.get("appearance"): told for told in _told(connection, "taken in")}
    query = """SELECT a.*, o.packing, o.bytes, d.text, d.text_sha256 FROM appearances AS a
               JOIN originals AS o ON o.sha256 = a.original JOIN documents AS d ON d.id = a.document"""
    for *row, packing, data, text, digest in connection.execute(query):
        appearance, document, original, source, part, *_ = row
        kind, encoding = row[10:12]
        place = f"appearance {appearance} ({source}, {part})"
        whole = _unpacked(packing, data)
        if whole is not None and extract(whole, kind, encoding) != text:
            yield Fault("text_not_in_original", place)
        told = vouched.pop(appearance, {})
        expected = {"appearance": appearance, "document": document, "original": original, "text": digest,
                    "source": source, "part": part, "about": about(row[1:])}  # fmt: skip
        if told != expected:
            yield Fault("appearance_unvouched", place)
    for missing in vouched:
        yield Fault("row_missing", f"appearance {missing}")


def _records(connection: apsw.Connection) -> Iterator[Fault]:
    vouched = {told.get("record"): told for told in _read(connection)}
    query = """SELECT r.*, d.text FROM records AS r JOIN documents AS d ON d.id = r.document"""
    for record, document, appearance, version, rules, made_at, day, basis, digest, packed, text in connection.execute(
        query
    ):
        place = f"record {record} of document {document}"
        told = vouched.pop(record, {})
        if "entered" in told and _soon_after(made_at, told.pop("entered")):
            told["made_at"] = made_at
        expected = {"record": record, "document": document, "appearance": appearance, "version": version,
                    "rules": rules, "sha256": digest, "made_at": made_at}  # fmt: skip
        if told != expected:
            yield Fault("record_unvouched", place)
        data = _unpacked("zlib", packed)
        report = _report(data) if data is not None and sha256(data) == digest else None
        if report is None or (report.document.published, report.document.published_basis) != (day, basis):
            yield Fault("record_changed", place)
        if report is not None:
            yield from _spans_of(report, text, place)
            yield from _rows_of(connection, record, report)
    for missing in vouched:
        yield Fault("row_missing", f"record {missing}")


def _read(connection: apsw.Connection) -> Iterator[dict[str, Any]]:
    """What the journal says was read.  Entries of format 1 do not say when the record was made, but when it was `entered`."""
    for entry in entries(connection, "WHERE kind = 'read'"):
        told = _subject(entry.subject) or {}
        yield told if "made_at" in told else told | {"entered": entry.at}


def _soon_after(made: str, entered: str) -> bool:
    """Whether an entry was written in the breath in which its record was made."""
    try:
        took = datetime.fromisoformat(entered) - datetime.fromisoformat(made)
    except (TypeError, ValueError):
        return False
    return timedelta() <= took <= _BREATH


def _report(data: bytes) -> Report | None:
    try:
        return msgspec.json.decode(data, type=Report)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def _spans_of(report: Report, text: str, place: str) -> Iterator[Fault]:
    for start, end, said in _spans(msgspec.to_builtins(report)):
        if text[start:end] != said:
            yield Fault("span_elsewhere", f"{place}, {start}-{end}")


def _rows_of(connection: apsw.Connection, record: int, report: Report) -> Iterator[Fault]:
    """The plain tables are what people read: their rows must be those that the record gives, no more, no fewer."""
    for layer, items in rows(report):
        query = f"SELECT * FROM {layer} WHERE record = ?"  # noqa: S608 - the layers' own names
        found = {row[1:] for row in connection.execute(query, (record,))}
        for item in sorted({str(row[0]) for row in found ^ set(items)}):
            yield Fault("row_changed", f"{layer} of record {record}, {item}")


def _spans(value: Any) -> Iterator[tuple[int, int, str]]:
    """Every stretch of text that a record names, however deep."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value["start"], value["end"], value["text"]
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _spans(inner)


def _chain(connection: apsw.Connection) -> Iterator[Fault]:
    previous, wanted = FIRST, 1
    for entry in entries(connection):
        if entry.seq != wanted:
            yield Fault("entry_missing", f"journal {wanted}")
        if entry.previous != previous or entry.digest() != entry.hash or _subject(entry.subject) is None:
            yield Fault("entry_changed", f"journal {entry.seq}")
        previous, wanted = entry.hash, entry.seq + 1


def _told(connection: apsw.Connection, kind: str) -> Iterator[dict[str, Any]]:
    """What the entries of a kind say; one that says nothing readable vouches for nothing."""
    for entry in entries(connection, "WHERE kind = ?", (kind,)):
        yield _subject(entry.subject) or {}


def _subject(told: str) -> dict[str, Any] | None:
    try:
        subject = json.loads(told)
    except (ValueError, RecursionError):
        return None
    return subject if isinstance(subject, dict) else None
