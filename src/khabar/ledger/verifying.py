"""Proving a case: everything in it is worked out again and held against what it says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Final, NamedTuple

import apsw
import msgspec

from khabar.ledger.carrying import carried_faults, chain_faults, subject_of, told_of
from khabar.ledger.copies import stale
from khabar.ledger.derived_checks import count, derived_faults
from khabar.ledger.journal import entries
from khabar.ledger.keeping import about, sha256, whole_or_none
from khabar.ledger.layers import rows
from khabar.ledger.registries import unfit_registries
from khabar.ledger.signing import unfit
from khabar.record import Report

_BREATH: Final = timedelta(seconds=5)
Extract = Callable[[bytes, str, str | None, str, str], str | None]
"""(Original, kind, encoding, part, metadata as JSON) → the text in it; None where it gives none."""
Tell = Callable[[str, int, int], None]
"""What is told while it goes on: the part, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Extractor:
    """How texts are taken out of originals now, and the version of that; another version may take another text."""

    again: Extract
    version: str


class Fault(NamedTuple):
    """Something that is not as it was: `reason` names a message, `place` says where.

    What is not `grave` is no damage: another version of the program would do it otherwise.
    """

    reason: str
    place: str
    grave: bool = True


def verify(connection: apsw.Connection, extractor: Extractor, tell: Tell | None = None) -> Iterator[Fault]:
    """Every fault of the case: file, originals, texts, records, rows, derived tables, the journal and what it vouches for.

    All is read at one moment, so that what others add meanwhile is no fault.  A file in which nothing is as it should be is a
    fault as well, never an exception.
    """
    said = tell or (lambda _part, _done, _all: None)
    connection.execute("BEGIN")
    try:
        parts = (_file(connection), _originals(connection, said), _documents(connection),
                 _appearances(connection, extractor, said), _records(connection, said), chain_faults(connection),
                 carried_faults(connection), derived_faults(connection, said), _copies(connection),
                 _redacted(connection), unfit(connection), unfit_registries(connection))  # fmt: skip
        for part in parts:
            try:
                for found in part:
                    yield found if isinstance(found, Fault) else Fault(*found)
            except (apsw.Error, TypeError, ValueError, KeyError, RecursionError) as error:  # values of other types
                yield Fault("file_damaged", str(error))
    finally:
        connection.execute("ROLLBACK")


def _file(connection: apsw.Connection) -> Iterator[Fault]:
    for row in connection.execute("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield Fault("file_damaged", str(row[0]))
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Fault("file_damaged", f"{table} {row or ''} → {parent}")


def _redacted(connection: apsw.Connection) -> Iterator[Fault]:
    """A redacted copy proves itself, and nothing of the case it was made from."""
    if any(True for _ in entries(connection, "WHERE kind = 'redacted copy'")):
        yield Fault("redacted_copy", "journal", grave=False)


def _originals(connection: apsw.Connection, tell: Tell) -> Iterator[Fault]:
    """Bytes must have their hash, and the journal must know them: what nobody took in has no place in a case."""
    known = {told.get("original") for told in told_of(connection, "taken in")}
    whole = count(connection, "originals")
    query = "SELECT sha256, size, packing, bytes FROM originals"
    for done, (digest, size, packing, data) in enumerate(connection.execute(query), 1):
        tell("originals", done, whole)
        bytes_now = _unpacked(packing, data)
        if bytes_now is None or len(bytes_now) != size or sha256(bytes_now) != digest:
            yield Fault("original_changed", str(digest))
        if digest not in known:
            yield Fault("original_unvouched", str(digest))


@lru_cache(maxsize=1)  # rows of one workbook come one after the other
def _unpacked(packing: str, data: bytes) -> bytes | None:
    return whole_or_none(packing, data)


def _documents(connection: apsw.Connection) -> Iterator[Fault]:
    query = """SELECT id, text_sha256, text, characters, EXISTS (SELECT 1 FROM appearances WHERE document = d.id)
               FROM documents AS d"""
    for document, digest, text, size, appeared in connection.execute(query):
        place = f"document {document}"
        if sha256(text.encode()) != digest or len(text) != size:
            yield Fault("text_changed", place)
        if not appeared:
            yield Fault("appearance_unvouched", place)


def _appearances(connection: apsw.Connection, extractor: Extractor, tell: Tell) -> Iterator[Fault]:
    """The text must come out of the original again, and the journal must say that both came in together, and how.

    The journal vouches for the text too: where another version of the extractor took it, a text of today that differs is no damage.
    """
    every = count(connection, "appearances")
    vouched = {told.get("appearance"): told for told in told_of(connection, "taken in")}
    query = """SELECT a.*, o.packing, o.bytes, d.text, d.text_sha256 FROM appearances AS a
               JOIN originals AS o ON o.sha256 = a.original JOIN documents AS d ON d.id = a.document"""
    for done, (*row, packing, data, text, digest) in enumerate(connection.execute(query), 1):
        tell("appearances", done, every)
        appearance, document, original, source, part, *_ = row
        kind, encoding, metadata = row[10:13]
        place = f"appearance {appearance} ({source}, {part})"
        whole = _unpacked(packing, data)
        if whole is not None and extractor.again(whole, kind, encoding, part, metadata) != text:
            same = row[-1] == extractor.version
            yield Fault("text_not_in_original" if same else "text_taken_otherwise", place, grave=same)
        told = vouched.pop(appearance, {})
        expected = {"appearance": appearance, "document": document, "original": original, "text": digest,
                    "source": source, "part": part, "about": about(row[1:])}  # fmt: skip
        if told != expected:
            yield Fault("appearance_unvouched", place)
    for missing in vouched:
        yield Fault("row_missing", f"appearance {missing}")


def _records(connection: apsw.Connection, tell: Tell) -> Iterator[Fault]:
    every = count(connection, "records")
    vouched = {told.get("record"): told for told in _read(connection)}
    query = """SELECT r.*, d.text FROM records AS r JOIN documents AS d ON d.id = r.document"""
    for done, (*row, packed, text) in enumerate(connection.execute(query), 1):
        tell("records", done, every)
        record, document, appearance, version, rules, made_at, day, basis, digest = row
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
        told = subject_of(entry) or {}
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


def _copies(connection: apsw.Connection) -> Iterator[Fault]:
    """The index of near-duplicates is derived: what is wrong with it costs no evidence, and can be made anew."""
    for place in stale(connection):
        yield Fault("copies_stale", place)
