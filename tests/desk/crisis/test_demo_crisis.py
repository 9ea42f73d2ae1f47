"""The demo reports against the table of those who wrote them: `demo/crisis.json`."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from khabar.desk.crisis import Crisis, conflicts_of
from khabar.desk.many_reports import Failure, read_sources
from khabar.desk.one_report import Wishes
from khabar.desk.scoring import Rows, crisis_rows
from khabar.reconcile.across.entry import Entry

DEMO = Path(__file__).resolve().parents[3] / "demo"
FLOORS = {
    "main event, pairs": 1.0, "events, pairs": 0.9, "figures": 0.97, "with speaker": 0.88, "speakers, pairs": 0.97,
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


@pytest.mark.parametrize("row", ["true conflicts", "kinds of conflict", "copies, pairs", "background apart"])
def test_every_repetition_relay_revision_and_contradiction_is_found_and_nothing_else(rows: Rows, row: str) -> None:
    count = rows[row]
    assert count.right == count.predicted == count.gold


RAISED = {
    ("وزارة الصحة الكازاخية", "وزارة الصحة الكازاخية"),
    ("وزارة الصحة الكازاخية", "مكتب مفوضة حقوق الطفل"),
    ("مسؤول كازاخستاني", "وزارة الدفاع الروسية"),
    ("فواز الدربندي", "حركة حرّاس الرمل"),
    ("أبي ليث", "حركة حرّاس الرمل"),
    ("مروان البحّاري", "منظمة «عون البحر»"),
    ("الجيش", "ضرغام العتيبان"),
    ("السلطات", "ناشطون"),
}
"""Who contradicts whom, the one who denies first; the health ministry denies the toll that reports have as its own."""


def test_who_contradicts_whom(crisis: Crisis) -> None:
    raised = [conflict for conflict in conflicts_of(crisis) if conflict.raised]
    assert {(one.sides[0].speaker, one.sides[1].speaker) for one in raised} == RAISED
    assert len(raised) == len(RAISED)


CARRIED = [
    {"steppewire-2022-01-07-a", "06", "07", "08", "09", "10", "11"},
    {"04", "riwaq-2022-01-06-0147"},
    {"06", "almarsa-flash-2022-01-07-12"},
    {"12", "13"},
]


def test_no_statement_is_carried_by_who_does_not_have_it(crisis: Crisis) -> None:
    names = {entry.document: entry.name for entry in crisis.entries}
    assert crisis.statements
    for statement in crisis.statements:
        carried = {
            name if name[:1].isalpha() else name[:2] for name in (names[document] for document in statement.documents)
        }
        assert any(carried <= group for group in CARRIED)


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
