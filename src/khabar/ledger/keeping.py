"""Taking in: original, document, appearance, record and words of one report, in one transaction or not at all."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import apsw
import msgspec

from khabar.ledger.derived import index_words
from khabar.ledger.journal import Hand, answers, enter, now, transaction
from khabar.ledger.layers import rows
from khabar.ledger.searching.names import folded, index_names, write_names
from khabar.record import Report

_WORTH_PACKING: Final = 0.9
"""Compressed bytes are kept where they are this much shorter; pictures and archives are packed already."""
_MOST: Final = 1 << 28
"""Bytes that packed data may grow to, several times what intake takes: a hostile case may hold a few that fill the memory."""


@dataclass(frozen=True, slots=True)
class Found:
    """A report as it was found: its bytes, the text that was taken out of them, and what is known about it.

    `source` is what the person named (file, address, "-"), `part` which of several reports in it, by its id.
    """

    source: str
    part: str
    original: bytes
    text: str
    extractor: str
    kind: str = "text"
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    published_from: str | None = None
    encoding: str | None = None
    metadata: tuple[tuple[str, str, str], ...] = ()
    flags: tuple[str, ...] = ()


class Kept(NamedTuple):
    """The document that holds a report's text, and what was new about it."""

    document: int
    new_text: bool
    new_appearance: bool
    new_record: bool


class Stated(NamedTuple):
    """What is said of a report in a case: outlet, day of publication, and how the day is known ("given" by a person)."""

    outlet: str | None
    published: str | None
    published_from: str | None


def stated(connection: apsw.Connection, found: tuple[str, str, str]) -> Stated | None:
    """What is said of a report, named by hash of the original, source and part; None where it was not taken in."""
    query = """SELECT outlet, published, published_from FROM appearances WHERE original = ? AND source = ? AND part = ?
               ORDER BY id DESC LIMIT 1"""
    row = next(iter(connection.execute(query, found)), None)
    return Stated(*row) if row else None


def sha256(data: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def knows(connection: apsw.Connection, found: tuple[str, str, str], text: str, rules: str) -> int | None:
    """The document of a report that was taken in already, with these rules; None when there is work to do.

    `found` is the hash of the original, the source and the part; from the same bytes another text may come (another column of a
    row, a transcript that was typed anew).
    """
    query = """SELECT a.document FROM appearances AS a JOIN records AS r ON r.document = a.document
               JOIN documents AS d ON d.id = a.document
               WHERE a.original = ? AND a.source = ? AND a.part = ? AND r.rules = ? AND d.text_sha256 = ?"""
    row = next(iter(connection.execute(query, (*found, rules, sha256(text.encode())))), None)
    return int(row[0]) if row else None


def keep(connection: apsw.Connection, hand: Hand, found: Found, report: Report) -> Kept:
    """Keep a report with its record.  All or nothing: whatever stops the program leaves the case as it was before."""
    with transaction(connection):
        original = _keep_original(connection, found.original)
        document, new_text = keep_document(connection, found.text)
        appearance, new_appearance = _keep_appearance(connection, hand, found, (document, original))
        new_record = keep_record(connection, hand, (document, appearance), report)
    return Kept(document, new_text, new_appearance, new_record)


def _keep_original(connection: apsw.Connection, data: bytes) -> str:
    digest = sha256(data)
    if not answers(connection, "SELECT 1 FROM originals WHERE sha256 = ?", digest):
        packed = zlib.compress(data, 6)
        small = len(packed) < len(data) * _WORTH_PACKING
        values = (digest, len(data), "zlib" if small else "none", packed if small else data)
        connection.execute("INSERT INTO originals VALUES (?, ?, ?, ?)", values)
    return digest


def keep_document(connection: apsw.Connection, text: str) -> tuple[int, bool]:
    """The document of a text, and whether it is new; the caller holds a transaction."""
    digest = sha256(text.encode())
    row = next(iter(connection.execute("SELECT id FROM documents WHERE text_sha256 = ?", (digest,))), None)
    if row:
        return int(row[0]), False
    values = (digest, text, len(text))
    connection.execute("INSERT INTO documents (text_sha256, text, characters) VALUES (?, ?, ?)", values)
    document = connection.last_insert_rowid()
    index_words(connection, document, text)
    return document, True


def _keep_appearance(connection: apsw.Connection, hand: Hand, found: Found, of: tuple[int, str]) -> tuple[int, bool]:
    document, original = of
    query = "SELECT id FROM appearances WHERE original = ? AND source = ? AND part = ? AND document = ?"
    row = next(iter(connection.execute(query, (original, found.source, found.part, document))), None)
    if row:
        return int(row[0]), False
    values = (document, original, found.source, found.part, found.url, found.outlet, found.title, found.published,
              found.published_from, found.kind, found.encoding, json.dumps(found.metadata, ensure_ascii=False),
              json.dumps(found.flags), now(), hand.who, hand.machine, found.extractor)  # fmt: skip
    return write_appearance(connection, hand, values, sha256(found.text.encode())), True


def write_appearance(connection: apsw.Connection, hand: Hand, values: Sequence[Any], text_sha256: str) -> int:
    """Write a row of `appearances`, all its columns but the id, and the entry that vouches for it; the id it got.

    The caller holds a transaction.
    """
    connection.execute(
        """INSERT INTO appearances (document, original, source, part, url, outlet, title, published, published_from, kind,
               encoding, metadata, flags, collected_at, collected_by, collected_on, extractor)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        values,
    )
    appearance = connection.last_insert_rowid()
    document, original, source, part, _, outlet, *_ = values
    told = {"appearance": appearance, "document": document, "original": original, "text": text_sha256,
            "source": source, "part": part, "about": about(values)}  # fmt: skip
    enter(connection, hand, "taken in", told)
    if outlet and folded(outlet):
        write_names(connection, document, [("outlet", folded(outlet))])
    return appearance


def about(appearance: Sequence[Any]) -> str:
    """SHA-256 of all that a row of `appearances` says, but for its id: the journal vouches for outlet and day as well."""
    return sha256(json.dumps(appearance, separators=(",", ":")).encode())


def keep_record(connection: apsw.Connection, hand: Hand, of: tuple[int, int], report: Report) -> bool:
    """Keep what these rules read in a document, where that is not kept yet; the caller holds a transaction."""
    document, _ = of
    made = report.document.made_by
    version, rules = (made.khabar, made.rules) if made else ("", "")
    if answers(connection, "SELECT 1 FROM records WHERE document = ? AND rules = ?", document, rules):
        return False
    write_record(connection, hand, of, (version, rules, now(), record_json(report)), report)
    return True


def write_record(
    connection: apsw.Connection, hand: Hand, of: tuple[int, int], made: tuple[str, str, str, bytes], report: Report
) -> None:
    """Write the record of (document, appearance) with its rows and the entry that vouches for it.

    `made`: the program, the hash of its rules, when, and the record's JSON.  The caller holds a transaction.
    """
    document, appearance = of
    version, rules, at, data = made
    day, basis = report.document.published, report.document.published_basis
    values = (document, appearance, version, rules, at, day, basis, sha256(data), zlib.compress(data, 6))
    connection.execute(
        """INSERT INTO records (document, appearance, version, rules, made_at, published, published_basis, sha256, json)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        values,
    )
    record = connection.last_insert_rowid()
    for layer, items in rows(report):
        if items:
            marks = ", ".join("?" * (len(items[0]) + 1))
            connection.executemany(f"INSERT INTO {layer} VALUES ({marks})", [(record, *item) for item in items])  # noqa: S608 - the layers' own names
    index_names(connection, document)
    told = {"document": document, "appearance": appearance, "record": record, "rules": rules, "sha256": sha256(data),
            "version": version, "made_at": at}  # fmt: skip
    enter(connection, hand, "read", told)


def record_json(report: Report) -> bytes:
    """A record as the case keeps it: JSON without the text, which the document holds."""
    bare = msgspec.structs.replace(report, document=msgspec.structs.replace(report.document, text=None))
    return msgspec.json.encode(bare)


def unpacked(packing: str, data: bytes) -> bytes:
    """The bytes of an original as they came.  Raises zlib.error where they are damaged, or grow beyond all measure."""
    if packing != "zlib":
        return data
    unpacking = zlib.decompressobj()
    whole = unpacking.decompress(data, _MOST)
    if not unpacking.eof or unpacking.unused_data:
        raise zlib.error("damaged, or too large")
    return whole


def whole_or_none(packing: str, data: bytes) -> bytes | None:
    """An original as `unpacked` gives it; None for one that is damaged."""
    try:
        return unpacked(packing, data)
    except zlib.error:
        return None
