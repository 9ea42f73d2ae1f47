"""`khabar explain`, `rulebook`, `schema` and `--version`."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import khabar
from khabar.cli import main
from khabar.cli.explanation import explanation_lines
from khabar.desk.wording import messages

TEXT = "قال وزير الصحة سالم النوري إن المستشفيات استقبلت 26 جريحاً.\n"


def run(*arguments: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """One report."""
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def twice(tmp_path: Path) -> Path:
    """The same report under two ids."""
    path = tmp_path / "twice.jsonl"
    path.write_text("".join(json.dumps({"id": i, "text": TEXT}) + "\n" for i in "ab"), encoding="utf-8")
    return path


def an_item(layer: str) -> str:
    """The id of the first item of a layer."""
    return str(khabar.read(TEXT).to_dict()[layer][0]["id"])


def test_explain_shows_words_fields_and_rule(file: Path) -> None:
    figure = an_item("figures")
    result = run("explain", file, figure)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == f"{figure}, one of the figures of report.txt"
    assert lines[2] == "“سالم النوري” said that 26 people were injured."
    assert "[26" in result.stdout
    assert re.search(r"^what is counted: +injured$", result.stdout, re.MULTILINE)
    assert re.search(r"^number: +26$", result.stdout, re.MULTILINE)
    rule = khabar.read(TEXT).figures[0].rule
    assert rule in result.stdout
    assert "It takes:" in result.stdout


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_every_item_of_a_report_is_explained_with_labels(ui: str) -> None:
    demo = Path(__file__).resolve().parents[2] / "demo" / "reports" / "12-nidaa-mosque-bombing.txt"
    made = khabar.read(demo.read_text(encoding="utf-8"), id="r")
    known = set(messages(ui).tables["field"].values()) | set(messages(ui).tables["via_role"].values())
    for layer in ("actors", "claims", "withheld", "figures", "times", "places", "events"):
        for item in getattr(made, layer):
            lines = list(explanation_lines(made, item.id, ui))
            fields = lines[lines.index("", 5) + 1 :]
            fields = fields[: fields.index("")]
            labels = {re.split(r"[:(]", line)[0].strip() for line in fields}
            assert labels <= known, (item.id, labels - known)
            assert not any("None" in line or "{" in line for line in fields)


def test_explain_tells_ids_near_an_unknown_one(file: Path) -> None:
    result = run("explain", file, "f1-2")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "no item “f1-2”" in result.stderr
    assert an_item("figures") in result.stderr


def test_explain_asks_which_report(twice: Path) -> None:
    figure = an_item("figures")
    result = run("explain", twice, figure)
    assert result.exit_code == 2
    assert "--report" in result.stderr
    assert run("explain", twice, figure, "--report", "b").exit_code == 0
    wrong = run("explain", twice, figure, "--report", "z")
    assert wrong.exit_code == 2
    assert "a, b" in wrong.stderr


def test_explain_of_a_source_that_cannot_be_read() -> None:
    result = run("explain", "no-such-file.txt", "c1-2")
    assert result.exit_code == 2
    assert "no such file" in result.stderr


def test_rulebook_writes_and_checks(tmp_path: Path) -> None:
    folder = tmp_path / "rulebook"
    assert run("rulebook", "--folder", folder, "--check").exit_code == 1
    assert run("rulebook", "--folder", folder).exit_code == 0
    assert run("rulebook", "--folder", folder, "--check").exit_code == 0
    page = next(p for p in folder.glob("*.md") if p.name != "README.md")
    page.unlink()
    result = run("rulebook", "--folder", folder, "--check")
    assert result.exit_code == 1
    assert page.name in result.stderr
    assert "khabar rulebook" in result.stderr


def test_a_rulebook_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = run("rulebook", "--folder", tmp_path / "file" / "rulebook")
    assert result.exit_code == 2
    assert "cannot be" in result.stderr


def test_schema_is_that_of_the_record() -> None:
    result = run("schema")
    assert json.loads(result.stdout) == khabar.json_schema()
    assert '"claims"' in result.stdout


def test_version_names_the_rules() -> None:
    result = run("--version")
    assert re.fullmatch(rf"khabar {re.escape(khabar.__version__)} \(rules [0-9a-f]{{12}}\)\n", result.stdout)
    made_by = khabar.read(TEXT).document.made_by
    assert made_by
    assert made_by.rules in result.stdout
