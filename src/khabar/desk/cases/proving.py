"""Proving a case: everything worked out again, and the head of its journal for somebody outside to keep."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from khabar.intake import text_again
from khabar.ledger import Entry, Fault, Hand, enter, head, opened, transaction, verify


@dataclass(frozen=True, slots=True)
class Proof:
    """What `verify_case` found: its faults, and the last entry of the journal, whose hash stands for the whole case."""

    faults: tuple[Fault, ...]
    head: Entry | None


def verify_case(case: Path, sealed: str | None = None) -> Proof:
    """Work everything out again: hashes, texts, spans, the chain of the journal.

    `sealed` is the hash of a head that somebody kept outside: a journal in which it does not stand was cut or written anew.
    Raises CaseError where the file is no case.
    """
    with opened(case) as connection:
        faults = list(verify(connection, text_again))
        query = "SELECT 1 FROM journal WHERE hash = ?"
        if sealed and not list(connection.execute(query, (sealed.strip().lower(),))):
            faults.append(Fault("seal_missing", sealed))
        return Proof(tuple(faults), head(connection))


def seal(case: Path, by: str | None = None) -> Entry:
    """Enter that the case is sealed, and return that entry: its hash vouches for all before it.  Raises CaseError."""
    with opened(case, writing=True) as connection, transaction(connection):
        return enter(connection, Hand.of_this_machine(by), "sealed", {})
