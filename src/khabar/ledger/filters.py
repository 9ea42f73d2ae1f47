"""What a person may ask for beside words: days of publication, outlet, speaker, place."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

_CONDITIONS: Final = {
    "after": "IN (SELECT document FROM current_records WHERE substr(published, 1, 10) >= ?1)",
    "before": "IN (SELECT document FROM current_records WHERE substr(published, 1, 10) <= ?1)",
    "outlet": "IN (SELECT document FROM appearances WHERE instr(lower(outlet), lower(?1)))",
    "speaker": "IN (SELECT document FROM current_claims WHERE instr(lower(speaker), lower(?1)))",
    "place": "IN (SELECT document FROM current_places WHERE instr(lower(name), lower(?1)) "
    "OR instr(name_ar, ?1) OR instr(words, ?1))",
}


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that all must hold.  `after` and `before` are days (YYYY-MM-DD, both included) of publication, given or
    inferred; the others are parts of names, compared without case.
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
                condition = _CONDITIONS[field.name]
                told += f" AND {document} " + condition.replace("?1", "?")
                values += [value] * condition.count("?1")
        return told, tuple(values)
