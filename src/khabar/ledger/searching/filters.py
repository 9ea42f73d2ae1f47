"""What a person may ask for beside words: days of publication, outlet, speaker, place."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

import apsw

from khabar.ledger.searching.names import KINDS, folded

_NAMED: Final = (
    "{{document}} IN (SELECT document FROM named WHERE name IN "
    "(SELECT id FROM names WHERE kind = '{kind}' AND instr(folded, ?)))"
)
_CONDITIONS: Final = {
    "after": "EXISTS (SELECT 1 FROM newest WHERE document = {document} AND day >= ?)",
    "before": "EXISTS (SELECT 1 FROM newest WHERE document = {document} AND day <= ?)",
    **{kind: _NAMED.format(kind=kind) for kind in KINDS},
}


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that all must hold.  `after` and `before` are days (YYYY-MM-DD, both included) of publication, given or
    inferred; the others are parts of names, compared as the words of the search are: without case, articles and vowel signs.
    """

    after: str | None = None
    before: str | None = None
    outlet: str | None = None
    speaker: str | None = None
    place: str | None = None

    def on_documents(self, document: str) -> tuple[str, tuple[str, ...]]:
        """SQL conditions, each begun with AND, on the document whose id the expression gives; and their values."""
        told = ""
        values: list[str] = []
        for field in fields(self):
            value = getattr(self, field.name)
            if value:
                told += f" AND {_CONDITIONS[field.name].format(document=document)}"
                values.append(folded(value) or value if field.name in KINDS else value)
        return told, tuple(values)


def documents_of(connection: apsw.Connection, chosen: Filter) -> frozenset[int]:
    """The documents that a filter chooses."""
    where, values = chosen.on_documents("d.document")
    query = f"SELECT d.document FROM newest AS d WHERE 1 {where}"  # noqa: S608 - conditions of this file
    return frozenset(int(row[0]) for row in connection.execute(query, values))
