"""Safe exports as files: CSV, a workbook, JSON Lines, a page.  Each begins with what was hidden and what is left open."""

from __future__ import annotations

import csv
import html
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from khabar.desk.protect import COLUMNS_OF_EXPORT, HEAD_OF_EXPORT, SafeExport
from khabar.desk.wording import Messages
from khabar.export.sheets.csv_files import guarded

_MOST: Final = 32_000
"""Characters of a cell of a workbook, below what it can hold."""


def notes(export: SafeExport, said: Messages) -> list[str]:
    """What an export says of itself, in sentences."""
    told = [
        said.say("safe.title"),
        said.say("safe.undecided", n=export.undecided),
        said.say("safe.withheld", n=export.withheld),
        said.say("safe.unreviewed", n=export.unreviewed),
        said.say("safe.rejected", n=export.rejected),
    ]
    if export.overruled:
        told.append(said.say("safe.overruled", n=export.overruled))
    told += [said.say("safe.few", report=report, item=item, n=count) for report, item, count in export.few]
    return [*told, said.say("safe.beware")]


def layers(export: SafeExport) -> Iterator[tuple[str, Sequence[str], list[dict[str, Any]]]]:
    """Each layer with its columns and rows."""
    for layer, columns in COLUMNS_OF_EXPORT.items():
        yield layer, (*HEAD_OF_EXPORT, *columns), export.rows[layer]


def write_csv(export: SafeExport, target: Path, said: Messages) -> list[Path]:
    """A new folder with a file a layer and one of notes; the files.  Raises OSError."""
    target.mkdir(parents=True)
    made = [target / "notes.csv"]
    _csv(made[0], ("note",), [{"note": line} for line in notes(export, said)])
    for layer, columns, rows in layers(export):
        made.append(target / f"{layer}.csv")
        _csv(made[-1], columns, rows)
    return made


def _csv(path: Path, columns: Sequence[str], rows: list[dict[str, Any]]) -> None:
    with path.open("x", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, lineterminator="\r\n")
        out.writerow(columns)
        for row in rows:
            out.writerow([guarded(v) if isinstance(v := row[c], str) else v for c in columns])


def write_xlsx(export: SafeExport, target: Path, said: Messages) -> list[Path]:
    """A new workbook, texts as texts.  Raises OSError."""
    from xlsxwriter import Workbook

    target.open("x").close()
    with Workbook(
        str(target), {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    ) as book:
        sheet = book.add_worksheet("notes")
        for number, line in enumerate(notes(export, said)):
            sheet.write_string(number, 0, line)
        for layer, columns, rows in layers(export):
            sheet = book.add_worksheet(layer)
            for number, row in enumerate([dict(zip(columns, columns, strict=True)), *rows]):
                for at, column in enumerate(columns):
                    value = row[column]
                    if isinstance(value, str):
                        sheet.write_string(number, at, value[:_MOST])
                    elif value is not None:
                        sheet.write_number(number, at, value)
    return [target]


def write_jsonl(export: SafeExport, target: Path, said: Messages) -> list[Path]:
    """A new file: a line of notes, then one JSON object an item.  Raises OSError."""
    with target.open("xb") as file:
        file.write(msgspec.json.encode({"notes": notes(export, said), "undecided": export.undecided}) + b"\n")
        for layer, _, rows in layers(export):
            for row in rows:
                file.write(msgspec.json.encode({"layer": layer, **row}) + b"\n")
    return [target]


def write_html(export: SafeExport, target: Path, said: Messages) -> list[Path]:
    """A new page without scripts, styles of others, or links.  Raises OSError."""
    with target.open("x", encoding="utf-8") as file:
        file.write(
            f'<!doctype html><html lang="{said.code}" dir="{said.direction}"><meta charset="utf-8">'
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
            f"<title>{html.escape(said.say('safe.title'))}</title>"
            "<style>body{font-family:sans-serif;margin:2rem}table{border-collapse:collapse}"
            "td,th{border:1px solid #999;padding:.3rem;text-align:start;vertical-align:top}</style>"
        )
        file.writelines(f'<p dir="auto">{html.escape(line)}</p>' for line in notes(export, said))
        for layer, columns, rows in layers(export):
            file.write(f"<h2>{html.escape(said.label('layer', layer))}</h2><table><tr>")
            file.writelines(f"<th>{html.escape(column)}</th>" for column in columns)
            file.write("</tr>")
            for row in rows:
                cells = ("" if row[c] is None else html.escape(str(row[c])) for c in columns)
                file.write("<tr>" + "".join(f'<td dir="auto">{cell}</td>' for cell in cells) + "</tr>\n")
            file.write("</table>")
        file.write("</html>\n")
    return [target]


WRITERS: Final = {"csv": write_csv, "xlsx": write_xlsx, "jsonl": write_jsonl, "html": write_html}
"""How a safe export is written, by the name of the form."""
