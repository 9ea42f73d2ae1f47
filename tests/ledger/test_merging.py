"""Two desks' cases become one: nothing twice, nothing lost, nobody overruled, and both journals prove themselves."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from at_the_command import run
from khabar.desk import Wishes
from khabar.desk.cases import CaseError, Ruling, add, ask, decide_item, history, seal, undo_decision, verify_case
from khabar.desk.cases.merging import merge_cases
from khabar.ledger import create_case, entries, open_case

TEXTS = (
    "قال وزير الداخلية سليم درويش إن 12 شخصا قتلوا في انفجار في ألماتي الجمعة.",
    "أعلنت الشرطة في أستانا اعتقال 40 متظاهرا أمس. ونفت الرئاسة ذلك.",
    "The interior minister said on Friday that 26 protesters were arrested in Almaty.",
)


def put(case: Path, number: int, who: str, outlet: str = "برزخ نت", day: str = "2022-01-07") -> None:
    """Take the report of this number into a case."""
    source = case.parent / f"{number}.txt"
    source.write_text(TEXTS[number], encoding="utf-8")
    list(add(case, [str(source)], Wishes(day, outlet), who))


def figure(case: Path, words: str) -> tuple[int, str]:
    row = next(row for row in ask(case, "figures") if row["words"].startswith(words))
    return row["document"], row["item"]


@pytest.fixture
def desks(tmp_path: Path) -> tuple[Path, Path]:
    """Two cases that share a report, about a figure of which they differ; each has one of its own."""
    one, other = tmp_path / "one.khabar", tmp_path / "other.khabar"
    put(one, 0, "Salma")
    put(one, 1, "Salma")
    put(other, 2, "Omar")
    put(other, 0, "Omar", "المرسى")
    decide_item(one, figure(one, "12"), Ruling("accept"), "Salma")
    decide_item(other, figure(other, "12"), Ruling("correct", {"low": 13, "high": 13}), "Omar")
    decide_item(other, figure(other, "26"), Ruling("reject", reason="not said"), "Omar")
    return one, other


QUERIES = {
    "documents": "SELECT text_sha256 FROM documents",
    "originals": "SELECT sha256 FROM originals",
    "appearances": """SELECT d.text_sha256, a.original, a.source, a.part, a.outlet, a.published, a.collected_at, a.collected_by,
                      a.collected_on FROM appearances AS a JOIN documents AS d ON d.id = a.document""",
    "records": """SELECT d.text_sha256, r.rules, r.sha256, r.made_at FROM records AS r
                  JOIN documents AS d ON d.id = r.document""",
    "decisions": """SELECT t.text_sha256, d.item, d.verdict, d.fields, d.reason, d.who, d.at, d.hash FROM decisions AS d
                    JOIN documents AS t ON t.id = d.document""",
    "open": """SELECT t.text_sha256, d.item, d.verdict, d.fields, d.who FROM open_decisions AS d
               JOIN documents AS t ON t.id = d.document""",
}


def content(case: Path) -> dict[str, list[Any]]:
    """What a case holds, whatever numbers it has there."""
    with closing(open_case(case)) as connection:
        return {name: sorted(connection.execute(query), key=repr) for name, query in QUERIES.items()}


def size(case: Path) -> list[int]:
    with closing(open_case(case)) as connection:
        tables = ("journal", "carried", "documents", "appearances", "records")
        return [next(iter(connection.execute(f"SELECT count(*) FROM {table}")))[0] for table in tables]  # noqa: S608


def test_what_both_have_is_there_once_and_neither_decision_wins(desks: tuple[Path, Path]) -> None:
    one, other = desks
    before = other.read_bytes()
    joined = merge_cases(one, other, by="Nadia")
    assert (joined.new.documents, joined.new.appearances, joined.new.decisions, joined.disagreed) == (1, 2, 2, 1)
    assert other.read_bytes() == before
    assert len(content(one)["originals"]) == 3
    (killed,) = ask(one, "figures", measure="killed")
    assert killed["verdict"] == "disagreed"
    assert [(d.who, d.verdict) for d in history(one, (killed["document"], killed["item"]))] == [
        ("Salma", "accept"),
        ("Omar", "correct"),
    ]
    assert not verify_case(one).faults
    decide_item(one, (killed["document"], killed["item"]), Ruling("accept"), "Nadia")
    assert next(ask(one, "figures", measure="killed"))["verdict"] == "accept"


def test_merging_twice_changes_nothing_and_later_work_is_brought_alone(desks: tuple[Path, Path]) -> None:
    one, other = desks
    merge_cases(one, other)
    before = one.read_bytes(), size(one)
    assert merge_cases(one, other).new.documents == 0
    assert (one.read_bytes(), size(one)) == before
    decide_item(other, figure(other, "12"), Ruling("unsure"), "Omar")
    again = merge_cases(one, other)
    assert (again.new.documents, again.new.appearances, again.new.records, again.new.decisions) == (0, 0, 0, 1)
    assert [(d[3], d[4]) for d in content(one)["open"] if d[2] == "unsure"] == [("{}", "Omar")]
    assert not verify_case(one).faults


def test_a_copy_that_went_its_own_way_comes_home(desks: tuple[Path, Path]) -> None:
    one, _ = desks
    copy = one.with_name("copy.khabar")
    shutil.copy(one, copy)
    undo_decision(copy, history(copy)[0].seq, by="Omar")
    decide_item(one, figure(one, "40"), Ruling("accept"), "Salma")
    put(copy, 2, "Omar")
    joined = merge_cases(one, copy)
    assert (joined.new.documents, joined.new.appearances, joined.new.decisions) == (1, 1, 1)
    assert next(ask(one, "figures", measure="killed"))["verdict"] is None
    assert size(one)[1] < size(copy)[0]
    assert not verify_case(one).faults
    assert merge_cases(copy, one).new.documents == 0
    assert content(one) == content(copy)
    assert not verify_case(copy).faults


def test_seals_of_both_desks_still_hold(desks: tuple[Path, Path], tmp_path: Path) -> None:
    one, other = desks
    seals = [seal(case).hash for case in desks]
    both = tmp_path / "both.khabar"
    shown = run("merge", one, other, "--into", both, "--json")
    assert shown.exit_code == 0, shown.output
    assert json.loads(shown.stdout)["documents"] == 3
    assert "--disagreed" in shown.stderr
    assert all(not verify_case(both, sealed).faults for sealed in seals)
    with closing(open_case(both)) as connection:
        assert [json.loads(e.subject)["head"] for e in entries(connection) if e.kind == "merged"] == seals
    assert run("merge", one, other, "--into", both).exit_code == 2
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".khabar") == [
        "both.khabar", "one.khabar", "other.khabar"
    ]  # fmt: skip


def test_sheets_of_either_desk_find_their_items_in_the_merged_case(desks: tuple[Path, Path], tmp_path: Path) -> None:
    one, other = desks
    run("export", other, "--csv", tmp_path / "csv")
    both = tmp_path / "both.khabar"
    merge_cases(one, other, both)
    shown = run("import", both, tmp_path / "csv", "--json")
    told = [json.loads(line) for line in shown.stdout.splitlines()]
    assert shown.exit_code == 0, shown.output
    assert sum(sheet["untouched"] for sheet in told) == sum(sheet["rows"] for sheet in told) > 0


def test_what_cannot_be_merged_is_told_and_nothing_is_touched(desks: tuple[Path, Path], tmp_path: Path) -> None:
    one, other = desks
    (tmp_path / "no.khabar").write_text("no case", encoding="utf-8")
    damaged = tmp_path / "damaged.khabar"
    before = one.read_bytes(), other.read_bytes()
    for statement in (
        "UPDATE journal SET who = 'Salma' WHERE kind = 'decision'", "UPDATE originals SET bytes = x'00'",
        "UPDATE documents SET text = text || 'x'", "UPDATE appearances SET outlet = 'x'", "UPDATE records SET json = x'00'",
    ):  # fmt: skip
        shutil.copy(other, damaged)
        with closing(sqlite3.connect(damaged)) as plain:
            triggers = list(plain.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"))
            for name, _ in triggers:
                plain.execute(f"DROP TRIGGER {name}")
            plain.execute(statement)
            for _, sql in triggers:
                plain.execute(sql)
            plain.commit()
        with pytest.raises(CaseError) as error:
            merge_cases(one, damaged)
        assert error.value.reason == "merge_damaged", statement
        with pytest.raises(CaseError):
            merge_cases(one, damaged, tmp_path / "new.khabar")
    for bad in (tmp_path / "no.khabar", tmp_path / "none.khabar", one):
        assert run("merge", one, bad).exit_code == 2
        assert run("merge", one, bad, "--into", tmp_path / "new.khabar", "--ui", "ar").exit_code == 2
    assert (one.read_bytes(), other.read_bytes()) == before
    assert not list(tmp_path.glob("*new.khabar*"))
    assert not list(tmp_path.glob(".*"))


def test_what_is_under_a_passphrase_does_not_come_into_a_plain_file(
    desks: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = desks
    monkeypatch.setenv("KHABAR_PASSPHRASE", "seven grey ferries wait outside")
    monkeypatch.setenv("KHABAR_NEW_PASSPHRASE", "seven grey ferries wait outside")
    covered = tmp_path / "covered.khabar"
    shown = run("encrypt", other, "--into", covered)
    assert shown.exit_code == 0, shown.output
    for arguments in ((one, covered), (one, covered, "--into", tmp_path / "new.khabar")):
        refused = run("merge", *arguments)
        assert refused.exit_code == 2
        assert "khabar encrypt" in refused.stderr
    assert not (tmp_path / "new.khabar").exists()
    assert run("merge", covered, one).exit_code == 0
    assert run("verify", covered).exit_code == 0
    assert "سليم درويش".encode() not in covered.read_bytes()


def test_a_decision_put_into_a_desks_mouth_is_found_out(desks: tuple[Path, Path]) -> None:
    one, other = desks
    merge_cases(one, other)
    with closing(open_case(one)) as connection:
        (carried,) = [e for e in entries(connection) if e.kind == "decision" and '"reject"' in e.subject]
        told = json.loads(carried.subject)
    from khabar.ledger import Hand, enter, transaction

    with closing(open_case(one, writing=True)) as connection, transaction(connection):
        enter(
            connection, Hand("x", "y"), "decision", {**told, "carried": "f" * 64, "verdict": "accept", "reason": None}
        )
    assert [fault.reason for fault in verify_case(one).faults] == ["decision_unvouched"]


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["add", "accept", "correct", "reject", "undo", "merge"]), st.integers(0, 2), st.integers(0, 2)
    ),
    max_size=7,
)


def act(case: Path, what: tuple[str, int, int], who: str) -> None:
    """Something that a desk does to its case, where it can."""
    kind, number, report = what
    if kind == "add":
        put(case, report, who, f"outlet {number}", f"2022-01-0{number + 1}")
        return
    items = [(row["document"], row["item"]) for row in ask(case, "figures")]
    standing = [decision.seq for decision in history(case) if not decision.undone]
    if kind == "undo" and standing:
        undo_decision(case, standing[number % len(standing)], by=who)
    elif kind in ("accept", "correct", "reject") and items:
        fields = {"low": number, "high": number} if kind == "correct" else {}
        decide_item(case, items[report % len(items)], Ruling(kind, fields, "why"), who)  # type: ignore[arg-type]


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(first=ACTS, second=ACTS, shared=ACTS)
def test_both_ways_hold_the_same(
    tmp_path_factory: pytest.TempPathFactory, first: list[Any], second: list[Any], shared: list[Any]
) -> None:
    folder = tmp_path_factory.mktemp("desks")
    one, other = folder / "one.khabar", folder / "other.khabar"
    create_case(one).close()
    for what in shared:
        act(one, what, "Nadia")
    shutil.copy(one, other)
    for what in first:
        act(one, what, "Salma") if what[0] != "merge" else merge_cases(one, other)
    for what in second:
        act(other, what, "Omar") if what[0] != "merge" else merge_cases(other, one)
    ways = [folder / "ab.khabar", folder / "ba.khabar"]
    merge_cases(one, other, ways[0])
    merge_cases(other, one, ways[1])
    merge_cases(one, other)
    merge_cases(other, one)
    assert content(ways[0]) == content(ways[1]) == content(one) == content(other)
    assert [fault for case in (*ways, one, other) for fault in verify_case(case).faults] == []
    sizes = size(ways[0])
    merge_cases(ways[0], one)
    merge_cases(ways[0], other)
    assert content(ways[0]) == content(ways[1])
    assert size(ways[0])[2:] == sizes[2:]
