"""Older cases are moved forward: the same rows under the tables of today, a copy kept, whole whenever the program is stopped."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

import khabar
from khabar.cli import main
from khabar.desk import Wishes
from khabar.desk.cases import CaseError, Filter, Ruling, add, ask, decide_item, find, history, verify_case
from khabar.ledger import Found, Hand, keep, open_case
from khabar.ledger.moving import CaseMoved
from khabar.ledger.tables import FORMAT, expected, fingerprint, formats
from old_cases import dump, old_case

TEXT = "قال وزير الداخلية سليم درويش إن 12 شخصا قتلوا في انفجار في ألماتي الجمعة. ونفى المتحدث ذلك."


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A case of format 1 with a report, a copy of it, and a decision."""
    today = tmp_path / "today.khabar"
    for name, outlet in (("a.txt", "برزخ نت"), ("b.txt", "المرسى")):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
        list(add(today, [str(tmp_path / name)], Wishes("2022-01-07", outlet)))
    (killed,) = ask(today, "figures", measure="killed")
    decide_item(today, (killed["document"], killed["item"]), Ruling("accept"), "Salma")
    return old_case(today, tmp_path / "old.khabar")


def format_of(path: Path) -> int:
    """The format that a file says it has."""
    with sqlite3.connect(path) as plain:
        return int(plain.execute("PRAGMA user_version").fetchone()[0])


def test_an_older_case_is_moved_forward_when_it_is_opened(old: Path) -> None:
    before = dump(old)
    with pytest.warns(CaseMoved, match=r"old\.format-1\.khabar"):
        assert [row["verdict"] for row in ask(old, "figures", measure="killed")] == ["accept"]
    after, kept = dump(old), dump(old.with_name("old.format-1.khabar"))
    assert kept == before
    moved = after["journal"].pop()
    assert (after, moved[4]) == (before, "moved")
    assert (format_of(old), format_of(old.with_name("old.format-1.khabar"))) == (FORMAT, 1)
    assert not verify_case(old).faults
    assert [hit.document for hit in find(old, "الداخليه", Filter(outlet="مرسى", place="Almaty", speaker="درويش"))] == [
        1
    ]
    assert [decision.who for decision in history(old)] == ["Salma"]


def test_it_is_told_and_goes_on_growing(old: Path, tmp_path: Path) -> None:
    shown = CliRunner().invoke(main, ["figures", str(old), "--ui", "ar"])
    assert shown.exit_code == 0
    assert "old.format-1.khabar" in shown.stderr
    (tmp_path / "c.txt").write_text(TEXT.replace("12", "15"), encoding="utf-8")
    list(add(old, [str(tmp_path / "c.txt")], Wishes("2022-01-08")))
    assert len(list(ask(old, "figures", measure="killed"))) == 2
    assert not verify_case(old).faults


def test_an_earlier_copy_is_never_overwritten(old: Path) -> None:
    old.with_name("old.format-1.khabar").write_text("kept", encoding="utf-8")
    with pytest.warns(CaseMoved):
        open_case(old).close()
    assert old.with_name("old.format-1.khabar").read_text(encoding="utf-8") == "kept"
    assert old.with_name("old.format-1-2.khabar").exists()


def test_a_case_with_other_tables_than_its_format_is_not_moved(old: Path) -> None:
    with sqlite3.connect(old) as plain:
        plain.execute("CREATE TRIGGER trap AFTER INSERT ON journal BEGIN SELECT 1; END")
    with pytest.raises(CaseError, match="case_changed"):
        open_case(old)
    assert format_of(old) == 1
    assert not list(old.parent.glob("*.format-*"))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_an_older_case_that_cannot_be_written_is_told(old: Path) -> None:
    old.chmod(0o444)
    with pytest.raises(CaseError, match="case_older"):
        open_case(old)


def test_a_disk_that_fills_up_leaves_the_older_case(old: Path) -> None:
    resource = pytest.importorskip("resource")
    script = f"import khabar; print(len(khabar.open({str(old)!r}).figures()))"
    size = old.stat().st_size
    full = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, size // 2)),
    )  # fmt: skip
    assert "case_unwritable" in full.stderr
    assert format_of(old) == 1
    assert not list(old.parent.glob("*.format-*"))


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::khabar.ledger.moving.CaseMoved")
def test_killed_at_any_point_of_moving_it_is_the_old_case_or_the_new_one(old: Path, tmp_path: Path) -> None:
    grown = tmp_path / "grown.khabar"
    shutil.copy(old, grown)
    with pytest.warns(CaseMoved):
        connection = open_case(grown, writing=True)
    report = khabar.read(TEXT)
    for number in range(300):
        text = f"{TEXT} {number}"
        keep(connection, Hand("x", "x"), Found("x", str(number), text.encode(), text, "v"), report)
    connection.close()
    big = old_case(grown, tmp_path / "big.khabar")
    chance, seen = random.Random(3), set()  # noqa: S311 - any moments will do
    for number in range(14):
        case = tmp_path / f"k{number}.khabar"
        shutil.copy(big, case)
        process = subprocess.Popen(
            [sys.executable, "-c", f"import khabar; print('go', flush=True); khabar.open({str(case)!r}).figures()"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.random() * 0.8)
        process.kill()
        process.communicate()
        seen.add(format_of(case))
        rows, before = dump(case), dump(big)
        assert rows["journal"] in (before["journal"], before["journal"] + rows["journal"][-1:])
        del rows["journal"], before["journal"]
        assert rows == before
        open_case(case).close()
        faults = [fault for fault in verify_case(case).faults if fault.reason != "text_not_in_original"]
        assert not faults
    assert 1 in seen, "the machine is so fast that nothing was interrupted"


def test_the_tables_are_those_that_the_format_stands_for() -> None:
    """Where this fails, schema.sql was changed.  A format that was never released gets its new fingerprint in formats.tsv; a
    released one stays there for ever, and FORMAT (tables.py) goes up by one.
    """
    assert formats().get(FORMAT) == fingerprint(expected())


def test_what_was_joined_in_an_older_format_is_joined_anew(tmp_path: Path) -> None:
    case = tmp_path / "case.khabar"
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{TEXT} {name}", encoding="utf-8")
        list(add(case, [str(tmp_path / name)], Wishes("2022-01-07", name)))
    rows = khabar.open(case).joined()
    with sqlite3.connect(case) as plain:
        (state,) = plain.execute("SELECT * FROM joined_state")
        for table in ("joined_keys", "joined_items", "joined_things"):
            plain.execute(f"DROP TABLE {table}")
        plain.executescript(Path(__file__).with_name("format_5.sql").read_text(encoding="utf-8"))
        plain.execute("INSERT INTO joined_things VALUES (1, 'events', x'00', x'00', '9:e1-2', '[]', '[]')")
        plain.execute("PRAGMA user_version = 5")
        assert (state,) == tuple(plain.execute("SELECT * FROM joined_state"))
    with pytest.warns(CaseMoved, match="format 5"):
        moved = khabar.open(case).joined()
    assert list(moved) == list(rows)
    assert not verify_case(case).faults
