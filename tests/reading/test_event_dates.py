"""Dates of events as the record writes them: which lie behind the day of the report."""

from __future__ import annotations

from datetime import date

import pytest

from khabar.reading.events.dates import is_later

WEDNESDAY = date(2022, 1, 12)


@pytest.mark.parametrize(
    "value",
    ["2022-01-13", "2022-01-13T10:00", "2022-01-13/2022-01-20", "2022-W03", "2022-W02-WE", "2022-02", "2023"],
)
def test_what_begins_behind_the_day_of_the_report_is_later(value: str) -> None:
    assert is_later(value, WEDNESDAY)
    assert not is_later(value, None)


@pytest.mark.parametrize(
    "value",
    [
        "2022-01-12",
        "2022-01-12T10:00",
        "2022-01-10/2022-01-20",
        "2022-W02",
        "2022-W01-WE",
        "2022-W60",
        "2022-01",
        "2022",
    ],
)
def test_what_holds_the_day_of_the_report_or_lies_before_it_is_not(value: str) -> None:
    assert not is_later(value, WEDNESDAY)
