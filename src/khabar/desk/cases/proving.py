"""Proving a case: everything worked out again, and the head of its journal for somebody outside to keep."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import apsw

from khabar.desk.made_by import extractor
from khabar.intake import Kept, text_again
from khabar.ledger import CaseError, Entry, Extractor, Fault, Hand, Tell, enter, head, opened, transaction, verify
from khabar.ledger.orphans import orphans


@dataclass(frozen=True, slots=True)
class Proof:
    """What `verify_case` found: faults; notices, which are no damage; how many rows of what it looked through; and the last entry
    of the journal, whose hash stands for the whole case.  `orphans` is how many decisions lost their items.
    """

    faults: tuple[Fault, ...]
    notices: tuple[Fault, ...]
    counted: dict[str, int]
    head: Entry | None
    orphans: int = 0


def verify_case(case: Path, sealed: str | None = None, tell: Tell | None = None) -> Proof:
    """Work everything out again: hashes, texts, spans, derived tables, the chain of the journal.

    `sealed` is the hash of a head that somebody kept outside: a journal in which it does not stand was cut or written anew.
    `tell` hears how far it is.  Raises CaseError where the file is no case.
    """
    with opened(case) as connection:
        found = list(verify(connection, Extractor(_again, extractor()), tell))
        query = "SELECT 1 FROM journal WHERE hash = ?1 UNION ALL SELECT 1 FROM carried WHERE hash = ?1"
        if sealed and not list(connection.execute(query, (sealed.strip().lower(),))):
            found.append(Fault("seal_missing", sealed))
        faults, notices = (tuple(each for each in found if each.grave is grave) for grave in (True, False))
        counted = {
            table: int(next(iter(connection.execute(f"SELECT count(*) FROM {table}")))[0])  # noqa: S608 - names below
            for table in ("originals", "documents", "appearances", "records", "journal")
        }
        return Proof(faults, notices, counted, head(connection), _orphans(connection))


def _again(original: bytes, kind: str, encoding: str | None, part: str, metadata: str) -> str | None:
    told = tuple((field, value, source) for field, value, source in json.loads(metadata))
    return text_again(Kept(original, kind, encoding, part, told))


def seal(case: Path, by: str | None = None) -> Entry:
    """Enter that the case is sealed, and return that entry: its hash vouches for all before it.  Raises CaseError."""
    with opened(case, writing=True) as connection, transaction(connection):
        return enter(connection, Hand.of_this_machine(by), "sealed", {})


def _orphans(connection: apsw.Connection) -> int:
    """How many decisions lost their items; 0 where the case is so damaged that it cannot be told: that is a fault already."""
    with suppress(apsw.Error, CaseError, ValueError, TypeError, KeyError, IndexError, StopIteration, RecursionError):
        return sum(1 for _ in orphans(connection))
    return 0
