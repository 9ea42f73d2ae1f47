"""The kinds of gold files, and scoring a whole file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

from khabar.desk.scoring.list_rows import gsr_rows, place_list_rows, time_list_rows
from khabar.desk.scoring.pairing import Item
from khabar.desk.scoring.polnear_rows import polnear_rows
from khabar.desk.scoring.report_rows import report_rows
from khabar.desk.scoring.tally import Rows
from khabar.desk.wording import Spoken

Kind = Literal["reports", "polnear", "gsr", "times", "places"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

_ROWS_OF: Final[dict[Kind, Callable[[Item, Item], Rows]]] = {
    "reports": report_rows,
    "polnear": polnear_rows,
    "gsr": gsr_rows,
    "times": time_list_rows,
    "places": place_list_rows,
}
_FIELDS: Final[dict[Kind, tuple[str, ...]]] = {
    "reports": ("id", "text", "claims", "figures", "times", "places", "events"),
    "polnear": ("id", "text", "attributions"),
    "gsr": ("id", "text", "event_type", "label", "dup_conflict"),
    "times": ("id", "text", "start", "end_char", "kind"),
    "places": ("id", "text", "start", "end"),
}
"""The fields by which the lines of a kind are known; the first kind that fits is taken."""


class NotGold(Spoken):
    """A line that is no gold line of the kind asked for; the message names the line and what it lacks."""

    topic = "not_gold"


@dataclass(frozen=True, slots=True)
class Scored:
    """The rows of each gold line, and how many lines had no record (these count as empty records)."""

    kind: Kind
    ids: tuple[str, ...]
    reports: tuple[Rows, ...]
    missing: int


def kind_of(line: Item) -> Kind | None:
    """The kind of gold that a line is; None when it is of none."""
    return next((kind for kind, fields in _FIELDS.items() if line.keys() >= set(fields)), None)


def score_lines(kind: Kind, gold: Sequence[Item], records: Mapping[str, Item]) -> Scored:
    """Score records, given by the id of their gold line.  Raises NotGold for a line that is not of the kind."""
    for number, line in enumerate(gold, 1):
        if lacking := [name for name in _FIELDS[kind] if name not in line]:
            raise NotGold("lacking", line=number, kind=kind, fields=", ".join(lacking))
    ids = tuple(str(line["id"]) for line in gold)
    rows = tuple(_ROWS_OF[kind](line, records.get(name, {})) for name, line in zip(ids, gold, strict=True))
    return Scored(kind, ids, rows, sum(name not in records for name in ids))
