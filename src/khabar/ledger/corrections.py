"""What a correction puts in: columns of the item's row, held against the column, the text, and the rest of the row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import apsw

from khabar.ledger.allowed import FIXED, REFERENCES, fitting
from khabar.ledger.errors import CaseError
from khabar.ledger.layers import LARGEST, LAYERS

_WORDS: Final = "words"
"""Nobody enters words: they are looked for in the text, and give start and end."""


def layer_of(connection: apsw.Connection, item: tuple[int, str]) -> str:
    """The layer that holds an item, in any record of its document.  Raises CaseError where none does."""
    for layer in LAYERS:
        query = f"SELECT 1 FROM {layer} AS t JOIN records AS r ON r.id = t.record WHERE r.document = ? AND t.item = ?"  # noqa: S608 - the layers' own names
        if item[0] <= LARGEST and next(iter(connection.execute(query, item)), None):
            return layer
    raise CaseError("item_unknown", document=item[0], item=item[1])


def row_of(connection: apsw.Connection, layer: str, item: tuple[int, str]) -> dict[str, Any]:
    """The row of an item in the youngest record that has it; empty where none has."""
    cursor = connection.execute(
        f"""SELECT t.* FROM {layer} AS t JOIN records AS r ON r.id = t.record
            WHERE r.document = ? AND t.item = ? ORDER BY unixepoch(r.made_at) DESC, r.id DESC LIMIT 1""",  # noqa: S608 - the layers' own names
        item,
    )
    row = next(iter(cursor), None)
    return dict(zip((column[0] for column in cursor.get_description()), row, strict=True)) if row else {}


def corrected(
    connection: apsw.Connection, item: tuple[int, str], layer: str, fields: Mapping[str, Any]
) -> dict[str, Any]:
    """The fields as their columns hold them.

    `words` become start and end, where they stand nearest to the item's own.  Raises CaseError for a column that does not
    exist, a value that it cannot hold, words or a span outside the text, an item that is not there, numbers that cross.
    """
    known = {row[1]: (row[2], not row[3]) for row in connection.execute(f"PRAGMA table_info({layer})")}
    for column in fields:
        if column not in known or column in FIXED:
            allowed = ", ".join(name for name in known if name not in FIXED)
            raise CaseError("column_unknown", column=column, layer=layer, known=allowed)
    fitted = {column: fitting(layer, column, value, known[column]) for column, value in fields.items()}
    row = row_of(connection, layer, item)
    if {"start", "end", _WORDS} & fitted.keys():
        fitted |= _span(connection, item[0], row, fitted)
        fitted.pop(_WORDS, None)
    for column in fitted.keys() & {column for of, column in REFERENCES if of == layer}:
        _named(connection, (item[0], fitted[column]), (layer, column))
    if {"low", "high"} & fitted.keys():
        _in_order({**row, **fitted})
    return fitted


def _span(connection: apsw.Connection, document: int, row: Mapping[str, Any], fitted: dict[str, Any]) -> dict[str, int]:
    text = str(next(iter(connection.execute("SELECT text FROM documents WHERE id = ?", (document,))))[0])
    if _WORDS in fitted and not {"start", "end"} & fitted.keys():
        return words_in(text, str(fitted[_WORDS]), int(row.get("start", 0)))
    start, end = fitted.get("start", row.get("start")), fitted.get("end", row.get("end"))
    if start is None or end is None or not 0 <= start < end <= len(text):
        raise CaseError("span_outside", start=start, end=end, size=len(text))
    if _WORDS in fitted and text[start:end] != fitted[_WORDS]:
        raise CaseError("words_elsewhere", words=fitted[_WORDS], start=start, end=end)
    return {"start": start, "end": end}


def words_in(text: str, words: str, near: int) -> dict[str, int]:
    """Start and end of the words where they stand nearest to an offset.  Raises CaseError where they stand nowhere."""
    best: int | None = None
    at = text.find(words) if words else -1
    while at >= 0:
        best = at if best is None or abs(at - near) < abs(best - near) else best
        at = text.find(words, at + 1) if at < near else -1
    if best is None:
        raise CaseError("words_nowhere", words=words)
    return {"start": best, "end": best + len(words)}


def _named(connection: apsw.Connection, named: tuple[int, str | None], column: tuple[str, str]) -> None:
    """Raises CaseError where a column names an item that its document has not."""
    layer = REFERENCES[column]
    if named[1] is not None and not row_of(connection, layer, (named[0], named[1])):
        raise CaseError("reference_unknown", column=column[1], value=named[1], layer=layer, document=named[0])


def _in_order(row: Mapping[str, Any]) -> None:
    low, high = row.get("low"), row.get("high")
    if low is not None and high is not None and low > high:
        raise CaseError("numbers_cross", low=low, high=high)
