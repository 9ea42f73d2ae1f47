"""`khabar import`: an edited sheet back into its case."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from khabar.cli.cases.options import by_option, case_argument, on_case
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, write_json, write_line
from khabar.desk.cases.bringing_back import Brought, Return, RowFault, bring_back


@click.command("import", cls=SpokenCommand)
@case_argument
@click.argument("sheets", nargs=-1, required=True, metavar="SHEET...", type=click.Path(exists=True, path_type=Path))
@by_option
@click.option("--dry-run", is_flag=True, help="Print what would be decided; enter nothing.")
@click.option("--keep-going", is_flag=True, help="Enter the good rows although others are at fault or in conflict.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a sheet and line.")
def import_command(case: Path, sheets: tuple[Path, ...], by: str | None, **asked: Any) -> None:
    """Bring sheets that `khabar export` wrote, and people edited, back as decisions.

    A changed cell is a correction, a filled verdict a decision. Exit codes: 0 all is in the case, 1 some rows are not, 2
    nothing is.
    """
    code = 0
    for sheet in _files(sheets):
        with on_case():
            try:
                found = bring_back(case, sheet, by, keep_going=asked["keep_going"], dry_run=asked["dry_run"])
            except OSError as error:
                say(told("unusable", path=sheet, reason=error.strerror or error))
                sys.exit(2)
            if asked["as_json"]:
                write_json({"sheet": str(sheet), **_packed(found)})
            else:
                _show(found, dry_run=asked["dry_run"])
            say(told("brought_back", sheet=sheet, what=_summary(found, dry_run=asked["dry_run"])))
        if found.faults or found.conflicts:
            code = max(code, 1 if found.entered else 2)
    sys.exit(code)


def _files(sheets: tuple[Path, ...]) -> Iterator[Path]:
    """The files; of a folder its CSV files and workbooks."""
    for path in sheets:
        yield from (
            sorted(p for p in path.iterdir() if p.suffix.lower() in (".csv", ".xlsx")) if path.is_dir() else [path]
        )


def _show(found: Return, *, dry_run: bool) -> None:
    if dry_run:
        for decision in found.decisions:
            write_line(_line(decision))
    for fault in (*found.faults, *found.conflicts):
        write_line(_fault(fault))


def _line(decision: Brought) -> str:
    """A decision in one line: where it comes from, of what, which, and what it puts in."""
    ruling = decision.ruling
    place = told("sheet_row", sheet=decision.sheet, row=decision.row)
    fields = "  ".join(f"{column}={'null' if value is None else value}" for column, value in ruling.fields.items())
    document, item = decision.item
    reason = f"({ruling.reason})" if ruling.reason else ""
    parts = [f"{document}:{item}", words().label("verdict", ruling.verdict), fields, reason]
    return f"{place}: {'  '.join(part for part in parts if part)}"


def _fault(fault: RowFault) -> str:
    place = told("sheet_row", sheet=fault.sheet, row=fault.row)
    column = f", {fault.column}" if fault.column else ""
    return f"{place}{column}: {words().say(f'case.{fault.reason}', **fault.details)}"


def _summary(found: Return, *, dry_run: bool) -> str:
    """What became of the rows, in numbers."""
    entered = "sheet_decided" if found.entered else "sheet_would_decide" if dry_run else "sheet_not_decided"
    counts = [(entered, len(found.decisions)), ("sheet_untouched", found.untouched), ("sheet_settled", found.settled),
              ("sheet_conflicts", len(found.conflicts)), ("sheet_faults", len(found.faults))]  # fmt: skip
    told_of = [told(key, count=count) for key, count in counts if count or key == "sheet_decided"]
    unread = told("sheet_unread", columns=", ".join(dict.fromkeys(found.unread)))
    return " · ".join([told("sheet_rows", count=found.rows), *told_of, *([unread] if found.unread else [])])


def _packed(found: Return) -> dict[str, Any]:
    return {
        "rows": found.rows, "entered": found.entered, "untouched": found.untouched, "settled": found.settled,
        "decisions": [{"sheet": d.sheet, "row": d.row, "document": d.item[0], "item": d.item[1], "verdict": d.ruling.verdict,
                       "fields": dict(d.ruling.fields), "reason": d.ruling.reason} for d in found.decisions],
        "conflicts": [_packed_fault(fault) for fault in found.conflicts],
        "faults": [_packed_fault(fault) for fault in found.faults],
        "unread": found.unread,
    }  # fmt: skip


def _packed_fault(fault: RowFault) -> dict[str, Any]:
    message = words().say(f"case.{fault.reason}", **fault.details)
    return {"sheet": fault.sheet, "row": fault.row, "column": fault.column, "reason": fault.reason, "message": message}
