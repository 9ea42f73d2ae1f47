"""People's word on an item: accept, correct, reject with a reason, cannot tell; nothing is ever overwritten."""

from __future__ import annotations

from pathlib import Path

from khabar.ledger import Decision, Entry, Hand, Ruling, decide, decisions, opened, undo
from khabar.ledger.signing import is_signed, take_back


def decide_item(case: Path, item: tuple[int, str], ruling: Ruling, by: str | None = None) -> Entry:
    """Enter a decision on (document, item id).  Raises CaseError, see `khabar.ledger.decide`."""
    with opened(case, writing=True) as connection:
        return decide(connection, Hand.of_this_machine(by), item, ruling)


def undo_decision(case: Path, seq: int, *, by: str | None = None, reason: str | None = None) -> Entry:
    """Take back the decision of that number, on an item or on several reports.  Raises CaseError."""
    with opened(case, writing=True) as connection:
        if is_signed(connection, seq):
            return take_back(connection, Hand.of_this_machine(by), seq, reason)
        return undo(connection, Hand.of_this_machine(by), seq, reason)


def history(case: Path, item: tuple[int, str] | None = None) -> list[Decision]:
    """All decisions, or those on one item, in their order.  Raises CaseError."""
    with opened(case) as connection:
        return list(decisions(connection, item))
