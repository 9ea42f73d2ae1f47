"""The demo reports against the table of those who wrote them: `demo/crisis.json`."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from khabar.desk.crisis import Crisis
from khabar.desk.many_reports import Failure, read_sources
from khabar.desk.one_report import Wishes
from khabar.desk.scoring import Rows, crisis_rows
from khabar.reconcile.across.entry import Entry

DEMO = Path(__file__).resolve().parents[3] / "demo"
FLOORS = {
    "main event, pairs": 0.46, "events, pairs": 0.65, "figures": 0.9, "speakers, pairs": 0.97,
    "true conflicts": 0.93, "kinds of conflict": 0.92, "copies, pairs": 0.85,
}  # fmt: skip
"""F1 that is never lower again."""


def _entries() -> Iterator[Entry]:
    sources = sorted(map(str, (DEMO / "reports").iterdir()))
    for number, report in enumerate(read_sources(sources, Wishes()), 1):
        assert not isinstance(report, Failure)
        told = report.document
        yield Entry(number, report, told.id, told.outlet, (told.published or "")[:10] or None)


@pytest.fixture(scope="module")
def crisis() -> Crisis:
    return Crisis(_entries())


@pytest.fixture(scope="module")
def rows(crisis: Crisis) -> Rows:
    return crisis_rows(crisis, json.loads((DEMO / "crisis.json").read_text(encoding="utf-8")))


def test_the_table_speaks_of_the_reports_there_are(crisis: Crisis) -> None:
    table = json.loads((DEMO / "crisis.json").read_text(encoding="utf-8"))
    texts = {entry.name: entry.report.document.text or "" for entry in crisis.entries}
    assert table["reports"].keys() == texts.keys()
    assert all(figure["quote"] in texts[figure["report"]] for figure in table["figures"])
    told = [*table["events"], *table["speakers"], *(c[side] for c in table["conflicts"] for side in "ab")]
    assert all(set(one["reports"]) <= texts.keys() for one in told)


@pytest.mark.parametrize("row", FLOORS)
def test_what_was_reached_is_kept(rows: Rows, row: str) -> None:
    assert rows[row].f1 >= FLOORS[row]


def test_no_event_of_the_demo_is_joined_to_another(rows: Rows) -> None:
    assert rows["events, pairs"].precision == 1
    assert rows["background apart"].f1 == 1


def test_the_order_of_reports_changes_no_group(crisis: Crisis) -> None:
    backwards = Crisis(
        Entry(100 - entry.document, entry.report, entry.name, entry.outlet, entry.published)
        for entry in reversed(crisis.entries)
    )

    def named(one: Crisis) -> set[frozenset[tuple[str, str]]]:
        return {
            frozenset((one.by_document[ref.document].name, ref.item) for ref in refs)
            for refs in one.events.members.values()
        }

    assert named(crisis) == named(backwards)
