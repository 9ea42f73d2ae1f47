"""`khabar export CASE --crisis`: what the comparison of all reports finds, as sheets to be read."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from khabar.cli.cases.options import on_case
from khabar.cli.speaking import told, words
from khabar.cli.streams import say, write_json
from khabar.desk.cases import Filter
from khabar.desk.cases.exporting import log_export
from khabar.desk.cases.views import EXPORTED, views_of
from khabar.export.sheets import CsvFolder, TooManyRows, ViewLayout, Workbook


def export_views(case: Path, chosen: Filter, by: str | None, asked: Mapping[str, Any]) -> None:
    """Write the views of a whole case as CSV files, as a workbook, or both; the journal tells of each.

    Raises click.UsageError where no target is named or one cannot be used; ends with exit code 2 where nothing can be written.
    """
    layout = ViewLayout(words(), EXPORTED)
    sheets: list[CsvFolder | Workbook] = []
    if asked["csv_folder"]:
        sheets.append(CsvFolder(asked["csv_folder"], words().code, layout))
    if asked["xlsx"]:
        sheets.append(Workbook(asked["xlsx"], words().code, layout))
    if not sheets:
        raise click.UsageError(told("nothing_to_write"))
    with on_case():
        views = views_of(case, chosen)
        rows = {name: len(found) for name, found in views.items()}
        for sheet in sheets:
            try:
                sheet.add(views)
                written = sheet.finish()
            except (ValueError, TooManyRows) as error:  # a folder is a file, a sheet is full
                raise click.UsageError(str(error)) from None
            except OSError as error:
                say(told("unwritable", path=error.filename or sheet.target, reason=error.strerror or error))
                sys.exit(2)
            kind = "csv" if isinstance(sheet, CsvFolder) else "xlsx"
            log_export(case, sheet.files, {"as": kind, "views": list(EXPORTED), "rows": rows}, by)
            say(told("wrote_rows", path=written, rows=sum(rows.values())))
    if asked["as_json"]:
        write_json({"rows": rows, "files": [str(path) for sheet in sheets for path in sheet.files]})
