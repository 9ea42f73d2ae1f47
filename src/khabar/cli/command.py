"""The command and its parts."""

from __future__ import annotations

import atexit
import gc
import sys
from typing import Final

import click

from khabar import desk
from khabar.cli.commands import Commands
from khabar.cli.speaking import SpokenGroup, ui_option

_BEFORE_COLLECTING: Final = 500_000
"""Objects made and not yet gone before the collector of cycles looks at the youngest."""


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(f"khabar {desk.VERSION} (rules {desk.rules_hash()})")
        context.exit()


@click.group(cls=SpokenGroup, commands=Commands(), context_settings={"help_option_names": ["-h", "--help"]})
@ui_option
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Print the version and the hash of the rules, which every record carries.",
)
def main() -> None:
    """Read news reports of a crisis and keep the record: who said what, through whom, where, when, to how many.

    Every item of the record shows the words it was read from and the rule that read it.
    """
    # Arabic on a Windows console or under LANG=C: a message that cannot be shown may not end the program.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def run() -> None:
    """The command as a process of its own, in which word lists and rules are made once and stay until the end.

    Python's collector of cycles would walk over them again and again while they grow, and three times more at the end,
    when all memory goes anyway: a fifth of the time of a short run.
    """
    gc.set_threshold(_BEFORE_COLLECTING, *gc.get_threshold()[1:])
    atexit.register(gc.freeze)
    main()
