"""The command as a person types it: arguments of any kind, and what is typed when it asks."""

from __future__ import annotations

import json
from typing import Any

from click.testing import CliRunner, Result

from khabar.cli import main


def run(*arguments: object, typed: str = "") -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=typed)


def rows(*arguments: object) -> list[dict[str, Any]]:
    """What the command gives as JSON."""
    found: list[dict[str, Any]] = json.loads(run(*arguments, "--json").stdout)
    return found
