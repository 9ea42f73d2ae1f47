"""`khabar encrypt`, `decrypt`: a case as a new file under a passphrase, or without."""

from __future__ import annotations

from pathlib import Path

import click

from khabar.cli.cases.options import by_option, case_argument, on_case
from khabar.cli.cases.passphrases import new_passphrase
from khabar.cli.speaking import SpokenCommand, told
from khabar.cli.streams import say
from khabar.desk.cases import decrypt_case, encrypt_case

_into = click.option(
    "--into",
    required=True,
    metavar="NEW",
    type=click.Path(path_type=Path),
    help="The new file; nothing is overwritten.",
)


@click.command("encrypt", cls=SpokenCommand)
@case_argument
@_into
@click.option(
    "--new-passphrase-file",
    type=click.Path(path_type=Path),
    help="A file whose first line is the passphrase of the new file; else KHABAR_NEW_PASSPHRASE, else it is asked for, twice.",
)
@by_option
def encrypt_command(case: Path, into: Path, new_passphrase_file: Path | None, by: str | None) -> None:
    """Write a case as a new file under a passphrase; an encrypted case, under another one. The old file stays."""
    with on_case():
        encrypt_case(case, into, new_passphrase(new_passphrase_file), by)
        say(told("encrypted", case=case, into=into))


@click.command("decrypt", cls=SpokenCommand)
@case_argument
@_into
@by_option
def decrypt_command(case: Path, into: Path, by: str | None) -> None:
    """Write an encrypted case as a new file that everybody can read."""
    with on_case():
        decrypt_case(case, into, by)
        say(told("decrypted", into=into))
