"""A case that grew report by report answers as its reports do when they are compared from scratch."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import pytest

from khabar.desk.cases import CaseError, Ruling, add, ask, decide_item, undo_decision, verify_case
from khabar.desk.crisis import Crisis, conflict_rows, entries_of, event_rows, series_rows, statement_rows
from khabar.desk.crisis.keeping import catch_up
from khabar.desk.crisis.loading import registry_beside
from khabar.desk.crisis.signing import sign_items
from khabar.desk.one_report import Wishes
from khabar.ledger import Hand, joined, opened
from khabar.ledger.signing import take_back

REPORTS = sorted((Path(__file__).resolve().parents[3] / "demo" / "reports").iterdir())
REGISTRY = """
[[actor]]
name = "قاسم جومارت توكاييف"
variants = ["Kassym-Jomart Tokayev", "وزارة الداخلية الكازاخية"]
side = "state KZ"
signed_by = "Salma"
"""
APART = '\n[[apart]]\nnames = ["وزارة الصحة الكازاخية", "توكاييف"]\n'


def _same(case: Path) -> None:
    kept = Crisis.of(case)
    scratch = Crisis(entries_of(case), registry_beside(case), kept.people)
    assert kept.known is not None
    assert _parted(kept.events.members.values()) == _parted(scratch.events.members.values())
    assert kept.events.perhaps == scratch.events.perhaps
    assert kept.voices.of == scratch.voices.of
    assert kept.voice_table == scratch.voice_table
    for rows in (event_rows, conflict_rows, series_rows, statement_rows):
        assert rows(kept) == rows(scratch)


def _parted(members: object) -> set[frozenset[object]]:
    assert hasattr(members, "__iter__")
    return {frozenset(refs) for refs in members}


@pytest.mark.parametrize("seed", range(2))
def test_whatever_happens_to_a_case_it_answers_as_from_scratch(tmp_path: Path, seed: int) -> None:
    chance, case = random.Random(seed), tmp_path / "case.khabar"  # noqa: S311 - no secret
    registry = case.with_suffix(".registry.toml")
    for number, path in enumerate(chance.sample(REPORTS, len(REPORTS))):
        list(add(case, [str(path)], Wishes("2022-01-09", f"outlet {number % 4}"), "Salma"))
        if number % 3 == 0:
            _decide(case, chance)
        if number % 4 == 1:
            _sign(case, chance)
        if number % 5 == 2:
            registry.write_text(chance.choice([REGISTRY, REGISTRY + APART, APART]), encoding="utf-8")
        if number % 5 == 4:
            _same(case)
    _same(case)
    registry.unlink()
    _same(case)
    assert not verify_case(case).faults


def _decide(case: Path, chance: random.Random) -> None:
    """Reject or correct an item, and sometimes take it back."""
    layer = chance.choice(["events", "figures", "actors"])
    row = chance.choice([dict(row) for row in ask(case, layer)] or [{}])
    if row:
        ruling = Ruling("correct", {"type": "DISASTER"}) if layer == "events" else Ruling("reject", reason="misread")
        entry = decide_item(case, (row["document"], row["item"]), ruling, "Omar")
        if chance.random() < 0.3:
            undo_decision(case, entry.seq, by="Omar", reason="a slip")


def _sign(case: Path, chance: random.Random) -> None:
    """Say of two items that they are, or are not, one; and sometimes take it back."""
    rows = [dict(row) for row in ask(case, chance.choice(["events", "actors"]))]
    one, other = ((row["document"], row["item"]) for row in chance.sample(rows, 2))
    with suppress(CaseError):  # it cannot hold beside what he said before
        signed = sign_items(case, chance.choice(["same", "apart"]), (one, other), by="Omar")
        if chance.random() < 0.3:
            with opened(case, writing=True) as connection:
                take_back(connection, Hand.of_this_machine("Omar"), signed.seq)


def test_one_more_report_makes_only_its_own_keys(tmp_path: Path) -> None:
    case = tmp_path / "case.khabar"
    list(add(case, list(map(str, REPORTS)), Wishes("2022-01-09", "outlet"), "Salma"))
    (tmp_path / "one.txt").write_text("قال عمدة قرية نائية سالم الأزرقي إن المدرسة ستفتح أبوابها.", encoding="utf-8")
    with opened(case) as connection:
        before = joined.state(connection)
    list(add(case, [str(tmp_path / "one.txt")], Wishes("2022-01-09", "outlet"), "Salma"))
    with opened(case, writing=True) as connection:
        assert catch_up(connection, registry_beside(case)) == (0, 0, 0)
        assert before is not None
        joined.set_state(connection, before)
        touched = catch_up(connection, registry_beside(case))
    assert touched.documents == 1
    assert touched.things == 0
    assert touched.changed == 0


def test_a_case_that_cannot_be_written_answers_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = tmp_path / "case.khabar"
    list(add(case, list(map(str, REPORTS[:4])), Wishes("2022-01-09", "outlet"), "Salma"))
    rows = event_rows(Crisis.of(case))
    with opened(case, writing=True) as connection, connection:
        joined.clear(connection)

    def unwritable(*_: object) -> None:
        raise CaseError("case_unwritable", path=case, why="full")

    monkeypatch.setattr("khabar.desk.crisis.known.catch_up", unwritable)
    crisis = Crisis.of(case)
    assert crisis.known is None
    assert event_rows(crisis) == rows
