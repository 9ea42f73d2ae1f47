"""The doctor looks at the installation and at a case; reading again makes new records and moves no decision."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from at_the_command import run
from khabar.desk import Wishes, made_by
from khabar.desk.cases import Added, Ruling, add, ask, check_case, decide_item, history, reread, verify_case, waiting
from khabar.desk.cases.doctor import check_installation
from khabar.desk.wording import messages
from khabar.ledger import open_case

TEXT = "قال وزير الداخلية سليم درويش إن 12 شخصا قتلوا في انفجار في ألماتي أمس."


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case of two reports: the day of one was given, that of the other is not known."""
    for name, wishes in (("a.txt", Wishes("2022-01-07", "برزخ نت")), ("b.txt", Wishes())):
        (tmp_path / name).write_text(f"{TEXT} {name}", encoding="utf-8")
        list(add(tmp_path / "a.khabar", [str(tmp_path / name)], wishes))
    return tmp_path / "a.khabar"


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The rules of tomorrow, which read as those of today."""
    for place in ("made_by", "cases.adding", "cases.rereading", "cases.doctor"):
        monkeypatch.setattr(f"khabar.desk.{place}.rules_hash", lambda: "tomorrow")
    made_by.made_by.cache_clear()
    yield
    monkeypatch.undo()
    made_by.made_by.cache_clear()


def test_this_installation_is_well(tmp_path: Path) -> None:
    assert not [finding for finding in check_installation(tmp_path) if finding.state == "bad"]


def test_everything_that_is_found_has_its_words() -> None:
    for code in ("ar", "en"):
        tables = messages(code).tables
        source = (Path(made_by.__file__).parent / "cases" / "doctor.py").read_text(encoding="utf-8")
        assert all(f'"{reason}"' in source for reason in tables["finding_remedy"])
        assert tables["fault"].keys() == tables["fault_remedy"].keys()


def test_how_a_case_is(case: Path, newer: None) -> None:
    found = {finding.what: finding for finding in check_case(case)}
    assert (found["case_rules"].state, found["case_rules"].reason) == ("warning", "rules_older")
    assert found["case_seal"].reason == "no_seal"
    shown = run("doctor", case, "--json", "--ui", "ar")
    assert shown.exit_code == 0
    assert {finding["what"] for finding in json.loads(shown.stdout)["findings"]} >= found.keys()
    assert run("doctor", case.with_name("none")).exit_code == 2


def test_derived_tables_are_made_anew(case: Path) -> None:
    with open_case(case, writing=True) as connection:
        connection.execute("DELETE FROM named")
        connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
        connection.execute("DELETE FROM word_places")
    assert {fault.reason for fault in verify_case(case).faults} == {"derived_changed", "words_missing"}
    shown = run("doctor", case, "--rebuild")
    assert (shown.exit_code, "search" in shown.stderr) == (0, True)
    assert not verify_case(case).faults


def test_what_another_version_derived_is_made_anew_before_anything_is_written(case: Path) -> None:
    with open_case(case, writing=True) as connection:
        connection.execute("UPDATE derived SET version = '0' WHERE what = 'search'")
        connection.execute("DELETE FROM word_places")
    assert [finding.reason for finding in check_case(case) if finding.what == "case_derived"] == ["derived_old"]
    open_case(case, writing=True).close()
    assert not verify_case(case).faults


def test_reading_again_keeps_everything_that_was_there(case: Path, newer: None) -> None:
    (killed, _) = ask(case, "figures", measure="killed")
    decide_item(case, (killed["document"], killed["item"]), Ruling("correct", {"low": 13, "high": 13}), "Salma")
    before = rows(case)
    assert waiting(case) == 2
    shown = run("reread", case)
    assert shown.exit_code == 0, shown.output
    assert "read again: 2 reports" in shown.stderr
    assert "figures: 2 kept, 0 gone, 0 new" in shown.stdout
    assert (waiting(case), rows(case), len(history(case))) == (0, before, 1)
    with open_case(case) as connection:
        bases = list(connection.execute("SELECT published_basis FROM current_records ORDER BY document"))
        assert next(iter(connection.execute("SELECT count(*) FROM records")))[0] == 4
    assert bases[0] == ("given",)
    assert not verify_case(case).faults
    assert "read again: 0 reports" in run("reread", case).stderr


def rows(case: Path) -> list[dict[str, Any]]:
    """All items without the record that they are of."""
    return [
        row | {"record": 0} for layer in ("figures", "claims", "events", "times", "places") for row in ask(case, layer)
    ]


def test_decided_items_that_a_new_reading_loses_are_named(
    case: Path, newer: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    (killed, _) = ask(case, "figures", measure="killed")
    decide_item(case, (killed["document"], killed["item"]), Ruling("accept"), "Salma")
    from khabar.desk import one_report

    real = one_report.read_report
    monkeypatch.setattr(one_report, "read_report", lambda text, about: real(text.replace("12", "XX"), about))
    shown = run("reread", case, "--jsonl")
    told = [json.loads(line) for line in shown.stdout.splitlines()]
    assert told[0]["orphans"] == [f"{killed['document']}:{killed['item']}"]
    assert told[0]["gone"]["figures"] == 1
    assert killed["item"] in shown.stderr
    assert history(case)[0].verdict == "accept"


def test_in_several_processes_and_stopped_half_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = tmp_path / "old.khabar"
    with monkeypatch.context() as yesterday:
        for place in ("made_by", "cases.adding"):
            yesterday.setattr(f"khabar.desk.{place}.rules_hash", lambda: "yesterday")
        made_by.made_by.cache_clear()
        for number in range(5):
            (tmp_path / str(number)).write_text(f"{TEXT} {number}", encoding="utf-8")
            list(add(case, [str(tmp_path / str(number))], Wishes("2022-01-07")))
    made_by.made_by.cache_clear()
    assert waiting(case) == 5
    assert getattr(next(iter(reread(case))), "document", None) == 1
    assert waiting(case) == 4
    assert [getattr(each, "document", each) for each in reread(case, jobs=2)] == [2, 3, 4, 5]
    assert not verify_case(case).faults


def test_texts_of_another_extractor_are_taken_beside_the_old_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("قتل خمسة أشخاص.", encoding="utf-8")
    monkeypatch.setattr("khabar.desk.cases.adding.extractor", lambda: "khabar 0.0.1, extraction 0")
    (added,) = add(tmp_path / "a.khabar", [str(tmp_path / "a.txt")], Wishes("2022-01-07"))
    assert isinstance(added, Added)
    monkeypatch.setattr("khabar.desk.cases.rereading.text_again", lambda *_: "قتل ستة أشخاص.")
    shown = run("reread", tmp_path / "a.khabar", "--texts")
    assert "taken out again: 1 text;" in shown.stderr
    assert "taken out again: 0 texts" in run("reread", tmp_path / "a.khabar", "--texts").stderr
    assert {row["words"] for row in ask(tmp_path / "a.khabar", "figures")} == {"خمسة", "ستة"}
    assert [fault.reason for fault in verify_case(tmp_path / "a.khabar").faults] == ["text_not_in_original"]
