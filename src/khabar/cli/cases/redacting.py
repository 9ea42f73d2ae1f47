"""`khabar redact`: a copy of a case that never held what nobody approved."""

from __future__ import annotations

from pathlib import Path

import click

from khabar.cli.cases.options import by_option, case_argument, on_case
from khabar.cli.cases.passphrases import encrypt_option, made_encrypted
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, write_json
from khabar.desk.protect import redact_case


@click.command("redact", cls=SpokenCommand)
@case_argument
@click.option(
    "--into",
    required=True,
    metavar="NEW",
    type=click.Path(path_type=Path),
    help="The new file; nothing is overwritten.",
)
@click.option("--without", multiple=True, type=int, metavar="DOCUMENT", help="Leave this report out; may be repeated.")
@encrypt_option
@by_option
@click.option("--json", "as_json", is_flag=True, help="Tell as a JSON object what was hidden and left out.")
def redact_command(case: Path, into: Path, without: tuple[int, ...], by: str | None, **asked: bool) -> None:
    """Write a copy of a case in which every name that nobody approved is hidden; originals and former entries stay behind."""
    with on_case():
        if asked["encrypt"]:
            made_encrypted(into)
        made = redact_case(case, into, frozenset(without), by)
    if asked["as_json"]:
        write_json(made.told())
    hidden = " · ".join(f"{words().label('hidden', what)}: {count}" for what, count in sorted(made.hidden.items()))
    say(told("redacted", into=into, documents=made.documents, hidden=hidden or "-", decisions=made.decisions,
             left=made.decisions_left))  # fmt: skip
    say(told("names_left", n=made.undecided))
    say(told("redacted_beware"))
