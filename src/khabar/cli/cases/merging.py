"""`khabar merge`: two desks' cases become one."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from khabar.cli.cases.options import by_option, on_case
from khabar.cli.cases.passphrases import passphrase_option
from khabar.cli.speaking import SpokenCommand, told, ui_option
from khabar.cli.streams import say, write_json
from khabar.desk.cases.merging import merge_cases


@click.command("merge", cls=SpokenCommand)
@click.argument("case", metavar="CASE", type=click.Path(path_type=Path))
@click.argument("other", metavar="OTHER", type=click.Path(path_type=Path))
@click.option("--into", type=click.Path(path_type=Path), metavar="NEW", help="A new case for both; neither is changed.")
@by_option
@click.option("--json", "as_json", is_flag=True, help="Tell as a JSON object what came in.")
@passphrase_option
@ui_option
def merge_command(case: Path, other: Path, into: Path | None, by: str | None, as_json: bool) -> None:
    """Take another desk's case into a case: originals and texts once, appearances, records and decisions of both."""
    with on_case():
        joined = merge_cases(case, other, into, by)
    if as_json:
        write_json(
            {
                "case": str(joined.case),
                **dataclasses.asdict(joined.new),
                "disagreed": joined.disagreed,
                "disputed": joined.disputed,
            }
        )
    new = joined.new
    say(told("merged", case=joined.case, documents=new.documents, appearances=new.appearances, records=new.records,
             decisions=new.decisions))  # fmt: skip
    if joined.disagreed:
        say(told("disagreed", count=joined.disagreed, case=joined.case))
    if joined.disputed:
        say(told("disputed", count=joined.disputed, case=joined.case))
