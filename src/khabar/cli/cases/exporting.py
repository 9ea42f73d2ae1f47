"""`khabar export`: a case as sheets, to be looked through and brought back."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, get_args

import click
import msgspec

from khabar.cli.cases.options import by_option, case_argument, filter_of, filter_options, on_case
from khabar.cli.cases.safe_exporting import safe_command
from khabar.cli.cases.views_exporting import export_views
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, with_progress, write_json
from khabar.desk.cases import LAYERS, Filter
from khabar.desk.cases.exporting import layer_columns, log_export
from khabar.desk.cases.gold import GoldCount, gold_lines
from khabar.desk.cases.listing import Which, listed
from khabar.export.sheets import CaseLayout, CsvFolder, Workbook


@click.command("export", cls=SpokenCommand)
@case_argument
@click.option(
    "--csv", "csv_folder", type=click.Path(path_type=Path), metavar="FOLDER", help="Write a CSV file a layer."
)
@click.option("--xlsx", type=click.Path(path_type=Path), metavar="FILE", help="Write a workbook, a sheet a layer.")
@click.option("--gold", type=click.Path(path_type=Path), metavar="FILE", help="Write what was reviewed as gold lines.")
@click.option("--partial", is_flag=True, help="Gold lines also of reports of which only some layers were judged.")
@click.option("--safe", is_flag=True, help="Only names that a person approved and words that a person reviewed.")
@click.option("--jsonl", type=click.Path(path_type=Path), metavar="FILE", help="With --safe: one JSON object a line.")
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help="With --safe: a page.")
@click.option(
    "--crisis", is_flag=True, help="The comparison of all reports: events, numbers, contradictions, statements."
)
@click.option("--layer", "layers", multiple=True, type=click.Choice(LAYERS), help="Only this layer; may be repeated.")
@click.option("--which", type=click.Choice(get_args(Which)), default="all", help="Items by their decisions.")
@filter_options
@by_option
@click.option("--json", "as_json", is_flag=True, help="Tell as a JSON object what was written.")
def export_command(case: Path, layers: tuple[str, ...], which: Which, by: str | None, **asked: Any) -> None:
    """Write the items of a case into sheets; `khabar import` brings an edited sheet back. The journal tells of it."""
    if asked["safe"]:
        safe_command(case, {**asked, "layers": layers, "which": which}, by)
        return
    if asked["jsonl"] or asked["html"]:
        raise click.UsageError(told("safe_only"))
    chosen = filter_of(asked)
    if asked["crisis"]:
        export_views(case, chosen, by, asked)
        return
    sheets = _sheets(layers or LAYERS, asked)
    if asked["gold"]:
        _write_gold(case, chosen, by, asked)
    if not sheets:
        return
    rows: Counter[str] = Counter()
    with on_case():
        try:
            for report in with_progress(listed(case, layers or LAYERS, chosen, which), partial(told, "reports")):
                rows.update(item.layer for item in report.items)
                for sheet in sheets:
                    sheet.add(report)
            _finish(case, sheets, {"rows": dict(rows), "asked": _asked(chosen, layers, which)}, by)
        except ValueError as error:  # a sheet is full, a folder is a file
            raise click.UsageError(str(error)) from None
        except OSError as error:
            say(told("unwritable", path=error.filename or sheets[0].target, reason=error.strerror or error))
            sys.exit(2)
    if not rows:
        say(told("no_rows"))
    if asked["as_json"]:
        write_json({"rows": dict(rows), "files": [str(path) for sheet in sheets for path in sheet.files]})


def _sheets(layers: Sequence[str], asked: dict[str, Any]) -> list[CsvFolder | Workbook]:
    layout = CaseLayout(words(), layer_columns(layers))
    made: list[CsvFolder | Workbook] = []
    if asked["csv_folder"]:
        made.append(CsvFolder(asked["csv_folder"], words().code, layout))
    if asked["xlsx"]:
        made.append(Workbook(asked["xlsx"], words().code, layout))
    if not made and not asked["gold"]:
        raise click.UsageError(told("nothing_to_write"))
    return made


def _write_gold(case: Path, chosen: Filter, by: str | None, asked: dict[str, Any]) -> None:
    """Write the gold lines, where there are any, and enter that."""
    path, count = asked["gold"], GoldCount()
    with on_case():
        lines = [msgspec.json.encode(line) for line in gold_lines(case, chosen, partial=asked["partial"], count=count)]
        if lines:
            try:
                path.write_bytes(b"\n".join([*lines, b""]))
            except OSError as error:
                say(told("unwritable", path=path, reason=error.strerror or error))
                sys.exit(2)
            log_export(
                case, [path], {"as": "gold", "rows": {"reports": len(lines)}, "asked": _asked(chosen, (), "all")}, by
            )
    say(told("gold_written", path=path, whole=count.whole, partial=count.partial, left_out=count.left_out))


def _finish(case: Path, sheets: list[CsvFolder | Workbook], told_of: dict[str, Any], by: str | None) -> None:
    """Close the files, and enter each export; an export that the journal does not tell of is not left behind."""
    for sheet in sheets:
        if not (written := sheet.finish()):
            continue
        kind = "csv" if isinstance(sheet, CsvFolder) else "xlsx"
        try:
            log_export(case, sheet.files, {"as": kind, **told_of}, by)
        except BaseException:
            for path in sheet.files:
                path.unlink(missing_ok=True)
            raise
        say(told("wrote_rows", path=written, rows=sum(told_of["rows"].values())))


def _asked(chosen: Filter, layers: tuple[str, ...], which: str) -> dict[str, Any]:
    """What narrowed the export, for the journal."""
    narrowed: dict[str, Any] = {name: value for name in Filter.__slots__ if (value := getattr(chosen, name))}
    return narrowed | ({"layers": list(layers)} if layers else {}) | ({"which": which} if which != "all" else {})
