"""`khabar same` and `khabar apart`: what a person knows of two items of a case and the program does not."""

from __future__ import annotations

from pathlib import Path

import click

from khabar.cli.cases.options import by_option, case_argument, on_case, reference
from khabar.cli.speaking import SpokenCommand, told
from khabar.cli.streams import say
from khabar.desk.crisis import sign_items


@click.command("same", cls=SpokenCommand)
@case_argument
@click.argument("one", metavar="DOCUMENT:ITEM")
@click.argument("other", metavar="DOCUMENT:ITEM")
@click.option("--why", metavar="WORDS", help="By what it is known.")
@by_option
def same_command(case: Path, one: str, other: str, why: str | None, by: str | None) -> None:
    """Enter that two actors, two events or two claims are the same. `khabar undo` takes it back; both entries stay."""
    with on_case():
        entry = sign_items(case, "same", (reference(one), reference(other)), by=by, why=why)
        say(told("signed_same", one=one, other=other, seq=entry.seq))


@click.command("apart", cls=SpokenCommand)
@case_argument
@click.argument("one", metavar="DOCUMENT:ITEM")
@click.argument("others", metavar="DOCUMENT:ITEM…", nargs=-1, required=True)
@click.option("--why", metavar="WORDS", help="By what it is known.")
@by_option
def apart_command(case: Path, one: str, others: tuple[str, ...], why: str | None, by: str | None) -> None:
    """Enter that the second of two actors, events or claims is not the first: it is taken out, and stands for itself.

    Several are taken out together, and stay one with one another. What people say is the same as one of them goes with it.
    `khabar undo` takes it back; both entries stay.
    """
    with on_case():
        entry = sign_items(case, "apart", (reference(one), *map(reference, others)), by=by, why=why)
        say(told("signed_apart", one=one, other=" ".join(others), seq=entry.seq))
