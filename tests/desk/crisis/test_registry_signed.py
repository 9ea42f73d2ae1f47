"""A registry that a person signs is in the case, word for word, stands beside the speakers it notes, and comes along in a merge."""

from __future__ import annotations

import hashlib
import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import khabar
from at_the_command import run
from khabar.desk import Wishes
from khabar.desk.cases import add, verify_case
from khabar.desk.cases.merging import merge_cases
from khabar.ledger import Hand, enter, open_case

_TOLD = (
    "قالت قناة الضفاف إن 26 شخصا قتلوا في انفجار سوق الحبوب في ألماتي الأربعاء 5 يناير 2022.",
    "قال نزار الشامخي إن 38 شخصا قتلوا في انفجار سوق الحبوب في ألماتي الأربعاء 5 يناير 2022.",
)
_NOTED = """[[actor]]
name = "نزار الشامخي"
side = "{side}"
notes = ["{note}"]
signed_by = "Salma"
signed = 2022-01-09
"""


def made(case: Path, who: str) -> Path:
    for number, text in enumerate(_TOLD):
        source = case.parent / f"{number}.txt"
        source.write_text(text, encoding="utf-8")
        list(add(case, [str(source)], Wishes("2022-01-06", f"outlet {number}"), who))
    return case


def note(case: Path, words: str, side: str = "اللواء") -> Path:
    path = case.with_suffix(".registry.toml")
    path.write_text(_NOTED.format(note=words, side=side), encoding="utf-8")
    return path


def origin(case: Path) -> dict[str, Any]:
    row = next(row for row in khabar.open(case).figures(measure="killed") if row["low"] == 38)
    (found,) = json.loads(run("origins", case, f"{row['document']}:{row['item']}", "--json").stdout)
    return dict(found)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return made(tmp_path / "almaty.khabar", "Salma")


def test_a_note_stands_beside_the_speaker_with_who_noted_it_and_who_signed_it_into_the_case(case: Path) -> None:
    path = note(case, "طرف في النزاع")
    assert origin(case)["registry"]["state"] == "unsigned"
    assert run("registry", case, "--sign", "--by", "Omar").exit_code == 0
    found = origin(case)
    assert found["named"][0]["notes"] == ["طرف في النزاع (Salma, 2022-01-09)"]
    told = found["registry"]
    assert (told["state"], told["by"]) == ("signed", ["Omar"])
    assert told["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    figure = next(row for row in khabar.open(case).figures(measure="killed") if row["low"] == 38)
    shown = run("origins", case, f"{figure['document']}:{figure['item']}", "--ui", "ar").stdout
    assert f"سجل وقّعه في القضية Omar ({told['at'][0][:10]})" in shown
    assert "طرف في النزاع (Salma, 2022-01-09)" in shown
    assert not verify_case(case).faults


def test_what_was_signed_holds_without_the_file_and_a_changed_file_is_not_signed(case: Path) -> None:
    path = note(case, "طرف في النزاع")
    khabar.open(case).sign_registry("Omar")
    before = origin(case)
    path.unlink()
    assert origin(case) == before
    note(case, "شاهد")
    found = origin(case)
    assert found["registry"] == {
        **before["registry"],
        "state": "unsigned",
        "by": [],
        "at": [],
        "sha256": found["registry"]["sha256"],
    }
    assert found["named"][0]["notes"] == ["شاهد (Salma, 2022-01-09)"]
    khabar.open(case).sign_registry("Nadia")
    path.unlink()
    assert origin(case)["registry"]["by"] == ["Nadia"]


def test_the_registry_is_printed_in_every_form(case: Path) -> None:
    assert json.loads(run("registry", case, "--json").stdout) == []
    assert run("registry", case, "--sign").exit_code == 2
    note(case, "إعلام رسمي")
    for form in ("--json", "--jsonl", "--csv", "--table"):
        shown = run("registry", case, form, "--ui", "ar")
        assert shown.exit_code == 0
        assert "إعلام رسمي" in shown.stdout
        assert "غير موقَّع" in shown.stderr
    (row,) = khabar.open(case).registry()
    assert (row["name"], row["signed_by"], row["signed"]) == ("نزار الشامخي", "Salma", "2022-01-09")
    case.with_suffix(".registry.toml").write_text("[[actor]]\nname = 'x'\n", encoding="utf-8")
    assert run("registry", case, "--sign").exit_code == 2


@pytest.mark.parametrize(("words", "state", "notes"), [("طرف في النزاع", "signed", 1), ("شاهد", "differ", 0)])
def test_two_desks_that_noted_the_same_are_one_and_two_that_differ_are_told(
    case: Path, words: str, state: str, notes: int
) -> None:
    other = made(case.with_name("other.khabar"), "Omar")
    note(case, "طرف في النزاع")
    note(other, words)
    khabar.open(case).sign_registry("Salma")
    khabar.open(other).sign_registry("Omar")
    for number, pair in enumerate(((case, other), (other, case))):
        both = case.with_name(f"both{number}.khabar")
        merge_cases(*pair, both)
        found = origin(both)
        assert (found["registry"]["state"], sorted(found["registry"]["by"])) == (state, ["Omar", "Salma"])
        assert [len(voice["notes"]) for voice in found["named"]] == [notes]
        assert not verify_case(both).faults


def test_a_registry_with_another_hash_is_found(case: Path) -> None:
    with closing(open_case(case, writing=True)) as connection:
        enter(connection, Hand("x", "y"), "registry", {"name": "a", "sha256": "0" * 64, "toml": ""})
    assert [fault.reason for fault in verify_case(case).faults] == ["signed_unfit"]
