"""`khabar score` as a person or a program uses it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from khabar.cli import main
from khabar.desk.scoring import ACCURACY_ROWS
from khabar.desk.wording import messages

TEXT = "قال وزير الصحة سالم النوري إن المستشفيات استقبلت 26 جريحاً."


def run(*arguments: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, ["score", *(str(a) for a in arguments)], catch_exceptions=False)


def gold_line() -> dict[str, Any]:
    start = TEXT.index("26")
    figure = {"start": start, "end": start + 2, "text": "26", "measure": "injured", "low": 26, "high": 26}
    figure |= {"bound": "exact", "order": None, "of": "جريحاً", "source": "سالم النوري"}
    return {"id": "r", "text": TEXT, "claims": [], "figures": [figure], "times": [], "places": [], "events": []}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A gold file of one report, of which only the figure is annotated."""
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(gold_line(), ensure_ascii=False) + "\n", encoding="utf-8")
    return file


def test_without_records_the_texts_are_read_now(gold: Path) -> None:
    told = run(gold)
    assert told.exit_code == 0
    assert told.stdout.startswith("reports: 1 gold line\n")
    assert any(line.startswith("figures ") and "100.0%" in line for line in told.stdout.splitlines())
    assert any(line.startswith("r  claims ") for line in run(gold, "--per-report").stdout.splitlines())


def test_json_holds_shares_and_counts(gold: Path, tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    records.write_text(CliRunner().invoke(main, ["read", str(gold), "--jsonl"]).stdout, encoding="utf-8")
    rows = json.loads(run("reports", gold, records, "--json").stdout)
    assert rows["figures"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "right": 1, "predicted": 1, "gold": 1}
    assert rows == json.loads(run(gold, "--json").stdout)


def test_records_that_would_lower_a_score_in_silence_are_named(gold: Path, tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    records.write_text('{"document": {"id": "other"}}\n', encoding="utf-8")
    told = run(gold, records)
    assert told.exit_code == 0
    assert "1 record names no line of the gold: other" in told.stderr
    assert "1 of 1 gold lines has no record" in told.stderr


def test_bad_files_end_with_a_message(gold: Path, tmp_path: Path) -> None:
    for arguments, message in (
        ((tmp_path / "none.jsonl",), "cannot be read"),
        (("gsr", gold), "no gsr gold"),
        ((gold, gold), "no document.id"),
        (("reports",), "name a gold file"),
        ((gold, gold, gold), "name a gold file"),
    ):
        told = run(*arguments)
        assert (told.exit_code, message in told.stderr) == (2, True), arguments
        assert not told.stdout


def test_it_speaks_arabic(gold: Path, tmp_path: Path) -> None:
    told = run(gold, "--per-report", "--ui", "ar")
    assert told.exit_code == 0
    assert told.stdout.splitlines()[0] == "سطر واحد في المرجع (reports)"
    assert any(line.startswith("الأرقام [figures]: F1 100.0%") for line in told.stdout.splitlines())
    for arguments, message in (
        ((tmp_path / "none",), "تتعذر القراءة"),
        (("gsr", gold), "ينقصه event_type"),
        (("reports",), "ملفاً مرجعياً"),
        (("crisis", gold, gold), "ليس جدول أزمة"),
        (("crisis", gold), "اذكر قضية وجدولاً"),
    ):
        failed = run(*arguments, "--ui", "ar")
        assert (failed.exit_code, message in failed.stderr) == (2, True), failed.stderr


def test_every_row_of_the_crisis_and_of_reports_has_its_arabic_name() -> None:
    rows = messages("ar").tables["score_row"]
    assert set(rows) == set(messages("en").tables["score_row"])
    assert set(rows) >= ACCURACY_ROWS
    assert all(label.endswith(f"[{name}]") for name, label in rows.items())
