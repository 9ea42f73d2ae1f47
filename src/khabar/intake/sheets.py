"""Sheets that people filled in: the tables of a workbook or a CSV file, as rows of cells.

Spreadsheets save CSV in the system's encoding and with the system's separator; workbooks are archives, which may be made to
fill the memory.  What the cells mean is not known here.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from khabar.intake.encodings import decode
from khabar.intake.incoming import IntakeError

IsHeader = Callable[[Sequence[Any]], bool]
"""Whether the cells of a row are the headers of the table that is looked for."""
_SEPARATORS: Final = (",", ";", "\t", "|")
_MOST_BYTES: Final = 1 << 28
"""Of a file; a sheet of a million rows takes less."""
_MOST_UNPACKED: Final = 1 << 30
_MOST_PARTS: Final = 2_000
_MOST_COLUMNS: Final = 512
_MOST_ROWS: Final = 1_048_576
_LONGEST_CELL: Final = 1 << 24
_HEADER_WITHIN: Final = 20
"""Rows in which the headers are looked for: people write titles above them."""
_DOCTYPE: Final = b"<!DOCTYPE"
_PROLOG: Final = 1 << 16
_ZIP: Final = b"PK\x03\x04"
_WHOLE_ENCODINGS: Final = ("utf", "gb18030")


class SheetError(Exception):
    """A file that cannot be read as a sheet; `reason` names a message."""

    def __init__(self, reason: str, **details: object) -> None:
        super().__init__(reason, details)
        self.reason, self.details = reason, details


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row by its number in the spreadsheet, from 1 on; cells are text, numbers, days and moments, yes and no, or None."""

    number: int
    cells: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its headers.  `lossy`: letters that its encoding does not know may stand there as question marks."""

    name: str
    header: Sequence[Any]
    rows: Iterator[SheetRow]
    lossy: bool


def open_sheets(path: Path, is_header: IsHeader) -> Iterator[Sheet]:
    """The tables of a file in which the wanted headers stand; the rows of one must be taken before the next one.

    Raises SheetError for what is no sheet, too large, or damaged; OSError.
    """
    if path.stat().st_size > _MOST_BYTES:
        raise SheetError("sheet_too_large", path=path, most=f"{_MOST_BYTES >> 20} MB")
    with path.open("rb") as file:
        packed = file.read(len(_ZIP)) == _ZIP
    yield from _workbook(path, is_header) if packed else _csv(path, is_header)


def _csv(path: Path, is_header: IsHeader) -> Iterator[Sheet]:
    try:
        decoded = decode(path.read_bytes())
    except IntakeError as error:
        raise SheetError("sheet_unreadable", path=path, why=error.reason) from error
    text = decoded.text.removeprefix("\ufeff")
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep="):  # Excel's own line about the separator
        text = rest
    csv.field_size_limit(_LONGEST_CELL)
    for separator in _SEPARATORS:
        rows = _numbered(path, csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        header = _header(rows, is_header)
        if header is not None:
            yield Sheet(path.stem, header, rows, not decoded.encoding.lower().startswith(_WHOLE_ENCODINGS))
            return


def _numbered(path: Path, rows: Iterator[Sequence[Any]]) -> Iterator[SheetRow]:
    """Raises SheetError at a row that cannot be read."""
    number = 0
    try:
        for number, cells in enumerate(rows, 1):
            if number > _MOST_ROWS:
                raise SheetError("sheet_too_large", path=path, most=_MOST_ROWS)
            yield SheetRow(number, cells[:_MOST_COLUMNS])
    except csv.Error as error:
        raise SheetError("sheet_damaged", path=path, row=number + 1, why=error) from error


def _header(rows: Iterator[SheetRow], is_header: IsHeader) -> Sequence[Any] | None:
    for row in rows:
        if is_header(row.cells):
            return row.cells
        if row.number >= _HEADER_WITHIN:
            return None
    return None


def _workbook(path: Path, is_header: IsHeader) -> Iterator[Sheet]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    _harmless(path)
    try:
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except (InvalidFileException, KeyError, ValueError, zipfile.BadZipFile, SyntaxError, OSError, TypeError) as error:
        raise SheetError("sheet_unreadable", path=path, why=error) from error
    try:
        for sheet in book.worksheets:
            rows = _numbered(path, _cells(path, sheet))
            header = _header(rows, is_header)
            if header is not None:
                yield Sheet(str(sheet.title), header, rows, lossy=False)
    finally:
        book.close()


def _cells(path: Path, sheet: Any) -> Iterator[Sequence[Any]]:
    from openpyxl.utils.escape import unescape

    try:
        sheet.reset_dimensions()  # what a file says of its size is not to be believed
        for row in sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS):
            yield [unescape(cell) if isinstance(cell, str) else cell for cell in row]
    except (ValueError, KeyError, zipfile.BadZipFile, SyntaxError, EOFError, TypeError, IndexError) as error:
        raise SheetError("sheet_damaged", path=path, row="?", why=error) from error


def _harmless(path: Path) -> None:
    """Raises SheetError for an archive that unpacks to more than a workbook may hold, or declares entities."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
                raise SheetError("sheet_too_large", path=path, most=f"{_MOST_UNPACKED >> 20} MB")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as file:
                        if _DOCTYPE in file.read(_PROLOG):
                            raise SheetError("sheet_hostile", path=path)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise SheetError("sheet_unreadable", path=path, why=error) from error
