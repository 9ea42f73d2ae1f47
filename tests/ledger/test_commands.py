"""The commands on a case, as a desk types them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from at_the_command import run
from khabar.desk.cases import queue

DEMO = Path(__file__).resolve().parents[2] / "demo" / "reports"


def lines(*arguments: object) -> list[dict[str, Any]]:
    """The JSON Lines of a command that went well."""
    shown = run(*arguments)
    assert shown.exit_code == 0, shown.stderr
    return [json.loads(line) for line in shown.stdout.splitlines()]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of three demo reports."""
    path = tmp_path_factory.mktemp("case") / "demo.khabar"
    reports = sorted(DEMO.glob("0[1-3]*"))
    assert len(reports) == 3
    shown = run("add", path, *reports)
    assert shown.exit_code == 0, shown.stderr
    assert "new: 3" in shown.stderr
    return path


def test_adding_tells_what_was_new_and_what_failed(case: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"%PDF-1.4")
    shown = run("add", case, min(DEMO.glob("01*")), tmp_path / "bad.txt", "--jsonl")
    assert shown.exit_code == 1
    first, second = (json.loads(line) for line in shown.stdout.splitlines())
    assert (first["state"], first["document"]) == ("known", 1)
    assert second["error"]["code"] == "not_text"
    assert run("add", case, tmp_path / "bad.txt").exit_code == 2


@pytest.mark.parametrize("layer", ["claims", "figures", "events", "actors", "places", "times", "withheld"])
def test_every_layer_is_printed_in_every_form(demo: Path, layer: str) -> None:
    rows = lines(layer, demo)
    assert json.loads(run(layer, demo, "--json").stdout) == rows
    table = list(csv.DictReader(io.StringIO(run(layer, demo, "--csv").stdout.removeprefix("\ufeff"))))
    assert [row["item"] for row in table] == [row["item"] for row in rows]
    shown = run(layer, demo, "--table", "--ui", "ar").stdout
    assert all(row["item"] in shown for row in rows)


def test_what_is_asked_for_by_column_and_filter(demo: Path) -> None:
    killed = lines("figures", demo, "--where", "measure=killed")
    assert killed
    assert {row["measure"] for row in killed} == {"killed"}
    assert lines("figures", demo, "--after", "2030-01-01") == []
    assert run("figures", demo, "--where", "speed=1").exit_code == 2
    assert "speed" in run("figures", demo, "--where", "speed=1", "--ui", "ar").stderr
    assert run("figures", demo, "--after", "tomorrow").exit_code == 2


def test_searching_shows_each_hit_in_its_surroundings(demo: Path) -> None:
    assert "[الداخلية]" in run("search", demo, "الداخليه").stdout
    (first, *_) = lines("search", demo, '"وزاره الداخليه"', "--jsonl")
    assert {mark["text"] for mark in first["marks"]} == {"وزارة الداخلية"}
    assert run("search", demo, "(").exit_code == 2
    assert run("search", demo, "الداخليه", "--limit", "9" * 30).exit_code == 0


def test_a_review_steps_through_the_heaviest_items_and_remembers(case: Path) -> None:
    waiting = [each.item for each in queue(case, ["figures"])]
    weights = [each.weight for each in queue(case, ["figures"])]
    assert weights == sorted(weights, reverse=True)
    shown = run(
        "review",
        case,
        "--layer",
        "figures",
        "--by",
        "Salma",
        typed="a\nx\nr\nno such toll\ns\nc\nspeed=5\nc\nlow=5\nq\n",
    )
    assert shown.exit_code == 0, shown.stderr
    assert "decided: 3 items" in shown.stderr
    decided = lines("history", case)
    names = [f"{d['document']}:{d['item']}" for d in decided]
    assert names == [f"{document}:{item}" for document, item in (waiting[0], waiting[1], waiting[3])]
    assert [d["verdict"] for d in decided] == ["accept", "reject", "correct"]
    assert {d["who"] for d in decided} == {"Salma"}
    assert [each.item for each in queue(case, ["figures"])][:2] == [waiting[2], waiting[4]]


def test_deciding_undoing_sealing_and_proving(case: Path) -> None:
    item = f"{lines('claims', case)[0]['document']}:{lines('claims', case)[0]['item']}"
    assert run("decide", case, item, "reject").exit_code == 2
    assert run("decide", case, item, "reject", "--reason", "not said", "--by", "Omar").exit_code == 0
    (decision,) = lines("history", case, item)
    assert run("undo", case, decision["seq"]).exit_code == 0
    assert run("undo", case, decision["seq"]).exit_code == 2
    assert lines("history", case)[0]["undone"] is True
    sealed = run("seal", case).stdout.strip()
    assert run("verify", case, "--sealed", sealed).exit_code == 0
    assert run("verify", case, "--sealed", "0" * 64).exit_code == 1
    assert run("verify", DEMO / "README.md").exit_code == 2
    assert run("decide", case, "nonsense", "accept").exit_code == 2


def test_numbers_and_names_beyond_measure_are_told(case: Path) -> None:
    for arguments in (
        ("decide", case, f"{'9' * 5000}:f1-2", "accept"),
        ("undo", case, "9" * 30),
        ("claims", case.with_name("n" * 300)),
    ):
        shown = run(*arguments)
        assert (shown.exit_code, type(shown.exception)) == (2, SystemExit)


def test_what_is_wrong_is_said_in_arabic_too(tmp_path: Path) -> None:
    shown = run("claims", tmp_path / "none.khabar", "--ui", "ar")
    assert shown.exit_code == 2
    assert "لا توجد قضية" in shown.stderr


def test_what_a_source_says_is_no_markup_of_the_table(case: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The minister said [sic] that 3 people died in Almaty.", encoding="utf-8")
    assert run("add", case, tmp_path / "a.txt", "--outlet", "[/red]").exit_code == 0
    shown = run("figures", case, "--outlet", "[/red]", "--table")
    assert shown.exit_code == 0
    assert "[/red]" in shown.stdout


def test_columns_with_the_names_of_parameters_and_of_documents(demo: Path) -> None:
    for name in ("layer", "case", "chosen", "connection"):
        assert run("figures", demo, "--where", f"{name}=1").exit_code == 2
    assert {row["document"] for row in lines("claims", demo, "--where", "document=2")} == {2}
    assert lines("timeline", demo, "--where", "type=none") == []


def test_names_that_are_no_text_are_written_out(case: Path, tmp_path: Path) -> None:
    odd = tmp_path / "odd\udcff.txt"
    try:
        odd.write_text("The minister said that 3 people died in Almaty.", encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this system has text for names")
    shown = run("add", case, odd, "--by", "x\udcff", "--jsonl")
    assert shown.exit_code == 0, shown.output
    assert json.loads(shown.stdout)["id"] == "odd\\udcff.txt"
    assert run("verify", case).exit_code == 0


def test_a_review_takes_words_with_spaces_and_bears_slips(case: Path) -> None:
    shown = run("review", case, "--layer", "figures", typed="c\nnonsense\nc\nsource=Salim Darwish low=7\nr\n")
    assert shown.exit_code == 0, shown.output
    assert [d["fields"] for d in lines("history", case)] == [{"source": "Salim Darwish", "low": 7}]
