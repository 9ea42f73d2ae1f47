"""Listing a case for its sheets: every item with what stands today, what the machine read, and who decided what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from khabar.desk.cases.columns import JOINT
from khabar.ledger import DISAGREED, Decision, Filter, open_decisions, opened
from khabar.ledger.readings import Reading, readings

Which = Literal["all", "undecided", "decided", "disagreed"]
"""Items to list: by whether somebody decided about them."""
_TEXT, _RECORD, _DECISION = 16, 8, 12
NOBODY: Final = "-"


@dataclass(frozen=True, slots=True)
class Listed:
    """An item.  `row` holds the columns of its layer as they stand, `machine` what the machine read in those that a person
    corrected, `decisions` those that nobody settled (several where people differ).

    `key` names item, record and decisions by their hashes: the same in every case that holds them.
    """

    layer: str
    row: dict[str, Any]
    machine: dict[str, Any]
    decisions: tuple[Decision, ...]
    key: str

    @property
    def verdict(self) -> str | None:
        """What stands: a verdict, None, or "disagreed"."""
        return verdict_of(self.decisions)

    @property
    def reason(self) -> str | None:
        """Why, in the words of all who decided."""
        return JOINT.join(decision.reason for decision in self.decisions if decision.reason) or None


@dataclass(frozen=True, slots=True)
class ListedReport:
    """A report with the items that were asked for."""

    reading: Reading
    items: tuple[Listed, ...]


def listed(
    case: Path, layers: Sequence[str], chosen: Filter | None = None, which: Which = "all"
) -> Iterator[ListedReport]:
    """The reports of a case with their items, in the order of documents; those without any are left out.  Raises CaseError."""
    with opened(case) as connection:
        decided: defaultdict[tuple[int, str], list[Decision]] = defaultdict(list)
        for decision in open_decisions(connection):
            decided[decision.document, decision.item].append(decision)
        for reading in readings(connection, chosen):
            items = tuple(
                item
                for layer, rows in reading.rows()
                if layer in layers
                for row in rows
                if _wanted(item := standing(reading, layer, row, decided[reading.document, row["item"]]), which)
            )
            if items:
                yield ListedReport(reading, items)


def standing(reading: Reading, layer: str, row: dict[str, Any], decisions: Sequence[Decision]) -> Listed:
    """An item as it stands: where people agree on a correction, with what it puts in."""
    agreed = decisions[0].fields if verdict_of(decisions) == "correct" else {}
    stands = {**row, **agreed}
    if "start" in agreed:
        stands["words"] = (reading.report.document.text or "")[stands["start"] : stands["end"]]
    machine = {column: row[column] for column in stands if stands[column] != row[column]}
    named = "+".join(sorted(decision.hash[:_DECISION] for decision in decisions)) or NOBODY
    key = f"{reading.text_sha256[:_TEXT]}:{row['item']}:{reading.record_sha256[:_RECORD]}:{named}"
    return Listed(layer, stands, machine, tuple(decisions), key)


def verdict_of(decisions: Sequence[Decision]) -> str | None:
    """What decisions that do not settle one another amount to."""
    said = [(decision.verdict, decision.fields) for decision in decisions]
    if not said:
        return None
    return said[0][0] if all(one == said[0] for one in said) else DISAGREED


def _wanted(item: Listed, which: Which) -> bool:
    verdict = item.verdict
    return {
        "all": True,
        "undecided": verdict is None,
        "decided": verdict is not None,
        "disagreed": verdict == DISAGREED,
    }[which]
