"""The hand-read sample: well formed, and counted only where words and reading are still the judged ones."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import hand_read
from hand_read import Judged


def record(**layers: list[dict[str, Any]]) -> dict[str, Any]:
    """A record of the report `r`."""
    return {"document": {"id": "r"}, **layers}


def event(start: int, kind: str, rule: str = "xx.events.act") -> dict[str, Any]:
    """An event whose trigger has five letters."""
    return {"id": f"e{start}", "trigger": {"start": start, "end": start + 5}, "type": kind, "rule": rule}


def test_the_sample_holds_fifty_reports_and_no_text() -> None:
    verdicts = hand_read.read_verdicts()
    assert len({report for report, _ in verdicts}) == 50
    assert {layer for _, layer in verdicts} <= {*hand_read.LAYERS, hand_read.UNREAD}
    assert not any("\u0620" <= c <= "\u06ff" for c in hand_read.FILE.read_text(encoding="utf-8"))
    assert all(one.start < one.end for sides in verdicts.values() for side in sides for one in side)


@given(st.integers(0, 10**6), st.integers(1, 500), st.from_regex(r"[A-Za-z0-9:=_-]{0,20}", fullmatch=True))
def test_a_verdict_is_written_and_read_back(start: int, length: int, reading: str) -> None:
    one = Judged(start, start + length, reading)
    assert Judged.parse(str(one)) == one


def test_a_rule_is_counted_by_what_it_still_reads() -> None:
    verdicts: hand_read.Verdicts = {("r", "events"): ([Judged(10, 15, "ASSAULT")], [Judged(30, 35, "PROTEST")])}
    read = record(events=[event(10, "ASSAULT"), event(31, "PROTEST"), event(50, "ASSAULT")])
    assert hand_read.rule_counts([read], verdicts) == {"xx.events.act": (1, 2)}
    newer = record(events=[event(10, "COERCE"), event(34, "PROTEST")])
    assert hand_read.rule_counts([newer], verdicts) == {}


def test_what_is_no_longer_listed_as_unread_does_not_count() -> None:
    verdicts: hand_read.Verdicts = {("r", "unread"): ([Judged(0, 20, "")], [Judged(40, 60, "")])}
    one = {"start": 0, "end": 20, "why": "sentence_without_items"}
    other = {"start": 40, "end": 60, "why": "number_unused"}
    assert hand_read.unread_counts([record(unread=[one, other])], verdicts) == {
        "number_unused": (0, 1),
        "sentence_without_items": (1, 0),
    }
    assert hand_read.unread_counts([record(unread=[one])], verdicts) == {"sentence_without_items": (1, 0)}


def test_verdicts_are_taken_from_a_readers_lines() -> None:
    read = record(events=[event(10, "ASSAULT"), event(30, "PROTEST")])
    lines = iter(
        [("r", "e30", "wrong"), ("r", "e10", "field:place"), ("r", "U:1-9", "holds"), ("r", "U:40-44", "empty")]
    )
    assert hand_read.verdicts_of([read], lines) == {
        ("r", "events"): ([Judged(10, 15, "ASSAULT")], [Judged(30, 35, "PROTEST")]),
        ("r", "unread"): ([Judged(40, 44, "")], [Judged(1, 9, "")]),
    }
