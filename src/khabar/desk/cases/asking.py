"""What a case holds: items by layer, documents by words, events in the order of days."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from khabar.ledger import Filter, Hit, items, opened, search


def ask(case: Path, layer: str, chosen: Filter | None = None, /, **values: str | None) -> Iterator[dict[str, Any]]:
    """The items of a layer, one dict each; `values` are columns and what must stand in them.  Raises CaseError."""
    with opened(case) as connection:
        yield from items(connection, layer, chosen, **values)


def find(case: Path, words: str, chosen: Filter | None = None, limit: int = 20) -> Iterator[Hit]:
    """The documents that hold the words, best first.  Raises CaseError, also for a query that means nothing."""
    with opened(case) as connection:
        yield from search(connection, words, chosen, limit)
