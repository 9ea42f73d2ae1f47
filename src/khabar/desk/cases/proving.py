"""Proving a case: everything worked out again, and the head of its journal for somebody outside to keep."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import apsw

from khabar.desk.cases.stamping import Stamp, ask_stamp, fault_of, stamps
from khabar.desk.crisis.checking import joined_faults
from khabar.desk.made_by import extractor
from khabar.intake import Kept, Web, text_again
from khabar.ledger import CaseError, Entry, Extractor, Fault, Hand, Tell, enter, head, opened, transaction, verify
from khabar.ledger.orphans import orphans


@dataclass(frozen=True, slots=True)
class Proof:
    """What `verify_case` found: faults; notices, which are no damage; time stamps; how many rows of what it looked through; and the
    last entry of the journal, whose hash stands for the whole case.  `orphans` is how many
    decisions lost their items.
    """

    faults: tuple[Fault, ...]
    notices: tuple[Fault, ...]
    stamps: tuple[Stamp, ...]
    counted: dict[str, int]
    head: Entry | None
    orphans: int = 0


@dataclass(frozen=True, slots=True)
class Outside:
    """What somebody kept outside of the case: the hash of a seal, and certificates that are trusted for time stamps (PEM)."""

    sealed: str | None = None
    roots: Path | None = None


def verify_case(case: Path, outside: Outside | str | None = None, tell: Tell | None = None) -> Proof:
    """Work everything out again: hashes, texts, spans, derived tables, the chain of the journal, time stamps.

    `outside` holds a hash that was kept outside (or is it): a journal in which it does not stand was cut or written anew.  `tell`
    hears how far it is.  Raises CaseError where the file is no case, or certificates cannot be read.
    """
    kept = outside if isinstance(outside, Outside) else Outside(outside)
    with opened(case) as connection:
        stamped = tuple(stamps(connection, kept.roots))
        found = [*verify(connection, Extractor(_again, extractor()), tell), *joined_faults(connection)]
        found += filter(None, map(fault_of, stamped))
        query = "SELECT 1 FROM journal WHERE hash = ?1 UNION ALL SELECT 1 FROM carried WHERE hash = ?1"
        if kept.sealed and not list(connection.execute(query, (kept.sealed.strip().lower(),))):
            found.append(Fault("seal_missing", kept.sealed))
        faults, notices = (tuple(each for each in found if each.grave is grave) for grave in (True, False))
        counted = {
            table: int(next(iter(connection.execute(f"SELECT count(*) FROM {table}")))[0])  # noqa: S608 - names below
            for table in ("originals", "documents", "appearances", "records", "journal")
        }
        return Proof(faults, notices, stamped, counted, head(connection), _orphans(connection))


def _again(original: bytes, kind: str, encoding: str | None, part: str, metadata: str) -> str | None:
    told = tuple((field, value, source) for field, value, source in json.loads(metadata))
    return text_again(Kept(original, kind, encoding, part, told))


def seal(case: Path, by: str | None = None) -> Entry:
    """Enter that the case is sealed, and return that entry: its hash vouches for all before it.  Raises CaseError."""
    with opened(case, writing=True) as connection, transaction(connection):
        return enter(connection, Hand.of_this_machine(by), "sealed", {})


def stamp(case: Path, sealed: Entry, url: str, by: str | None = None, web: Web | None = None) -> Entry:
    """Ask a time-stamping authority for a stamp on a seal, and enter it.  Raises CaseError; the seal stands all the same."""
    told = ask_stamp(url, sealed, web or Web())
    with opened(case, writing=True) as connection, transaction(connection):
        return enter(connection, Hand.of_this_machine(by), "stamped", told)


def _orphans(connection: apsw.Connection) -> int:
    """How many decisions lost their items; 0 where the case is so damaged that it cannot be told: that is a fault already."""
    with suppress(apsw.Error, CaseError, ValueError, TypeError, KeyError, IndexError, StopIteration, RecursionError):
        return sum(1 for _ in orphans(connection))
    return 0
