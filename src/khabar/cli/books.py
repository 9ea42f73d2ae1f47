"""`khabar rulebook` and `khabar schema`: documentation that is written from the program itself."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from khabar.cli.speaking import SpokenCommand, told, ui_option
from khabar.cli.streams import quiet_on_closed_pipe, say, write_line
from khabar.desk import out_of_date, write_rulebook
from khabar.desk.rules.cards import all_cards
from khabar.desk.rules.reasons import faults_of_reasons
from khabar.record import json_schema


@click.command("rulebook", cls=SpokenCommand)
@ui_option
@click.option("--check", is_flag=True, help="Write nothing; exit 1 when a page is not current.")
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("docs", "rulebook"),
    show_default=True,
    help="Where the pages stand.",
)
def rulebook(check: bool, folder: Path) -> None:
    """Write the rulebook: every rule with its reason and the sentences it takes and refuses, in each language of the UI."""
    faults = faults_of_reasons(all_cards())
    for fault in faults:
        say(told(f"reason_{fault.kind}", **asdict(fault)))
    try:
        pages = out_of_date(folder) if check else write_rulebook(folder)
    except OSError as error:
        say(told("unusable", path=folder, reason=error.strerror or error))
        sys.exit(2)
    if check and pages:
        say(told("not_current", path=folder.as_posix(), pages=", ".join(pages)))
        sys.exit(1)
    if check and faults:
        sys.exit(1)
    path = folder.as_posix()
    say(told("wrote_pages", path=path, pages=", ".join(pages)) if pages else told("current", path=path))


@click.command("schema", cls=SpokenCommand)
@ui_option
def schema() -> None:
    """Print the JSON Schema of a record."""
    with quiet_on_closed_pipe():
        write_line(json.dumps(json_schema(), indent=2, ensure_ascii=False))
