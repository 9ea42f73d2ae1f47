"""Updates, corrections and retractions: what they are proposed to supersede, and what people say to that."""

from __future__ import annotations

from pathlib import Path

from khabar.ledger import Entry, Hand, opened
from khabar.ledger.copies import catch_up, derived
from khabar.ledger.superseding import (
    LINK_VERDICTS,
    RELATIONS,
    DocumentLink,
    document_links,
    make_link,
    propose,
    rule_on_link,
)

__all__ = [
    "LINK_VERDICTS",
    "RELATIONS",
    "DocumentLink",
    "corrections",
    "link_documents",
    "rule_link",
    "waiting_links",
]


def corrections(case: Path) -> list[DocumentLink]:
    """All links between documents, after those that are not proposed yet were entered.  Raises CaseError."""
    with derived(case), opened(case, writing=True) as connection:
        catch_up(connection)
        propose(connection, Hand.of_this_machine())
        return list(document_links(connection))


def waiting_links(case: Path) -> int:
    """How many proposals nobody decided about.  Raises CaseError."""
    with opened(case) as connection:
        return sum(link.state in ("proposed", "disagreed") for link in document_links(connection))


def rule_link(case: Path, seq: int, verdict: str, *, reason: str | None = None, by: str | None = None) -> Entry:
    """Enter a person's word on a link, by its number.  Raises CaseError."""
    with opened(case, writing=True) as connection:
        return rule_on_link(connection, Hand.of_this_machine(by), seq, verdict, reason)


def link_documents(case: Path, of: tuple[int, str, int], *, reason: str | None = None, by: str | None = None) -> Entry:
    """Enter a link that a person sees: document, relation, older document.  Raises CaseError."""
    with opened(case, writing=True) as connection:
        return make_link(connection, Hand.of_this_machine(by), of, reason)
