"""The items of a case as tables, to be looked through, corrected and brought back (`khabar import`).

A row begins with the key by which it is known again and the columns in which a person decides; then come the item in one
sentence, the sentence of the report, the columns that can be corrected as they stand, and where it is from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from khabar.desk.cases.columns import JOINT, column_label, kind_of, listed_names, word_label, words_of
from khabar.desk.cases.listing import Listed, ListedReport
from khabar.desk.rules.doubt import doubt_of
from khabar.desk.surroundings import Surroundings
from khabar.desk.telling import Teller
from khabar.desk.wording import Messages
from khabar.export.sheets.cells import MIDDLE, NARROW, WIDE, WIDEST, Cell, marked
from khabar.export.sheets.layers import Column

_DECIDED: Final = (
    ("verdict", MIDDLE),
    ("reason", WIDE),
    ("decided_by", MIDDLE),
    ("decided_at", MIDDLE),
    ("machine", MIDDLE),
)
_VERDICTS: Final = ("accept", "reject", "unsure")
_FROM: Final = (("outlet", MIDDLE), ("published", MIDDLE), ("title", WIDE), ("url", WIDE), ("original", MIDDLE),
                ("appearances", NARROW))  # fmt: skip
_DOUBT: Final = (("rule.right", NARROW), ("rule.read", NARROW))
_UNTOLD: Final = ("actors",)
_SHOWN_APART: Final = ("item", "words", "start", "end", "rule")


@dataclass(frozen=True)
class CaseLayout:
    """The sheets of a case: `fields` are the layers with the columns of their tables, headers in the language of `said`."""

    said: Messages
    fields: Mapping[str, tuple[str, ...]]

    @property
    def sheets(self) -> tuple[str, ...]:
        """The sheets in their order."""
        return tuple(self.fields)

    def columns(self, layer: str) -> list[Column]:
        """The columns of a sheet."""
        told = [] if layer in _UNTOLD else [("told", WIDEST)]
        own = [(name, MIDDLE) for name in self._own(layer)]
        rule = [("rule", MIDDLE), *_DOUBT] if "rule" in self.fields[layer] else []
        shown = [("key", NARROW), ("document", NARROW), ("item", MIDDLE), *_DECIDED, *told, ("sentence", WIDEST),
                 ("words", WIDE), *own, ("start", NARROW), ("end", NARROW), *_FROM, *rule]  # fmt: skip
        return [
            Column(name, marked(self._label(name), name), width, self._choices(layer, name)) for name, width in shown
        ]

    def rows(self, report: ListedReport) -> Iterator[tuple[str, list[Cell]]]:
        """The rows of a report, each with the name of its sheet."""
        reading = report.reading
        around, teller = Surroundings(reading.report), Teller(reading.report, self.said.code)
        day = reading.report.document.published
        found: list[Cell] = [reading.outlet, day, reading.title, reading.url, reading.original, reading.appearances]
        for item in report.items:
            row = item.row
            head: list[Cell] = [item.key, reading.document, row["item"], *self._decided(item)]
            if item.layer not in _UNTOLD:
                head.append(teller.sentence(row["item"]))
            head += [around.sentence(row["start"], row["end"]), row["words"]]
            own = [self._cell(item.layer, name, row[name]) for name in self._own(item.layer)]
            rule: list[Cell] = [row["rule"], *(doubt_of(row["rule"]) or (None, None))] if "rule" in row else []
            yield item.layer, [*head, *own, row["start"], row["end"], *found, *rule]

    def _own(self, layer: str) -> Iterator[str]:
        return (name for name in self.fields[layer] if name not in _SHOWN_APART)

    def _choices(self, layer: str, column: str) -> tuple[str, ...]:
        """What a person may put into a column of a vocabulary, and of verdicts but the correction, which a changed cell is."""
        if column == "verdict":
            return tuple(marked(self.said.label("verdict", word), word) for word in _VERDICTS)
        labels = ((word_label(layer, column, word, self.said), word) for word in words_of(layer, column))
        return tuple(word if label is None else marked(label, word) for label, word in labels)

    def _label(self, name: str) -> str:
        field, _, part = name.partition(".")
        label = column_label(field, self.said)
        return f"{label} – {self.said.label('sheet_part', part)}" if part else label

    def _decided(self, item: Listed) -> list[Cell]:
        verdict = item.verdict
        if verdict is None:
            return [None] * len(_DECIDED)
        label = marked(self.said.label("verdict", verdict), verdict)
        told = [f"{d.who}: {self.said.label('verdict', d.verdict)}" for d in item.decisions]
        differ = len(item.decisions) > 1
        last = item.decisions[-1]
        machine = [f"{name}: {'' if value is None else value}" for name, value in item.machine.items()]
        return [label, item.reason, JOINT.join(told) if differ else last.who, last.at, JOINT.join(machine) or None]

    def _cell(self, layer: str, column: str, value: Any) -> Cell:
        """A value as people read it: words of vocabularies with their label, yes, names of a list one after the other."""
        if value is None or value == "":
            return None
        kind = kind_of(layer, column)
        if kind == "flag":
            return self.said.say("page.yes") if value else None
        if kind == "list":
            return JOINT.join(listed_names(value))
        label = word_label(layer, column, value, self.said) if kind == "word" else None
        if label is not None:
            return marked(label, value)
        return value if isinstance(value, int | float) else str(value)
