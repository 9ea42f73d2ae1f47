"""Journals of other desks that a case carries: each is walked from the hash that an entry vouches for to its beginning, and
all that it vouches for must be in this case.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

import apsw

from khabar.ledger.journal import FIRST, Entry, answers, entries
from khabar.ledger.said import BY_PROGRAM, KINDS, OLDEST, documents_in

_BOTH: Final = "SELECT * FROM journal WHERE hash = ?1 UNION ALL SELECT * FROM carried WHERE hash = ?1 LIMIT 1"


def chain_faults(connection: apsw.Connection) -> Iterator[tuple[str, str]]:
    """Every fault of the case's own journal: reason and place."""
    previous, wanted = FIRST, 1
    for entry in entries(connection):
        if entry.seq != wanted:
            yield "entry_missing", f"journal {wanted}"
        if entry.previous != previous or entry.digest() != entry.hash or subject_of(entry) is None:
            yield "entry_changed", f"journal {entry.seq}"
        previous, wanted = entry.hash, entry.seq + 1


def carried_faults(connection: apsw.Connection) -> Iterator[tuple[str, str]]:
    """Every fault of the journals that a case carries: entries changed, missing or vouched for by nothing, and what they vouch
    for that is not here as they say.
    """
    origins = {told["carried"]: (entry, told) for entry, told in _said(connection) if told.get("carried")}
    reached: set[str] = set()
    for vouched, count, kinds in _vouched(connection):
        walk = _Walk(connection, vouched)
        yield from walk.faults(count)
        yield from _content(connection, walk, origins, kinds)
        reached |= {entry.hash for entry in walk.entries}
    for digest, told in ((digest, told) for digest, (_, told) in origins.items() if digest not in reached):
        place = f"{told['document']}:{told['item']}" if "item" in told else str(told.get("name") or documents_in(told))
        yield "decision_unvouched", f"{place} ({digest[:12]})"
    for digest, seq in connection.execute("SELECT hash, seq FROM carried"):
        if digest not in reached:
            yield "carried_unvouched", f"carried {seq} ({str(digest)[:12]})"


class _Walk:
    """A journal of another desk, from the entry of a hash back to its first, in the order in which it was written."""

    def __init__(self, connection: apsw.Connection, last: str) -> None:
        self.last = last
        self.entries: list[Entry] = []
        self._broken: str | None = None
        digest = last
        while digest != FIRST and self._broken is None:
            entry = _entry(connection, digest)
            if entry is None or entry.digest() != digest or (self.entries and entry.seq != self.entries[-1].seq - 1):
                self._broken = digest
            else:
                self.entries.append(entry)
                digest = entry.previous
        self.entries.reverse()

    def faults(self, count: int) -> Iterator[tuple[str, str]]:
        """Whether it is whole, and as long as it was."""
        if self._broken is not None:
            yield "carried_broken", f"journal of {self.last[:12]} at {self._broken[:12]}"
        elif len(self.entries) != count or (self.entries and self.entries[0].seq != 1):
            yield "carried_broken", f"journal of {self.last[:12]}"


def _entry(connection: apsw.Connection, digest: str) -> Entry | None:
    row = next(iter(connection.execute(_BOTH, (digest,))), None)
    return Entry(*row) if row else None


def _vouched(connection: apsw.Connection) -> Iterator[tuple[str, int, Sequence[str]]]:
    """The last hash and the length of every journal that an entry, of here or carried, vouches for, and which kinds of what
    people say were taken over from it.
    """
    query = (
        "SELECT subject FROM journal WHERE kind = 'merged' UNION ALL SELECT subject FROM carried WHERE kind = 'merged'"
    )
    for row in list(connection.execute(query)):
        told = _object(row[0]) or {}
        yield str(told.get("head")), int(told.get("entries") or 0), told.get("said") or OLDEST


def _content(
    connection: apsw.Connection, walk: _Walk, origins: dict[str, tuple[Entry, dict[str, Any]]], kinds: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """What a carried journal says came in, was read and said must be in the case."""
    texts: dict[int, str] = {}
    for entry in walk.entries:
        told = subject_of(entry) or {}
        place = f"carried {entry.seq} ({entry.hash[:12]})"
        if entry.kind == "taken in":
            texts[told["document"]] = told["text"]
            query = """SELECT 1 FROM appearances AS a JOIN documents AS d ON d.id = a.document
                       WHERE a.original = ? AND a.source = ? AND a.part = ? AND d.text_sha256 = ?"""
            if not answers(connection, query, told["original"], told["source"], told["part"], told["text"]):
                yield "row_missing", place
        elif entry.kind == "read":
            if not answers(connection, "SELECT 1 FROM records WHERE sha256 = ?", told["sha256"]):
                yield "row_missing", place
        elif entry.kind in kinds and entry.kind not in BY_PROGRAM and not told.get("carried"):
            about = [texts.get(document) for document in documents_in(told)]
            yield from _word(connection, (entry, told, about), origins, place)


def _word(
    connection: apsw.Connection,
    of: tuple[Entry, dict[str, Any], list[str | None]],
    origins: dict[str, tuple[Entry, dict[str, Any]]],
    place: str,
) -> Iterator[tuple[str, str]]:
    """What somebody of another desk said must stand here with its words, its maker, its day, and on its texts."""
    entry, told, texts = of
    if answers(connection, "SELECT 1 FROM journal WHERE hash = ?", entry.hash):
        return
    if entry.hash not in origins:
        yield "row_missing", place
        return
    _, here = origins[entry.hash]
    same = all(here.get(name) == told.get(name) for name in KINDS[entry.kind]) and _items(here) == _items(told)
    same = same and (here.get("by"), here.get("at"), here.get("on")) == (entry.who, entry.at, entry.machine)
    query = "SELECT 1 FROM documents WHERE id = ? AND text_sha256 = ?"
    about = documents_in(here)
    same = same and len(about) == len(texts)
    if not same or not all(answers(connection, query, *pair) for pair in zip(about, texts, strict=True)):
        yield "decision_unvouched", place


def _items(told: dict[str, Any]) -> list[list[str]]:
    return [[item for _, item in side] for side in told.get("sides", ())]


def _said(connection: apsw.Connection) -> Iterator[tuple[Entry, dict[str, Any]]]:
    for kind in KINDS:
        for entry in entries(connection, "WHERE kind = ?", (kind,)):
            yield entry, subject_of(entry) or {}


def told_of(connection: apsw.Connection, kind: str) -> Iterator[dict[str, Any]]:
    """What the entries of a kind say; one that says nothing readable vouches for nothing."""
    for entry in entries(connection, "WHERE kind = ?", (kind,)):
        yield subject_of(entry) or {}


def subject_of(entry: Entry) -> dict[str, Any] | None:
    """What an entry says; None where that cannot be read."""
    return _object(entry.subject)


def _object(told: str) -> dict[str, Any] | None:
    try:
        subject = json.loads(told)
    except (ValueError, RecursionError):
        return None
    return subject if isinstance(subject, dict) else None
