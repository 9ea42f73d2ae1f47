"""English times: any date in any order is read back; names and verbs are left alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import khabar

FORMS = (
    "{0:%B} {0.day}, {0.year}",
    "{0.day} {0:%B} {0.year}",
    "{0:%A}, {0:%B} {0.day}, {0.year}",
    "{0.day} {0:%b} {0.year}",
)


def times(text: str, published: str | None = "2022-01-07") -> list[tuple[str, str | None]]:
    """The times of a text: words and value."""
    return [(t.text, t.value) for t in khabar.read(text, published=published, language="en").times]


@given(st.dates(date(1800, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMS))
def test_any_date_reads_back(day: date, form: str) -> None:
    written = form.format(day)
    assert times(f"The convoy reached the town on {written} at last") == [(written, day.isoformat())]


@given(st.integers(1, 12), st.integers(0, 59), st.sampled_from(["a.m.", "p.m.", "am", "pm"]))
def test_any_hour_reads_back(hour: int, minute: int, half: str) -> None:
    told = hour % 12 + (12 if half.startswith("p") else 0)
    assert (
        times(f"The blast hit at {hour}:{minute:02} {half} near the gate")[0][1] == f"2022-01-07T{told:02}:{minute:02}"
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "They may march on the palace.",
        "Theresa May spoke to the crowd.",
        "The editor spoke on the Today programme.",
        "The fall of the town came as a shock.",
        "Police counted 1950 marchers in the square.",
        "It took three days to clear the road.",
    ],
)
def test_what_is_no_time(sentence: str) -> None:
    assert times(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Officials said Thursday the road was open.", [("Thursday", "2022-01-06")]),
        ("Officials will meet on Thursday.", [("Thursday", "2022-01-13")]),
        ("Thursday's talks failed.", [("Thursday", "2022-01-06")]),
        ("The ship set off on Dec. 22 with its crew.", [("Dec. 22", "2021-12-22")]),
        ("The port is set to open on March 3.", [("March 3", "2022-03-03")]),
    ],
)
def test_tense(sentence: str, told: list[tuple[str, str]]) -> None:
    assert times(sentence) == told
