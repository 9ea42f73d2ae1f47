"""Hostile words on a terminal: shown, never obeyed."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from khabar.cli import main
from khabar.cli.terminals import said, shown

HOSTILE = "قال وزير \x1b]0;owned\x07 الصحة \x1b[2Jسليم درويش\x1b[8m \u202eإن\u202c شخصين \x9b31m قتلا في ألماتي \x00\x08\x7f أمس."


def is_harmless(text: str) -> bool:
    return not any(
        c in text for c in ("\x07", "\x08", "\x00", "\x7f", "\x9b", "\u202e", "\u202c", "\x1b]", "\x1b[2J", "\x1b[8m")
    )


def test_what_steers_is_shown() -> None:
    assert is_harmless(shown(HOSTILE))
    assert is_harmless(said(HOSTILE))
    assert "\u241b[2J" in shown(HOSTILE)
    assert "<202E>" in shown(HOSTILE)
    assert shown("\x1b[1mbold\x1b[0m\tand\nplain \u2068اسم\u2069") == "\x1b[1mbold\x1b[0m\tand\nplain \u2068اسم\u2069"
    assert "\x1b" not in said("\x1b[1mbold")


def test_a_message_never_steers(tmp_path: Path) -> None:
    """The names of tables that a hostile case holds are told; so are names of files."""
    (tmp_path / "a.txt").write_text("قتل شخصان في ألماتي.", encoding="utf-8")
    case = tmp_path / "got.khabar"
    assert CliRunner().invoke(main, ["add", str(case), str(tmp_path / "a.txt")]).exit_code == 0
    other = sqlite3.connect(case)
    other.execute('CREATE TABLE "x\x1b[2J\x07" (a)')
    other.close()
    told = CliRunner().invoke(main, ["figures", str(case)])
    assert told.exit_code == 2
    assert is_harmless(told.stderr)
    assert is_harmless(CliRunner().invoke(main, ["figures", str(tmp_path / "no\x1b]0;x\x07.khabar")]).stderr)


def report(folder: Path) -> str:
    """A report whose text holds what steers a terminal: JSON writes it out."""
    path = folder / "a.jsonl"
    path.write_text(json.dumps({"id": "a", "text": HOSTILE}), encoding="utf-8")
    return str(path)


COMMANDS = (
    ("claims", ()), ("claims", ("--table",)), ("figures", ("--csv",)), ("figures", ("--json",)), ("search", ("سليم",)),
    ("names", ()), ("history", ()), ("timeline", ()),
)  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals are of other systems")
@pytest.mark.parametrize(("command", "more"), COMMANDS)
def test_on_a_real_terminal(tmp_path: Path, command: str, more: tuple[str, ...]) -> None:
    case = tmp_path / "odd.khabar"
    assert CliRunner().invoke(main, ["add", str(case), report(tmp_path), "--published", "2022-01-08"]).exit_code == 0
    seen = on_terminal(command, str(case), *more)
    assert is_harmless(seen), seen


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals are of other systems")
def test_a_page_on_a_real_terminal(tmp_path: Path) -> None:
    seen = on_terminal("read", report(tmp_path))
    assert "أمس" in seen
    assert is_harmless(seen)


def on_terminal(*arguments: str) -> str:
    """What a command writes when its standard output is a terminal."""
    ours, theirs = os.openpty()
    words = [sys.executable, "-m", "khabar", *arguments]
    process = subprocess.Popen(words, stdout=theirs, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    os.close(theirs)
    seen = b""
    while True:
        try:
            part = os.read(ours, 1 << 16)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        seen += part
    process.wait()
    os.close(ours)
    return seen.decode("utf-8", "replace")
