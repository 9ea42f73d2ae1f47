"""A folder of CSV files, one a layer: UTF-8 with a byte order mark, because Excel takes CSV without one for Latin letters.

A cell that begins like a formula is begun with an apostrophe: spreadsheets run what begins with = + - @, and a report can
hold such words.  A cell that begins with an apostrophe gets a second one, so that taking one away from every cell that
begins with one gives back the exact words (`recovered`).
"""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import IO, Any, Final

from khabar.desk.wording import messages
from khabar.export.sheets.cells import Cell
from khabar.export.sheets.layers import Layout, ReportLayout

_GUARD: Final = "'"
# Also after quotation marks and blanks, which some programs take off before they look, and in their full-width forms.
_DANGEROUS = re.compile(r"[\s\"“”„«»‘’`\ufeff\u200b-\u200f\u202a-\u202e\u2066-\u2069]*[=+\-@|%＝＋－＠\t\r\n]")


def guarded(words: str) -> str:
    """Words as a CSV cell holds them: never the beginning of a formula."""
    return _GUARD + words if words.startswith(_GUARD) or _DANGEROUS.match(words) else words


def recovered(cell: str) -> str:
    """The exact words of a cell that `guarded` made."""
    return cell.removeprefix(_GUARD)


class CsvFolder:
    """Writes the rows of reports as they come into a folder.  Files of the same names are replaced.

    `target` is the folder, `ui` the language of the headers; `layout` says what is written, by default the records of
    outcomes.  Everything may raise OSError; ValueError for a target that is a file.
    """

    def __init__(self, target: Path, ui: str, layout: Layout | None = None) -> None:
        self.target, self._layout = target, layout or ReportLayout(messages(ui))
        self._said = self._layout.said
        self._files: dict[str, IO[str]] = {}
        self._writers: dict[str, Any] = {}

    def add(self, outcome: Any) -> None:
        """Write the rows of a report, or the row that says why it could not be read."""
        if not self._files:
            self._open()
        for layer, row in self._layout.rows(outcome):
            self._writers[layer].writerow([_cell(value) for value in row])

    def finish(self) -> Path | None:
        """Close the files; the folder, None when no report came."""
        for file in self._files.values():
            file.close()
        return self.target if self._files else None

    @property
    def files(self) -> list[Path]:
        """The files that were written."""
        return [self.target / f"{layer}.csv" for layer in self._files]

    def _open(self) -> None:
        if self.target.exists() and not self.target.is_dir():
            raise ValueError(self._said.say("sheet.csv_is_a_folder", path=self.target))
        self.target.mkdir(parents=True, exist_ok=True)
        for layer in self._layout.sheets:
            path = self.target / f"{layer}.csv"
            file = path.open("w", encoding="utf-8-sig", errors="replace", newline="")  # closed by finish
            self._files[layer] = file
            self._writers[layer] = csv.writer(file, lineterminator="\r\n")
            self._writers[layer].writerow([column.header for column in self._layout.columns(layer)])


def _cell(value: Cell) -> str | int | float:
    if value is None:
        return ""
    return guarded(value) if isinstance(value, str) else value
