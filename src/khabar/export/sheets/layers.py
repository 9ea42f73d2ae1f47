"""Layers as tables: the columns of each sheet, and the rows of a report.

Every row begins with where it comes from and the item's id, says the item in one plain sentence, and shows the full
sentence of the report around it; then follows every field of the record, in the order of the file format.
"""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from khabar.desk import Failure, Outcome, failure_words
from khabar.desk.rules.doubt import doubt_of
from khabar.desk.surroundings import Surroundings
from khabar.desk.telling import Teller, amount
from khabar.desk.wording import Messages
from khabar.export.sheets.cells import MIDDLE, NARROW, WIDE, WIDEST, Cell, Part, marked, parts_of
from khabar.record import Actor, Caveat, Claim, Document, Event, Figure, Place, Report, Time, Unread, Withheld

REPORTS: Final = "reports"
LAYERS: Final[dict[str, type]] = {
    "claims": Claim,
    "figures": Figure,
    "events": Event,
    "withheld": Withheld,
    "caveats": Caveat,
    "times": Time,
    "places": Place,
    "actors": Actor,
    "unread": Unread,
}
"""The sheets of items, in their order, each with the type of its rows."""
_VOCABULARY: Final = {
    **{("claims", name): name for name in ("found_by", "mode", "act", "status", "polarity", "distance")},
    **{("figures", name): name for name in ("measure", "unit", "count_kind")},
    ("figures", "bound"): "bound_word",
    ("times", "kind"): "time_kind",
    ("withheld", "what"): "withheld_what",
    ("caveats", "kind"): "caveat",
    ("times", "mod"): "time_mod",
    ("actors", "kind"): "actor_kind",
    ("places", "kind"): "place_kind",
    ("places", "precision"): "precision",
    ("events", "type"): "event_type",
    ("events", "subtype"): "subtype",
    ("events", "status"): "event_status",
    ("unread", "why"): "unread_why",
    (REPORTS, "published_basis"): "published_basis",
}
"""The table of labels for the words of a field."""
_LETTER: Final = {"caveats": "v", "unread": "u"}
"""Items without an id of their own get one for the sheet, made like the others: a letter and the span."""
_HEAD: Final = (("report", MIDDLE), ("outlet", MIDDLE), ("published", MIDDLE), ("id", MIDDLE))
_UNTOLD: Final = ("caveats", "unread", "actors")
_LONG: Final = ("title", "url")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the machine name that never changes, the header in the reader's language, the width in characters.

    `choices`, where there are any, are what a person may put in: a workbook offers them.
    """

    machine: str
    header: str
    width: int
    choices: tuple[str, ...] = ()


class Layout(typing.Protocol):
    """Which sheets there are, their columns, and the rows that something to be written has in them."""

    @property
    def said(self) -> Messages:
        """The language of the headers."""

    @property
    def sheets(self) -> Sequence[str]:
        """The sheets in their order, by machine name."""

    def columns(self, sheet: str) -> list[Column]:
        """The columns of a sheet."""

    def rows(self, told: Any) -> Iterator[tuple[str, list[Cell]]]:
        """The rows of what is written, each with the name of its sheet."""


@dataclass(frozen=True, slots=True)
class ReportLayout:
    """The sheets of the records of reports: one of the reports, one a layer."""

    said: Messages

    @property
    def sheets(self) -> Sequence[str]:
        """The sheets in their order."""
        return (REPORTS, *LAYERS)

    def columns(self, sheet: str) -> list[Column]:
        """The columns of a sheet."""
        return columns(sheet, self.said)

    def rows(self, told: Outcome) -> Iterator[tuple[str, list[Cell]]]:
        """The rows of an outcome."""
        return rows(told, self.said)


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    part: Part
    machine: str


@cache
def _fields(layer: str, kind: type) -> tuple[_Field, ...]:
    """The columns that the fields of a record type have, in their order."""
    hints = typing.get_type_hints(kind)
    own = {"id", "text"} if kind is Document else {"id"}
    return tuple(
        _Field(name, part, f"{name}.{part.suffix}" if part.suffix else name)
        for name in _names(kind)
        if name not in own
        for part in parts_of(hints[name], _VOCABULARY.get((layer, name)))
    )


def columns(layer: str, said: Messages) -> list[Column]:
    """The columns of a sheet, headers in the language of `said`."""
    if layer == REPORTS:
        named = [
            ("report", MIDDLE),
            *((f"count.{name}", NARROW) for name in LAYERS),
            ("error", MIDDLE),
            ("message", WIDE),
        ]
        fields = _fields(REPORTS, Document)
    else:
        told = [] if layer in _UNTOLD else [("told", WIDEST)]
        amount = [("amount", MIDDLE)] if layer == "figures" else []
        named = [*_HEAD, *told, ("sentence", WIDEST), *amount]
        fields = _fields(layer, LAYERS[layer])
    shown = [*named, *((field.machine, _width(field)) for field in fields), *_doubt_columns(layer)]
    return [Column(machine, marked(_label(layer, machine, said), machine), width) for machine, width in shown]


def _doubt_columns(layer: str) -> list[tuple[str, int]]:
    """How often the rule was right, beside every item that a rule read."""
    return [("rule.right", NARROW), ("rule.read", NARROW)] if "rule" in _names(LAYERS.get(layer, Document)) else []


def _names(kind: type) -> tuple[str, ...]:
    return tuple(kind.__struct_fields__)  # type: ignore[attr-defined]


def _width(field: _Field) -> int:
    return WIDE if field.machine in _LONG else field.part.width


def _label(layer: str, machine: str, said: Messages) -> str:
    """The header of a column: the label of the field, which a layer may have of its own, and of the part of it."""
    name, _, suffix = machine.partition(".")
    if name == "count":
        return said.label("layer", suffix)
    own, shared = said.tables["sheet_field"], said.tables["field"]
    label = str(own.get(name) or shared.get(f"{layer}_{name}") or shared[name])
    return f"{label} – {said.label('sheet_part', suffix)}" if suffix else label


def rows(outcome: Outcome, said: Messages) -> Iterator[tuple[str, list[Cell]]]:
    """The rows of an outcome, each with the name of its sheet: that of the report, then those of its items."""
    if isinstance(outcome, Failure):
        empty: list[Cell] = [None] * len(LAYERS)
        rest: list[Cell] = [None] * len(_fields(REPORTS, Document))
        yield REPORTS, [outcome.id, *empty, outcome.code, failure_words(outcome, said.code), *rest]
        return
    counts: list[Cell] = [len(getattr(outcome, layer)) for layer in LAYERS]
    document = _cells(outcome.document, _fields(REPORTS, Document), said)
    yield REPORTS, [outcome.document.id, *counts, None, None, *document]
    yield from _items(outcome, said)


def _items(report: Report, said: Messages) -> Iterator[tuple[str, list[Cell]]]:
    around, teller = Surroundings(report), Teller(report, said.code)
    head = [report.document.id, report.document.outlet, report.document.published]
    for layer, kind in LAYERS.items():
        for item in getattr(report, layer):
            start, end = extent(item)
            row: list[Cell] = [*head, getattr(item, "id", None) or f"{_LETTER[layer]}{start}-{end}"]
            if layer not in _UNTOLD:
                row.append(teller.sentence(item.id))
            row.append(around.sentence(start, end))
            if isinstance(item, Figure):
                row.append(amount(item, said, mark=""))
            row += _cells(item, _fields(layer, kind), said)
            yield layer, row + _doubt(item)


def _doubt(item: Any) -> list[Cell]:
    rule = getattr(item, "rule", None)
    return [] if rule is None else [*(doubt_of(rule) or (None, None))]


def _cells(item: Any, fields: Iterable[_Field], said: Messages) -> list[Cell]:
    values = ((field.part, getattr(item, field.name)) for field in fields)
    return [None if value is None else part.cell(value, said) for part, value in values]


def extent(item: Any) -> tuple[int, int]:
    """Start and end of all words of an item: its own span, or its cue, speaker and content, or its trigger together."""
    if hasattr(item, "start"):
        return item.start, item.end
    spans: Sequence[Any] = [getattr(item, name, None) for name in ("cue", "speaker", "content", "trigger", "span")]
    found = [span for span in [*spans, *getattr(item, "mentions", [])[:1]] if span is not None]
    return (min(s.start for s in found), max(s.end for s in found)) if found else (0, 0)
