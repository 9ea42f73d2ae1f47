"""Rows of a case on standard output: blocks of one field a line, a table, CSV, JSON, or JSON Lines."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeVar

import click
import msgspec

from khabar.cli.speaking import words
from khabar.cli.streams import write_json, write_line
from khabar.desk.cases.columns import column_label, reading_form
from khabar.desk.cases.views import became_words, flat, flat_columns
from khabar.desk.telling import date_words
from khabar.export.sheets import guarded

_Command = TypeVar("_Command", bound=Callable[..., Any])
Row = Mapping[str, Any]
_HEAD: Final = ("document", "item", "words", "outlet", "published", "verdict", "standing")
_PLACE: Final = ("record", "start", "end")
"""Columns that the item's id tells already."""
_FLAGS: Final = ("implicit", "headline", "public_role")
"""Columns that are told only when true."""
_CELL: Final = 40
_LAYER_OF: Final = {
    "c": "claims",
    "f": "figures",
    "e": "events",
    "w": "withheld",
    "t": "times",
    "p": "places",
    "a": "actors",
}


def form_options(command: _Command) -> _Command:
    """Give a command the options that say how rows are printed."""
    for option in (
        click.option("--table", "form", flag_value="table", help="A table; long cells are cut."),
        click.option("--csv", "form", flag_value="csv", help="CSV on standard output, safe to open in a spreadsheet."),
        click.option("--jsonl", "form", flag_value="jsonl", help="One JSON object an item and line."),
        click.option("--json", "form", flag_value="json", help="One JSON array."),
    ):
        command = option(command)
    return command


def is_read(form: str | None) -> bool:
    """Whether rows are printed for a person who reads them, and for no program."""
    return form == "table" or (form is None and sys.stdout.isatty())


def print_rows(rows: Iterable[Row], form: str | None) -> int:
    """Print rows as they come, and return how many there were.  Without a form: blocks on a terminal, JSON Lines elsewhere."""
    shown = form or ("blocks" if sys.stdout.isatty() else "jsonl")
    if shown == "json":
        found = [dict(row) for row in rows]
        write_line(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
        return len(found)
    if shown == "table":
        return _table(list(rows))
    write = {"csv": _write_csv, "jsonl": _write_json_line}.get(shown, _write_block)
    number = 0
    for row in rows:
        write(row, number)
        number += 1
    return number


def _write_csv(row: Row, number: int) -> None:
    """A line; before the first one the byte order mark and the names of the columns."""
    if not number:
        print_head(row)
    write_line(_line(guarded(value) if isinstance(value, str) else value for value in row.values()))


def print_head(columns: Iterable[str]) -> None:
    """The first line of a CSV: a byte order mark, by which spreadsheets know UTF-8, and the names of the columns."""
    write_line("\ufeff" + _line(columns))


def _write_json_line(row: Row, _: int) -> None:
    write_json(dict(row))


def _write_block(row: Row, _: int) -> None:
    write_line("\n".join(block(row)))


def _line(values: Iterable[Any]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(values)
    return out.getvalue()


def standing_words(row: Row) -> str:
    """What became of a report, in the language of the running command."""
    return became_words(row, words())


def day_words(value: str | None) -> str:
    """A day or other date in the words of the running command, as lines that people read have it; "?" for none."""
    return date_words(value, words()) if value else "?"


def print_view(name: str, rows: Iterable[Row], form: str) -> int:
    """Print rows of a view of many reports: whole in JSON, one cell a column in a table or CSV, which has its head in any case."""
    if form in ("json", "jsonl"):
        return print_rows(rows, form)
    printed = print_rows([flat(name, row, words()) for row in rows], form)
    if not printed and form == "csv":
        print_head(flat_columns(name))
    return printed


def block(row: Row) -> list[str]:
    """A row as a desk reads it: what and where, its words, then a field a line."""
    said = words()
    head = [f"{row['document']}:{row['item']}", row["outlet"], row["published"]]
    verdict = said.label("verdict", row["verdict"]) if row["verdict"] else None
    standing = said.label("standing", row["standing"]) if row.get("standing") else None
    lines = [
        "  ".join(str(part) for part in [*head, verdict and f"[{verdict}]", standing and f"[{standing}]"] if part),
        f"  {_flat(row['words'])}",
    ]
    for column, value in row.items():
        if column in (*_HEAD, *_PLACE):
            continue
        if value is not None and (column not in _FLAGS or value):
            lines.append(f"    {_column(column)}: {_read(row, column)}")
    return [*lines, ""]


def _column(name: str) -> str:
    """The label of a column: its own, else that of the record's field of the same name."""
    return column_label(name, words())


def _read(row: Row, column: str) -> str:
    """A cell in the language of the UI; the layer of a row is told by the first letter of its item."""
    item = str(row.get("item") or row.get("event") or "").rpartition(":")[2]
    return reading_form(_LAYER_OF.get(item[:1], ""), column, row[column], words())


def _flat(value: Any) -> str:
    return " ".join(str(value).split())


def _table(rows: list[Row]) -> int:
    """Columns in which something stands, long cells cut."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    filled = (
        [c for c in rows[0] if c not in (*_PLACE, *_FLAGS) and any(row[c] is not None for row in rows)] if rows else []
    )
    table = Table(box=None, pad_edge=False)
    for column in filled:
        table.add_column(_column(column), no_wrap=True)
    for row in rows:
        table.add_row(
            *[Text(_cut(_read(row, column))) for column in filled]
        )  # Text: brackets of a source are no markup
    console = Console(width=None if sys.stdout.isatty() else _CELL * (len(filled) + 1))
    with console.capture() as printed:
        console.print(table)
    write_line(printed.get().rstrip("\n"))
    return len(rows)


def _cut(told: str) -> str:
    return told if len(told) <= _CELL else told[: _CELL - 1] + "…"
