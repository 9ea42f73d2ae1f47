"""The table of commands, from which help is written without loading them, and the files that hold them."""

from __future__ import annotations

import importlib
import pkgutil

import click

import khabar.cli
from khabar.cli import main
from khabar.cli.commands import Commands
from khabar.desk.cases import LAYERS


def commands_of_files() -> dict[str, click.Command]:
    """Every command that a file of the room makes."""
    files = [m.name for m in pkgutil.walk_packages(khabar.cli.__path__, "khabar.cli.") if not m.ispkg]
    values = [value for file in files for value in vars(importlib.import_module(file)).values()]
    return {str(v.name): v for v in values if isinstance(v, click.Command) and v is not main}


def test_every_command_is_in_the_table() -> None:
    assert dict(Commands()) == commands_of_files()


def test_every_layer_has_its_command() -> None:
    assert set(LAYERS) <= set(Commands())


def test_a_command_may_be_added_and_taken_away() -> None:
    commands = Commands()
    number, own = len(commands), click.Command("own")
    commands["own"] = own
    assert commands["own"] is own
    assert "own" in commands
    assert len(commands) == number + 1
    del commands["own"]
    assert "own" not in commands
    assert commands.get("own") is None
