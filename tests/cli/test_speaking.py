"""The language of the command: asked for, or the locale's; help, complaints and failures in it."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from khabar.cli import main
from khabar.cli.speaking import option_key, ui_of
from khabar.desk import Failure, Wishes, failure_words, read_sources
from khabar.desk.rules.cards import all_cards
from khabar.desk.wording import messages, ui_languages

ROOT = Path(__file__).resolve().parents[2]
INTAKE = ROOT / "src" / "khabar" / "intake"
ARABIC = re.compile("[\u0620-\u064a]")
REPORT = "قال وزير الصحة سالم النوري إن المستشفيات استقبلت 26 جريحاً.\n"


def run(*arguments: str | Path, **environment: str) -> Result:
    """Run the command in this process, under that locale."""
    clean = {"LC_ALL": None, "LC_MESSAGES": None, "LANG": None, **environment}
    return CliRunner().invoke(main, [str(a) for a in arguments], env=clean, catch_exceptions=False)


@pytest.mark.parametrize(
    ("arguments", "environment", "ui"),
    [
        ([], {}, "en"),
        ([], {"LANG": "ar_EG.UTF-8"}, "ar"),
        ([], {"LANG": "ar"}, "ar"),
        ([], {"LANG": "ar_EG.UTF-8", "LC_ALL": "C"}, "en"),
        ([], {"LANG": "ar_EG.UTF-8", "LC_ALL": ""}, "ar"),
        ([], {"LANG": "en_GB.UTF-8", "LC_MESSAGES": "ar_IQ"}, "ar"),
        ([], {"LANG": "fr_FR.UTF-8"}, "en"),
        (["--ui", "ar", "read"], {}, "ar"),
        (["read", "x", "--ui=en"], {"LANG": "ar"}, "en"),
        (["read", "--", "--ui", "ar"], {}, "en"),
        (["read", "--ui"], {}, "en"),
        (["read", "--ui", "fr"], {"LANG": "ar"}, "ar"),
    ],
)
def test_the_language_is_asked_for_or_the_locales(arguments: list[str], environment: dict[str, str], ui: str) -> None:
    assert ui_of(arguments, environment) == ui


def commands() -> list[click.Command]:
    """The group and all its commands."""
    assert isinstance(main, click.Group)
    return [main, *main.commands.values()]


@pytest.mark.parametrize("command", commands(), ids=lambda command: str(command.name))
def test_the_help_of_a_reading_command_is_arabic_throughout(command: click.Command) -> None:
    name = [] if command is main else [str(command.name)]
    shown = run(*name, "--help", LANG="ar_SA.UTF-8")
    assert shown.exit_code == 0
    assert "الاستعمال:" in shown.stdout
    assert "Usage" not in shown.stdout
    known = messages("ar").tables["help"]["option"]
    options = [param for param in command.params if isinstance(param, click.Option)]
    assert not [option_key(param) for param in options if option_key(param) not in known]


def test_english_help_says_what_the_code_says() -> None:
    shown = run("read", "--help").stdout
    assert shown.startswith("Usage: main read [OPTIONS] SOURCE...")
    assert "Exit codes" in shown


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["rea"], "لا يوجد أمر «rea»"),
        (["read"], "ينقص SOURCE"),
        (["read", "x", "--nonsense"], "لا يوجد خيار --nonsense"),
        (["read", "x", "--jobs", "0"], "--jobs: «0» ليس عدداً"),
        (["read", "x", "--jobs", "many"], "--jobs: «many» ليس عدداً"),
        (["read", "x", "--published", "2022-02-30"], "--published: «2022-02-30» ليس تاريخاً"),
        (["read", "x", "--language", "xx"], "--language"),
        (["read", "x", "--outlet"], "--outlet يحتاج إلى قيمة"),
        (["explain", "a", "b", "c", "d"], "كلمات زائدة: d"),
    ],
)
def test_complaints_are_spoken(arguments: list[str], told: str) -> None:
    shown = run(*arguments, "--ui", "ar") if arguments[-1] != "--outlet" else run("--ui", "ar", *arguments)
    assert shown.exit_code == 2
    assert shown.stdout == ""
    assert told in shown.stderr
    assert "Error" not in shown.stderr


def test_failures_are_spoken_and_their_records_stay_english(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"{\\rtf1 x}")
    shown = run("read", tmp_path / "a.txt", tmp_path / "no.txt", "--jsonl", "--ui", "ar")
    assert shown.exit_code == 2
    assert "a.txt: هذا مستند نص منسق" in shown.stderr
    assert "no.txt: لا يوجد ملف" in shown.stderr
    first, second = (json.loads(line)["error"] for line in shown.stdout.splitlines())
    assert (first["code"], second["code"]) == ("not_text", "missing_file")
    assert first["message"].startswith("a.txt: this is a rich text document")
    assert not ARABIC.search(first["message"] + second["message"])


def reasons() -> set[str]:
    """The reasons that intake names, read from its code."""
    found = set()
    for path in INTAKE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                place = {"IntakeError": 1, "Failed": 2}.get(node.func.id)
                if place is not None and len(node.args) > place:
                    found |= {
                        n.value for n in ast.walk(node.args[place]) if isinstance(n, ast.Constant) and n.value != "text"
                    }
    return {str(reason) for reason in found}


@pytest.mark.parametrize("ui", ui_languages())
def test_every_reason_of_intake_has_its_message(ui: str) -> None:
    told = messages(ui).tables["failure"]
    named = reasons()
    assert len(named) > 20
    told |= {f"{group}.{reason}": words for group in ("signature", "archive") for reason, words in told[group].items()}
    assert not [reason for reason in named if reason not in told and not reason.endswith(".")]


@pytest.mark.parametrize("ui", ui_languages())
@pytest.mark.parametrize(
    ("content", "name"),
    [(b"", "a.txt"), (b"\x89PNG\r\n\x1a\n\0", "a.txt"), (b'{"id": 1}\n[]\n{"text": " "}\n{', "a.jsonl"), (b"{}", "a.json"),
     (b"\xff\xfe{", "a.jsonl"), (b"<html><p></p></html>", "a.html"), (b"\x1f\x8bxx", "a.jsonl.gz")],
)  # fmt: skip
def test_failures_can_be_said_in_every_language(content: bytes, name: str, ui: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    failures = [outcome for outcome in read_sources([str(tmp_path / name)], Wishes()) if isinstance(outcome, Failure)]
    assert failures
    for failure in failures:
        told = failure_words(failure, ui)
        assert told.startswith(failure.place)
        assert bool(ARABIC.search(told)) is (ui == "ar")
        assert failure_words(failure, "en") == failure.message


def test_a_failure_without_a_reason_keeps_its_message() -> None:
    assert failure_words(Failure("a", "empty", "the file is empty"), "ar") == "the file is empty"


def test_the_page_and_the_explanation_speak(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    page = run("read", path, "--text", "--ui", "ar").stdout
    assert "بحسب: سالم النوري" in page
    item = re.search(r"\[(f\d+-\d+)\]", page)
    assert item
    shown = run("explain", path, item[1], "--ui", "ar").stdout.splitlines()
    assert shown[0] == f"{item[1]} في report.txt (الأرقام)"
    assert shown[2] == "أفاد سالم النوري بإصابة 26 شخصاً."
    assert any(line.startswith("القاعدة ") for line in shown)
    missing = run("explain", path, "f1-2", "--ui", "ar")
    assert missing.exit_code == 2
    assert "ليس في report.txt بند «f1-2»" in missing.stderr


def test_plain_pages_are_the_same_on_every_run(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    assert run("read", path, "--text", "--plain").stdout == run("read", path, "--text").stdout
    assert "sentence: “سالم النوري” said that 26 people were injured." in run("read", path, "--text", "-v").stdout


@pytest.mark.parametrize("code", ui_languages())
def test_every_file_of_rules_is_told_of_and_no_other(code: str) -> None:
    """A new file of rules wants a sentence in the table `chapter` of every language: what its rules have in common."""
    assert set(messages(code).tables["chapter"]) == {card.chapter for card in all_cards()}


@pytest.mark.parametrize("ui", ui_languages())
def test_an_option_says_what_it_does_in_its_command(ui: str) -> None:
    known = messages(ui).tables["help"]["option"]
    for command, option in (
        ("claims", "form.csv"),
        ("verify", "verify.json"),
        ("read", "csv"),
        ("encrypt", "encrypt.into"),
    ):
        shown = " ".join(run(command, "--help", "--ui", ui).stdout.split())
        assert known[option] in shown, option


@pytest.mark.parametrize("ui", ui_languages())
def test_first_sentences_of_commands_end_at_a_word(ui: str) -> None:
    for line in run("--help", "--ui", ui).stdout.splitlines():
        if line.endswith("…"):
            assert line.endswith(" …")
