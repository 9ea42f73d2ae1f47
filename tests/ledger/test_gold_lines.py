"""Gold out of a review: what was accepted is itself, what was corrected is put in, and both scorers take the lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from at_the_command import run
from khabar.desk.cases import Ruling, ask, decide_item
from khabar.desk.cases.gold import SCORED
from khabar.desk.cases.listing import listed
from khabar.desk.scoring import ACCURACY_ROWS, score_lines, summed
from khabar.ledger import Decision
from khabar.ledger.amending import amended
from khabar.record import Claim, Document, Event, EventDate, Figure, Place, Report, Span

DEMO = Path(__file__).resolve().parents[2] / "demo" / "reports"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "demo.khabar"
    assert run("add", path, *sorted(DEMO.glob("0[1-4]*"))).exit_code == 0
    return path


def accept(case: Path, document: int, layers: tuple[str, ...] = SCORED) -> None:
    for layer in layers:
        for row in list(ask(case, layer)):
            if row["document"] == document and row["verdict"] is None:
                decide_item(case, (document, row["item"]), Ruling("accept"), "Salma")


def gold(case: Path, *more: object) -> list[dict[str, Any]]:
    path = case.with_suffix(".jsonl")
    shown = run("export", case, "--gold", path, *more)
    assert shown.exit_code == 0, shown.output
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def records(case: Path) -> dict[str, Any]:
    return {one.reading.report.document.id: one.reading.report.to_dict() for one in listed(case, SCORED)}


def test_what_is_accepted_whole_is_itself_as_gold(case: Path) -> None:
    accept(case, 1)
    accept(case, 2)
    accept(case, 3, ("claims",))
    lines = gold(case)
    assert [line["reviewed"] for line in lines] == [list(SCORED)] * 2
    assert lines[0]["reviewed_by"] == ["Salma"]
    scored = summed(score_lines("reports", lines, records(case)).reports)
    for name, count in scored.items():
        assert count.right == count.gold, name
        assert name in ACCURACY_ROWS or count.right == count.predicted, name
    assert scored["claims"].gold > 10
    assert scored["figures"].gold > 5
    shown = run("score", case.with_suffix(".jsonl"))
    assert shown.exit_code == 0
    assert "claims          F1 100.0%" in shown.stdout


def test_reports_that_nobody_finished_come_in_part_when_asked_for(case: Path) -> None:
    accept(case, 3, ("claims", "events"))
    assert gold(case) == []
    (line,) = gold(case, "--partial")
    assert {"claims", "events"} <= set(line["reviewed"]) < set(SCORED)
    assert line["claims"]
    assert line["figures"] == line["times"] == []
    row = next(ask(case, "claims", document="3"))
    decide_item(case, (3, row["item"]), Ruling("unsure"), "Salma")
    (line,) = gold(case, "--partial")
    assert "claims" not in line["reviewed"]


def test_corrections_are_in_and_rejections_out(case: Path) -> None:
    rows = [row for row in ask(case, "claims") if row["document"] == 1]
    decide_item(case, (1, rows[0]["item"]), Ruling("reject", reason="not said"), "Omar")
    decide_item(case, (1, rows[1]["item"]), Ruling("correct", {"act": "deny", "speaker": "فلان"}), "Omar")
    accept(case, 1)
    (line,) = gold(case)
    claims = {claim["id"]: claim for claim in line["claims"]}
    assert rows[0]["item"] not in claims
    assert (claims[rows[1]["item"]]["act"], claims[rows[1]["item"]]["speaker_name"]) == ("deny", "فلان")
    scored = summed(score_lines("reports", [line], records(case)).reports)
    assert scored["claims"].predicted == scored["claims"].gold + 1
    assert scored["act"].right == scored["act"].gold - 1


TEXT = "قال الوزير إن 5 قتلوا في ألماتي ثم قال إن 7 قتلوا"


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words), words)


def figure(name: str, words: str, **more: Any) -> Figure:
    where = span(words)
    return Figure(name, where.start, where.end, words, "killed", int(words), int(words), **more)


REPORT = Report(
    Document("r", text=TEXT),
    claims=[
        Claim("c1-2", span("5 قتلوا"), cue=span("قال"), speaker_name="الوزير"),
        Claim("c3-4", span("7 قتلوا"), same_as="c1-2"),
    ],
    figures=[
        figure("f1-2", "5"),
        figure("f3-4", "7", same_as="f1-2", claim="c1-2", part_of="f1-2"),
        figure("f5-6", "7", same_as="f3-4"),
    ],
    places=[Place("p1-2", span("ألماتي").start, span("ألماتي").end, "ألماتي", "Almaty")],
    events=[Event("e1-2", span("قتلوا"), "ASSAULT", date=EventDate("2022-01-07"))],
)


def decided(rulings: dict[str, tuple[str, dict[str, Any]]]) -> Report:
    """The report with these decisions."""
    made = [
        Decision(number, "2022-01-07", "Salma", 1, item, verdict, fields, None, undone=False, hash="", overrules=None)
        for number, (item, (verdict, fields)) in enumerate(rulings.items())
    ]
    return amended(REPORT, made)


def test_every_column_is_brought_back_to_its_field() -> None:
    made = decided(
        {
            "c1-2": ("correct", {"via": '["وكالة"]', "cue": "إن", "status": "", "headline": 1, "start": 14, "end": 15}),
            "f1-2": ("correct", {"magnitude": 10, "counted": "قتلوا", "place": "Almaty", "implicit": 1}),
            "e1-2": (
                "correct",
                {"actor": "الوزير", "basis": "alleged", "place": "Almaty", "date": None, "target": "أحد"},
            ),
            "p1-2": ("correct", {"country": "KZ", "lat": 43.2}),
        }
    )
    claim, figure, event, place = made.claims[0], made.figures[0], made.events[0], made.places[0]
    assert ([via.name for via in claim.via], claim.status, claim.headline) == (["وكالة"], None, True)
    assert claim.content.text == TEXT[14:15]
    assert claim.cue is not None
    assert TEXT[claim.cue.start : claim.cue.end] == "إن"
    assert (figure.order, figure.of and figure.of.text, figure.place, figure.implicit) == (10, "قتلوا", "p1-2", True)
    assert event.actor is not None
    assert (event.actor.text, event.actor.basis, event.date) == ("الوزير", "alleged", None)
    assert event.target is not None
    assert event.target.span is None
    assert event.place is not None
    assert (event.place.name, place.country, place.lat) == ("Almaty", "KZ", 43.2)


def test_links_to_what_was_rejected_follow_or_end() -> None:
    made = decided({"c1-2": ("reject", {}), "f1-2": ("reject", {})})
    assert [claim.same_as for claim in made.claims] == [None]
    assert [(f.same_as, f.claim, f.part_of) for f in made.figures] == [(None, None, None), ("f3-4", None, None)]
    follows = decided({"f3-4": ("reject", {})})
    assert [f.same_as for f in follows.figures] == [None, "f1-2"]
