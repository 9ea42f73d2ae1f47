"""A large case is compared one stretch of days after the other, and says what it says when it is held at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from khabar.desk.cases import add
from khabar.desk.crisis import Calling, Crisis, all_conflicts, conflict_rows, entries_of, explain_conflict, stretches
from khabar.desk.one_report import Wishes
from khabar.desk.wording import messages
from khabar.ledger import CaseError, Filter

REPORTS = sorted((Path(__file__).resolve().parents[3] / "demo" / "reports").iterdir())
UNDATED = "قالت {} إن {} شخصا قتلوا في تفجير استهدف السوق في ألماتي يوم 5 يناير 2022."
VOICES = ("وزارة الصحة الكازاخية", "وزارة الداخلية الكازاخية", "وزارة الدفاع الكازاخية", "الشرطة الكازاخية")


def _plain(rows: list[dict[str, Any]]) -> list[str]:
    return sorted(map(str, rows))


@pytest.fixture
def in_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "LARGE", 1)
    monkeypatch.setattr(stretches, "STRETCH", 3)


@pytest.mark.usefixtures("in_stretches")
def test_a_case_in_stretches(tmp_path: Path) -> None:
    case = tmp_path / "case.khabar"
    list(add(case, list(map(str, REPORTS)), Wishes(), "Salma"))
    whole = Crisis.of(case)
    calling = Calling((), messages("ar"))
    rows = all_conflicts(case, Filter(), calling)
    assert any(row["raised"] for row in rows)
    assert _plain(rows) == _plain(conflict_rows(whole))
    raised = [row["raised"] for row in rows]
    assert raised == sorted(raised, reverse=True)
    names = {row[side] for row in rows for side in ("one_speaker", "other_speaker") if row[side]}
    assert {calling.voice(name) for name in names} == {whole.calling("ar").voice(name) for name in names}


@pytest.mark.usefixtures("in_stretches")
def test_a_report_without_a_day_is_compared_with_those_of_its_events(tmp_path: Path) -> None:
    case = tmp_path / "case.khabar"
    for number, voice in enumerate(VOICES):
        (tmp_path / f"{number}.txt").write_text(UNDATED.format(voice, 17 + 10 * number), encoding="utf-8")
        list(add(case, [str(tmp_path / f"{number}.txt")], Wishes("2022-01-07" if number % 2 else None), "Salma"))
    rows, whole = all_conflicts(case, Filter()), conflict_rows(Crisis.of(case))
    assert {row["id"] for row in rows} <= {row["id"] for row in whole}
    assert rows


@pytest.mark.usefixtures("in_stretches")
def test_a_contradiction_is_found_by_its_id_in_its_stretch(tmp_path: Path) -> None:
    case = tmp_path / "case.khabar"
    list(add(case, list(map(str, REPORTS)), Wishes(), "Salma"))
    row = next(row for row in all_conflicts(case, Filter()) if row["raised"])
    explain_conflict(case, row["id"], "other hours", by="Salma")
    with pytest.raises(CaseError):
        explain_conflict(case, row["id"], "other hours", by="Omar", chosen=Filter(after="2031-01-01"))
    with pytest.raises(CaseError):
        explain_conflict(case, "c0123456789", "other hours", by="Omar")
    told = {each["id"]: each["explained"] for each in all_conflicts(case, Filter())}
    assert [one["words"] for one in told[row["id"]]] == ["other hours"]
    document = int(row["one_items"].partition(":")[0])
    day = next(entry.published for entry in entries_of(case) if entry.document == document)
    explain_conflict(case, row["id"], "other days", by="Omar", chosen=Filter(day, day))
