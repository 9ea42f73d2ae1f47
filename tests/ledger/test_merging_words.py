"""What people of two desks said of several reports, of links and of names holds in the merged case, whichever takes in which."""

from __future__ import annotations

import json
import shutil
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import khabar
from khabar.cli import main
from khabar.desk import Wishes
from khabar.desk.cases import CaseError, add, verify_case
from khabar.desk.cases.merging import merge_cases
from khabar.desk.cases.superseding import corrections, link_documents, rule_link
from khabar.desk.crisis import Crisis, explain_conflict, sign_items
from khabar.ledger import Hand, create_case, enter, entries, open_case, transaction
from khabar.ledger.clearing import NameDecision, decide_names, name_decisions
from khabar.ledger.signing import signed, take_back

_PLACE = "في انفجار سيارة مفخخة في سوق الحبوب في ألماتي الأربعاء 5 يناير 2022"
TEXTS = (
    f"قال وزير الداخلية سليم درويش إن 26 شخصا قتلوا {_PLACE}.",
    f"قالت وزارة الصحة الكازاخية إن 38 شخصا قتلوا {_PLACE}.",
    f"أكد المحامي سليم درويش أن موكله خرج من السجن. وقتل أناس {_PLACE}.",
    "تصويب: ورد في نسخة سابقة من هذا الخبر أن الأحياء أغلقت، والصواب أن حيا واحدا أغلق في ألماتي.",
)
NAMES = ("سليم درويش", "ألماتي")


def put(case: Path, number: int, who: str) -> None:
    source = case.parent / f"{number}.txt"
    source.write_text(TEXTS[number], encoding="utf-8")
    list(add(case, [str(source)], Wishes("2022-01-06", f"outlet {number}"), who))


def document(case: Path, number: int) -> int | None:
    with closing(open_case(case)) as connection:
        row = next(iter(connection.execute("SELECT id FROM documents WHERE text = ?", (TEXTS[number],))), None)
        return row[0] if row else None


def person(case: Path, number: int) -> tuple[int, str] | None:
    found = document(case, number)
    rows = khabar.open(case).actors() if found else []
    return next(
        ((row["document"], row["item"]) for row in rows if row["document"] == found and row["kind"] == "person"), None
    )


def content(case: Path) -> dict[str, Any]:
    """What holds in a case of what people said, whatever numbers it has there."""
    with closing(open_case(case)) as connection:
        texts: dict[int, str] = dict(connection.execute("SELECT id, text_sha256 FROM documents"))
        links = connection.execute("SELECT document, older, relation, state, decided_by, reason FROM document_links")
        standing = connection.execute("SELECT document, standing FROM document_standing")
        said = [
            (
                one.hash,
                one.who,
                one.at,
                one.what,
                one.reason,
                one.undone,
                [[(texts[d], i) for d, i in s] for s in one.sides],
            )
            for one in signed(connection)
        ]
        names = {name: (said.verdict, said.who) for name, said in name_decisions(connection).items()}
        told = {
            "links": sorted((texts[row[0]], texts[row[1]], *row[2:]) for row in links),
            "standing": sorted((texts[number], what) for number, what in standing),
            "signed": sorted(said),
            "names": names,
        }
    crisis = Crisis.of(case)
    groups = {
        frozenset((texts[ref.document], ref.item) for ref in refs)
        for joined in (crisis.actors, crisis.voices, crisis.events)
        for refs in joined.members.values()
    }
    explained = sorted((row["one_value"], row["other_value"], [one["words"] for one in sorted(row["explained"], key=str)])
                       for row in khabar.open(case).conflicts())  # fmt: skip
    return {**told, "groups": groups, "explained": [(one, other, sorted(words)) for one, other, words in explained]}


@pytest.fixture
def desks(tmp_path: Path) -> tuple[Path, Path]:
    """Two cases of the same reports, in another order."""
    one, other = tmp_path / "one.khabar", tmp_path / "other.khabar"
    for number in (0, 1, 2, 3):
        put(one, number, "Salma")
        put(other, 3 - number, "Omar")
    return one, other


def both_ways(one: Path, other: Path) -> list[Path]:
    ways = [one.with_name("ab.khabar"), one.with_name("ba.khabar")]
    merge_cases(one, other, ways[0])
    merge_cases(other, one, ways[1])
    assert [fault for case in ways for fault in verify_case(case).faults] == []
    assert content(ways[0]) == content(ways[1])
    return ways


def disagree(one: Path, other: Path) -> None:
    """One desk says of two persons that they are one, the other that they are not."""
    for case, what in ((one, "same"), (other, "apart")):
        minister, lawyer = person(case, 0), person(case, 2)
        assert minister
        assert lawyer
        sign_items(case, what, (minister, lawyer), by=what)  # type: ignore[arg-type]


def test_a_merge_tells_what_cannot_hold_together(desks: tuple[Path, Path]) -> None:
    one, other = desks
    disagree(one, other)
    done = CliRunner().invoke(main, ["merge", str(one), str(other), "--json"])
    assert json.loads(done.stdout)["disputed"] == 2
    assert "khabar history" in done.stderr


def link(case: Path, newer: int, older: int, by: str) -> int:
    here, there = document(case, newer), document(case, older)
    assert here
    assert there
    return link_documents(case, (here, "retracts", there), by=by).seq


def test_an_explanation_and_a_word_of_the_same_hold_in_the_merged_case(desks: tuple[Path, Path]) -> None:
    one, other = desks
    explain_conflict(one, khabar.open(one).conflicts()[0]["id"], "different hours", by="Salma")
    explain_conflict(other, khabar.open(other).conflicts()[0]["id"], "one counts the dead of Thursday", by="Omar")
    minister, lawyer = person(other, 0), person(other, 2)
    assert minister
    assert lawyer
    sign_items(other, "apart", (minister, lawyer), by="Omar", why="a lawyer")
    for case in both_ways(one, other):
        (row,) = khabar.open(case).conflicts()
        assert {(told["by"], told["words"]) for told in row["explained"]} == {
            ("Salma", "different hours"),
            ("Omar", "one counts the dead of Thursday"),
        }
        here, there = person(case, 0), person(case, 2)
        assert here
        assert there
        groups = Crisis.of(case).actors.of
        crisis = Crisis.of(case)
        assert groups[crisis.ref(*here)] != groups[crisis.ref(*there)]


def test_a_link_about_which_two_desks_differ_is_proposed_until_somebody_decides_again(desks: tuple[Path, Path]) -> None:
    one, other = desks
    shared = one.with_name("shared.khabar")
    link(one, 3, 0, "Salma")
    shutil.copy(one, shared)
    (made,) = corrections(shared)
    rule_link(one, made.seq, "accept", by="Salma")
    rule_link(shared, made.seq, "reject", reason="another story", by="Omar")
    for case in both_ways(one, shared):
        (found,) = corrections(case)
        assert (found.state, found.decided_by, found.reason) == ("disagreed", "Omar, Salma", "another story")
        assert [row[1] for row in content(case)["standing"]] == ["retraction_proposed"]
        rule_link(case, found.seq, "accept", by="Nadia")
        assert [row[1] for row in content(case)["standing"]] == ["retracted"]
    assert not verify_case(other).faults


def test_a_name_that_one_desk_withholds_stays_inside(desks: tuple[Path, Path]) -> None:
    one, other = desks
    for case, who, verdicts in ((one, "Salma", ("approve", "approve")), (other, "Omar", ("withhold", "approve"))):
        with closing(open_case(case, writing=True)) as connection:
            said = (NameDecision(name, verdict, "person", name) for name, verdict in zip(NAMES, verdicts, strict=True))  # type: ignore[arg-type]
            decide_names(connection, Hand(who, "m"), said)
    for case in both_ways(one, other):
        assert {name: verdict for name, (verdict, _) in content(case)["names"].items()} == {
            NAMES[0]: "withhold",
            NAMES[1]: "approve",
        }


def test_words_of_two_desks_that_cannot_hold_together_hold_neither(desks: tuple[Path, Path]) -> None:
    one, other = desks
    disagree(one, other)
    before = content(one)["groups"]
    for case in both_ways(one, other):
        said = [json.loads(line) for line in CliRunner().invoke(main, ["history", str(case)]).stdout.splitlines()]
        assert [row["disputed"] for row in said] == [True, True]
        assert any(one.startswith("disputed") for row in khabar.open(case).who() for one in row["decided"])
        assert Crisis.of(case).decided["actors"].disputed
        assert content(case)["groups"] >= {group for group in before if len(group) > 1}


@pytest.mark.parametrize("change", [{"reason": "x"}, {"sides": [[[1, "a0-1"]], [[2, "a0-1"]]]}, {"what": "apart"}])
def test_a_word_put_into_a_desks_mouth_is_found_out(desks: tuple[Path, Path], change: dict[str, Any]) -> None:
    one, other = desks
    minister, lawyer = person(other, 0), person(other, 2)
    assert minister
    assert lawyer
    sign_items(other, "same", (minister, lawyer), by="Omar", why="known")
    both = one.with_name("both.khabar")
    merge_cases(one, other, both)
    with closing(open_case(both)) as connection:
        (carried,) = [json.loads(e.subject) for e in entries(connection) if e.kind == "signed"]
    with closing(open_case(both, writing=True)) as connection, transaction(connection):
        enter(connection, Hand("x", "y"), "signed", {**carried, **change})
    assert "decision_unvouched" in {fault.reason for fault in verify_case(both).faults}


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["add", "same", "apart", "explain", "undo", "link", "accept", "reject", "approve", "withhold", "undecide"]),
        st.integers(0, 3),
        st.integers(0, 3),
    ),
    max_size=6,
)  # fmt: skip


def act(case: Path, what: tuple[str, int, int], who: str) -> None:
    """Something that a desk says of its case, where it can."""
    kind, first, second = what
    if kind == "add":
        put(case, first, who)
    elif kind in ("same", "apart"):
        pair = person(case, first), person(case, second)
        if pair[0] and pair[1] and pair[0] != pair[1]:
            with suppress(CaseError):  # what cannot hold beside an earlier word is refused
                sign_items(case, kind, pair, by=who, why=f"{first}")  # type: ignore[arg-type]
    elif kind == "explain":
        for row in khabar.open(case).conflicts():
            explain_conflict(case, row["id"], f"words {first}", by=who)
    elif kind == "link" and document(case, first) and document(case, second) and first != second:
        link(case, first, second, who)
    elif kind in ("accept", "reject"):
        for found in corrections(case)[:1]:
            rule_link(case, found.seq, kind, reason="why", by=who)
    else:
        _on_case(case, kind, first, who)


def _on_case(case: Path, kind: str, number: int, who: str) -> None:
    """A word on a name, or what takes back a word."""
    with closing(open_case(case, writing=True)) as connection:
        hand = Hand(who, "machine")
        standing = [one.seq for one in signed(connection) if not one.undone]
        if kind in ("approve", "withhold", "undecide"):
            name = NAMES[number % 2]
            decide_names(connection, hand, [NameDecision(name, kind, "person", name)])  # type: ignore[arg-type]
        elif kind == "undo" and standing:
            take_back(connection, hand, standing[number % len(standing)])


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(first=ACTS, second=ACTS, shared=ACTS)
def test_both_ways_say_the_same(
    tmp_path_factory: pytest.TempPathFactory, first: list[Any], second: list[Any], shared: list[Any]
) -> None:
    folder = tmp_path_factory.mktemp("desks")
    one, other = folder / "one.khabar", folder / "other.khabar"
    create_case(one).close()
    for what in (("add", 0, 0), ("add", 2, 0), *shared):
        act(one, what, "Nadia")
    shutil.copy(one, other)
    for what in first:
        act(one, what, "Salma")
    for what in second:
        act(other, what, "Omar")
    ways = both_ways(one, other)
    merge_cases(one, other)
    merge_cases(other, one)
    assert content(one) == content(other) == content(ways[0])
    assert [fault for case in (one, other) for fault in verify_case(case).faults] == []
