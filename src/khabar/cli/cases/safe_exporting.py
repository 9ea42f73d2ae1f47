"""`khabar export --safe`: what may leave the house, in files of their own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Final

import click

from khabar.cli.cases.options import filter_of, on_case
from khabar.cli.speaking import told, words
from khabar.cli.streams import say
from khabar.desk.cases.exporting import log_export
from khabar.desk.protect import SafeExport, safe_export
from khabar.export.sheets.safe import WRITERS, notes

_TARGETS: Final = {"csv": "csv_folder", "xlsx": "xlsx", "jsonl": "jsonl", "html": "html"}


def safe_command(case: Path, asked: dict[str, Any], by: str | None) -> None:
    """Write a safe export in every form that was asked for, tell what it hides and leaves open, and enter it.

    Ends with exit code 2 where a file cannot be written; nothing is left behind then, and nothing is ever overwritten: a sheet
    of an earlier export among the new ones would be sent along.
    """
    targets = {form: Path(asked[option]) for form, option in _TARGETS.items() if asked.get(option)}
    if not targets:
        raise click.UsageError(told("nothing_to_write"))
    if asked.get("crisis"):
        raise click.UsageError(told("crisis_unsafe"))
    if asked.get("layers") or asked.get("gold") or asked.get("which", "all") != "all":
        raise click.UsageError(told("safe_whole"))
    for path in targets.values():
        if path.exists():
            raise click.UsageError(told("safe_exists", path=path))
    with on_case():
        made = safe_export(case, filter_of(asked))
        for form, path in targets.items():
            _written(case, made, (form, path), by)
        for line in notes(made, words()):
            say(line)


def _written(case: Path, made: SafeExport, to: tuple[str, Path], by: str | None) -> None:
    form, path = to
    rows = {layer: len(of_layer) for layer, of_layer in made.rows.items()}
    files: list[Path] = []
    try:
        files = WRITERS[form](made, path, words())
        log_export(case, files, {"as": form, "safe": True, "rows": rows, "undecided": made.undecided}, by)
    except OSError as error:
        say(told("unwritable", path=path, reason=error.strerror or error))
        sys.exit(2)
    except BaseException:
        for file in files:
            file.unlink(missing_ok=True)
        raise
    say(told("wrote_rows", path=path, rows=sum(rows.values())))
