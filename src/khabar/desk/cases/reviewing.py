"""The queue of a review: items that nobody decided about, those first whose error would do most harm and is most likely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from khabar.desk.doubt import doubt_of
from khabar.ledger import Filter, items, opened

REVIEWED: Final = ("figures", "claims", "events")
"""Layers that a desk goes through; times and places come up with the items that rest on them."""
_UNMEASURED: Final = 0.3
"""The doubt of a rule that read nothing in the reports that people judged."""
_LEAST: Final = 0.02
"""No rule is beyond doubt: one that was right in all of few cases least of all."""
_HARM: Final = {
    "killed": 5.0, "injured": 4.0, "missing": 4.0, "abducted": 4.0, "arrested": 3.0, "displaced": 3.0,
    "claim_responsibility": 5.0, "accuse": 4.0, "deny": 3.0, "threaten": 3.0, "order": 3.0,
    "ASSAULT": 3.0, "COERCE": 2.0, "PROTEST": 2.0, "DISASTER": 2.0,
}  # fmt: skip
"""How much an error would weigh, by what is counted, what the speaker does, and what happened; everything else weighs 1."""
_AROUND: Final = 200


@dataclass(frozen=True, slots=True)
class Open:
    """An item to decide about.  `weight` is harm times doubt; `before` + words + `after` is its stretch of the text."""

    layer: str
    row: dict[str, Any]
    weight: float
    before: str
    after: str

    @property
    def item(self) -> tuple[int, str]:
        """Document and id, as decisions name it."""
        return self.row["document"], self.row["item"]


def queue(case: Path, layers: Sequence[str] = REVIEWED, chosen: Filter | None = None) -> Iterator[Open]:
    """The items without a decision, heaviest first; of equal weight in the order of documents.  Raises CaseError."""
    with opened(case) as connection:
        waiting = [
            (-_weight(row), number, layer, row)
            for layer in layers
            for number, row in enumerate(items(connection, layer, chosen))
            if row["verdict"] is None
        ]
        for weight, _, layer, row in sorted(waiting, key=lambda each: each[:2]):
            text = next(iter(connection.execute("SELECT text FROM documents WHERE id = ?", (row["document"],))))[0]
            start, end = row["start"], row["end"]
            yield Open(layer, row, -weight, text[max(start - _AROUND, 0) : start], text[end : end + _AROUND])


def _weight(row: dict[str, Any]) -> float:
    harm = max(_HARM.get(str(row.get(column)), 1.0) for column in ("measure", "act", "type"))
    measured = doubt_of(row.get("rule", ""))
    doubt = 1 - measured.right / measured.read if measured and measured.read else _UNMEASURED
    return harm * max(doubt, _LEAST)
