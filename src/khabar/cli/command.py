"""The command and its parts."""

from __future__ import annotations

import sys

import click

from khabar.cli.books import rulebook, schema
from khabar.cli.cases import COMMANDS as CASE_COMMANDS
from khabar.cli.crisis import COMMANDS as CRISIS_COMMANDS
from khabar.cli.explain import explain_command
from khabar.cli.read import read_command
from khabar.cli.score import score_command
from khabar.cli.speaking import SpokenGroup, ui_option
from khabar.desk import VERSION, rules_hash


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(f"khabar {VERSION} (rules {rules_hash()})")
        context.exit()


@click.group(cls=SpokenGroup, context_settings={"help_option_names": ["-h", "--help"]})
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


main.add_command(read_command)
for case_command in (*CASE_COMMANDS, *CRISIS_COMMANDS):
    main.add_command(case_command)
main.add_command(score_command)
main.add_command(explain_command)
main.add_command(rulebook)
main.add_command(schema)
