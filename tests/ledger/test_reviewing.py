"""A review in the terminal: what comes first and why, what may be put in, going back, second reviewers, and how they agree."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result

from at_the_command import run
from khabar.desk.cases import Ruling, ask, decide_item, history, queue
from khabar.desk.cases.agreeing import cohen, krippendorff
from khabar.desk.cases.reviewing import Wanted, pending

DEMO = Path(__file__).resolve().parents[2] / "demo" / "reports"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "demo.khabar"
    assert run("add", path, *sorted(DEMO.glob("0[1-3]*"))).exit_code == 0
    return path


def review(case: Path, typed: str, *more: object) -> Result:
    shown = run("review", case, "--layer", "figures", *more, typed=typed)
    assert shown.exit_code == 0, shown.output
    return shown


def test_progress_reasons_and_words_are_shown(case: Path) -> None:
    every = len(list(ask(case, "figures")))
    first = next(queue(case, ["figures"]))
    shown = review(case, "a\n", "--by", "Salma")
    assert f"0 of {every}" in shown.stdout
    assert f"1 of {every}" in shown.stdout
    assert f"[{first.row['words']}]" in shown.stdout
    assert "would weigh heavily" in shown.stdout
    again = review(case, "q\n", "--ui", "ar")
    assert f"1 من {every}" in again.stdout
    assert f"0 of {every}" not in again.stdout


def test_one_goes_back_and_what_was_decided_there_is_taken_back(case: Path) -> None:
    waiting = [each.item for each in queue(case, ["figures"])]
    review(case, "b\na\ns\nb\nb\nr\nnot said\nq\n", "--by", "Salma")
    assert [(d.item, d.verdict, d.undone) for d in history(case)] == [
        (waiting[0][1], "accept", True),
        (waiting[0][1], "reject", False),
    ]


def test_more_of_the_text_is_shown(case: Path) -> None:
    shown = review(case, "m\nq\n").stdout
    short, long = (line for line in shown.splitlines() if line.startswith("  …"))
    assert len(long) > len(short)


def test_a_correction_tells_what_is_allowed_and_the_item_stays(case: Path) -> None:
    waiting = [each.item for each in queue(case, ["figures"])]
    shown = review(case, "c\n?\nmeasure=dead\nc\nmeasure=جرحى low=١٢ high=12\nq\n", "--by", "Salma")
    assert "neutralised" in shown.stderr
    assert "measure" in shown.stderr
    (decision,) = history(case)
    assert (decision.document, decision.item) == waiting[0]
    assert decision.fields == {"measure": "injured", "low": 12, "high": 12}


def test_words_move_the_span(case: Path) -> None:
    first = next(queue(case, ["claims"]))
    words = " ".join(first.row["words"].split(" ")[:2])
    shown = run("review", case, "--layer", "claims", typed=f"c\nwords={words}\nq\n")
    assert shown.exit_code == 0
    assert history(case)[0].fields == {"start": first.row["start"], "end": first.row["start"] + len(words)}


def test_what_is_gone_through_is_narrowed(case: Path) -> None:
    killed = [row["item"] for row in ask(case, "figures", measure="killed")]
    found = pending(case, Wanted(where={"measure": "killed"}))
    assert sorted(each.row["item"] for each in found.waiting) == sorted(killed)
    assert run("review", case, "--where", "speed=1").exit_code == 2
    assert "0 of 0" not in run("review", case, "--where", "measure=none").stdout


def test_a_second_reviewer_does_not_see_the_first_and_their_agreement_is_told(case: Path) -> None:
    assert "nobody" in run("agreement", case).stderr
    waiting = [each.item for each in queue(case, ["figures"])]
    review(case, "a\na\nr\nno toll\nq\n", "--by", "Salma")
    blind = review(case, "a\nr\ncounted twice\nr\nno toll\n", "--by", "Omar", "--second")
    assert "accepted" not in blind.stdout
    assert "Salma" not in blind.stdout
    assert "0 of 3" in blind.stdout
    assert len(pending(case, Wanted(["figures"], turn="second", by="Omar")).waiting) == 0
    assert len(pending(case, Wanted(["figures"], turn="second", by="Nadia")).waiting) == 3
    told = json.loads(run("agreement", case, "--json").stdout)
    assert (told["all"]["items"], round(told["all"]["same"], 2)) == (3, 0.67)
    assert told["figures"]["pairs"][0]["kappa"] == pytest.approx(0.4)
    (differs,) = pending(case, Wanted(["figures"], turn="disagreed")).waiting
    assert differs.item in waiting
    shown = review(case, "a\n", "--by", "Nadia", "--disagreed").stdout
    assert "Salma" in shown
    assert "counted twice" in shown
    assert not pending(case, Wanted(["figures"], turn="disagreed")).waiting
    settled = json.loads(run("agreement", case, "--json").stdout)
    assert settled == told, "who settles a disagreement is no independent reviewer"
    assert "67%" in run("agreement", case).stdout


def test_what_somebody_else_decided_meanwhile_is_not_asked_again(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from khabar.cli.cases import reviewing

    found = pending(case, Wanted(["figures"]))
    first = found.waiting[0].item
    decide_item(case, first, Ruling("accept"), "Omar")
    monkeypatch.setattr(reviewing, "pending", lambda *_: found)
    shown = review(case, "q\n", "--by", "Salma")
    assert "Omar" in shown.stderr
    assert len(history(case)) == 1


def test_measures_of_agreement_on_known_examples() -> None:
    rows = ("     34121133 3", "1 213343       ", "  21344 21133 4")
    columns = [[row.ljust(15)[number] for row in rows] for number in range(15)]
    units = [[verdict for verdict in column if verdict != " "] for column in columns]
    assert krippendorff([["a", "a"], ["b", "b"], ["a", "b"]]) == pytest.approx(1 - 5 * 2 / (2 * 3 * 3))
    assert krippendorff([["a", "a"], ["a"]]) is None
    assert krippendorff(units) == pytest.approx(0.691, abs=5e-4)
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert cohen(pairs) == pytest.approx(0.4)
    assert cohen([("a", "a")] * 3) is None
