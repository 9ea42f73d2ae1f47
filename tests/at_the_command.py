"""The command as a person types it: arguments of any kind, and what is typed when it asks."""

from __future__ import annotations

from click.testing import CliRunner, Result

from khabar.cli import main


def run(*arguments: object, typed: str = "") -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=typed)
