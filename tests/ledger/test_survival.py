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

from khabar.desk.cases import ask, verify_case
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


def adding(case: Path, reports: Path, **more: object) -> subprocess.Popen[bytes]:
    """`khabar add` in a process of its own."""
    command = [sys.executable, "-m", "khabar", "add", str(case), str(reports), "--jsonl"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)  # type: ignore[call-overload,no-any-return]


def documents(case: Path) -> int:
    """How many texts the case holds."""
    with open_case(case) as connection:
        return int(next(iter(connection.execute("SELECT count(*) FROM documents")))[0])


@pytest.mark.slow
def test_killed_at_any_point_it_opens_verifies_and_goes_on(tmp_path: Path, reports: Path) -> None:
    case = tmp_path / "killed.khabar"
    chance = random.Random(7)  # noqa: S311 - any moments will do
    kills, told = 0, 0
    for _ in range(12):
        process = adding(case, reports)
        time.sleep(0.35 + chance.random() * 0.5)
        process.kill()
        out, _ = process.communicate()
        kills += process.returncode != 0
        told = max(told, sum(b'"state"' in line for line in out.splitlines()))
        if case.exists() and case.stat().st_size:
            assert documents(case) >= told, "what was told to be in the case is in it"
            assert not verify_case(case).faults
    assert kills, "the machine is so fast that nothing was interrupted"
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
