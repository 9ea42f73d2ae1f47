"""`khabar names`: every name of a case is listed, those in danger first, and decided about in the journal."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from at_the_command import run
from invented_people import SECRET
from khabar.desk.cases import verify_case
from khabar.desk.protect import names_of_case
from khabar.desk.protect.spelling import key_of_name


def listed(case: Path, *more: str) -> list[dict[str, Any]]:
    shown = run("names", case, "--jsonl", *more)
    assert shown.exit_code == 0, shown.output
    return [json.loads(line) for line in shown.stdout.splitlines()]


def test_every_secret_name_is_listed_with_where_it_stands(case: Path) -> None:
    known = names_of_case(case)
    for name in SECRET:
        if "@" not in name and "_" not in name and not name.isdigit():
            key = key_of_name(name)
            assert key in known.names or all(part in known.parts for part in key if len(part) > 2), name
    rows = listed(case)
    assert {row["decision"] for row in rows} == {None}
    for row in rows:
        for where in row["where"]:
            assert where["words"]


def test_what_the_machine_thinks(case: Path) -> None:
    kinds = {row["name"]: row["kind"] for row in listed(case)}
    assert kinds["أمل سعيد"] == "minor"
    assert kinds["Hope Karam"] == "witness"
    assert kinds["حسان البيطار"] in ("detainee", "relative")
    assert kinds["Salma Collector"] == "staff"
    assert kinds["برزخ نت"] == "organisation"
    assert kinds["Almaty"] == "place"
    assert kinds["سليم درويش"] in ("public", "victim")


def test_people_in_danger_come_first_and_are_never_approved_as_a_whole(case: Path) -> None:
    kinds = [row["kind"] for row in listed(case)]
    assert kinds.index("minor") < kinds.index("organisation") < kinds.index("word")
    for kind in ("victim", "minor", "private", "staff"):
        assert run("names", case, "--approve-kind", kind).exit_code == 2
    assert run("names", case, "--approve-kind", "place", "--by", "Salma").exit_code == 0
    assert {row["decision"] for row in listed(case, "--kind", "place")} == {"approve"}


def test_decisions_are_entries_and_can_be_taken_back(case: Path) -> None:
    assert run("names", case, "--approve", "سليم درويش", "--withhold", "Hope Karam", "--by", "Salma").exit_code == 0
    decided = {row["name"]: row["decision"] for row in listed(case) if row["decision"]}
    assert decided == {"سليم درويش": "approve", "Hope Karam": "withhold"}
    assert run("names", case, "--undecide", "سليم درويش").exit_code == 0
    assert "سليم درويش" in {row["name"] for row in listed(case, "--undecided")}
    assert not verify_case(case).faults
    assert run("names", case, "--approve", "nobody of that name").exit_code == 2


def test_a_name_is_decided_about_however_it_is_spelled(case: Path) -> None:
    assert run("names", case, "--approve", "سليم  دَرويش").exit_code == 0
    assert {row["name"] for row in listed(case) if row["decision"]} == {"سليم درويش"}


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_by_sheet(case: Path, tmp_path: Path, delimiter: str) -> None:
    sheet = tmp_path / "names.csv"
    assert run("names", case, "--sheet", sheet).exit_code == 0
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["decision"] = "approve" if row["kind"] == "place" else "withhold" if row["kind"] == "minor" else ""
    rows[-1]["decision"] = "perhaps"
    rows.append({**rows[0], "key": "nobody"})
    with sheet.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.DictWriter(file, rows[0], delimiter=delimiter)
        out.writeheader()
        out.writerows(rows)
    shown = run("names", case, "--from", sheet, "--by", "Salma")
    assert shown.exit_code == 1
    assert f"names.csv:{len(rows)}" in shown.stderr
    assert f"names.csv:{len(rows) + 1}" in shown.stderr
    found = {row["kind"]: row["decision"] for row in listed(case)}
    assert (found["place"], found["minor"], found["victim"]) == ("approve", "withhold", None)
    assert run("names", case, "--sheet", sheet).exit_code == 2, "a sheet is never overwritten"
    assert run("names", case, "--from", tmp_path / "none.csv").exit_code == 2


def test_in_the_terminal(case: Path) -> None:
    shown = run("names", case, "--review", "--ui", "ar", typed="a\nw\ns\nq\n")
    assert shown.exit_code == 0, shown.output
    assert [row["decision"] for row in listed(case)].count("approve") == 1
    assert [row["decision"] for row in listed(case)].count("withhold") == 1


def test_how_many_are_open_is_always_told(case: Path) -> None:
    shown = run("names", case)
    assert f"{len(names_of_case(case).names)} of" in shown.stderr
