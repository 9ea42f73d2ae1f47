"""The queue of a review: items to decide about, those first whose error would do most harm and is most likely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

import apsw

from khabar.desk.cases.listing import verdict_of
from khabar.desk.rules.doubt import doubt_of
from khabar.desk.telling import Teller
from khabar.ledger import DISAGREED, CaseError, Decision, Filter, Hand, items, open_decisions, opened
from khabar.ledger.readings import column_names, current_reading

REVIEWED: Final = ("figures", "claims", "events")
"""Layers that a desk goes through; times and places come up with the items that rest on them."""
Turn = Literal["first", "second", "disagreed", "again"]
"""What is gone through: items that nobody decided about; those that others did, blind; those about which people differ; all."""
Harm = Literal["heavy", "middling", "light"]
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
_HEAVY, _MIDDLING = 4.0, 2.0
_WEIGHING: Final = ("measure", "act", "type")
_AROUND: Final = 200


@dataclass(frozen=True, slots=True)
class Open:
    """An item to decide about.  `weight` is harm times doubt."""

    layer: str
    row: dict[str, Any]
    weight: float

    @property
    def item(self) -> tuple[int, str]:
        """Document and id, as decisions name it."""
        return self.row["document"], self.row["item"]

    @property
    def harm(self) -> Harm:
        """How much an error would weigh."""
        harm = _harm(self.row)
        return "heavy" if harm >= _HEAVY else "middling" if harm >= _MIDDLING else "light"

    @property
    def because(self) -> tuple[str, str]:
        """The column, and the word in it, that tells how much an error would weigh."""
        column = next(column for column in (*_WEIGHING, "item") if column in self.row)
        return column, str(self.row[column])


@dataclass(frozen=True, slots=True)
class Pending:
    """What is to be gone through, heaviest first; of equal weight in the order of documents.  Of `every` item that was asked
    for, `judged` were decided about before.
    """

    waiting: tuple[Open, ...]
    judged: int
    every: int


@dataclass(frozen=True, slots=True)
class Shown:
    """An item as a person sees it: in one sentence, with the text before and behind its words, and what was decided so far."""

    told: str
    before: str
    words: str
    after: str
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which items: of these layers, in reports that the filter chooses, with these values in their columns; `by` is who
    reviews, whose own decisions a second review leaves out.
    """

    layers: Sequence[str] = REVIEWED
    chosen: Filter | None = None
    where: Mapping[str, str] = field(default_factory=dict)
    turn: Turn = "first"
    by: str | None = None


def pending(case: Path, wanted: Wanted) -> Pending:
    """What waits for a decision.  A column of `where` that a layer does not have leaves that layer out.  Raises CaseError."""
    who = Hand.of_this_machine(wanted.by).who
    _check_columns(wanted)
    with opened(case) as connection:
        decided = _by_item(connection)
        asked = [
            (layer, row, _state(decided[row["document"], row["item"]], wanted.turn, who))
            for layer in wanted.layers
            for row in _rows(connection, layer, wanted)
        ]
    counted = [(layer, row, state) for layer, row, state in asked if state != "out"]
    waiting = [Open(layer, row, _weight(row)) for layer, row, state in counted if state == "waiting"]
    waiting.sort(key=lambda each: -each.weight)
    return Pending(tuple(waiting), len(counted) - len(waiting), len(counted))


def _check_columns(wanted: Wanted) -> None:
    """Raises CaseError where no layer has a column that is asked for."""
    for column in wanted.where:
        if not any(column in ("document", *column_names(layer)) for layer in wanted.layers):
            known = ", ".join(dict.fromkeys(name for layer in wanted.layers for name in column_names(layer)))
            raise CaseError("column_unknown", column=column, layer=", ".join(wanted.layers), known=known)


def queue(case: Path, layers: Sequence[str] = REVIEWED) -> Iterator[Open]:
    """The items without a decision, heaviest first.  Raises CaseError."""
    yield from pending(case, Wanted(layers)).waiting


def show(case: Path, waiting: Open, ui: str, around: int = _AROUND) -> Shown:
    """An item in its surroundings, `around` characters on both sides, with the decisions that stand now.  Raises CaseError."""
    row = waiting.row
    with opened(case) as connection:
        decisions = tuple(open_decisions(connection, waiting.item))
        reading = current_reading(connection, row["document"])
    report = reading.report if reading is not None else None
    text = (report.document.text or "") if report is not None else ""
    told = Teller(report, ui).sentence(row["item"]) if report is not None and waiting.layer != "actors" else ""
    start, end = row["start"], row["end"]
    return Shown(told, text[max(start - around, 0) : start], text[start:end], text[end : end + around], decisions)


def _by_item(connection: apsw.Connection) -> defaultdict[tuple[int, str], list[Decision]]:
    found: defaultdict[tuple[int, str], list[Decision]] = defaultdict(list)
    for decision in open_decisions(connection):
        found[decision.document, decision.item].append(decision)
    return found


def _rows(connection: apsw.Connection, layer: str, wanted: Wanted) -> Iterator[dict[str, Any]]:
    if wanted.where.keys() <= {"document", *column_names(layer)}:
        yield from items(connection, layer, wanted.chosen, **wanted.where)


def _state(made: Sequence[Decision], turn: Turn, who: str) -> Literal["waiting", "judged", "out"]:
    """Whether an item waits in this turn, was gone through in it, or has no part in it."""
    mine = any(decision.who == who for decision in made)
    if turn == "second":
        return "out" if all(decision.who == who for decision in made) else "judged" if mine else "waiting"
    if turn == "disagreed":
        return "waiting" if verdict_of(made) == DISAGREED else "out"
    return "waiting" if turn == "again" or not made else "judged"


def _harm(row: Mapping[str, Any]) -> float:
    return max(_HARM.get(str(row.get(column)), 1.0) for column in _WEIGHING)


def _weight(row: Mapping[str, Any]) -> float:
    measured = doubt_of(row.get("rule", ""))
    doubt = 1 - measured.right / measured.read if measured and measured.read else _UNMEASURED
    return _harm(row) * max(doubt, _LEAST)
