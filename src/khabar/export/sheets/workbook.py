"""A workbook (XLSX), one sheet a layer.

Texts are written as texts, never as formulas, whatever they begin with, so they stand there exactly as in the report.
Rows go to the disk as they come: memory does not grow with the number of reports.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from pathlib import Path
from typing import Any, Final

from khabar.desk.wording import messages
from khabar.export.sheets.cells import WIDE, Cell
from khabar.export.sheets.layers import Layout, ReportLayout

_MOST_ROWS: Final = 1_048_576
_LONGEST: Final = 32_767
"""What a cell of a workbook can hold, in UTF-16 units."""
_CUT: Final = " […]"
_LINE: Final = 15
"""The height of a line, in points."""
_MOST_LINES: Final = 8
_MOST_CHOICES: Final = 255
"""Letters that the choices of a cell may have together, commas included."""
_READING: Final = {"ltr": 1, "rtl": 2}
_OFFSETS: Final = ("start", "end", "spans")
_FOLDED: Final = {"level": 1, "hidden": True}
"""Offsets are there for programs; for people they are folded away, a click brings them back."""
_DAY: Final = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - the same in every workbook, so that equal records give equal files


class TooManyRows(ValueError):
    """A sheet is full."""


class Workbook:
    """Writes the rows of reports as they come into a workbook, which is complete after `finish`.

    `target` is the file, `ui` the language of headers and of the direction of the sheets; `layout` says what is written, by
    default the records of outcomes.  Everything may raise OSError.
    """

    def __init__(self, target: Path, ui: str, layout: Layout | None = None) -> None:
        self.target, self._layout = target, layout or ReportLayout(messages(ui))
        self._said = self._layout.said
        self._book: Any = None
        self._sheets: dict[str, Any] = {}
        self._widths: dict[str, list[int]] = {}
        self._next: dict[str, int] = {}
        self._formats: dict[Any, Any] = {}

    def add(self, outcome: Any) -> None:
        """Write the rows of a report.  Raises TooManyRows when a sheet is full."""
        if self._book is None:
            self._open()
        for layer, row in self._layout.rows(outcome):
            number = self._next[layer]
            if number >= _MOST_ROWS:
                raise TooManyRows(self._said.say("sheet.full", path=self.target, rows=_MOST_ROWS))
            self._sheets[layer].set_row(number, _LINE * self._lines(layer, row))
            for column, value in enumerate(row):
                self._write(layer, (number, column), value)
            self._next[layer] = number + 1

    def finish(self) -> Path | None:
        """Write the workbook; its path, None when no report came."""
        if self._book is None:
            return None
        from xlsxwriter.exceptions import FileCreateError

        for layer, sheet in self._sheets.items():
            last = len(self._layout.columns(layer)) - 1
            sheet.autofilter(0, 0, max(self._next[layer] - 1, 1), last)
        try:
            self._book.close()
        except FileCreateError as error:
            raise OSError(str(error)) from None
        return self.target

    @property
    def files(self) -> list[Path]:
        """The files that were written."""
        return [self.target] if self._book is not None else []

    def _open(self) -> None:
        from xlsxwriter import Workbook as Book

        if self.target.is_dir():
            raise ValueError(self._said.say("sheet.xlsx_is_a_file", path=self.target))
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self._book = Book(str(self.target), {"constant_memory": True})
        self._book.set_properties({"title": "khabar", "created": _DAY})
        head = {"bold": True, "text_wrap": True, "bg_color": "#E8E8E8", "reading_order": _READING[self._said.direction]}
        self._formats["head"] = self._book.add_format({**head, "valign": "top"})
        self._formats["number"] = self._book.add_format({"valign": "top"})
        for wrapped in (False, True):
            for direction, order in _READING.items():
                text = {"valign": "top", "num_format": "@", "text_wrap": wrapped, "reading_order": order}
                self._formats[wrapped, direction] = self._book.add_format(text)
        for layer in self._layout.sheets:
            self._sheets[layer] = self._sheet(layer)
            self._next[layer] = 1

    def _sheet(self, layer: str) -> Any:
        """An empty sheet with its header, which stays when the rows run."""
        sheet = self._book.add_worksheet(self._said.label("sheet_name", layer))
        if self._said.direction == "rtl":
            sheet.right_to_left()
        sheet.freeze_panes(1, 0)
        shown = self._layout.columns(layer)
        self._widths[layer] = [column.width for column in shown]
        for number, column in enumerate(shown):
            folded = _FOLDED if column.machine.rpartition(".")[2] in _OFFSETS else {}
            sheet.set_column(number, number, column.width, None, folded)
            sheet.write_string(0, number, column.header, self._formats["head"])
            _offer(sheet, number, column.choices)
        return sheet

    def _lines(self, layer: str, row: list[Cell]) -> int:
        """How many lines the longest of the wrapped cells wants: not every program makes rows higher by itself."""
        wrapped = zip(row, self._widths[layer], strict=True)
        wanted = [-(-len(value) // width) for value, width in wrapped if isinstance(value, str) and width >= WIDE]
        return min(max(wanted, default=1), _MOST_LINES)

    def _write(self, layer: str, at: tuple[int, int], value: Cell) -> None:
        if value is None:
            return
        if isinstance(value, str):
            shape = self._formats[self._widths[layer][at[1]] >= WIDE, direction(value)]
            self._sheets[layer].write_string(*at, cut(value), shape)
        else:
            self._sheets[layer].write_number(*at, value, self._formats["number"])


def _offer(sheet: Any, number: int, choices: tuple[str, ...]) -> None:
    """Let the cells of a column be chosen out of a list; whoever types another word is told and may keep it."""
    if choices and len(",".join(choices)) <= _MOST_CHOICES:
        asked = {"validate": "list", "source": list(choices), "error_type": "information"}
        sheet.data_validation(1, number, _MOST_ROWS - 1, number, asked)


def direction(words: str) -> str:
    """The direction of a cell, told by its first letter: a program that goes by the sheet puts marks at the wrong end."""
    for letter in words:
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return "ltr"


def cut(words: str) -> str:
    """Words that fit into a cell; longer ones end with […], and their start and end say where to read on."""
    units = words.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * _LONGEST:
        return words
    room = 2 * (_LONGEST - len(_CUT))
    return units[:room].decode("utf-16-le", "ignore") + _CUT
