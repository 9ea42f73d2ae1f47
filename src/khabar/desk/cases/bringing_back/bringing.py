"""`khabar import`: an edited sheet comes back into its case as decisions, all of them or none."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import apsw

from khabar.desk.cases.bringing_back.headers import KEY, column_of, is_header
from khabar.desk.cases.bringing_back.judging import Filled, ruling_of
from khabar.desk.cases.bringing_back.spelling import plain
from khabar.desk.cases.listing import NOBODY, Listed, standing
from khabar.intake.sheets import Sheet, SheetError, SheetRow, open_sheets
from khabar.ledger import (
    CaseError,
    Decision,
    Entry,
    Hand,
    Ruling,
    decide,
    decisions,
    enter,
    open_decisions,
    opened,
    transaction,
)
from khabar.ledger.readings import Reading, current_reading, reading_of

_READINGS_AT_HAND: Final = 256


@dataclass(frozen=True, slots=True)
class RowFault:
    """A row that could not be brought back; `reason` and `details` name a message of cases."""

    sheet: str
    row: int
    column: str | None
    reason: str
    details: dict[str, str]


@dataclass(frozen=True, slots=True)
class Brought:
    """A decision out of a row: of `item` (document, id)."""

    sheet: str
    row: int
    layer: str
    item: tuple[int, str]
    ruling: Ruling


@dataclass(slots=True)
class Return:
    """What came of a sheet.  `conflicts` are rows about whose item somebody decided, or which was read anew, since the export;
    `settled` counts rows whose decision stands already, `untouched` those that say nothing new; `unread` are headers of
    columns that mean nothing here.  `entered` tells whether the decisions are in the case.
    """

    rows: int = 0
    untouched: int = 0
    settled: int = 0
    decisions: list[Brought] = field(default_factory=list)
    conflicts: list[RowFault] = field(default_factory=list)
    faults: list[RowFault] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    entered: bool = False


class _Stop(Exception):
    """Ends the transaction without a trace."""


def bring_back(
    case: Path, sheet: Path, by: str | None = None, *, keep_going: bool = False, dry_run: bool = False
) -> Return:
    """Enter what people changed in a sheet that `khabar export` wrote, signed by `by`.

    Where a row is at fault or in conflict nothing is entered, with `keep_going` the others are; with `dry_run` nothing is,
    but all is tried.  Raises CaseError for a case or a sheet that cannot be used at all, OSError for an unreadable file.
    """
    found = Return()
    hand = Hand.of_this_machine(by)
    with opened(case, writing=True) as connection:
        try:
            with transaction(connection):
                _enter_all(connection, hand, sheet, found)
                if dry_run or not found.decisions or (not keep_going and (found.faults or found.conflicts)):
                    raise _Stop
                _enter_sheet(connection, hand, sheet, found)
                found.entered = True
        except _Stop:
            pass
        except SheetError as error:
            raise CaseError(error.reason, **error.details) from error
    return found


def _enter_sheet(connection: apsw.Connection, hand: Hand, sheet: Path, found: Return) -> Entry:
    with sheet.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    told = {"file": sheet.name, "sha256": digest, "rows": found.rows, "decisions": len(found.decisions)}
    return enter(connection, hand, "imported", told)


def _enter_all(connection: apsw.Connection, hand: Hand, path: Path, found: Return) -> None:
    known = _Known(connection)
    seen: dict[str, tuple[str, int]] = {}
    some = False
    for sheet in open_sheets(path, is_header):
        some = True
        columns = [column_of(cell) for cell in sheet.header]
        found.unread += [str(cell) for cell, name in zip(sheet.header, columns, strict=True) if cell and name is None]
        for row in sheet.rows:
            cells = _cells(columns, row)
            if any(cell not in (None, "") for cell in cells.values()):
                found.rows += 1
                _enter_row(connection, hand, (known, seen, found), _Line(sheet, row.number, cells))
    if not some:
        raise SheetError("sheet_without_key", path=path)


@dataclass(frozen=True, slots=True)
class _Line:
    sheet: Sheet
    number: int
    cells: dict[str, Any]

    def fault(self, error: CaseError) -> RowFault:
        return RowFault(self.sheet.name, self.number, error.details.get("column"), error.reason, error.details)


def _cells(columns: Sequence[str | None], row: SheetRow) -> dict[str, Any]:
    """Cells by column; of two columns with one name the first.  A row that ends early has empty cells behind its end."""
    padded = [*row.cells, *[None] * (len(columns) - len(row.cells))]
    made: dict[str, Any] = {}
    for name, cell in zip(columns, padded, strict=False):
        if name is not None:
            made.setdefault(name, cell)
    return made


def _enter_row(
    connection: apsw.Connection, hand: Hand, at: tuple[_Known, dict[str, tuple[str, int]], Return], line: _Line
) -> None:
    """Decide about the item of a row, or note why not."""
    known, seen, found = at
    try:
        key = plain(str(line.cells.get(KEY) or "")).removeprefix("'")
        before, now, document = known.item(key)
        ruling = ruling_of(Filled(line.cells, line.sheet.lossy), before)
        if ruling is None:
            found.untouched += 1
            return
        if key in seen:
            raise CaseError("row_again", column=KEY, sheet=seen[key][0], row=seen[key][1])
        seen[key] = (line.sheet.name, line.number)
        item = (document, before.row["item"])
        if _stands(ruling, now):
            found.settled += 1
        elif _moved_on(before, now):
            found.conflicts.append(line.fault(_conflict(before, now)))
        else:
            decide(connection, hand, item, ruling)
            found.decisions.append(Brought(line.sheet.name, line.number, before.layer, item, ruling))
    except CaseError as error:
        found.faults.append(line.fault(error))


def _stands(ruling: Ruling, now: Listed | None) -> bool:
    """Whether the case says already what the row says: the sheet was brought back before."""
    if now is None or now.verdict != ruling.verdict:
        return False
    put_in = {column: value for column, value in ruling.fields.items() if now.row.get(column) != value}
    return not put_in and (
        ruling.verdict != "correct" or set(ruling.fields) >= set(now.machine) - {"words", "start", "end"}
    )


def _moved_on(before: Listed, now: Listed | None) -> bool:
    if now is None or _decided(before.key) != _decided(now.key):
        return True
    return {**before.row, **before.machine} != {**now.row, **now.machine}


def _decided(key: str) -> str:
    return key.rpartition(":")[2]


def _conflict(before: Listed, now: Listed | None) -> CaseError:
    if now is None:
        return CaseError("conflict_gone", item=before.row["item"])
    if _decided(before.key) == _decided(now.key):
        return CaseError("conflict_read_anew", item=before.row["item"])
    told = "; ".join(f"{d.who}, {d.at}: {d.verdict} {_fields(d)}".rstrip() for d in now.decisions)
    return CaseError("conflict_decided", item=before.row["item"], decisions=told or NOBODY)


def _fields(decision: Decision) -> str:
    return ", ".join(f"{column}={value}" for column, value in decision.fields.items())


class _Record:
    """A reading with its items by their ids: rows of one report come one after the other."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.items = {row["item"]: (layer, row) for layer, rows in reading.rows() for row in rows}

    def standing(self, item: str, decisions: Sequence[Decision]) -> Listed | None:
        """An item with these decisions; None where the record does not have it."""
        layer, row = self.items.get(item, ("", None))
        return standing(self.reading, layer, row, decisions) if row is not None else None


class _Known:
    """Items by their keys, as they were when the sheet was written and as they are."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._records = lru_cache(_READINGS_AT_HAND)(self._look_up)

    def item(self, key: str) -> tuple[Listed, Listed | None, int]:
        """The item as exported, as it stands now (None where newer rules read it no more), and its document.

        Raises CaseError.
        """
        parts = key.split(":")
        if len(parts) != 4 or not all(parts):
            raise CaseError("key_broken", column=KEY, value=key)
        text, item, record, decided = parts
        then, now = self._records(text, record)
        document = then.reading.document
        named = [] if decided == NOBODY else decided.split("+")
        made = (
            [d for d in decisions(self._connection, (document, item)) if d.hash.startswith(tuple(named))]
            if named
            else []
        )
        before = then.standing(item, made)
        if before is None or len(made) != len(named):
            raise CaseError("key_unknown", column=KEY, value=key)
        return before, now.standing(item, list(open_decisions(self._connection, (document, item)))), document

    def _look_up(self, text: str, record: str) -> tuple[_Record, _Record]:
        then = reading_of(self._connection, text, record)
        if then is None:
            raise CaseError("key_unknown", column=KEY, value=f"{text}:…:{record}")
        now = current_reading(self._connection, then.document)
        first = _Record(then)
        return first, first if now is None or now.record == then.record else _Record(now)
