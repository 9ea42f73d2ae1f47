"""Safe export: the items of a case with only the names that a person approved, and only the words that a person reviewed.

Everything works by lists of what may pass.  Columns that are not named here do not leave the house (addresses, titles, sources, who
collected what on which machine, offsets, coordinates); codes pass when they are words of their vocabulary; names pass when they
are approved; words pass, redacted, when somebody accepted or corrected the item.  What an export cannot do is make people
impossible to recognise, so it says what it hid and what it leaves open.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from khabar.desk.cases.listing import Listed, ListedReport, listed
from khabar.desk.protect.inventory import Inventory
from khabar.desk.protect.naming import names_of_case
from khabar.desk.protect.redacting import MARK, Redactor
from khabar.ledger import Filter
from khabar.ledger.allowed import DATES, FLAGS, LISTS, REFERENCES, VOCABULARY
from khabar.record import Report
from khabar.record.vocabulary import STRUCK, TAKEN

_NAMES: Final = frozenset(("speaker", "via", "counted", "side", "source", "actor", "target", "place"))
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "claims": ("act", "mode", "status", "polarity", "distance", "speaker", "via", "headline", "within", "same_as"),
    "figures": ("measure", "low", "high", "magnitude", "bound", "counted", "side", "source", "place", "as_of", "implicit", "claim",
                "event", "part_of", "same_as"),
    "events": ("type", "subtype", "status", "actor", "basis", "target", "place", "date", "claim", "same_as"),
    "withheld": ("what", "speaker"),
}  # fmt: skip
"""What may leave the house of each layer; nothing of any other."""
HEAD: Final = ("report", "item", "published", "outlet", "review", "words")
_NUMBERS: Final = frozenset(("low", "high", "magnitude"))
_FEW: Final = 3
_HARM: Final = STRUCK | TAKEN | {"released", "rescued"}
_EXACT: Final = frozenset(("point", "town", "district"))


@dataclass(slots=True)
class SafeExport:
    """Rows by layer, each with the columns of HEAD and of its layer; what was hidden, left out and left open."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {layer: [] for layer in COLUMNS})
    undecided: int = 0
    withheld: int = 0
    approved: int = 0
    overruled: int = 0
    unreviewed: int = 0
    rejected: int = 0
    hidden: Counter[str] = field(default_factory=Counter)
    few: list[tuple[str, str, int]] = field(default_factory=list)
    """Report, item and count of figures so small that place and time may point at one person."""


def safe_export(case: Path, chosen: Filter | None = None) -> SafeExport:
    """The rows of a safe export of a case.  Raises CaseError."""
    known = names_of_case(case)
    redactor = Redactor(known)
    made = SafeExport(
        undecided=known.undecided, approved=_decided(known, "approve"), withheld=_decided(known, "withhold")
    )
    made.overruled = len(redactor.overruled)
    for number, report in enumerate(listed(case, tuple(COLUMNS), chosen), 1):
        _Report(report, redactor, made).add(f"r{number}")
    return made


def _decided(known: Inventory, verdict: str) -> int:
    return sum(name.decision is not None and name.decision.verdict == verdict for name in known.names.values())


class _Report:
    """One report on its way out."""

    def __init__(self, report: ListedReport, redactor: Redactor, made: SafeExport) -> None:
        self.items, self.reading = report.items, report.reading
        self.redactor, self.made = redactor, made
        self.text = redactor.redact(report.reading.report.document.text or "")
        numbers: Counter[str] = Counter()
        self.called: dict[str, str] = {}
        for item in self.items:
            numbers[item.layer] += 1
            self.called[item.row["item"]] = f"{item.layer[0]}{numbers[item.layer]}"

    def add(self, called: str) -> None:
        """The rows of all items but the rejected ones."""
        outlet = self.reading.outlet
        shown = None if outlet is None else outlet if self.redactor.is_approved(outlet) else MARK
        day = (self.reading.report.document.published or "")[:10] or None
        for item in self.items:
            if item.verdict == "reject":
                self.made.rejected += 1
                continue
            reviewed = item.verdict in ("accept", "correct")
            self.made.unreviewed += not reviewed
            row = {"report": called, "item": self.called[item.row["item"]], "published": day, "outlet": shown,
                   "review": item.verdict or "none", "words": self._words(item) if reviewed else None}  # fmt: skip
            row |= {column: self._cell(item, column, reviewed) for column in COLUMNS[item.layer]}
            self.made.rows[item.layer].append(row)
            self._warn(item, called)

    def _words(self, item: Listed) -> str:
        """The words of an item out of the text as it was redacted whole: what a name is, is told by what stands around it."""
        start, end = self.text.moved(item.row["start"]), self.text.moved(item.row["end"], ending=True)
        return self._hide(self.text.text[start:end])

    def _cell(self, item: Listed, column: str, reviewed: bool) -> Any:
        value, at = item.row.get(column), (item.layer, column)
        if value is None or value == "":
            return None
        if at in VOCABULARY:
            return value if value in VOCABULARY[at] else None
        if column in _NUMBERS or at in FLAGS:
            return value if isinstance(value, int) else None
        if at in REFERENCES:
            return self.called.get(str(value))
        if at in DATES:
            return str(value) if set(str(value)) <= set("0123456789-:/+TZXWHQESPUFAMOVNI") else None
        if column not in _NAMES:
            return None
        reviewed = reviewed and column not in item.machine  # what a person typed nobody looked for names in
        if at in LISTS:
            return " | ".join(self._name(name, reviewed) for name in _names(value))
        return self._name(str(value), reviewed)

    def _name(self, name: str, reviewed: bool) -> str:
        """A name or a noun phrase: as it is where it is approved as a whole, else without its names, or nothing."""
        if self.redactor.is_approved(name):
            return plain(name)
        return self._hide(name) if reviewed else MARK

    def _hide(self, words: str) -> str:
        redacted = self.redactor.redact(words)
        self.made.hidden.update(found.what for found in redacted.hidden)
        return plain(redacted.text)

    def _warn(self, item: Listed, called: str) -> None:
        """A toll of one in a village, with age and trade, is a name for those who live there."""
        row = item.row
        most = row.get("high") if row.get("high") is not None else row.get("low")
        if item.layer != "figures" or row.get("measure") not in _HARM or not most or most > _FEW:
            return
        if row.get("place") is None or _is_exact(self.reading.report, row["place"]):
            self.made.few.append((called, self.called[row["item"]], most))


def _is_exact(report: Report, name: str) -> bool:
    return any(place.name == name and place.precision in _EXACT for place in report.places) or not any(
        place.name == name for place in report.places
    )


def _names(value: Any) -> Iterator[str]:
    try:
        told = json.loads(value) if isinstance(value, str) else value
    except ValueError:
        told = [value]
    yield from (str(name) for name in (told if isinstance(told, list) else [told]))


@lru_cache(maxsize=1 << 12)
def plain(words: str) -> str:
    """Words on one line without characters that steer a terminal or turn the direction of what follows."""
    kept = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in words)
    return " ".join("".join(c for c in kept if unicodedata.category(c) != "Cf").split())
