"""Proving a case: everything worked out again, and the head of its journal for somebody outside to keep."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from khabar.intake import text_again
from khabar.ledger import Entry, Fault, Hand, enter, head, open_case, transaction, verify


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
    with closing(open_case(case)) as connection:
        faults = list(verify(connection, text_again))
        if sealed and not _holds(case, sealed):
            faults.append(Fault("seal_missing", sealed))
        return Proof(tuple(faults), head(connection))


def _holds(case: Path, sealed: str) -> bool:
    with closing(open_case(case)) as connection:
        return next(iter(connection.execute("SELECT 1 FROM journal WHERE hash = ?", (sealed,))), None) is not None


def seal(case: Path, by: str | None = None) -> Entry:
    """Enter that the case is sealed, and return that entry: its hash vouches for all before it.  Raises CaseError."""
    with closing(open_case(case, writing=True)) as connection, transaction(connection):
        return enter(connection, Hand.of_this_machine(by), "sealed", {})
