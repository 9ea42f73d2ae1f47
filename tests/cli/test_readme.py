"""The README opens with a paragraph and its record: the record is what the program makes of the paragraph today."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from khabar.cli import main

ROOT = Path(__file__).resolve().parents[2]
OPENING = re.compile(r"^> (?P<paragraph>[^\n]+)$.*?^```\n(?P<record>.+?)^```$", re.MULTILINE | re.DOTALL)


def test_the_readme_shows_what_is_read_today() -> None:
    shown = OPENING.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert shown
    report = (ROOT / "demo" / "reports" / "11-barzakh-5800-detained.txt").read_text(encoding="utf-8")
    assert shown["paragraph"] in report
    told = CliRunner().invoke(
        main,
        ["read", "-", "--published", "2022-01-09", "--outlet", "برزخ نت", "--text", "--plain", "--ui", "en"],
        input=shown["paragraph"].encode(),
    )
    assert told.exit_code == 0, told.output
    assert told.output.strip() == shown["record"].strip()
