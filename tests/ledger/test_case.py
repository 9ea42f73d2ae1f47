"""A case: what comes in stays, is found again, is decided about, and proves itself; what is not ours is not opened."""

from __future__ import annotations

import sqlite3
import zlib
from pathlib import Path
from typing import Any

import apsw
import pytest

import khabar
from khabar.desk import Wishes
from khabar.desk.cases import (
    Added,
    CaseError,
    Ruling,
    Taking,
    add,
    ask,
    decide_item,
    find,
    history,
    seal,
    undo_decision,
    verify_case,
)
from khabar.ledger import LAYERS, Filter, Found, Hand, keep, open_case
from khabar.ledger.opening import create_case

FIRST = "قال وزير الداخلية سليم درويش إن 12 شخصا قتلوا في انفجار في ألماتي الجمعة.\nولم يصدر تعليق من الرئاسة."
SECOND = "أعلنت الشرطة في أستانا اعتقال 40 متظاهرا أمس. ونفت الرئاسة ذلك."


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case of two reports of two outlets, one day apart."""
    path = tmp_path / "crisis.khabar"
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    assert all(isinstance(o, Added) for o in add(path, [str(tmp_path / "a.txt")], Wishes("2022-01-07", "برزخ نت")))
    assert all(isinstance(o, Added) for o in add(path, [str(tmp_path / "b.txt")], Wishes("2022-01-08", "المرسى")))
    return path


def test_what_was_added_is_there_with_words_outlet_and_day(case: Path) -> None:
    (killed,) = ask(case, "figures", measure="killed")
    assert (killed["low"], killed["source"], killed["outlet"], killed["published"]) == (
        12,
        "سليم درويش",
        "برزخ نت",
        "2022-01-07",
    )
    assert FIRST[killed["start"] : killed["end"]] == killed["words"]
    assert [row["what"] for row in ask(case, "withheld")]
    assert {row["name"] for row in ask(case, "places")} == {"Almaty", "Astana"}


@pytest.mark.parametrize(
    ("chosen", "documents"),
    [
        (Filter(), {1, 2}), (Filter(after="2022-01-08"), {2}), (Filter(before="2022-01-07"), {1}), (Filter(outlet="مرسى"), {2}),
        (Filter(speaker="درويش"), {1}), (Filter(place="almaty"), {1}), (Filter(place="أستانا"), {2}),
        (Filter(place="almaty", outlet="مرسى"), set()),
    ],
)  # fmt: skip
def test_filters(case: Path, chosen: Filter, documents: set[int]) -> None:
    assert {row["document"] for row in ask(case, "claims", chosen)} == documents
    assert {hit.document for hit in find(case, "الرئاسه", chosen)} == documents


def test_search_marks_every_hit_where_it_stands(case: Path) -> None:
    hits = list(find(case, '"وزير الداخليه" OR رئاسة OR قتل*'))
    marked = {hit.document: [hit.text[m.start : m.end] for m in hit.marks] for hit in hits}
    assert marked == {1: ["وزير الداخلية", "قتلوا", "الرئاسة"], 2: ["الرئاسة"]}


def test_adding_again_adds_nothing_and_the_same_text_elsewhere_is_a_copy(case: Path, tmp_path: Path) -> None:
    again = list(add(case, [str(tmp_path / "a.txt")], Wishes("2022-01-07", "برزخ نت")))
    assert [o.state for o in again if isinstance(o, Added)] == ["known"]
    (tmp_path / "copy.txt").write_text(FIRST, encoding="utf-8")
    (copy,) = add(case, [str(tmp_path / "copy.txt")], Wishes("2022-01-09", "صدى"))
    assert isinstance(copy, Added)
    assert (copy.document, copy.state) == (1, "copy")
    assert len({row["document"] for row in ask(case, "claims")}) == 2
    assert not verify_case(case).faults


def test_newer_rules_make_a_new_record_and_the_old_one_stays(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [row["item"] for row in ask(case, "claims")]
    for place in ("khabar.desk.made_by.rules_hash", "khabar.desk.cases.adding.rules_hash"):
        monkeypatch.setattr(place, lambda: "newer")
    from khabar.desk import made_by

    made_by.made_by.cache_clear()
    try:
        (anew,) = add(case, [str(tmp_path / "a.txt")], Wishes("2022-01-07", "برزخ نت"))
    finally:
        made_by.made_by.cache_clear()
    assert isinstance(anew, Added)
    assert anew.state == "read anew"
    assert [row["item"] for row in ask(case, "claims")] == before
    with open_case(case) as connection:
        assert next(iter(connection.execute("SELECT count(*) FROM records")))[0] == 3
    assert not verify_case(case).faults


def test_decisions_stand_beside_the_reading_and_are_taken_back_not_deleted(case: Path) -> None:
    (killed,) = ask(case, "figures", measure="killed")
    item = (killed["document"], killed["item"])
    first = decide_item(case, item, Ruling("correct", {"low": 13, "high": 13}), "سلمى")
    decide_item(case, item, Ruling("unsure"), "Omar")
    assert next(ask(case, "figures", measure="killed"))["verdict"] == "unsure"
    undo_decision(case, first.seq + 1, by="Omar")
    (now,) = ask(case, "figures", measure="killed")
    assert (now["verdict"], now["low"]) == ("correct", 12)
    told = history(case, item)
    assert [(d.who, d.verdict, d.undone) for d in told] == [("سلمى", "correct", False), ("Omar", "unsure", True)]
    assert told[0].fields == {"low": 13, "high": 13}
    assert not verify_case(case).faults


@pytest.mark.parametrize(
    ("item", "verdict", "more", "reason"),
    [
        ((1, "f0-1"), "accept", {}, "item_unknown"), ((9, "f29-31"), "accept", {}, "item_unknown"),
        (None, "reject", {}, "rejection_needs_reason"), (None, "correct", {}, "correction_needs_fields"),
        (None, "accept", {"fields": {"low": 1}}, "correction_needs_fields"),
        (None, "correct", {"fields": {"speed": 1}}, "column_unknown"),
        (None, "correct", {"fields": {"words": "x"}}, "words_nowhere"),
        (None, "correct", {"fields": {"start": 5, "end": 9999}}, "span_outside"), (None, "maybe", {}, "verdict_unknown"),
        (None, "correct", {"fields": {"low": "many"}}, "value_unfit"),
        (None, "correct", {"fields": {"low": float("nan")}}, "value_unfit"),
        (None, "correct", {"fields": {"low": 10**30}}, "value_unfit"), (None, "correct", {"fields": {"measure": 5}}, "value_unfit"),
        (None, "correct", {"fields": {"measure": None}}, "value_unfit"),
        (None, "correct", {"fields": {"start": "1", "end": "x"}}, "value_unfit"),
        ((10**30, "f29-31"), "accept", {}, "item_unknown"),
    ],
)  # fmt: skip
def test_decisions_that_make_no_sense_are_refused(
    case: Path, item: object, verdict: str, more: dict[str, object], reason: str
) -> None:
    (killed,) = ask(case, "figures", measure="killed")
    with pytest.raises(CaseError) as error:
        decide_item(case, item or (1, killed["item"]), Ruling(verdict, **more))  # type: ignore[arg-type]
    assert error.value.reason == reason
    assert not history(case)


def test_a_case_only_grows(case: Path) -> None:
    with open_case(case, writing=True) as connection:
        for table in ("originals", "documents", "appearances", "records", "journal", *LAYERS):
            with pytest.raises(apsw.ConstraintError, match="only grows"):
                connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names above
        with pytest.raises(apsw.ConstraintError, match="only grows"):
            connection.execute("UPDATE documents SET text = 'x'")


BOMB = zlib.compress(bytes(1 << 29)).hex()
TAMPERINGS = [
    ("original_changed", "UPDATE originals SET bytes = x'00' WHERE rowid = 1"),
    ("text_changed", "UPDATE documents SET text = replace(text, '12', '92') WHERE id = 1"),
    ("record_changed", "UPDATE records SET json = x'00' WHERE id = 1"),
    ("entry_changed", "UPDATE journal SET who = 'x' WHERE seq = 2"),
    ("entry_missing", "DELETE FROM journal WHERE seq = 2"),
    ("appearance_unvouched", "UPDATE appearances SET source = 'elsewhere' WHERE id = 1"),
    ("record_unvouched", "UPDATE records SET document = 2, rules = 'x' WHERE id = 1"),
    ("row_changed", "UPDATE figures SET words = '99' WHERE record = 1"),
    ("row_changed", "UPDATE figures SET low = 92 WHERE record = 1"),
    ("row_changed", "DELETE FROM figures"),
    (
        "row_changed",
        "INSERT INTO times SELECT record, item || 'x', start, end, words, value, kind, needs, basis, rule FROM times",
    ),
    ("row_missing", "DELETE FROM appearances WHERE id = 2"),
    ("row_missing", "DELETE FROM records WHERE id = 2"),
    ("record_changed", "UPDATE records SET published = '2021-01-01' WHERE id = 1"),
    ("record_unvouched", "UPDATE records SET appearance = 2 WHERE id = 1"),
    ("appearance_unvouched", "UPDATE appearances SET outlet = 'elsewhere' WHERE id = 1"),
    ("appearance_unvouched", "UPDATE appearances SET collected_by = 'x' WHERE id = 1"),
    ("appearance_unvouched", "INSERT INTO documents SELECT 9, 'x', text, characters FROM documents WHERE id = 1"),
    ("entry_changed", "UPDATE journal SET subject = '{' WHERE seq = 1"),
    ("entry_changed", "UPDATE journal SET subject = '[1]' WHERE seq = 1"),
    (
        "original_changed",
        f"UPDATE originals SET size = 9, packing = 'zlib', bytes = x'{BOMB}' WHERE rowid = 1",  # noqa: S608
    ),
]


@pytest.mark.parametrize(("fault", "tampering"), TAMPERINGS)
def test_whoever_takes_the_triggers_away_is_found_out(case: Path, fault: str, tampering: str) -> None:
    before = verify_case(case)
    assert not before.faults
    with sqlite3.connect(case) as plain:
        kept = list(plain.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"))
        for name, _ in kept:
            plain.execute(f"DROP TRIGGER {name}")
        plain.execute(tampering)
        for _, sql in kept:
            plain.execute(sql)
    assert fault in {found.reason for found in verify_case(case).faults}


def test_a_journal_that_was_cut_off_is_found_by_the_seal(case: Path) -> None:
    sealed = seal(case).hash
    assert not verify_case(case, sealed).faults
    with sqlite3.connect(case) as plain:
        (sql,) = plain.execute("SELECT sql FROM sqlite_schema WHERE name = 'journal_delete'").fetchone()
        plain.execute("DROP TRIGGER journal_delete")
        plain.execute("DELETE FROM journal WHERE kind = 'sealed'")
        plain.execute(sql)
    assert not verify_case(case).faults
    assert [fault.reason for fault in verify_case(case, sealed).faults] == ["seal_missing"]


def test_files_that_are_no_case_are_refused(case: Path, tmp_path: Path) -> None:
    (tmp_path / "text.khabar").write_text("no case", encoding="utf-8")
    with sqlite3.connect(tmp_path / "other.khabar") as plain:
        plain.execute("CREATE TABLE t (x)")
    cut = tmp_path / "cut.khabar"
    cut.write_bytes(case.read_bytes()[:6000])
    for name, reasons in (
        ("text.khabar", {"not_a_case"}), ("other.khabar", {"not_a_case"}), ("none.khabar", {"case_missing"}),
        ("cut.khabar", {"case_damaged", "case_changed"}),
    ):  # fmt: skip
        with pytest.raises(CaseError) as error:
            open_case(tmp_path / name)
        assert error.value.reason in reasons
    with pytest.raises(CaseError, match="case_exists"):
        create_case(case)


@pytest.mark.parametrize(
    "trap",
    [
        "CREATE TRIGGER trap AFTER INSERT ON journal BEGIN SELECT load_extension('x'); END",
        "CREATE VIEW trap AS SELECT 1",
        "CREATE INDEX trap ON documents (upper(text))",
        "CREATE TRIGGER search_trap AFTER INSERT ON journal BEGIN INSERT INTO search (rowid, words) VALUES (99, 'x'); END",
    ],
)
def test_a_case_with_something_built_in_is_not_opened(case: Path, trap: str) -> None:
    with sqlite3.connect(case) as plain:
        plain.execute(trap)
    with pytest.raises(CaseError) as error:
        open_case(case)
    assert (error.value.reason, error.value.details["what"]) == ("case_changed", trap.split()[2])


def test_a_case_of_a_newer_program_is_not_touched(case: Path) -> None:
    with sqlite3.connect(case) as plain:
        plain.execute("PRAGMA user_version = 99")
    with pytest.raises(CaseError, match="case_newer"):
        open_case(case)


def test_plain_sqlite_reads_the_tables_and_the_search(case: Path) -> None:
    with sqlite3.connect(case) as plain:
        assert plain.execute("SELECT count(*) FROM current_figures WHERE measure = 'killed'").fetchone() == (1,)
        assert plain.execute(
            "SELECT rowid FROM search WHERE search MATCH 'داخليه OR رياسه' ORDER BY rowid"
        ).fetchall() == [(1,), (2,)]


def test_from_python(case: Path) -> None:
    opened = khabar.open(case)
    assert [row["low"] for row in opened.figures(measure="killed", place="Almaty")] == [12]
    assert [hit.document for hit in opened.search("الشرطة")] == [2]
    assert not opened.verify().faults
    assert opened.timeline(after="2022-01-08")
    with pytest.raises(CaseError, match="column_unknown"):
        opened.claims(speed="1")


def test_a_text_that_is_read_otherwise_later_is_another_document_of_the_same_original(case: Path) -> None:
    hand, original = Hand("Salma", "here"), "قتل 5.".encode()
    report = khabar.read("قتل خمسة.")
    with open_case(case, writing=True) as connection:
        for text in ("قتل 5.", "قتل خمسة."):
            keep(connection, hand, Found("x", "x", original, text, "v"), report)
    assert [hit.text for hit in find(case, "خمسة")] == ["قتل خمسة."]


def test_a_journal_of_nonsense_is_told_and_raises_nothing_else(case: Path) -> None:
    with sqlite3.connect(case) as plain:
        for seq, kind, subject in (
            (97, "taken in", "[{}]"),
            (98, "read", "{"),
            (99, "decision", '{"verdict": "accept", "fields": 5}'),
        ):
            plain.execute("INSERT INTO journal VALUES (?1, 'x', 'x', 'x', ?2, ?3, 'x', ?1)", (seq, kind, subject))
    assert {"entry_missing", "entry_changed"} <= {fault.reason for fault in verify_case(case).faults}
    assert list(ask(case, "figures"))
    with pytest.raises(CaseError, match="case_damaged"):
        history(case)


def test_hits_that_overlap_are_one_mark(case: Path) -> None:
    (hit,) = find(case, '"وزير الداخلية" OR وزير')
    assert [hit.text[m.start : m.end] for m in hit.marks] == ["وزير الداخلية"]


@pytest.mark.parametrize("name", [":memory:", "file:x?mode=memory", "100%.khabar", "a b#c.khabar"])
def test_a_case_may_have_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    assert all(isinstance(o, Added) for o in add(Path(name), ["a.txt"], Wishes()))
    assert list(ask(Path(name), "figures"))
    with pytest.raises(CaseError, match="not_a_case"):
        open_case(tmp_path)


def test_another_outlet_or_day_for_a_known_report_is_told_and_changes_nothing(case: Path, tmp_path: Path) -> None:
    def said(day: str | None, outlet: str | None) -> list[tuple[str, str]]:
        notes: list[Any] = []
        (known,) = add(case, [str(tmp_path / "a.txt")], Wishes(day, outlet), None, Taking(on_note=notes.append))
        assert isinstance(known, Added)
        assert known.state == "known"
        return [(dict(note.details)["field"], dict(note.details)["kept"]) for note in notes]

    assert said(None, None) == []
    assert said("2022-01-07", "برزخ نت") == []
    assert said("2022-01-09", "المرسى") == [("outlet", "برزخ نت"), ("published", "2022-01-07")]
    with open_case(case) as connection:
        (row,) = connection.execute("SELECT outlet, published FROM appearances WHERE document = 1")
    assert row == ("برزخ نت", "2022-01-07")
    assert not verify_case(case).faults


def test_what_a_person_said_is_kept_when_newer_rules_read_again(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from khabar.desk import made_by

    for place in ("khabar.desk.made_by.rules_hash", "khabar.desk.cases.adding.rules_hash"):
        monkeypatch.setattr(place, lambda: "newer")
    made_by.made_by.cache_clear()
    try:
        (anew,) = add(case, [str(tmp_path / "a.txt")], Wishes())
    finally:
        made_by.made_by.cache_clear()
    assert isinstance(anew, Added)
    assert anew.state == "read anew"
    with open_case(case) as connection:
        (said,) = connection.execute("SELECT published, published_basis FROM current_records WHERE document = 1")
    assert said == ("2022-01-07", "given")
    assert not verify_case(case).faults
