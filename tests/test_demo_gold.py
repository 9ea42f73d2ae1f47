"""The gold of the demo reports: made from the notes, sound by itself, and a note that is wrong is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import demo_gold
from khabar.desk.scoring import score_lines, summed

TEXT = "قال الوزير إن 12 شخصا قتلوا.\nوقالت الوزارة إن الوزارة ستعمل، وإنها ستعمل غدا."


def gold() -> list[dict[str, Any]]:
    return [json.loads(line) for line in demo_gold.GOLD.read_text(encoding="utf-8").splitlines()]


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every span of a gold line, however deep."""
    if isinstance(value, dict):
        if "start" in value:
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def test_the_gold_file_is_what_the_notes_say() -> None:
    made = demo_gold.written(demo_gold.gold_lines(demo_gold.NOTES, demo_gold.REPORTS))
    assert made == demo_gold.GOLD.read_text(encoding="utf-8"), "run python tests/demo_gold.py"


def test_every_demo_report_has_its_gold() -> None:
    reports = {name.partition(".")[0] for name in demo_gold.texts_of(demo_gold.REPORTS)}
    assert {line["id"] for line in gold()} == reports


def test_spans_hold_their_words() -> None:
    for line in gold():
        for span in spans(line):
            assert line["text"][span["start"] : span["end"]] == span["text"]


def test_gold_scored_against_itself_is_right_throughout() -> None:
    lines = gold()
    records = {
        line["id"]: {**line, "figures": [*line["figures"], *({**i, "id": "i", "implicit": True} for i in line["implicit"])]}
        for line in lines
    }  # fmt: skip
    rows = summed(score_lines("reports", lines, records).reports)
    assert {name: count.f1 for name, count in rows.items()} == dict.fromkeys(rows, 1.0)


@pytest.mark.parametrize(
    ("line", "words", "found"),
    [
        (1, "قال", "قال"),
        (2, "قالت", "قالت"),
        (1, "12 … قتلوا", "12 شخصا قتلوا"),
        (2, "الوزارة#2", "الوزارة"),
        (2, "ستعمل#2 … غدا", "ستعمل غدا"),
    ],
)
def test_words_are_looked_up(line: int, words: str, found: str) -> None:
    span = demo_gold.Text(TEXT).span(line, words)
    assert TEXT[span["start"] : span["end"]] == span["text"] == found


@pytest.mark.parametrize(
    ("line", "words"),
    [(1, "قالت"), (2, "الوزارة"), (2, "الوزارة#3"), (1, "وزير"), (1, "1"), (3, "قال"), (0, "قال"), (1, "12 … الوزير")],
)
def test_words_that_are_not_there_once_are_told(line: int, words: str) -> None:
    with pytest.raises(demo_gold.BadNote):
        demo_gold.Text(TEXT).span(line, words)


@pytest.mark.parametrize(
    "note",
    [
        {"claims": [{"line": 1, "speaker": "الوزير", "content": "12 شخصا", "act": "murmur"}]},
        {"claims": [{"line": 1, "speaker": "الوزير", "content": "12 شخصا", "within": "nothing"}]},
        {"claims": [{"line": 1, "content": "12 شخصا"}]},
        {"figures": [{"line": 1, "words": "12", "measure": "killed", "number": 12, "part_of": "f9"}]},
        {"times": [{"words": "12", "value": "2022"}]},
    ],
)
def test_a_note_that_is_wrong_is_told(note: dict[str, Any]) -> None:
    head = {"report": "r.txt", "outlet": "o", "published": "2022-01-07"}
    with pytest.raises(demo_gold.BadNote):
        demo_gold.gold_line({**head, **note}, TEXT, {})


def test_bounds() -> None:
    assert demo_gold.amount("more_than", 5, None) == {"low": 5, "high": None, "bound": "more_than", "order": None}
    assert demo_gold.amount("less_than", 5, None) == {"low": 0, "high": 4, "bound": "less_than", "order": None}
    assert demo_gold.amount("range", [3, 5], None) == {"low": 3, "high": 5, "bound": "range", "order": None}
    assert demo_gold.amount("vague", None, 10) == {"low": None, "high": None, "bound": "vague", "order": 10}


def test_a_folder_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "r.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "notes").mkdir()
    note = 'report = "r.txt"\noutlet = "o"\npublished = "2022-01-07"\n\n[[times]]\nline = 2\nwords = "غدا"\nvalue = "2022-01-08"\n'
    (tmp_path / "notes" / "r.toml").write_text(note, encoding="utf-8")
    (line,) = demo_gold.gold_lines(tmp_path / "notes", tmp_path / "reports")
    assert [time["value"] for time in line["times"]] == ["2022-01-08"]
