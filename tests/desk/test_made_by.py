"""Who read a report: version and rules; and the description of what was written."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest

import khabar
from khabar.desk import made_by

ROOT = Path(__file__).resolve().parents[2]
MADE = shutil.ignore_patterns("*.sqlite3", "__pycache__")


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == khabar.__version__


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the rooms that decide what is read, with the hash function looking at it."""
    for room in made_by._DECIDING_ROOMS:
        shutil.copytree(ROOT / "src" / "khabar" / room, tmp_path / room, ignore=MADE)
    monkeypatch.setattr(made_by, "__file__", str(tmp_path / "desk" / "made_by.py"))
    return tmp_path


def fresh() -> str:
    """The hash, computed anew."""
    return made_by.rules_hash.__wrapped__()


def test_the_hash_is_short_and_the_same_for_the_same_rules(copy: Path) -> None:
    assert re.fullmatch("[0-9a-f]{12}", fresh())
    assert fresh() == made_by.rules_hash()


def test_a_new_word_or_a_changed_rule_changes_the_hash(copy: Path) -> None:
    before = fresh()
    words = next(copy.glob("languages/ar/words/*.tsv"))
    words.write_bytes(words.read_bytes() + b"# one more\n")
    with_word = fresh()
    code = next(copy.glob("languages/ar/*.py"))
    code.write_bytes(code.read_bytes() + b"# changed\n")
    assert len({before, with_word, fresh()}) == 3


def test_line_ends_do_not_change_the_hash(copy: Path) -> None:
    before = fresh()
    for words in copy.glob("languages/ar/words/*.tsv"):
        words.write_bytes(words.read_bytes().replace(b"\n", b"\r\n"))
    assert fresh() == before


def test_the_committed_schema_is_that_of_the_code() -> None:
    committed = json.loads((ROOT / "docs" / "schema.json").read_text(encoding="utf-8"))
    assert committed == khabar.json_schema(), "write it anew: khabar schema > docs/schema.json"
