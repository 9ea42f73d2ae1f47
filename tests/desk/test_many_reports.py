"""Reading many reports: in order, with flat memory, none at the cost of another."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from khabar.desk import Failure, Outcome, Wishes, many_reports, read_sources
from khabar.intake import Incoming
from khabar.record import Report

TEXT = "قال المحافظ إن السد سليم."


def arrival(number: int) -> Incoming:
    """A small report."""
    return Incoming(id=f"r{number}", text=f"{TEXT} {number}", original=None, sha256="0" * 64)


def ids(outcomes: list[Outcome]) -> list[str]:
    """The ids of outcomes, in their order."""
    return [o.document.id if isinstance(o, Report) else o.id for o in outcomes]


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Forty reports, two of them bad."""
    rows = [json.dumps({"id": f"r{n}", "text": f"{TEXT} {n}"}) for n in range(40)]
    rows[7], rows[30] = "{not json", json.dumps({"id": "r30", "text": "  "})
    file = tmp_path / "reports.jsonl"
    file.write_text("\n".join(rows), encoding="utf-8")
    return file


def test_order_is_kept_and_jobs_change_nothing(lines: Path) -> None:
    alone = list(read_sources([str(lines)], Wishes()))
    together = list(read_sources([str(lines)], Wishes(), jobs=2))
    assert alone == together
    assert ids(alone)[:3] == ["r0", "r1", "r2"]
    failed = [o for o in alone if isinstance(o, Failure)]
    assert [(f.id, f.code) for f in failed] == [("reports.jsonl:8", "bad_json"), ("reports.jsonl:31", "empty")]


def test_a_fault_of_the_program_costs_one_report_and_names_it(lines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = many_reports.read_incoming

    def fails_on_one(incoming: Incoming, wishes: Wishes) -> Report:
        if incoming.id == "r3":
            raise ZeroDivisionError("by a test")
        return read(incoming, wishes)

    monkeypatch.setattr(many_reports, "read_incoming", fails_on_one)
    outcomes = list(read_sources([str(lines)], Wishes()))
    assert len(outcomes) == 40
    fault = outcomes[3]
    assert isinstance(fault, Failure)
    assert (fault.id, fault.code) == ("r3", "internal")
    assert "r3" in fault.message
    assert "ZeroDivisionError: by a test" in fault.message
    assert isinstance(outcomes[4], Report)


def test_a_fault_while_opening_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: Any) -> Iterator[Incoming]:
        yield arrival(0)
        raise RuntimeError("by a test")

    monkeypatch.setattr(many_reports, "open_sources", breaks)
    first, last = read_sources(["x"], Wishes())
    assert isinstance(first, Report)
    assert isinstance(last, Failure)
    assert last.code == "internal"


@pytest.mark.parametrize("jobs", [1, 2])
def test_input_is_not_read_far_ahead(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = 0

    def many(*_: Any) -> Iterator[Incoming]:
        nonlocal opened
        for number in range(5000):
            opened += 1
            yield arrival(number)

    monkeypatch.setattr(many_reports, "open_sources", many)
    outcomes = read_sources(["x"], Wishes(), jobs=jobs)
    next(outcomes)
    assert opened <= (1 if jobs == 1 else 16 * (2 * jobs + 1))
    outcomes.close()  # type: ignore[attr-defined]


class Deadly(Incoming):
    """An arrival that ends the process that unpacks it, as one that takes all memory would."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (9,)


def test_a_worker_that_dies_costs_the_report_that_killed_it(monkeypatch: pytest.MonkeyPatch) -> None:
    deadly = Deadly("deadly", "x", None, "")
    arrived = [("", arrival(0)), ("", deadly), ("", arrival(2))]
    monkeypatch.setattr(many_reports, "_arrivals", lambda *_: iter(arrived))
    outcomes = list(read_sources(["x"], Wishes(), jobs=2))
    assert ids(outcomes) == ["r0", "deadly", "r2"]
    assert [isinstance(o, Report) for o in outcomes] == [True, False, True]
    assert isinstance(outcomes[1], Failure)
    assert outcomes[1].code == "internal"


def test_work_goes_on_after_the_pool_broke() -> None:
    lost: Future[list[Outcome | None]] = Future()
    lost.set_exception(BrokenProcessPool())
    chunk: list[tuple[str, Incoming | Failure]] = [("", arrival(1))]
    again = [outcome for _, _, outcome in many_reports._outcomes(chunk, lost, Wishes())]
    assert ids(again) == ["r1"]
    assert isinstance(again[0], Report)


def test_an_error_record_has_the_form_of_the_file_format() -> None:
    assert Failure("a", "empty", "the file is empty").to_dict() == {
        "khabar": 1,
        "document": {"id": "a"},
        "error": {"code": "empty", "message": "the file is empty"},
    }
