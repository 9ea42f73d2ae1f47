"""The gold gate as a test: no score under its floor, and no floor measured on other gold than is there now."""

from __future__ import annotations

import json

import pytest

import gold_gate
from khabar.desk.scoring import Count

REACHED = {"claims": Count(7, 10, 10), "places": Count(9, 10, 10)}


@pytest.mark.gold
@pytest.mark.parametrize("name", gold_gate.MEASURED)
def test_no_score_falls_under_its_floor(name: str, request: pytest.FixtureRequest) -> None:
    measured = gold_gate.MEASURED[name]
    file = gold_gate.path_of(measured, None if measured.ours else request.getfixturevalue("gold_dir"))
    assert file is not None
    if not file.is_file():
        pytest.skip(f"{file.name} is not in this gold set: {name} is not measured here")
    entry = gold_gate.load_floors().get(name)
    assert entry, f"floors.json has no floors for {name}: python tests/gold_gate.py --update"
    assert entry["sha256"] == gold_gate.hash_of(file), (
        f"{file.name} is not the file the floors were measured on; look at the scores, then run gold_gate.py --update"
    )
    floors = gold_gate.floors_of(entry)
    assert set(floors) == set(measured.rows), "floors.json and the rows measured differ"
    assert not gold_gate.falls(floors, gold_gate.scores(measured, file))


def test_a_fall_is_seen_and_named() -> None:
    assert not gold_gate.falls({"claims": 0.7, "places": 0.8}, REACHED)
    (fall,) = gold_gate.falls({"claims": 0.7001, "places": 0.9}, REACHED)
    assert "claims" in fall
    assert gold_gate.falls({"times": 0.1}, REACHED), "a row that is no longer scored has fallen"


def test_a_share_among_matched_items_may_move_a_little_and_a_layer_may_not() -> None:
    floors = {"act": 0.9}
    assert not gold_gate.falls(floors, {"act": Count(177, 200, 200)})
    assert gold_gate.falls(floors, {"act": Count(175, 200, 200)})
    assert not gold_gate.falls({"ev. date": 0.9}, {"ev. date": Count(7, 10, 10)}), "two of ten"
    assert gold_gate.falls({"ev. date": 0.9}, {"ev. date": Count(6, 10, 10)})


def test_floors_rise_and_are_lowered_only_on_demand() -> None:
    entry: dict[str, object] = {"floors": {"claims": 0.75, "places": 0.5}}
    assert gold_gate.raised(entry, REACHED, allow_lower=False) == {"claims": 0.75, "places": 0.9}
    assert gold_gate.raised(entry, REACHED, allow_lower=True) == {"claims": 0.7, "places": 0.9}


@pytest.mark.skipif(not gold_gate.FLOORS.exists(), reason="no floors.json yet")
def test_floors_are_told_for_every_gold_file() -> None:
    floors = json.loads(gold_gate.FLOORS.read_text(encoding="utf-8"))
    assert set(floors) == set(gold_gate.MEASURED)
    for name, entry in floors.items():
        assert len(entry["sha256"]) == 64
        assert set(entry["floors"]) == set(gold_gate.MEASURED[name].rows)
        assert all(0 < floor <= 1 for floor in entry["floors"].values())
