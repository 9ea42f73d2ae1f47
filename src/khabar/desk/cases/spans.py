"""Where an item stands in the text of its document."""

from __future__ import annotations

import apsw

from khabar.ledger import CaseError
from khabar.ledger.corrections import layer_of


def item_span(connection: apsw.Connection, item: tuple[int, str]) -> tuple[int, int]:
    """Offsets of an item, by the newest record that has it.  Raises CaseError where none has."""
    layer = layer_of(connection, item)
    query = f"""SELECT t."start", t."end" FROM {layer} AS t JOIN records AS r ON r.id = t.record
                WHERE r.document = ? AND t.item = ? ORDER BY r.id DESC LIMIT 1"""  # noqa: S608 - the layers' own names
    for start, end in connection.execute(query, item):
        return int(start), int(end)
    raise CaseError("item_unknown", document=item[0], item=item[1])
