"""A workbook (.xlsx): one report a row of each sheet, the file as it came kept with the name of the sheet and the row."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any, Final

from khabar.intake.encodings import clean
from khabar.intake.formats.format import Format
from khabar.intake.formats.rows import Row, Sheet, columns_note, columns_of
from khabar.intake.incoming import Arrival, Failed, Incoming, IntakeError, Kept
from khabar.intake.opening import Given

_MOST_UNPACKED: Final = 512 << 20
_MOST_RATIO: Final = 300

Cells = list[str]


def _read(given: Given) -> Iterator[Arrival]:
    data = given.whole()
    taken = refused = 0
    for title, rows in _sheets(data).items():
        name = f"{given.name}!{title}"
        filled = [(number, cells) for number, cells in rows.items() if any(cell.strip() for cell in cells)]
        if not filled:
            continue
        _, headers = filled[0]
        try:
            columns, order = columns_of(headers, [cells for _, cells in filled[1:]], given.opening)
        except IntakeError as error:
            refused += 1
            yield error.at(name)
            continue
        sheet = Sheet(name, headers, columns, order, "workbook row", "utf-8", recipe=(("sheet", title, "computed"),))
        yield columns_note(name, headers, columns)
        for number, cells in filled[1:]:
            taken += 1
            made = sheet.incoming(Row(number, cells, data))
            yield _with_row(made, number) if isinstance(made, Incoming) else made
        yield from sheet.notes()
    if not taken and not refused:
        yield Failed(given.name, "empty", "no_rows", given.name)


def _with_row(made: Incoming, number: int) -> Incoming:
    return replace(made, metadata=(*made.metadata, ("row", str(number), "computed")))


@lru_cache(maxsize=1)
def _sheets(data: bytes) -> dict[str, dict[int, Cells]]:
    """Rows of each sheet as words, by their numbers.  The last workbook is kept: `verify` asks for it row by row."""
    _refuse_bombs(data)
    from openpyxl import load_workbook  # start-up

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        found = {sheet.title: dict(_rows(sheet)) for sheet in book.worksheets}
        book.close()
    except Exception as error:  # the library raises anything on a broken workbook
        raise IntakeError("not_text", "workbook_damaged", why=error) from error
    return found


def _rows(sheet: Any) -> Iterator[tuple[int, Cells]]:
    """Rows without the empty cells behind the widest header: sheets say that they are wider than they are."""
    width = 0
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        written = [_written(cell) for cell in cells]
        while written and not written[-1]:
            written.pop()
        width = width or len(written)
        yield number, written + [""] * (width - len(written))


def _written(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="minutes") if cell.time() != time() else cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return clean(str(cell))[0]


def _refuse_bombs(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise IntakeError("not_text", "workbook_damaged", why=error) from error
    if unpacked > _MOST_UNPACKED or (unpacked > (64 << 20) and unpacked > _MOST_RATIO * len(data)):
        raise IntakeError("too_large", "unpacks_beyond", limit=f"{_MOST_UNPACKED >> 20} MB")


def _again(kept: Kept) -> str | None:
    rows = _sheets(kept.original)[kept.said("sheet") or ""]
    return rows[int(kept.said("row") or 0)][int(kept.said("text_column") or 0) - 1]


def _tells(given: Given) -> bool:
    return given.named(".xlsx", ".xlsm") and given.head.startswith(b"PK")


FORMAT = Format(("workbook row",), _tells, _read, _again, (".xlsx",))
