"""Who asks about one thing gets, from the documents near it, the answer that the whole case gives."""

from __future__ import annotations

from pathlib import Path

import pytest

import khabar
from khabar.desk.cases import Filter, add
from khabar.desk.crisis import (
    Crisis,
    UnknownItem,
    conflict_rows,
    crisis_of_items,
    crisis_of_measure,
    crisis_of_reports,
    event_rows,
    joined_events,
    nearby,
    series_rows,
    sign_items,
    stands_behind,
)
from khabar.desk.one_report import Wishes

REPORTS = sorted((Path(__file__).resolve().parents[3] / "demo" / "reports").iterdir())
FEW = 2
"""Items of a kind that are asked for in each report."""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("around") / "case.khabar"
    list(add(made, list(map(str, REPORTS)), Wishes(), "Salma"))
    crisis = Crisis.of(made)
    one, other = (next(iter(refs)) for refs in list(crisis.events.members.values())[:2])
    sign_items(made, "same", (tuple(one), tuple(other)), by="Omar")
    return made


@pytest.fixture(scope="module")
def whole(case: Path) -> Crisis:
    return Crisis.of(case)


@pytest.mark.parametrize("measure", ["killed", "injured", "arrested"])
def test_a_number_of_a_place(case: Path, whole: Crisis, measure: str) -> None:
    places = {place.name for entry in whole.entries for place in entry.report.places}
    fewer = 0
    for place in sorted(places)[::8]:
        near, _ = crisis_of_measure(case, measure, Filter(place=place))
        assert series_rows(near, measure, place) == series_rows(whole, measure, place)
        fewer += len(near.entries) < len(whole.entries)
    assert fewer
    assert series_rows(crisis_of_measure(case, measure)[0], measure) == series_rows(whole, measure)


def test_a_number_in_the_reports_of_a_day(case: Path, whole: Crisis) -> None:
    fewer = 0
    for day in sorted({entry.published for entry in whole.entries if entry.published}):
        for place in (None, "Almaty"):
            near, documents = crisis_of_measure(case, "killed", Filter(after=day, before=day, place=place))
            assert series_rows(near, "killed", place, documents) == series_rows(whole, "killed", place, documents)
            fewer += len(near.entries) < len(whole.entries)
    assert fewer
    day = next(row["first_published"] for row in series_rows(whole, "killed") if row["first_published"])
    asked = khabar.open(case).follow("killed", after=day, before=day)
    assert asked
    assert all(any(one["published"] == day for one in row["told"]) for row in asked)


def test_a_large_case_compares_what_has_no_day_with_its_events_only(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = {}
    for large in (1, nearby.LARGE):
        monkeypatch.setattr(nearby, "LARGE", large)
        near, _ = crisis_of_measure(case, "killed", Filter(place="Almaty"))
        rows[large] = series_rows(near, "killed", "Almaty")
    assert rows[1] == rows[nearby.LARGE]


def test_who_stands_behind_an_item(case: Path, whole: Crisis) -> None:
    for entry in whole.entries[::4]:
        report = entry.report
        for item in (one.id for items in (report.figures, report.events, report.claims) for one in items[:FEW]):
            ref = whole.ref(entry.document, item)
            try:
                told = stands_behind(whole, ref)
            except UnknownItem:
                continue
            assert stands_behind(crisis_of_items(case, [ref]), ref) == told
    with pytest.raises(UnknownItem):
        stands_behind(crisis_of_items(case, [(99, "f1-2")]), whole.ref(99, "f1-2"))


def test_the_reports_of_a_day(case: Path, whole: Crisis) -> None:
    for day in sorted({entry.published for entry in whole.entries if entry.published}):
        near, documents = crisis_of_reports(case, Filter(after=day, before=day))
        assert documents
        assert conflict_rows(near, documents) == conflict_rows(whole, documents)
        assert joined_events(case, Filter(after=day, before=day)) == event_rows(whole, documents)


def test_a_day_without_a_year_is_no_day(tmp_path: Path) -> None:
    made = tmp_path / "case.khabar"
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(
            f"أعلنت وزارة الصحة أن 17 شخصا قتلوا في مدينة ألماتي حتى 19 يوليو. الخبر {number}.", encoding="utf-8"
        )
        list(add(made, [str(tmp_path / f"{number}.txt")], Wishes(), "Salma"))
    rows = series_rows(crisis_of_measure(made, "killed", Filter(place="Almaty"))[0], "killed", "Almaty")
    assert rows == series_rows(Crisis.of(made), "killed", "Almaty")
    assert rows
