"""Whoever takes the triggers away and changes a single value of a case is found out, whatever the table and column.

The tables are those of the schema: a new one, or a new column, fails here until `verify` looks at it.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path
from typing import Any

import apsw
import pytest
from click.testing import CliRunner

from khabar.cli import main
from khabar.desk import Wishes
from khabar.desk.cases import CaseError, Ruling, add, ask, decide_item, seal, undo_decision, verify_case
from khabar.desk.cases.merging import merge_cases
from khabar.desk.crisis.known import ready
from khabar.ledger.tables import schema
from khabar.reconcile.across.actors.registry import Registry

REPORTS = {
    "a.txt": "قال وزير الداخلية سليم درويش إن 12 شخصا قتلوا في انفجار في ألماتي الجمعة.\nولم يصدر تعليق من الرئاسة.",
    "b.txt": "أعلنت الشرطة في أستانا اعتقال 40 متظاهرا أمس، نقلا عن وكالة الأنباء. ونفت الرئاسة ذلك.",
    "c.txt": "“Police detained 26 protesters in Almaty,” the interior minister Salim Darwish said on Friday.",
}


INDEX_OF_COPIES = "copy_"
"""Derived, and no evidence: a changed band or pair costs a hint.  test_copies.py looks after it."""

OTHER_RULES = ("joined_state", "method")
"""What other rules made is made anew at the next question, and compared with nothing."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with a row in every table: a new table gets its row here."""
    folder = tmp_path_factory.mktemp("whole")
    case = folder / "whole.khabar"
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
        list(add(case, [str(folder / name)], Wishes("2022-01-07", "برزخ نت"), "Salma"))
    (folder / "d.jsonl").write_text(
        '{"id": "d", "url": "https://marsa.example/12", "text": "UPDATE 2-Curfew in Marsa lifted, police say."}'
    )
    list(add(case, [str(folder / "d.jsonl")], Wishes("2022-01-07", "برزخ نت"), "Salma"))
    (killed,) = ask(case, "figures", measure="killed")
    entry = decide_item(case, (killed["document"], killed["item"]), Ruling("correct", {"low": 13, "high": 13}), "Omar")
    undo_decision(case, entry.seq, by="Omar", reason="a slip")
    other_desk(folder)
    merge_cases(case, folder / "other.khabar")
    seal(case)
    assert ready(case, Registry())
    assert not verify_case(case).faults
    with sqlite3.connect(case) as plain:
        plain.execute("PRAGMA journal_mode = DELETE")
    return case


def other_desk(folder: Path) -> None:
    """A case of another desk, with a decision on a report that both have."""
    case = folder / "other.khabar"
    list(add(case, [str(folder / "a.txt")], Wishes("2022-01-07", "المرسى"), "Nadia"))
    item = next(ask(case, "claims"))
    decide_item(case, (item["document"], item["item"]), Ruling("reject", reason="not said"), "Nadia")


def columns() -> list[tuple[str, str]]:
    """Every column of every table that lies in the file."""
    made = apsw.Connection(":memory:")
    made.execute(schema())
    tables = [str(row[1]) for row in made.execute("PRAGMA main.table_list") if row[2] in ("table", "shadow")]
    return [
        (table, str(row[1]))
        for table in sorted(tables)
        if table != "sqlite_schema" and not table.startswith(INDEX_OF_COPIES)
        for row in made.execute(f"PRAGMA table_info({table})")
        if (table, str(row[1])) != OTHER_RULES
    ]


def other(value: Any, kind: str) -> Any:
    """Another value that the column can hold."""
    if isinstance(value, str):
        return {"zlib": "none", "none": "zlib"}.get(value, value + "x")
    if isinstance(value, bytes):
        return value[:-1] + bytes([value[-1] ^ 1]) if value else b"x"
    if value is None:
        return {"INTEGER": 1, "REAL": 1.0, "BLOB": b"x"}.get(kind, "x")
    return value + 1000


def tamper(case: Path, statement: str, values: tuple[Any, ...]) -> None:
    """Change something behind the back of the triggers, which stand again afterwards."""
    with sqlite3.connect(case) as plain:
        triggers = list(plain.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"))
        for name, _ in triggers:
            plain.execute(f"DROP TRIGGER {name}")
        assert plain.execute(statement, values).rowcount == 1
        for _, sql in triggers:
            plain.execute(sql)
    plain.close()


def noticed(case: Path) -> bool:
    """Whether the case is not opened any more, or proves wrong."""
    try:
        return bool(verify_case(case).faults)
    except CaseError:
        return True


@pytest.mark.parametrize(("table", "column"), columns())
def test_a_changed_value_is_found_out(whole: Path, tmp_path: Path, table: str, column: str) -> None:
    with sqlite3.connect(whole) as plain:
        names = [row[1] for row in plain.execute(f"PRAGMA table_info({table})")]
        kinds = {row[1]: row[2] for row in plain.execute(f"PRAGMA table_info({table})")}
        rows = plain.execute(f'SELECT * FROM {table} ORDER BY "{column}" IS NULL').fetchall()  # noqa: S608
    assert rows, f"the case of this test has no row in {table}: give it one"
    for number, row in enumerate({rows[0], rows[-1]}):
        case = tmp_path / f"{number}.khabar"
        case.write_bytes(whole.read_bytes())
        where = " AND ".join(f'"{name}" IS ?' for name in names)
        value = other(row[names.index(column)], kinds[column])
        tamper(case, f'UPDATE {table} SET "{column}" = ? WHERE {where}', (value, *row))  # noqa: S608
        assert noticed(case), f"{table}.{column}: {row[names.index(column)]!r} → {value!r}"


@pytest.mark.parametrize("table", sorted({table for table, _ in columns()}))
def test_a_missing_row_is_found_out(whole: Path, tmp_path: Path, table: str) -> None:
    case = tmp_path / "less.khabar"
    case.write_bytes(whole.read_bytes())
    with sqlite3.connect(whole) as plain:
        names = [row[1] for row in plain.execute(f"PRAGMA table_info({table})")]
        row = plain.execute(f"SELECT * FROM {table}").fetchone()  # noqa: S608
    where = " AND ".join(f'"{name}" IS ?' for name in names)
    tamper(case, f"DELETE FROM {table} WHERE {where}", row)  # noqa: S608
    assert noticed(case)


def test_bytes_that_nobody_took_in_are_found_out(whole: Path, tmp_path: Path) -> None:
    case = tmp_path / "more.khabar"
    case.write_bytes(whole.read_bytes())
    data = b"made up"
    tamper(case, "INSERT INTO originals VALUES (?, 7, 'none', ?)", (hashlib.sha256(data).hexdigest(), data))
    assert [fault.reason for fault in verify_case(case).faults] == ["original_unvouched"]


def test_a_word_moved_to_another_report_in_the_search_is_found_out(whole: Path, tmp_path: Path) -> None:
    case = tmp_path / "moved.khabar"
    case.write_bytes(whole.read_bytes())
    with sqlite3.connect(case) as plain:
        plain.execute("INSERT INTO search (search) VALUES ('delete-all')")
        for document in (1, 2, 3):
            plain.execute("INSERT INTO search (rowid, words) VALUES (?, 'x')", (document,))
    assert {fault.reason for fault in verify_case(case).faults} == {"words_missing"}


def test_a_text_that_another_extractor_takes_otherwise_is_told_and_is_no_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("قتل خمسة.", encoding="utf-8")
    monkeypatch.setattr("khabar.desk.cases.adding.extractor", lambda: "khabar 0.0.1, extraction 0")
    list(add(tmp_path / "a.khabar", [str(tmp_path / "a.txt")], Wishes()))
    monkeypatch.setattr("khabar.desk.cases.proving.text_again", lambda *_: "قتل ستة.")
    proof = verify_case(tmp_path / "a.khabar")
    assert (proof.faults, [notice.reason for notice in proof.notices]) == ((), ["text_taken_otherwise"])
    monkeypatch.setattr("khabar.desk.cases.proving.extractor", lambda: "khabar 0.0.1, extraction 0")
    assert [fault.reason for fault in verify_case(tmp_path / "a.khabar").faults] == ["text_not_in_original"]


def test_what_is_wrong_is_told_with_place_meaning_and_remedy(whole: Path, tmp_path: Path) -> None:
    case = tmp_path / "told.khabar"
    case.write_bytes(whole.read_bytes())
    tamper(case, "UPDATE figures SET low = ? WHERE item = (SELECT min(item) FROM figures)", (77,))
    shown = CliRunner().invoke(main, ["verify", str(case), "--json", "--ui", "ar"])
    told = json.loads(shown.stdout)
    assert (shown.exit_code, told["whole"], told["counted"]["documents"]) == (1, False, 4)
    (fault,) = told["faults"]
    assert fault["place"].startswith("figures of record ")
    assert fault["what"]
    assert fault["remedy"]
    plain = CliRunner().invoke(main, ["verify", str(case)])
    assert fault["place"] in plain.stdout
    assert "still says what was read" in plain.stderr
