"""`khabar registry`: what people know and noted of actors, and who vouches for it in the case."""

from __future__ import annotations

from pathlib import Path

import click

from khabar.cli.cases.options import by_option, case_argument, on_case
from khabar.cli.cases.rows import form_options, print_view
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, write_line
from khabar.desk.cases.views import registry_words
from khabar.desk.crisis import registry_rows, sign_registry_of


@click.command("registry", cls=SpokenCommand)
@case_argument
@form_options
@click.option("--sign", is_flag=True, help="Sign the file into the journal, word for word, under the name of --by.")
@by_option
def registry_command(case: Path, form: str | None, *, sign: bool, by: str | None) -> None:
    """Print the registry of a case (NAME.registry.toml beside it): names, sides, notes on sources, and who signed them.

    With --sign the file is signed into the journal of the case, word for word: it can be read there by whoever has the case only.
    """
    with on_case():
        if sign:
            entry = sign_registry_of(case, by)
            say(told("registry_signed", who=entry.who, seq=entry.seq))
        rows, standing = registry_rows(case)
        if form:
            print_view("registry", rows, form)
        else:
            for row in rows:
                head = [row["name"], row["side"] and f"({row['side']})", f"[{row['signed_by']}]", row["signed"]]
                lines = ["  ".join(part for part in head if part), *(row["variants"] + row["roles"] + row["notes"])]
                write_line("\n    ".join(lines))
        say(registry_words(standing, words()) or told("no_rows"))
