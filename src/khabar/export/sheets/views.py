"""The comparison of many reports as tables: a sheet a view, a row an event, a number, a contradiction, a statement.

These are to be read, not to be brought back: what people decide about several reports is signed one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from khabar.desk.cases.columns import column_label
from khabar.desk.cases.frames import Rows
from khabar.desk.cases.views import flat, flat_columns
from khabar.desk.wording import Messages
from khabar.export.sheets.cells import MIDDLE, NARROW, WIDE, Cell, marked
from khabar.export.sheets.layers import Column

_LONG: Final = ("told", "carried", "reason", "explained", "why", "decided", "one_value", "other_value")
_SHORT: Final = ("low", "high", "reports", "tellings", "uncredited", "contradiction", "raised", "part", "date", "day")


@dataclass(frozen=True)
class ViewLayout:
    """The sheets of views by their names, headers and words in the language of `said`."""

    said: Messages
    views: tuple[str, ...]

    @property
    def sheets(self) -> tuple[str, ...]:
        """The sheets in their order."""
        return self.views

    def columns(self, sheet: str) -> list[Column]:
        """The columns of a sheet."""
        return [Column(name, marked(column_label(name, self.said), name), _width(name)) for name in flat_columns(sheet)]

    def rows(self, told: Mapping[str, Rows]) -> Iterator[tuple[str, list[Cell]]]:
        """The rows of all views, each with the name of its sheet."""
        for view, rows in told.items():
            for row in rows:
                yield view, [self._cell(value) for value in flat(view, row, self.said).values()]

    def _cell(self, value: Any) -> Cell:
        if isinstance(value, bool):
            return self.said.say("page.yes") if value else None
        return None if value == "" else value


def _width(name: str) -> int:
    return WIDE if name in _LONG else NARROW if name in _SHORT else MIDDLE
