"""What people sign about several reports: kept with name and day, shown, reversible, and it settles nothing by itself."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest

import khabar
from at_the_command import run
from khabar.desk import Wishes
from khabar.desk.cases import CaseError, add, verify_case
from khabar.desk.crisis import Crisis
from khabar.ledger import Found, Hand, amended_reports, enter, keep, open_case
from khabar.reconcile.across.entry import Ref

_PLACE = "في انفجار سيارة مفخخة في سوق الحبوب في ألماتي الأربعاء 5 يناير 2022"
_TOLD = (
    ("المرسى", f"قال وزير الداخلية سليم درويش إن 26 شخصا قتلوا {_PLACE}."),
    ("نداء", f"قالت وزارة الصحة الكازاخية إن 38 شخصا قتلوا {_PLACE}."),
    ("برزخ", f"قال سليم درويش وزير الداخلية إن المدارس ستغلق أبوابها بعدما قتل 26 شخصا {_PLACE}."),
    ("رواق", f"أكد المحامي سليم درويش أن موكله خرج من السجن. وقتل أناس {_PLACE}."),
)


def put(case: Path, number: int) -> None:
    outlet, text = _TOLD[number]
    source = case.parent / f"{number}.txt"
    source.write_text(text, encoding="utf-8")
    list(add(case, [str(source)], Wishes("2022-01-06", outlet), "Salma"))


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "almaty.khabar"
    for number in range(len(_TOLD)):
        put(path, number)
    return path


def conflicts(case: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("conflicts", case, "--json").stdout)
    return found


def person(case: Path, document: int) -> str:
    rows = khabar.open(case).actors()
    return next(f"{document}:{row['item']}" for row in rows if row["document"] == document and "درويش" in row["name"])


def parted(case: Path) -> dict[str, set[frozenset[Ref]]]:
    """Actors, voices and events as groups."""
    crisis = Crisis.of(case)
    layers = {"actors": crisis.actors, "voices": crisis.voices, "events": crisis.events}
    return {name: {frozenset(refs) for refs in groups.members.values()} for name, groups in layers.items()}


def ref(item: str) -> Ref:
    document, _, name = item.partition(":")
    return Ref(int(document), name)


def test_several_are_taken_out_by_one_entry_and_stay_one_with_one_another(case: Path) -> None:
    said = khabar.open(case)
    told = [
        f"{r.document}:{r.item}" for refs in Crisis.of(case).events.members.values() for r in refs if len(refs) == 4
    ]
    first, *others = sorted(told)
    before = parted(case)
    assert frozenset(map(ref, told)) in before["events"]
    number = said.apart(first, others[1:], by="Salma", why="another market")
    after = parted(case)["events"]
    assert {frozenset(map(ref, others[1:])), frozenset(map(ref, [first, others[0]]))} <= after
    assert run("history", case).stdout.count("another market") == 1
    assert not verify_case(case).faults
    said.undo(number, by="Omar")
    assert parted(case) == before
    assert run("apart", case, first, others[0], others[0], "--by", "Salma").exit_code == 2


def test_an_explanation_stands_with_name_and_day_and_the_contradiction_stays_listed(case: Path) -> None:
    (before,) = conflicts(case)
    assert (before["raised"], before["explained"]) == (True, [])
    assert run("explain", case, before["id"], "different cut-off hours", "--by", "Salma").exit_code == 0
    assert run("explain", case, before["id"][:6], "أحدهما يعد الجرحى", "--by", "Omar").exit_code == 0
    (after,) = conflicts(case)
    assert (after["id"], after["contradiction"], after["raised"]) == (before["id"], True, False)
    assert [(one["by"], one["words"]) for one in after["explained"]] == [
        ("Salma", "different cut-off hours"),
        ("Omar", "أحدهما يعد الجرحى"),
    ]
    shown = run("conflicts", case, "--ui", "ar")
    assert f"فسّره Salma في {after['explained'][0]['at'][:10]}: different cut-off hours" in shown.stdout
    for one in after["explained"]:
        run("undo", case, one["number"], "--by", "Nadia")
    assert conflicts(case) == [before]
    assert not verify_case(case).faults


def test_the_id_of_a_contradiction_survives_more_reports(tmp_path: Path) -> None:
    case = tmp_path / "grows.khabar"
    put(case, 0)
    put(case, 1)
    (first,) = khabar.open(case).conflicts()
    khabar.open(case).explain(first["id"], "hours", "Salma")
    put(case, 2)
    put(case, 3)
    (later,) = khabar.open(case).conflicts()
    assert later["id"] == first["id"]
    assert later["one_items"] + later["other_items"] != first["one_items"] + first["other_items"]
    assert [one["by"] for one in later["explained"]] == ["Salma"]


def test_an_explanation_needs_words_and_a_contradiction(case: Path) -> None:
    assert "c0000000000" in run("explain", case, "c0000000000", "why").stderr
    assert run("explain", case, "c0000000000", "why").exit_code == 2
    (only,) = conflicts(case)
    assert run("explain", case, only["id"], " ", "--ui", "ar").stderr == "khabar: لا تفسير بلا كلمات\n"


def test_whom_a_person_keeps_apart_is_another_until_it_is_taken_back(case: Path) -> None:
    before = parted(case)
    minister, lawyer = person(case, 1), person(case, 4)
    assert any({ref(minister), ref(lawyer)} <= group for group in before["actors"])
    done = run("apart", case, minister, lawyer, "--by", "Salma", "--why", "one is a lawyer")
    assert done.exit_code == 0
    after = parted(case)
    assert frozenset([ref(lawyer)]) in after["actors"]
    assert any({ref(minister), ref(person(case, 3))} <= group for group in after["actors"])
    assert after["events"] == before["events"]
    shown = run("actors", case, "--joined").stdout
    assert shown.count("one is a lawyer") == 2
    (entry,) = map(json.loads, run("history", case, lawyer).stdout.splitlines())
    assert (entry["what"], entry["who"], entry["reason"]) == ("apart", "Salma", "one is a lawyer")
    assert run("undo", case, entry["seq"]).exit_code == 0
    assert parted(case) == before
    assert not verify_case(case).faults


def test_what_a_person_calls_the_same_is_one_and_says_who_said_so(case: Path) -> None:
    door = khabar.open(case)
    before = door.timeline()
    extra = case.parent / "9.txt"
    extra.write_text("وقع انفجار في أستانا الثلاثاء 4 يناير 2022 وقتل ثلاثة أشخاص.", encoding="utf-8")
    list(add(case, [str(extra)], Wishes("2022-01-06", "الضفاف")))
    one, other = (row["event"] for row in door.timeline() if row["type"] in ("ASSAULT", "ACCIDENT"))
    number = door.same(one, other, "a wrong day in one", "Salma")
    joined = next(row for row in door.timeline() if row["event"] in (one, other))
    assert {told["document"] for told in joined["told"]} == {1, 2, 3, 4, 5}
    assert any("Salma" in why and "a wrong day in one" in why for why in joined["why"])
    assert joined["decided"] == [why for why in joined["why"] if why.startswith("signed")]
    door.undo(number)
    assert [row for row in door.timeline() if 5 not in {told["document"] for told in row["told"]}] == before


def test_claims_of_two_reports_are_one_statement_where_a_person_says_so(case: Path) -> None:
    door = khabar.open(case)
    before = door.statements()
    one, other = (next(c["item"] for c in door.claims() if c["document"] == number) for number in (1, 4))
    number = door.same(f"1:{one}", f"4:{other}", by="Salma")
    assert any("signed" in row["how"] for row in door.statements())
    door.undo(number)
    assert door.statements() == before


@pytest.mark.parametrize(("one", "other"), [("1:f45-47", "2:f45-47"), ("1:a1-2", "1:a1-2"), ("9:a1-2", "1:a1-2")])
def test_what_cannot_be_the_same_is_refused(case: Path, one: str, other: str) -> None:
    with pytest.raises(CaseError):
        khabar.open(case).same(one, other)


def test_nobody_is_overruled_unawares(case: Path) -> None:
    door = khabar.open(case)
    minister, lawyer, again = person(case, 1), person(case, 4), person(case, 3)
    door.apart(minister, lawyer, by="Salma")
    door.same(minister, again, by="Omar")
    with pytest.raises(CaseError) as refused:
        door.same(again, lawyer, by="Omar")
    assert refused.value.reason == "pair_disputed"
    assert "Salma" in str(refused.value.details["others"])
    assert len(run("history", case).stdout.splitlines()) == 2


def test_an_entry_about_what_is_not_there_is_found(case: Path) -> None:
    with closing(open_case(case, writing=True)) as connection:
        enter(connection, Hand("x", "y"), "signed", {"what": "same", "sides": [[[1, "a1-2"]], [[7, "a1-2"]]]})
    assert {fault.reason for fault in verify_case(case).faults} == {"signed_unfit"}


def test_what_people_signed_about_an_item_that_is_gone_is_told_and_breaks_nothing(case: Path) -> None:
    door = khabar.open(case)
    minister, lawyer = person(case, 1), person(case, 4)
    (row,) = door.conflicts()
    door.same(minister, lawyer, by="Salma")
    door.explain(row["id"], "hours", "Omar")
    killed = next(f"{one['document']}:{one['item']}" for one in door.figures(measure="killed") if one["low"] == 38)
    for item in (lawyer, killed):
        assert run("decide", case, item, "reject", "--reason", "not so").exit_code == 0
    assert not any(lawyer in str(one) for one in door.who()[0]["told"])
    assert not any(ref(lawyer) in group for group in parted(case)["actors"])
    assert run("orphans", case, "--jsonl").stdout == ""
    _without(case, ("actors", "figures"))
    shown = run("orphans", case, "--jsonl").stdout
    told = {one["what"]: one for one in map(json.loads, shown.splitlines()) if "what" in one}
    assert set(told) == {"same", "explain"}
    assert set(told["same"]["gone"]) == {minister, lawyer}
    assert killed in told["explain"]["gone"]
    assert "شيء واحد" in run("orphans", case, "--ui", "ar").stdout
    assert door.timeline()
    assert not verify_case(case).faults


def _without(case: Path, layers: tuple[str, ...]) -> None:
    """Read the reports again by rules that find nothing of some layers."""
    with closing(open_case(case, writing=True)) as connection:
        for one in list(amended_reports(connection)):
            read = khabar.read(one.report.document.text or "", published="2022-01-06", outlet=one.outlet)
            assert read.document.made_by
            made = msgspec.structs.replace(read.document.made_by, rules="newer")
            empty: dict[str, Any] = {layer: [] for layer in layers}
            bare = msgspec.structs.replace(read, document=msgspec.structs.replace(read.document, made_by=made), **empty)
            source = case.parent / f"{one.document - 1}.txt"
            keep(
                connection,
                Hand("Salma", "here"),
                Found(str(source), "1", source.read_bytes(), one.report.document.text or "", "v"),
                bare,
            )


def test_what_people_join_is_told_in_every_view_of_a_part_of_the_case(tmp_path: Path) -> None:
    case = tmp_path / "far.khabar"
    put(case, 0)
    later = "قال مدير الشرطة نادر الحلبي إن 4 أشخاص قتلوا في انفجار في أستانا الثلاثاء 5 أبريل 2022."
    (tmp_path / "later.txt").write_text(later, encoding="utf-8")
    list(add(case, [str(tmp_path / "later.txt")], Wishes("2022-04-06", "رواق"), "Salma"))
    door = khabar.open(case)
    one, other = (row["event"] for row in door.timeline())
    claims, figures = ({row["document"]: f"{row['document']}:{row['item']}" for row in rows}
                       for rows in (door.claims(), door.figures(measure="killed")))  # fmt: skip
    door.same(one, other, by="Salma")
    door.same(claims[1], claims[2], by="Salma")
    whole = door.timeline()
    assert len(whole) == 1
    assert door.timeline(after="2022-04-01") == door.timeline(before="2022-02-01") == whole
    assert {row["low"] for row in door.follow("killed", place="Almaty")} >= {26}
    for item in (one, claims[1], figures[1]):
        assert door.origins(item)[0]["item"] == item
    assert [carrier["document"] for carrier in door.statements()[0]["carried"]] == [1, 2]
