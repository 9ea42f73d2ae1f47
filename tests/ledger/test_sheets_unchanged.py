"""Sheets of a case: whatever a record holds, a sheet that nobody changed decides nothing; days in all their disguises."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.desk.cases.bringing_back import bring_back
from khabar.desk.cases.bringing_back.days import days_in
from khabar.desk.cases.exporting import layer_columns
from khabar.desk.cases.listing import listed
from khabar.desk.wording import messages
from khabar.export.sheets import CaseLayout, CsvFolder, Workbook
from khabar.ledger import LAYERS, Found, Hand, create_case, keep
from khabar.record import (
    Actor,
    Claim,
    Document,
    Event,
    EventDate,
    Figure,
    MadeBy,
    Place,
    Report,
    Span,
    Time,
    Via,
    Withheld,
)


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        (44568, {"2022-01-07"}), ("44568", {"2022-01-07"}), ("07/01/2022", {"2022-01-07", "2022-07-01"}),
        ("13/01/22", {"2022-01-13"}),
        ("٧/١/٢٠٢٢", {"2022-01-07", "2022-07-01"}), ("2022/1/7", {"2022-01-07"}),
        ("Jan-22", {"2022-01"}), ("يناير 2022", {"2022-01"}),
        ("7-Jan-2022", {"2022-01-07"}), ("1/7/2022 2:30 PM", {"2022-01-07T14:30", "2022-07-01T14:30"}), (2022, {"2022"}),
        (44568.5, {"2022-01-07T12:00"}), (True, set()), ("31/31/2022", set()), ("soon", set()), (7, set()),
    ],
)  # fmt: skip
def test_days_in_a_cell(cell: Any, days: set[str]) -> None:
    assert days_in(cell) == days


# ---------------------------------------------------------------- any record whatever


LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
WORDS = st.text(LETTERS, min_size=1, max_size=12) | st.sampled_from(
    ["=1+1", "-", "'x", "''", "1200", "1,200", "0012", "1e5", "5-6", "2022-01-05", "TRUE", "_x0041_", " a  b ", "\u200f", "?",
     "[x]", "a | b", "|", "نعم", "no", "\r\n", "a\rb", "قال [deny]", "44568", "1/2/2022", " […]"]
)  # fmt: skip
DAYS = st.sampled_from(
    ["2022-01-07", "2022-01", "2022", "202X", "XXXX-05-13", "2022-01-07T14:30", "2022-01-05/2022-01-07", "2022-W01"]
)
WHOLE = st.none() | st.integers(0, 2**63 - 1) | st.integers(0, 3000)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report that holds an item of each layer, its fields anything that a record may hold."""
    words, name = draw(WORDS), draw(WORDS)
    text = f"{draw(WORDS)} {words} {draw(WORDS)}."
    at = text.index(words, text.index(" "))
    span = Span(at, at + len(words), words)
    place = (at, at + len(words), words)
    low, high = draw(WHOLE), draw(WHOLE)
    return Report(
        Document("r", text=text, published=draw(st.none() | DAYS), made_by=MadeBy("1", "rules")),
        actors=[Actor("a1-2", name, draw(st.none() | WORDS), "person", public_role=draw(st.booleans()), mentions=[span])],
        claims=[Claim("c1-2", span, speaker_name=name, via=[Via(draw(WORDS)), Via(name)], status=None, polarity=None)],
        figures=[Figure("f1-2", *place, "killed", low, high, draw(WHOLE), "range", of=span, source=name,
                        as_of=draw(st.none() | DAYS), implicit=draw(st.booleans()))],
        times=[Time("t1-2", *place, draw(st.none() | DAYS), basis=draw(st.none() | WORDS))],
        places=[Place("p1-2", *place, name, lat=draw(st.none() | st.floats(-90, 90)), lon=draw(st.none() | st.floats(-180, 180)))],
        events=[Event("e1-2", span, "ASSAULT", date=EventDate(draw(DAYS)))],
        withheld=[Withheld("w1-2", *place, name)],
    )  # fmt: skip


@settings(max_examples=30)
@given(report=reports(), ui=st.sampled_from(["ar", "en"]), packed=st.booleans())
def test_a_sheet_that_nobody_changed_decides_nothing(
    tmp_path_factory: pytest.TempPathFactory, report: Report, ui: str, packed: bool
) -> None:
    folder = tmp_path_factory.mktemp("any")
    case = folder / "any.khabar"
    text = report.document.text or ""
    with closing(create_case(case)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        keep(connection, Hand("a", "b"), Found("s", "p", text.encode(), text, "x"), report)
    layout = CaseLayout(messages(ui), layer_columns(LAYERS))
    out = Workbook(folder / "b.xlsx", ui, layout) if packed else CsvFolder(folder / "csv", ui, layout)
    for listing in listed(case, LAYERS):
        out.add(listing)
    out.finish()
    for path in out.files:
        found = bring_back(case, path)
        assert (found.faults, found.decisions, found.conflicts) == ([], [], [])
        assert found.untouched == found.rows == (len(LAYERS) if packed else 1)
