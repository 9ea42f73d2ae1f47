"""What a case holds: items by layer, documents by words, events in the order of days."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from khabar.desk.cases.frames import Kind, kinds
from khabar.ledger import Filter, Hit, amended_reports, columns_of_items, items, opened, search
from khabar.record import Report


def ask(case: Path, layer: str, chosen: Filter | None = None, /, **values: str | None) -> Iterator[dict[str, Any]]:
    """The items of a layer, one dict each; `values` are columns and what must stand in them.  Raises CaseError."""
    with opened(case) as connection:
        yield from items(connection, layer, chosen, **values)


def find(
    case: Path, words: str, chosen: Filter | None = None, limit: int = 20, layer: str | None = None
) -> Iterator[Hit]:
    """The documents that hold the words, best first; with `layer` those that have them in an item of it.

    Raises CaseError, also for a query that means nothing.
    """
    with opened(case) as connection:
        yield from search(connection, words, chosen, limit, layer)


def report_of(case: Path, document: int) -> Report | None:
    """The record of a document by its number, as people corrected it; None where there is none.  Raises CaseError."""
    with opened(case) as connection:
        return next((found.report for found in amended_reports(connection, [document])), None)


def columns_of(case: Path, layer: str) -> dict[str, Kind]:
    """Every column of a layer's rows with its kind.  Raises CaseError."""
    with opened(case) as connection:
        return kinds(columns_of_items(connection, layer))
