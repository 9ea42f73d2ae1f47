"""What became of the items of a record in a newer text: which stand there still, changed a value, disappeared, appeared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal, NamedTuple

import apsw

from khabar.ledger.differing import Differing
from khabar.ledger.layers import LAYERS

Became = Literal["changed", "gone", "new"]
_PLACED: Final = frozenset(
    (
        "record",
        "document",
        "item",
        "start",
        "end",
        "rule",
        "actor",
        "claim",
        "event",
        "within",
        "same_as",
        "part_of",
        "mentions",
    )
)
"""Columns that say where an item stands, or name another item by its place."""
_ALIKE: Final[Mapping[str, tuple[str, ...]]] = {
    "claims": ("speaker", "act"),
    "figures": ("measure",),
    "events": ("type", "subtype"),
    "withheld": ("speaker",),
}
"""By what an item is known for the same one where its words were changed; places, times and names are known by their words."""
_NEAR: Final = 200
"""Characters within which an item with other words may be the same one."""

Row = dict[str, Any]


class ItemChange(NamedTuple):
    """An item of either text, or one of each; `fields` are the columns that differ, older value first."""

    layer: str
    became: Became
    older: Row | None
    newer: Row | None
    fields: dict[str, tuple[Any, Any]]


def item_changes(connection: apsw.Connection, older: int, newer: int, texts: Differing) -> Iterator[ItemChange]:
    """What differs between the newest records of two documents, layer by layer in the order of the texts."""
    for layer in LAYERS:
        if layer == "actors":  # a name is in the text or not; who is meant by it changes with every other name
            continue
        yield from _of_layer(layer, (rows(connection, layer, older), rows(connection, layer, newer)), texts)


def rows(connection: apsw.Connection, layer: str, document: int) -> list[Row]:
    """The items of a layer of the newest record of a document."""
    cursor = connection.execute(f'SELECT * FROM current_{layer} WHERE document = ? ORDER BY "start", item', (document,))  # noqa: S608 - the layers' own names
    return [dict(zip((column[0] for column in cursor.get_description()), row, strict=True)) for row in cursor]


def _of_layer(layer: str, both: tuple[list[Row], list[Row]], texts: Differing) -> Iterator[ItemChange]:
    older, newer = both
    left: dict[str, Row] = {row["item"]: row for row in newer}
    found: list[tuple[int, ItemChange]] = []
    waiting: list[Row] = []
    for row in older:
        place = texts.place(row["start"], row["end"])
        there = next((each for each in left.values() if (each["start"], each["end"]) == place), None)
        if there is None:
            waiting.append(row)
            continue
        del left[there["item"]]
        fields = _differing(row, there)
        if fields:
            found.append((row["start"], ItemChange(layer, "changed", row, there, fields)))
    for row in waiting:
        there = _same_elsewhere(row, left) or _alike(layer, row, left, texts)
        if there is not None:
            del left[there["item"]]
        fields = _differing(row, there) if there else {}
        if there is None or fields:
            found.append((row["start"], ItemChange(layer, "changed" if there else "gone", row, there, fields)))
    appeared = [(row["start"], ItemChange(layer, "new", None, row, {})) for row in left.values()]
    for _, change in [*sorted(found, key=lambda each: each[0]), *appeared]:
        yield change


def _differing(older: Row, newer: Row) -> dict[str, tuple[Any, Any]]:
    """Columns with other values, but for those that say where an item stands."""
    return {
        column: (value, newer[column])
        for column, value in older.items()
        if column not in _PLACED and value != newer[column]
    }


def _same_elsewhere(row: Row, left: Mapping[str, Row]) -> Row | None:
    """An item that says the same in the same words: its sentence was moved."""
    return next((each for each in left.values() if not _differing(row, each)), None)


def _alike(layer: str, row: Row, left: Mapping[str, Row], texts: Differing) -> Row | None:
    """The nearest item of the same kind about where this one stood."""
    columns = _ALIKE.get(layer)
    if columns is None:
        return None
    near = texts.near(row["start"])
    alike = [
        (abs(each["start"] - near), each["item"])
        for each in left.values()
        if all(each[column] == row[column] for column in columns) and abs(each["start"] - near) <= _NEAR
    ]
    return left[min(alike)[1]] if alike else None
