"""The journal: every act on a case in its order, each entry holding the one before by its hash.

The chain proves order and completeness from the first entry to the last.  What it cannot prove is that the last entries were
not cut off: for that the head is written down outside (`khabar seal`).
"""

from __future__ import annotations

import getpass
import hashlib
import json
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import apsw

from khabar.ledger.errors import CaseError

FIRST: Final = "0" * 64
"""What the first entry holds in the place of a hash before it."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who works on the case, and on which machine, whose clock tells the time."""

    who: str
    machine: str

    @classmethod
    def of_this_machine(cls, who: str | None = None) -> Hand:
        """The name that a person gave, else the account's."""
        return cls(_writable(who or _account()), platform.node() or "?")


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no account database, as in some containers
        return "?"


def _writable(told: str) -> str:
    """Without what a terminal hands over of bytes that are no text."""
    return told.encode("utf-8", "replace").decode()


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: `subject` is canonical JSON of what was done, to what, with the hashes of what came in."""

    seq: int
    at: str
    who: str
    machine: str
    kind: str
    subject: str
    previous: str
    hash: str

    def digest(self) -> str:
        """SHA-256 over the entry before and all that this one says."""
        told = json.dumps([self.seq, self.at, self.who, self.machine, self.kind, self.subject, self.previous])
        return hashlib.sha256(told.encode()).hexdigest()


def now() -> str:
    """The clock of this machine, to the second, with its zone."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


@contextmanager
def transaction(connection: apsw.Connection) -> Iterator[None]:
    """All of the block is written, or nothing: whatever stops the program, and however.

    Raises CaseError where the disk is full or fails, or the file may not be written.
    """
    try:
        with connection:
            yield
    except (apsw.FullError, apsw.IOError, apsw.BusyError, apsw.ReadOnlyError) as error:
        raise CaseError("case_unwritable", path=connection.filename, why=error) from error


def enter(connection: apsw.Connection, hand: Hand, kind: str, subject: dict[str, Any]) -> Entry:
    """Write an entry behind the last one; the caller holds a transaction, so that no other process comes between."""
    last = head(connection)
    seq, previous = (last.seq + 1, last.hash) if last else (1, FIRST)
    told = _writable(json.dumps(subject, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False))
    unsigned = Entry(seq, now(), hand.who, hand.machine, kind, told, previous, "")
    entry = Entry(seq, unsigned.at, hand.who, hand.machine, kind, told, previous, unsigned.digest())
    connection.execute(
        "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (entry.seq, entry.at, entry.who, entry.machine, entry.kind, entry.subject, entry.previous, entry.hash),
    )
    return entry


def head(connection: apsw.Connection) -> Entry | None:
    """The last entry; None of an empty case."""
    return next(entries(connection, "ORDER BY seq DESC LIMIT 1"), None)


def entries(connection: apsw.Connection, which: str = "ORDER BY seq", values: tuple[Any, ...] = ()) -> Iterator[Entry]:
    """The entries that a condition chooses, by default all in their order."""
    for row in connection.execute(f"SELECT * FROM journal {which}", values):  # noqa: S608 - conditions are this room's own
        yield Entry(*row)


def answers(connection: apsw.Connection, query: str, *values: object) -> bool:
    """Whether a query gives any row."""
    return next(iter(connection.execute(query, values)), None) is not None
