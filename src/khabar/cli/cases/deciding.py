"""`khabar decide`, `undo`, `history`: what people say of items."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from khabar.cli.cases.options import by_option, case_argument, on_case, pair, reference
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, write_json
from khabar.desk.cases import VERDICTS, Decision, Ruling, Signed, decide_item, history, undo_decision
from khabar.desk.crisis import said_of_all


@click.command("decide", cls=SpokenCommand)
@case_argument
@click.argument("item", metavar="DOCUMENT:ITEM")
@click.argument("verdict", type=click.Choice(VERDICTS))
@click.option(
    "--set", "fields", multiple=True, metavar="COLUMN=VALUE", help="What a correction puts in; may be repeated."
)
@click.option("--reason", metavar="WORDS", help="Why; a rejection needs it.")
@by_option
def decide_command(case: Path, item: str, verdict: Any, **asked: Any) -> None:
    """Enter a person's decision on an item: accept, correct, reject, unsure. The machine's reading stays beside it."""
    fields = dict(map(field_of, asked["fields"]))
    with on_case():
        entry = decide_item(case, reference(item), Ruling(verdict, fields, asked["reason"]), asked["by"])
        say(told("decided", item=item, verdict=words().label("verdict", verdict), seq=entry.seq))


@click.command("undo", cls=SpokenCommand)
@case_argument
@click.argument("number", type=int, metavar="NUMBER")
@click.option("--reason", metavar="WORDS", help="Why; a rejection needs it.")
@by_option
def undo_command(case: Path, number: int, reason: str | None, by: str | None) -> None:
    """Take back a decision by its number, which `history` shows. Both stay in the case."""
    with on_case():
        undo_decision(case, number, by=by, reason=reason)
        say(told("undone", seq=number))


@click.command("history", cls=SpokenCommand)
@case_argument
@click.argument("item", metavar="DOCUMENT:ITEM", required=False)
def history_command(case: Path, item: str | None) -> None:
    """Print the decisions of a case, or those on one item, one JSON object a line."""
    wanted = reference(item) if item else None
    with on_case():
        said = [_told(decision) for decision in history(case, wanted)]
        said += [_told_of_all(one, disputed=disputed) for one, disputed in said_of_all(case, wanted)]
        for row in sorted(said, key=lambda row: int(row["seq"])):
            write_json(row)
    if not said:
        say(told("no_rows"))


def _told(decision: Decision | Signed) -> dict[str, Any]:
    return {name: getattr(decision, name) for name in type(decision).__slots__}


def _told_of_all(one: Signed, *, disputed: bool) -> dict[str, Any]:
    """What somebody signed about several reports; disputed where it cannot hold beside another word."""
    sides = [[f"{document}:{item}" for document, item in side] for side in one.sides]
    return {**_told(one), "sides": sides, "disputed": disputed}


def field_of(written: str) -> tuple[str, str | None]:
    """COLUMN=VALUE as a corrected column; "null" is nothing.  Raises click.BadParameter."""
    column, value = pair(written)
    return column, None if value == "null" else value
