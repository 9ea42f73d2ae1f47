"""What an outlet changed in a report: versions of a source, words put in and taken out, and what became of the items."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import apsw

from khabar.ledger import CaseError, opened
from khabar.ledger.copies import catch_up
from khabar.ledger.differing import Change, Differing, joined
from khabar.ledger.item_changes import ItemChange, item_changes
from khabar.ledger.versions import Source, sources

_QUIET: Final = ("words", "start", "end")


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words that differ: their offsets and text in the older document, and in the newer."""

    kind: str
    start: int
    end: int
    text: str
    other_start: int
    other_end: int
    other_text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Two documents side by side, the older first.  `same` and `changed` count characters of words of the older text."""

    older: int
    newer: int
    words: tuple[WordChange, ...]
    items: tuple[dict[str, Any], ...]
    older_text: str
    newer_text: str


def versions(case: Path, document: int | None = None) -> list[Source]:
    """The sources that were found with different texts, all or those of one document.  Raises CaseError."""
    with opened(case, writing=True) as connection:
        catch_up(connection)
        if document is not None:
            _text(connection, document)
        return list(sources(connection, document))


def difference(case: Path, document: int, other: int | None = None) -> Difference:
    """What differs between two documents; of one document, between it and the version before it, or the one behind the first.

    Raises CaseError, also where a document has no other version.
    """
    with opened(case, writing=True) as connection:
        catch_up(connection)
        older, newer = (document, other) if other is not None else _neighbours(connection, document)
        texts = _text(connection, older), _text(connection, newer)
        differing = Differing(*texts)
        changed = tuple(_told(c, texts) for c in joined(differing.changes) if c.kind != "same")
        items = tuple(_item(change) for change in item_changes(connection, older, newer, differing))
        return Difference(older, newer, changed, items, *texts)


def _text(connection: apsw.Connection, document: int) -> str:
    for (text,) in connection.execute("SELECT text FROM documents WHERE id = ?", (document,)):
        return str(text)
    raise CaseError("document_unknown", document=document)


def _neighbours(connection: apsw.Connection, document: int) -> tuple[int, int]:
    _text(connection, document)
    for source in sources(connection, document):
        chain = [version.document for version in source.versions]
        at = len(chain) - 1 - chain[::-1].index(document)
        return (chain[at - 1], document) if at else (document, chain[1])
    raise CaseError("no_other_version", document=document)


def _told(change: Change, texts: tuple[str, str]) -> WordChange:
    older, newer = texts
    kind, start, end, other_start, other_end = change
    return WordChange(kind, start, end, older[start:end], other_start, other_end, newer[other_start:other_end])


def _item(change: ItemChange) -> dict[str, Any]:
    """A change of an item, as one flat object; `fields` are pairs of older and newer value."""
    told: dict[str, Any] = {"layer": change.layer, "became": change.became}
    for name, row in (("older", change.older), ("newer", change.newer)):
        told[name] = row and {"item": row["item"], "start": row["start"], "end": row["end"], "words": row["words"]}
    row = change.newer or change.older or {}
    told["what"] = {
        c: row[c] for c in ("measure", "low", "high", "speaker", "act", "type", "name", "value") if row.get(c)
    }
    told["fields"] = {c: list(values) for c, values in change.fields.items() if c not in _QUIET}
    return told
