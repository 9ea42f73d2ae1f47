"""Decisions whose items are gone: listed, and attached to others by whoever signs for it."""

from __future__ import annotations

from pathlib import Path

from khabar.ledger import Entry, Hand, opened
from khabar.ledger.copies import catch_up
from khabar.ledger.orphans import Orphan, attach_again, orphans
from khabar.ledger.signing import Signed, lost

__all__ = ["Orphan", "attach_orphan", "lost_words", "orphans_of"]


def orphans_of(case: Path) -> list[Orphan]:
    """The decisions that stand and lost their items, in the order of the journal.  Raises CaseError."""
    with opened(case, writing=True) as connection:
        catch_up(connection)
        return list(orphans(connection))


def lost_words(case: Path) -> list[tuple[Signed, tuple[str, ...]]]:
    """What people signed about several reports and of which items are gone, with these (DOCUMENT:ITEM).  Raises CaseError."""
    with opened(case) as connection:
        return [(one, tuple(f"{document}:{item}" for document, item in items)) for one, items in lost(connection)]


def attach_orphan(
    case: Path, seq: int, item: tuple[int, str], *, by: str | None = None, reason: str | None = None
) -> Entry:
    """Enter that the decision of that number holds for another item.  Raises CaseError."""
    with opened(case, writing=True) as connection:
        catch_up(connection)
        return attach_again(connection, Hand.of_this_machine(by), seq, item, reason)
