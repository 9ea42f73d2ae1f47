"""A case survives: killed at any point of taking in, two writers at once, a full disk."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from khabar.desk import Wishes
from khabar.desk.cases import Added, CaseError, Taking, add, ask, find, history, seal, verify_case
from khabar.ledger import open_case

REPORTS = 24


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A file of reports that differ."""
    lines = [
        {
            "id": f"r{n}",
            "published": "2022-01-07",
            "text": f"قال متحدث إن {n + 3} أشخاص قتلوا في ألماتي. " * (1 + n % 5),
        }
        for n in range(REPORTS)
    ]
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    return path


def adding(case: Path, reports: Path, jobs: int = 1, **more: object) -> subprocess.Popen[bytes]:
    """`khabar add` in a process of its own."""
    command = [sys.executable, "-m", "khabar", "add", str(case), str(reports), "--jsonl", "--jobs", str(jobs)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)  # type: ignore[call-overload,no-any-return]


def documents(case: Path) -> int:
    """How many texts the case holds."""
    with open_case(case) as connection:
        return int(next(iter(connection.execute("SELECT count(*) FROM documents")))[0])


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
def test_killed_at_any_point_it_opens_verifies_and_goes_on(tmp_path: Path, reports: Path, jobs: int) -> None:
    case = tmp_path / "killed.khabar"
    chance = random.Random(7)  # noqa: S311 - any moments will do
    begun = time.monotonic()
    adding(tmp_path / "whole.khabar", reports, jobs).communicate()
    whole = time.monotonic() - begun  # what all of it takes here, so that the kills fall inside it on any machine
    kills, told = 0, 0
    for _ in range(12):
        process = adding(case, reports, jobs)
        time.sleep(whole * (0.3 + 0.7 * chance.random()))
        process.kill()
        out, _ = process.communicate()
        kills += process.returncode != 0
        told = max(told, sum(b'"state"' in line for line in out.splitlines()))
        if case.exists() and case.stat().st_size:
            assert documents(case) >= told, "what was told to be in the case is in it"
            assert not verify_case(case).faults
    assert kills, "nothing was interrupted"
    adding(case, reports).communicate()
    assert documents(case) == REPORTS
    assert not verify_case(case).faults
    assert len(list(ask(case, "figures", measure="killed"))) >= REPORTS


def test_two_that_add_at_once_lose_nothing(tmp_path: Path, reports: Path) -> None:
    case = tmp_path / "both.khabar"
    other = tmp_path / "other.jsonl"
    other.write_text(reports.read_text(encoding="utf-8").replace("متحدث", "مسؤول"), encoding="utf-8")
    both = [adding(case, reports), adding(case, other)]
    for process in both:
        _, errors = process.communicate()
        assert process.returncode == 0, errors.decode()
    assert documents(case) == 2 * REPORTS
    assert not verify_case(case).faults


@pytest.mark.skipif(os.name != "posix", reason="limits of a process are set otherwise there")
def test_a_full_disk_is_told_and_the_case_stays_whole(tmp_path: Path, reports: Path) -> None:
    import resource

    case = tmp_path / "full.khabar"

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))

    process = adding(case, reports, preexec_fn=small)
    _, errors = process.communicate()
    assert process.returncode == 2, errors.decode()
    assert "full.khabar" in errors.decode()
    assert "Traceback" not in errors.decode()
    kept = documents(case)
    assert 0 < kept < REPORTS
    assert not verify_case(case).faults
    adding(case, reports).communicate()
    assert documents(case) == REPORTS


def contents(case: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that a case holds but times and the hashes over them."""
    asked = {
        "originals": "SELECT * FROM originals",
        "documents": "SELECT * FROM documents",
        "appearances": "SELECT id, document, original, source, part, outlet, published, metadata, flags FROM appearances",
        "records": "SELECT id, document, appearance, rules, published, sha256, json FROM records",
        "figures": "SELECT * FROM figures",
        "journal": "SELECT seq, kind, json_remove(subject, '$.about', '$.made_at') FROM journal ORDER BY seq",
    }
    with open_case(case) as connection:
        return {name: list(connection.execute(query)) for name, query in asked.items()}


def test_with_several_processes_the_case_is_the_same(tmp_path: Path, reports: Path) -> None:
    twice = reports.read_text(encoding="utf-8").splitlines()
    (tmp_path / "bad.jsonl").write_text("\n".join([*twice[:20], "{", *twice]), encoding="utf-8")
    sources = [str(reports), str(tmp_path / "bad.jsonl"), str(reports), str(tmp_path / "none")]
    told = []
    for jobs in (1, 3):
        case = tmp_path / f"{jobs}.khabar"
        told.append(list(add(case, sources, Wishes(), "Salma", Taking(jobs=jobs))))
        assert not verify_case(case).faults
    assert told[0] == told[1]
    assert [o.state for o in told[0] if isinstance(o, Added)].count("known") == REPORTS + 20
    assert contents(tmp_path / "1.khabar") == contents(tmp_path / "3.khabar")


def lives(process: str) -> bool:
    """Whether a process is there and not only remembered by a parent that did not ask for its end."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the children of a process are found otherwise there")
def test_nobody_goes_on_reading_for_a_process_that_was_killed(tmp_path: Path, reports: Path) -> None:
    many = reports.read_text(encoding="utf-8") + "\n"
    reports.write_text(many * 400, encoding="utf-8")
    process = adding(tmp_path / "a.khabar", reports, 2)
    children: set[str] = set()
    for _ in range(300):
        listed = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
        children |= set(listed)
        if len(listed) >= 3:  # two readers, and the watcher of what they share
            break
        time.sleep(0.05)
    process.kill()
    process.communicate()
    assert children
    for _ in range(200):
        if not any(lives(child) for child in children):
            return
        time.sleep(0.05)
    pytest.fail("readers are left")


DECIDING = """
import sys
from pathlib import Path
from khabar.desk.cases import Ruling, ask, decide_item
case, who = Path(sys.argv[1]), sys.argv[2]
items = [(row["document"], row["item"]) for row in ask(case, "figures")]
for number in range(int(sys.argv[3])):
    entry = decide_item(case, items[number % len(items)], Ruling("unsure", reason=str(number)), who)
    print(entry.seq, flush=True)
"""


def started(script: str, *arguments: object) -> subprocess.Popen[bytes]:
    """A script in a process of its own."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.fixture
def filled(tmp_path: Path, reports: Path) -> Path:
    """A case with all the reports."""
    case = tmp_path / "filled.khabar"
    adding(case, reports).communicate()
    return case


def test_two_that_decide_at_once_lose_no_decision(filled: Path) -> None:
    both = [started(DECIDING, filled, who, 25) for who in ("Salma", "Omar")]
    told: list[int] = []
    for process in both:
        out, errors = process.communicate()
        assert process.returncode == 0, errors.decode()
        told += map(int, out.split())
    made = history(filled)
    assert sorted(told) == sorted(decision.seq for decision in made)
    assert len(made) == 50
    assert {decision.who for decision in made} == {"Salma", "Omar"}
    assert not verify_case(filled).faults


SEALING = "import sys, khabar.desk.cases as c\nwhile True: print(c.seal(c.Case(sys.argv[1]).path).seq, flush=True)"
REREADING = """
import sys, khabar.desk.made_by as made
made.rules_hash = lambda: sys.argv[2]
import khabar.desk.cases.rereading as again
again.rules_hash = made.rules_hash
from pathlib import Path
for each in again.reread(Path(sys.argv[1])): print(each.document, flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("script", [DECIDING, SEALING, REREADING], ids=["decide", "seal", "reread"])
def test_killed_at_any_point_of_other_work_nothing_that_was_told_is_lost(filled: Path, script: str) -> None:
    chance = random.Random(11)  # noqa: S311 - any moments will do
    for turn in range(5):
        process = started(script, filled, f"rules {turn}", 10_000)
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.random() * 0.3)
        process.kill()
        out, errors = process.communicate()
        assert first, errors.decode()
        last = int((first + out).split(b"\n")[-2])
        with open_case(filled) as connection:
            if script is REREADING:
                found = "SELECT count(*) FROM records WHERE rules = ? AND document <= ?"
                assert next(iter(connection.execute(found, (f"rules {turn}", last))))[0] == last
            else:
                assert list(connection.execute("SELECT 1 FROM journal WHERE seq = ?", (last,)))
        assert not verify_case(filled).faults


def test_a_case_on_a_medium_that_cannot_be_written_answers(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system is asked whether the folder may be written: as on a disc, it says no, and no file is made beside the case."""
    monkeypatch.setattr("khabar.ledger.opening.os.access", lambda *_: False)
    before = sorted(path.name for path in filled.parent.iterdir())
    assert len(list(ask(filled, "figures", measure="killed"))) >= REPORTS
    assert list(find(filled, "متحدث"))
    assert not verify_case(filled).faults
    assert sorted(path.name for path in filled.parent.iterdir()) == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_what_cannot_be_written_is_told(filled: Path) -> None:
    filled.chmod(0o444)
    filled.parent.chmod(0o555)
    try:
        with pytest.raises(CaseError, match="case_unwritable"):
            seal(filled)
        assert list(ask(filled, "figures"))
    finally:
        filled.parent.chmod(0o755)
