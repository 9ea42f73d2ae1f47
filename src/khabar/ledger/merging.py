"""Merging: another desk's case is taken into this one; what both hold is held once, what each did stays visible.

The other journal is carried whole, entry by entry (table `carried`), and an entry of this one vouches for its last hash.  What
comes in is entered here as well, under new numbers: appearances, records, and what the other desk's people said (of items, of
several reports, of links between them, of names), which keeps its makers, days and hashes.  A word of another desk settles only
what its maker could know of, so two that differ stay open.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import apsw
import msgspec

from khabar.ledger.carrying import chain_faults, told_of
from khabar.ledger.errors import CaseError
from khabar.ledger.journal import Entry, Hand, enter, entries, head, transaction
from khabar.ledger.keeping import about, keep_document, sha256, whole_or_none, write_appearance, write_record
from khabar.ledger.said import BY_PROGRAM, KINDS, matter, renumbered
from khabar.record import Report

_APPEARANCES: Final = """SELECT a.id, a.document, a.original, a.source, a.part, a.url, a.outlet, a.title, a.published,
       a.published_from, a.kind, a.encoding, a.metadata, a.flags, a.collected_at, a.collected_by, a.collected_on, a.extractor,
       d.text_sha256
     FROM appearances AS a JOIN documents AS d ON d.id = a.document ORDER BY a.id"""
_RECORDS: Final = "SELECT id, document, appearance, version, rules, made_at, sha256, json FROM records ORDER BY id"


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought: how many new documents, appearances, records and decisions of any kind; nothing where all was there."""

    documents: int = 0
    appearances: int = 0
    records: int = 0
    decisions: int = 0


@dataclass(slots=True)
class _Numbers:
    """Numbers of the other case and what they became here."""

    documents: dict[int, int] = field(default_factory=dict)
    appearances: dict[int, int] = field(default_factory=dict)
    entries: dict[int, int] = field(default_factory=dict)
    new: Counter[str] = field(default_factory=Counter)


def merge(connection: apsw.Connection, other: apsw.Connection, hand: Hand, name: str) -> Merged:
    """Take another case, open for reading, into this one; all of it or, whatever stops the program, nothing.

    Everything is worked out again before it is believed: a case whose bytes, texts, records or journal are not what its journal
    says is not taken in (CaseError).  Taking in the same state twice changes nothing.
    """
    last = head(other)
    if last is None or _has_entry(connection, last.hash):
        return Merged()
    fault = next(chain_faults(other), None)
    if fault is not None:
        raise _damaged(name, f"{fault[1]}: {fault[0]}")
    numbers = _Numbers()
    with transaction(connection):
        _originals(connection, other, name)
        _documents(connection, other, name, numbers)
        _appearances(connection, (other, name), hand, numbers)
        _records(connection, (other, name), hand, numbers)
        _words(connection, other, hand, numbers)
        _carry(connection, other)
        told = {"head": last.hash, "entries": last.seq, "name": name, "said": list(KINDS), **numbers.new}
        enter(connection, hand, "merged", told)
    return Merged(**{what: numbers.new[what] for what in Merged.__slots__})


def _damaged(name: str, what: str) -> CaseError:
    return CaseError("merge_damaged", path=name, what=what)


def _has_entry(connection: apsw.Connection, digest: str) -> bool:
    query = "SELECT 1 FROM journal WHERE hash = ?1 UNION ALL SELECT 1 FROM carried WHERE hash = ?1"
    return next(iter(connection.execute(query, (digest,))), None) is not None


def _originals(connection: apsw.Connection, other: apsw.Connection, name: str) -> None:
    here = {row[0] for row in connection.execute("SELECT sha256 FROM originals")}
    for digest, size, packing, data in other.execute("SELECT sha256, size, packing, bytes FROM originals"):
        if digest in here:
            continue
        whole = whole_or_none(packing, data)
        if whole is None or sha256(whole) != digest or len(whole) != size:
            raise _damaged(name, f"original {digest}")
        connection.execute("INSERT INTO originals VALUES (?, ?, ?, ?)", (digest, size, packing, data))


def _documents(connection: apsw.Connection, other: apsw.Connection, name: str, numbers: _Numbers) -> None:
    for document, digest, text in other.execute("SELECT id, text_sha256, text FROM documents ORDER BY id"):
        if sha256(text.encode()) != digest:
            raise _damaged(name, f"document {document}")
        numbers.documents[document], new = keep_document(connection, text)
        numbers.new["documents"] += new


def _appearances(connection: apsw.Connection, of: tuple[apsw.Connection, str], hand: Hand, numbers: _Numbers) -> None:
    """Appearances of both, each with who collected it; one that both have from the time before they parted is there once."""
    other, name = of
    vouched = {told.get("appearance"): told for told in told_of(other, "taken in")}
    here = {row[2:]: row[0] for row in connection.execute(_APPEARANCES)}
    for row in other.execute(_APPEARANCES):
        appearance, document, *rest, digest = row
        told = vouched.get(appearance, {})
        if (told.get("about"), told.get("text")) != (about(row[1:-1]), digest):
            raise _damaged(name, f"appearance {appearance}")
        known = here.get((*rest, digest))
        if known is None:
            known = write_appearance(connection, hand, (numbers.documents[document], *rest), digest)
            numbers.new["appearances"] += 1
        numbers.appearances[appearance] = known


def _records(connection: apsw.Connection, of: tuple[apsw.Connection, str], hand: Hand, numbers: _Numbers) -> None:
    """Records of both, of every version of the rules; where the same rules were told another day, both readings."""
    other, name = of
    vouched = {told.get("record"): told.get("sha256") for told in told_of(other, "read")}
    query = "SELECT 1 FROM records WHERE document = ? AND rules = ? AND sha256 = ?"
    for record, document, appearance, version, rules, made_at, digest, packed in other.execute(_RECORDS):
        here = numbers.documents[document]
        if next(iter(connection.execute(query, (here, rules, digest))), None) is not None:
            continue
        data = whole_or_none("zlib", packed)
        if data is None or sha256(data) != digest or vouched.get(record) != digest:
            raise _damaged(name, f"record {record}")
        report = msgspec.json.decode(data, type=Report)
        write_record(connection, hand, (here, numbers.appearances[appearance]), (version, rules, made_at, data), report)
        numbers.new["records"] += 1


def _words(connection: apsw.Connection, other: apsw.Connection, hand: Hand, numbers: _Numbers) -> None:
    """What people of both said, each once by the hash of the entry in which it was said; links that were proposed, each once."""
    here = {_origin(entry, told): entry.seq for entry, told in _said(connection)}
    proposed = {_link(told): entry.seq for entry, told in _said(connection) if entry.kind in BY_PROGRAM}
    earlier: dict[Hashable, list[int]] = {}
    for entry, told in _said(other):
        origin, about_what = _origin(entry, told), matter(entry.kind, told)
        made = renumbered(told, numbers.documents, numbers.entries)
        known = here.get(origin) or (proposed.get(_link(made)) if entry.kind in BY_PROGRAM else None)
        if known is None:
            made |= _as_said(entry, told)
            if about_what is not None:
                made["overrules"] = _settled(told, earlier.get(about_what, []), numbers)
            known = here[origin] = enter(connection, hand, entry.kind, made).seq
            numbers.new["decisions"] += entry.kind not in BY_PROGRAM
        numbers.entries[entry.seq] = known
        if about_what is not None:
            earlier.setdefault(about_what, []).append(known)


def _said(connection: apsw.Connection) -> Iterator[tuple[Entry, dict[str, Any]]]:
    kinds = json.dumps(list(KINDS))
    which = "WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY seq"
    for entry in list(entries(connection, which, (kinds,))):
        yield entry, json.loads(entry.subject)


def _origin(entry: Entry, told: dict[str, Any]) -> str:
    return str(told.get("carried") or entry.hash)


def _link(told: dict[str, Any]) -> tuple[Any, ...]:
    return told.get("document"), told.get("older"), told.get("relation")


def _as_said(entry: Entry, told: dict[str, Any]) -> dict[str, Any]:
    """Who said it, when, on which machine, and the hash of the entry in which it was said."""
    return {"by": told.get("by") or entry.who, "at": told.get("at") or entry.at, "on": told.get("on") or entry.machine,
            "carried": _origin(entry, told)}  # fmt: skip


def _settled(told: dict[str, Any], earlier: list[int], numbers: _Numbers) -> list[int]:
    """The words that a person settled: those before it on the same matter, as far as they were known there."""
    knew = told.get("overrules")
    return sorted(set(earlier if knew is None else [numbers.entries[seq] for seq in knew if seq in numbers.entries]))


def _carry(connection: apsw.Connection, other: apsw.Connection) -> None:
    """The other journal, and those that it carries, but for the entries that are here."""
    for table in ("journal", "carried"):
        for row in other.execute(f"SELECT * FROM {table}"):  # noqa: S608 - two names
            if not _has_entry(connection, row[-1]):
                connection.execute("INSERT INTO carried VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
