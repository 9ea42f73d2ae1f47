"""Passphrases at the command: typed where nobody sees them, or out of a file or a variable; never an argument.

An argument stands in the shell's history and in the list of processes, which every user of a machine can read.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from khabar.cli.speaking import told
from khabar.cli.streams import say
from khabar.desk.cases import ask_passphrases_with, give_passphrase, new_encrypted_case, wants_passphrase

_Command = TypeVar("_Command", bound=Callable[..., Any])
_VARIABLE: Final = "KHABAR_PASSPHRASE"
_NEW: Final = "KHABAR_NEW_PASSPHRASE"
_FILE: Final = "khabar.passphrase"
_LONG_ENOUGH: Final = 20
"""Characters below which a person is told that a passphrase can be guessed; six words have more."""


def passphrase_option(command: _Command) -> _Command:
    """Give a command the option --passphrase-file, and whom to ask for the passphrase of an encrypted case."""
    option = click.option(
        "--passphrase-file",
        type=click.Path(path_type=Path),
        callback=_given,
        expose_value=False,
        help="A file whose first line is the passphrase of an encrypted case; else KHABAR_PASSPHRASE, else it is asked for.",
    )
    return option(command)


def encrypt_option(command: _Command) -> _Command:
    """Give a command the option --encrypt."""
    return click.option("--encrypt", is_flag=True, help="Keep a new case under a passphrase.")(command)


def _given(context: click.Context, _: click.Parameter, value: Path | None) -> None:
    context.meta[_FILE] = first_line(value) if value else None
    give_passphrase(context.meta[_FILE] or "")
    ask_passphrases_with(_asked)


def _asked(case: Path) -> str:
    return _typed("passphrase_for", case=case)


def _typed(asked: str, *, twice: bool = False, **fields: object) -> str:
    again = told("passphrase_again") if twice else False
    return str(
        click.prompt(told(asked, **fields), hide_input=True, confirmation_prompt=again, prompt_suffix=" ", err=True)
    )


def first_line(path: Path) -> str:
    """The first line of a file.  Raises click.BadParameter where there is none."""
    try:
        line = path.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise click.BadParameter(told("passphrase_file", path=path, why=error)) from None
    if not line:
        raise click.BadParameter(told("passphrase_file", path=path, why="-"))
    return line


def new_passphrase(file: Path | None) -> str:
    """The passphrase of a new file: out of a file or a variable, else typed twice.  Tells what it does not protect from."""
    return _with_warning(
        (first_line(file) if file else None) or os.environ.get(_NEW) or _typed("passphrase_new", twice=True)
    )


def _with_warning(passphrase: str) -> str:
    if len(passphrase) < _LONG_ENOUGH:
        say(told("passphrase_short", characters=_LONG_ENOUGH))
    say(told("encrypted_beware"))
    return passphrase


def made_encrypted(case: Path) -> None:
    """Make the case where it is missing, under a passphrase.  Raises CaseError where it is there and plain."""
    if not wants_passphrase(case):
        given = click.get_current_context().meta[_FILE] or os.environ.get(_VARIABLE)
        new_encrypted_case(case, _with_warning(given or _typed("passphrase_new", twice=True)))
