"""A case from somebody who means harm, or from a bad disk: nothing in it is run, and what is wrong is said."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from at_the_command import run
from khabar.desk import Wishes
from khabar.desk.cases import CaseError, add, ask, verify_case
from khabar.ledger import open_case
from khabar.ledger.guarding import only_list_of_tables

TEXT = "قال وزير الداخلية سليم درويش إن 12 شخصا قتلوا في انفجار في ألماتي الجمعة.\nونفت الرئاسة ذلك."
COMMANDS = (
    ("figures",),
    ("claims", "--table"),
    ("timeline",),
    ("search", "قتلوا"),
    ("history",),
    ("copies",),
    ("copies", "1", "--related"),
    ("versions",),
    ("diff", "1", "1"),
    ("orphans",),
    ("corrections",),
    ("verify",),
    ("seal",),
)
Attack = Callable[[sqlite3.Connection], object]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    path = folder / "made.khabar"
    list(add(path, [str(folder / "a.txt")], Wishes("2022-01-07")))
    return path


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    path = tmp_path / "got.khabar"
    shutil.copy(made, path)
    return path


def attacked(path: Path, attack: Attack) -> None:
    """Do something to the file that khabar itself refuses to do."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA writable_schema = ON")
    attack(other)
    other.close()


def script(sql: str) -> Attack:
    return lambda connection: connection.executescript(sql)


SCHEMA_ATTACKS = {
    "a view that counts for ever": """CREATE VIEW v AS
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n""",
    "a view of ours that counts for ever": """DROP VIEW current_claims;
        CREATE VIEW current_claims AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n""",
    "a view with a function": "DROP VIEW decisions; CREATE VIEW decisions AS SELECT load_extension('x.so') AS seq",
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM documents; END",
    "a trigger less": "DROP TRIGGER journal_delete",
    "a virtual table": "CREATE VIRTUAL TABLE readers USING fts5 (x)",
    "a generated column": "CREATE TABLE g (a, b AS (hex(zeroblob(1000000000))))",
    "an index with an expression": "CREATE INDEX i ON documents (upper(text))",
    "a default": "ALTER TABLE documents ADD COLUMN more TEXT DEFAULT 'x'",
    "a row of statistics": "CREATE TABLE s (a); ANALYZE",
    "a table renamed": "ALTER TABLE withheld RENAME TO withhold",
    "a wrong definition": "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'documents'",
    "a table on the pages of another": "UPDATE sqlite_schema SET rootpage = "
    "(SELECT rootpage FROM sqlite_schema WHERE name = 'journal') WHERE name = 'claims'",
    "a trigger that says it is of another table": "UPDATE sqlite_schema SET tbl_name = 'records' WHERE name = 'journal_delete'",
    "a ranking": "INSERT INTO search (search, rank) VALUES ('rank', 'bm25(1.0)')",
}


@pytest.mark.parametrize("name", SCHEMA_ATTACKS)
def test_tables_that_are_not_ours_are_not_opened(case: Path, name: str) -> None:
    attacked(case, script(SCHEMA_ATTACKS[name]))
    with pytest.raises(CaseError, match=r"case_changed|case_damaged"):
        open_case(case)
    for command in COMMANDS:
        shown = run(command[0], case, *command[1:])
        assert shown.exit_code == 2, (name, command, shown.output)
        assert "got.khabar" in shown.stderr


@pytest.mark.parametrize("sql", ["this is no SQL", "CREATE TABLE documents (", "SELECT 1", ""])
def test_a_list_of_tables_that_is_none(case: Path, sql: str) -> None:
    attacked(case, lambda c: c.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'documents'", (sql,)))
    assert run("figures", case).exit_code == 2


def unprotected(sql: str) -> Attack:
    """Change rows, and put the triggers that refuse it back."""

    def attack(connection: sqlite3.Connection) -> None:
        kept = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in kept:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.executescript(sql)
        for _, trigger in kept:
            connection.execute(trigger)

    return attack


BOMB = zlib.compress(bytes(1 << 29), 9)


def with_record(data: bytes) -> str:
    return f"UPDATE records SET json = x'{data.hex()}'"  # noqa: S608 - that is the attack


ROW_ATTACKS = {
    "an original that grows beyond all measure": f"UPDATE originals SET bytes = x'{BOMB.hex()}', packing = 'zlib'",  # noqa: S608
    "a record that grows beyond all measure": with_record(BOMB),
    "a record that is no JSON": with_record(zlib.compress(b"what?")),
    "a record of another shape": with_record(zlib.compress(b"[1, 2]")),
    "a record nested without end": with_record(zlib.compress(b"[" * 2_000_000)),
    "a record that is not packed": with_record(b"what?"),
    "spans out of range": 'UPDATE claims SET "start" = -5, "end" = 9000000000000000000',
    "text that is no UTF-8": "UPDATE documents SET text = CAST(x'fffe80c0' AS TEXT)",
    "names that are no UTF-8": """UPDATE claims SET speaker = CAST(x'c3' AS TEXT);
        UPDATE appearances SET outlet = CAST(x'c3' AS TEXT)""",
    "text with a NUL": "UPDATE documents SET text = CAST(x'410042' AS TEXT)",
    "a size below nothing": "UPDATE originals SET size = -1; UPDATE documents SET characters = -9223372036854775808",
    "a journal that is no JSON": "UPDATE journal SET subject = '{' || hex(zeroblob(10000))",
    "a journal that holds itself": "UPDATE journal SET previous = hash",
    "entries that hold one another": "UPDATE journal SET previous = (SELECT j.hash FROM journal AS j WHERE j.seq <> journal.seq)",
    "a journal numbered from below": "UPDATE journal SET seq = seq - 9223372036854775000",
    "an undo of itself": """UPDATE journal SET kind = 'decision',
        subject = '{"document":1,"item":"c1-2","verdict":"undo","undoes":2}' WHERE seq = 2""",
    "fields that are none": """UPDATE journal SET kind = 'decision',
        subject = '{"document":1,"item":"c1-2","verdict":"correct","fields":[1]}' WHERE seq = 2""",
    "a day that is none": "UPDATE records SET published = '=1+1'; UPDATE events SET date = hex(zeroblob(100000))",
    "no words of the search": "DELETE FROM search_data",
    "other words of the search": "UPDATE search_data SET block = x'ffffffffffffffff'",
    "copies of nothing": """INSERT INTO documents VALUES (7, 'x', 'x', 1); INSERT INTO copy_signatures VALUES (7, 99, x'00');
        INSERT INTO copy_pairs VALUES (1, 7, '[[0, 0, 9000000]]', 0, 0)""",
    "copies without words": """INSERT INTO documents VALUES (7, 'x', 'x', 1);
        INSERT INTO copy_pairs VALUES (1, 7, '[["a", 0, 9]]', 0, 0)""",
    "signatures that are none": "UPDATE copy_signatures SET words = -1, passages = x'00'",
    "everything compared, it says": "UPDATE copy_state SET appearance = 9223372036854775807",
    "notices of nothing": "INSERT INTO notices VALUES (1, 'praise', 'x', 'x', -1, -1, hex(zeroblob(100000)))",
    "links to nothing": """UPDATE journal SET kind = 'link made', subject = '{"document": 99, "older": "x", "relation": 5}'""",
    "links to themselves": """UPDATE journal SET kind = 'link decided', subject = '{"link": 1, "verdict": [1]}'""",
    "a number at the end of numbers": "UPDATE figures SET low = 9223372036854775807, high = -9223372036854775808",
}


@pytest.mark.parametrize("name", ROW_ATTACKS)
def test_rows_that_say_what_they_cannot(case: Path, name: str) -> None:
    attacked(case, unprotected(ROW_ATTACKS[name]))
    for command in COMMANDS:
        shown = run(command[0], case, *command[1:])
        assert shown.exit_code in (0, 1, 2), (name, command, shown.exception)
        assert shown.exception is None or isinstance(shown.exception, SystemExit), (name, command, shown.exception)
        if command == ("verify",):
            assert shown.exit_code, name
        if shown.exit_code:
            assert shown.output.strip(), "what is wrong is said"


BROKEN = (b'{"document":1,"item":"c1-2","x":[[[}', b"[" * 36, b'"document 1 item c1-2 and nothing el', b"\xff" * 36)


@pytest.mark.parametrize("broken", BROKEN)
def test_a_decision_that_is_no_json(case: Path, broken: bytes) -> None:
    """SQLite itself refuses to write one, so the bytes of the file are changed."""
    whole = b'{"document":1,"item":"c1-2","x":123}'
    assert len(broken) == len(whole)
    attacked(case, unprotected(f"UPDATE journal SET kind = 'decision', subject = '{whole.decode()}' WHERE seq = 2"))  # noqa: S608
    assert whole in case.read_bytes()
    case.write_bytes(case.read_bytes().replace(whole, broken))
    for command in COMMANDS:
        shown = run(command[0], case, *command[1:])
        assert shown.exception is None or isinstance(shown.exception, SystemExit), (command, shown.exception)
    assert run("history", case).exit_code == 2


def test_pages_damaged_anywhere_are_told_and_never_a_traceback(case: Path) -> None:
    whole = case.read_bytes()
    rolled = random.Random(7)  # noqa: S311 - damage, no secret
    for _ in range(40):
        data = bytearray(whole)
        for _ in range(rolled.choice((1, 4, 60))):
            data[rolled.randrange(18, len(data))] = rolled.randrange(256)
        case.write_bytes(bytes(data[: len(data) if rolled.random() < 0.7 else rolled.randrange(100, len(data))]))
        for command in COMMANDS:
            shown = run(command[0], case, *command[1:])
            assert shown.exception is None or isinstance(shown.exception, SystemExit), (command, shown.exception)
        for beside in case.parent.glob("got.khabar-*"):
            beside.unlink()


@pytest.mark.parametrize("version", [0, -1, -(2**31), 2**31 - 1])
def test_format_numbers_that_no_khabar_wrote(case: Path, version: int) -> None:
    attacked(case, script(f"PRAGMA user_version = {version}"))
    assert run("figures", case).exit_code == 2


def test_a_file_of_another_program(case: Path) -> None:
    attacked(case, script("PRAGMA application_id = 7"))
    with pytest.raises(CaseError, match="not_a_case"):
        open_case(case)


def test_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.khabar").mkdir()
    (tmp_path / "nowhere.khabar").symlink_to(tmp_path / "missing")
    (tmp_path / "round.khabar").symlink_to(tmp_path / "round.khabar")
    names = ["folder", "nowhere", "round"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.khabar")
        names.append("pipe")
    for name in names:
        for command in COMMANDS:
            shown = run(command[0], tmp_path / f"{name}.khabar", *command[1:])
            assert shown.exit_code == 2, (name, command, shown.exception)
            assert name in shown.stderr


def test_a_link_to_a_case_is_the_case(case: Path, tmp_path: Path) -> None:
    (tmp_path / "link.khabar").symlink_to(case)
    assert run("verify", tmp_path / "link.khabar").exit_code == 0


def test_a_journal_beside_the_case_that_is_not_ours(case: Path, tmp_path: Path) -> None:
    """SQLite rolls such a journal back into the case, and deletes the file that it names at its end."""
    victim = tmp_path / "precious.txt"
    victim.write_text("kept", encoding="utf-8")
    name = str(victim).encode()
    magic = bytes.fromhex("d9d505f920a163d7")
    end = (
        b"\xff\xff\xff\xff" + name + len(name).to_bytes(4, "big") + (sum(name) & 0xFFFFFFFF).to_bytes(4, "big") + magic
    )
    start = magic + bytes(8) + b"".join(number.to_bytes(4, "big") for number in (1, 512, 4096))
    beside = tmp_path / "got.khabar-journal"
    beside.write_bytes(start.ljust(512, b"\x00") + end)
    for command in (("figures",), ("seal",)):
        shown = run(command[0], case)
        assert shown.exit_code == 2
        assert "got.khabar-journal" in shown.stderr
    assert victim.read_text(encoding="utf-8") == "kept"


def test_a_case_that_cannot_be_written_is_read(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a disc, or in somebody else's folder."""
    monkeypatch.setattr("khabar.ledger.opening.os.access", lambda *_: False)
    assert list(ask(case, "figures"))
    assert verify_case(case).faults == ()
    assert not list(case.parent.glob("got.khabar-*"))


def test_before_the_schema_is_known_nothing_else_can_be_asked(case: Path) -> None:
    connection = apsw.Connection(str(case))
    with only_list_of_tables(connection):
        assert list(connection.execute("SELECT name FROM sqlite_schema"))
        for query in ("SELECT * FROM documents", "SELECT * FROM decisions", "SELECT upper('a')", "DELETE FROM journal",
                      "PRAGMA writable_schema = ON", "ATTACH ':memory:' AS x", "SELECT load_extension('x')"):  # fmt: skip
            with pytest.raises(apsw.Error):
                connection.execute(query)
    connection.close()


def test_an_open_case_loads_no_code_and_takes_no_giant(case: Path) -> None:
    with_case = open_case(case, writing=True)
    for query in ("SELECT load_extension('x')", "SELECT length(zeroblob(600000000))", ("PRAGMA journal_mode = OFF; "
                  "UPDATE sqlite_schema SET sql = ''"), "SELECT fts3_tokenizer('a', x'00')"):  # fmt: skip
        with pytest.raises(apsw.Error):
            list(with_case.execute(query))
    with_case.close()
