"""Decisions whose items are gone: listed, never attached again but by a person."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import khabar
from at_the_command import run
from khabar.desk.cases import CaseError, Ruling, decide_item, history, undo_decision, verify_case
from khabar.desk.cases.orphans import attach_orphan, orphans_of
from khabar.ledger import Found, Hand, keep, open_case, open_or_create
from khabar.record import Report

OLDER = "قال وزير الداخلية سليم درويش إن 26 شخصا قتلوا في انفجار في ألماتي الجمعة. وأصيب 7 آخرون."
NEWER = "قال وزير الداخلية سليم درويش إن 31 شخصا قتلوا في انفجار في ألماتي الجمعة. وأصيب 7 آخرون."
URL = "https://marsa.example/news/12"
SALMA = Hand("Salma", "here")


def take(path: Path, text: str, report: Report | None = None) -> int:
    """A text found at one address, with its record."""
    read = report or khabar.read(text, published="2022-01-07")
    connection = open_or_create(path)
    try:
        return keep(connection, SALMA, Found("test", URL, text.encode(), text, "v", url=URL), read).document
    finally:
        connection.close()


def by_newer_rules(text: str) -> Report:
    """What rules that read no figures would have made of a text."""
    read = khabar.read(text, published="2022-01-07")
    assert read.document.made_by
    made = msgspec.structs.replace(read.document.made_by, rules="newer")
    return msgspec.structs.replace(read, figures=[], document=msgspec.structs.replace(read.document, made_by=made))


def figure(path: Path, document: int, words: str) -> tuple[int, str]:
    rows = khabar.open(path).figures()
    return next((row["document"], row["item"]) for row in rows if (row["document"], row["words"]) == (document, words))


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case of one report, whose two figures Salma decided about: decisions 3 and 4."""
    path = tmp_path / "crisis.khabar"
    take(path, OLDER)
    decide_item(path, figure(path, 1, "26"), Ruling("correct", {"measure": "injured"}), "Salma")
    decide_item(path, figure(path, 1, "7"), Ruling("accept"), "Salma")
    return path


def test_nothing_is_an_orphan_while_the_newest_reading_has_it(case: Path) -> None:
    assert orphans_of(case) == []
    assert verify_case(case).orphans == 0


def test_words_that_a_newer_version_lost_make_orphans_with_what_stands_there_now(case: Path) -> None:
    take(case, NEWER)
    (orphan,) = orphans_of(case)
    assert (orphan.decision.seq, orphan.reason, orphan.words, orphan.newer) == (3, "version", "26", 2)
    assert [(orphan.newer, item) for item in orphan.candidates] == [figure(case, 2, "31")]
    assert khabar.open(case).figures(measure="killed")[1]["verdict"] is None
    assert verify_case(case).orphans == 1
    assert "orphans" in run("verify", case).stderr
    assert run("verify", case).exit_code == 0


def test_items_that_newer_rules_do_not_read_make_orphans(case: Path) -> None:
    take(case, OLDER, by_newer_rules(OLDER))
    assert [(o.decision.seq, o.reason, o.candidates) for o in orphans_of(case)] == [(3, "rules", ()), (4, "rules", ())]


def test_a_person_attaches_one_and_may_take_it_back(case: Path) -> None:
    take(case, NEWER)
    there = figure(case, 2, "31")
    entry = attach_orphan(case, 3, there, by="Omar", reason="the same dead")
    assert orphans_of(case) == []
    (attached,) = history(case, there)
    assert (attached.who, attached.verdict, attached.fields) == ("Omar", "correct", {"measure": "injured"})
    assert [decision.seq for decision in history(case, figure(case, 1, "26"))] == [3]
    undo_decision(case, entry.seq)
    assert [orphan.decision.seq for orphan in orphans_of(case)] == [3]
    assert not verify_case(case).faults


def test_what_cannot_be_attached(case: Path) -> None:
    take(case, NEWER)
    claim = next(row["item"] for row in khabar.open(case).claims() if row["document"] == 2)
    for seq, item, reason in (
        (4, figure(case, 2, "31"), "no_orphan"),
        (99, figure(case, 2, "31"), "no_orphan"),
        (3, (2, claim), "orphan_elsewhere"),
        (3, (2, "f0-1"), "item_unknown"),
    ):
        with pytest.raises(CaseError) as error:
            attach_orphan(case, seq, item)
        assert error.value.reason == reason


def test_the_commands(case: Path) -> None:
    take(case, NEWER)
    for ui in ("ar", "en"):
        shown = run("orphans", case, "--ui", ui)
        assert (shown.exit_code, "26" in shown.stdout) == (0, True)
    (orphan,) = map(json.loads, run("orphans", case, "--jsonl").stdout.splitlines())
    there = f"{orphan['newer']}:{orphan['candidates'][0]}"
    assert run("attach", case, 3, there, "--by", "Omar").exit_code == 0
    assert run("attach", case, 3, there).exit_code == 2
    assert run("orphans", case, "--jsonl").stdout == ""


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from([OLDER, NEWER, NEWER.replace("7", "9")]), min_size=1, max_size=4))
def test_no_decision_is_ever_lost_or_moved(tmp_path_factory: pytest.TempPathFactory, found: list[str]) -> None:
    path = tmp_path_factory.mktemp("orphans") / "c.khabar"
    take(path, OLDER)
    decided = [figure(path, 1, words) for words in ("26", "7")]
    for item in decided:
        decide_item(path, item, Ruling("accept"), "Salma")
    for text in found:
        take(path, text)
    assert [(d.document, d.item) for d in history(path)] == decided
    with open_case(path) as connection:
        newest = next(iter(connection.execute("SELECT d.text FROM documents AS d ORDER BY d.id DESC LIMIT 1")))[0]
    gone = [item for item, words in zip(decided, ("26", "7"), strict=True) if words not in newest.split()]
    assert [(o.decision.document, o.decision.item) for o in orphans_of(path)] == gone
