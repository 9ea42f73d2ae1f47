"""A table in text (CSV, TSV): one report a row, kept in the bytes of its row."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from khabar.intake.encodings import Decoded, decode
from khabar.intake.formats.format import Format
from khabar.intake.formats.records import Record, delimiter_of, fields_of, records
from khabar.intake.formats.rows import Row, Sheet, columns_note, columns_of
from khabar.intake.incoming import MOST_EXPORT_BYTES, Arrival, IntakeError, Kept
from khabar.intake.opening import Given

_ENDINGS: Final = (".csv", ".tsv", ".tab")
_MEDIA_TYPES: Final = ("text/csv", "text/tab-separated-values")
_SEPARATOR: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_NAMES: Final = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
"""Encodings of a whole file and of a piece of it, which has no mark at its beginning."""


def _read(given: Given) -> Iterator[Arrival]:
    data = given.whole(MOST_EXPORT_BYTES)
    decoded = decode(data, given.charset)
    text, delimiter = _parted(decoded.text, given.ending)
    head = next(records(text, delimiter), None)
    if head is None:
        raise IntakeError("empty", "only_space" if data else "empty_file")
    headers = head.fields
    # the table is gone through twice, and never held as rows: the dates of all rows say how those of each are read
    columns, order = columns_of(headers, (row.fields for row in _rows_of(text, delimiter)), given.opening)
    recipe = (("delimiter", delimiter, "computed"),)
    sheet = Sheet(given.name, headers, columns, order, "row", _piece_encoding(decoded, data), decoded.flags, recipe)
    yield columns_note(given.name, headers, columns)
    empty = True
    for record in _rows_of(text, delimiter):
        empty = False
        yield sheet.incoming(_row(record, sheet.encoding)) if record.fault is None else _unread(record, given.name)
    if empty:
        raise IntakeError("empty", "no_rows")
    yield from sheet.notes()


def _rows_of(text: str, delimiter: str) -> Iterator[Record]:
    return islice(records(text, delimiter), 1, None)


def _parted(text: str, name: str) -> tuple[str, str]:
    """The table and the sign between its fields, which spreadsheets sometimes name in a line of its own."""
    said = _SEPARATOR.match(text)
    return (text[said.end() :], said[1]) if said else (text, delimiter_of(text, name))


def _piece_encoding(decoded: Decoded, data: bytes) -> str:
    """The encoding that gives back the bytes of a row; UTF-8 where the file holds bytes that are no text."""
    if data.startswith((codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)):
        return decoded.encoding.removesuffix("-be") + "-be"
    encoding = _NAMES.get(decoded.encoding, decoded.encoding)
    try:
        decoded.text.encode(encoding)
    except UnicodeEncodeError:
        return "utf-8"
    return encoding


def _row(record: Record, encoding: str) -> Row:
    return Row(record.number, record.fields, record.raw.rstrip("\r\n").encode(encoding))


def _unread(record: Record, name: str) -> Arrival:
    error = IntakeError("bad_table", "row_unreadable", row=record.number, line=record.line, why=record.fault)
    return error.at(f"{name}:{record.number}")


def _again(kept: Kept) -> str:
    fields = fields_of(kept.original.decode(kept.encoding or "utf-8"), kept.said("delimiter") or ",")
    return fields[int(kept.said("text_column") or 0) - 1]


def _tells(given: Given) -> bool:
    return given.named(*_ENDINGS) or given.media_type in _MEDIA_TYPES


FORMAT = Format(("row",), _tells, _read, _again, _ENDINGS)
