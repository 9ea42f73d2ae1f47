"""Asking a case for its items: rows of one layer out of the newest records, with what people decided about them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import apsw

from khabar.ledger.deciding import DISAGREED
from khabar.ledger.errors import CaseError
from khabar.ledger.layers import LAYERS
from khabar.ledger.searching.filters import Filter

_ORDERED: Final = {"events": "t.date IS NULL, t.date, ", "times": "t.value IS NULL, t.value, "}
"""Layers that a reader wants in the order of time."""


def items(
    connection: apsw.Connection, layer: str, chosen: Filter | None = None, /, **values: str | None
) -> Iterator[dict[str, Any]]:
    """The items of a layer as dicts, the column names of schema.sql as keys, with `outlet`, `published` and `verdict`,
    which is "disagreed" where people differ, and `standing` of the document, such as "retracted".

    `values` are columns and what must stand in them, such as act="deny".  Raises CaseError for a layer or a column that does
    not exist.
    """
    if layer not in LAYERS:
        raise CaseError("layer_unknown", layer=layer, known=", ".join(LAYERS))
    where, bound = (chosen or Filter()).on_documents("t.document")
    known = ["document", *columns(connection, layer)]
    for column, value in values.items():
        if column not in known:
            raise CaseError("column_unknown", column=column, layer=layer, known=", ".join(known))
        if value is not None:
            where += f' AND t."{column}" = ?'
            bound = (*bound, value)
    query = f"""SELECT t.*, a.outlet, r.published,
                  (SELECT iif(count(DISTINCT d.verdict || d.fields) > 1, '{DISAGREED}', max(d.verdict))
                   FROM open_decisions AS d WHERE d.document = t.document AND d.item = t.item) AS verdict, s.standing
                FROM current_{layer} AS t JOIN current_records AS r ON r.id = t.record JOIN appearances AS a ON a.id = r.appearance
                LEFT JOIN document_standing AS s ON s.document = t.document
                WHERE 1 {where} ORDER BY {_ORDERED.get(layer, "")} t.document, t."start" """  # noqa: S608 - names checked above
    cursor = connection.execute(query, bound)
    names: list[str] = []
    for row in cursor:
        names = names or [column[0] for column in cursor.get_description()]  # known while there are rows
        yield dict(zip(names, row, strict=True))


def columns(connection: apsw.Connection, layer: str) -> list[str]:
    """The columns of a layer."""
    return [str(row[1]) for row in connection.execute(f"PRAGMA table_info({layer})")]


def columns_of_items(connection: apsw.Connection, layer: str) -> list[tuple[str, str]]:
    """Name and type of every column that `items` gives, in their order.  Raises CaseError for a layer that does not exist."""
    if layer not in LAYERS:
        raise CaseError("layer_unknown", layer=layer, known=", ".join(LAYERS))
    own = [(str(row[1]), str(row[2])) for row in connection.execute(f"PRAGMA table_info({layer})")]
    return [
        ("document", "INTEGER"),
        *own,
        ("outlet", "TEXT"),
        ("published", "TEXT"),
        ("verdict", "TEXT"),
        ("standing", "TEXT"),
    ]
