"""Publication dates: one form out, and a clear word where there is none."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.intake import check_published
from khabar.intake.dates import days_between, published_from_page


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2022-01-07", "2022-01-07"),
        (" 2022-01-07\n", "2022-01-07"),
        ("٢٠٢٢-٠١-٠٧", "2022-01-07"),
        ("2024-02-29", "2024-02-29"),
        ("2022-01-07T10:30", "2022-01-07T10:30"),
        ("2022-01-07 10:30", "2022-01-07T10:30"),
        ("2022-01-07T10:30:59Z", "2022-01-07T10:30+00:00"),
        ("2022-01-07T10:30:00.123+03:00", "2022-01-07T10:30+03:00"),
        ("2022-01-07T10:30:00 +0530", "2022-01-07T10:30+05:30"),
        ("2022-01-07T10:30-03", "2022-01-07T10:30-03:00"),
        ("2022-01-07 10:30 GMT", "2022-01-07T10:30+00:00"),
    ],
)
def test_forms_are_brought_to_one(written: str, expected: str) -> None:
    assert check_published(written) == expected


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2022-02-30", "does not exist"),
        ("2023-02-29", "does not exist"),
        ("2022-13-01", "does not exist"),
        ("0000-01-01", "does not exist"),
        ("2022-01-07T25:00", "time of day"),
        ("2022-01-07T10:60", "time of day"),
        ("2022-01-07T10:00+15:00", "time zone"),
        ("2022-01-07T10:00+03:75", "time zone"),
        ("07/01/2022", "not understood"),
        ("2022-1-7", "not understood"),
        ("7 January 2022", "not understood"),
        ("", "not understood"),
        ("x" * 5000, "not understood"),
    ],
)
def test_what_is_no_date_is_told_with_the_remedy(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason) as caught:
        check_published(written)
    assert "YYYY-MM-DD" in str(caught.value)
    assert len(str(caught.value)) < 250


ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))


@given(st.datetimes(timezones=ZONES))
def test_every_moment_survives(moment: dt.datetime) -> None:
    whole = moment.replace(second=0, microsecond=0)
    checked = check_published(moment.isoformat())
    assert dt.datetime.fromisoformat(checked) == whole
    assert dt.datetime.fromisoformat(checked).utcoffset() == whole.utcoffset()
    assert check_published(checked) == checked


def test_pages_may_write_dates_as_mail_does() -> None:
    assert published_from_page("Fri, 07 Jan 2022 10:30:00 +0300") == "2022-01-07T10:30+03:00"
    assert published_from_page("Fri, 07 Jan 2022 10:30:00 GMT") == "2022-01-07T10:30+00:00"
    assert published_from_page("7 كانون الثاني 2022") is None
    assert published_from_page("Fri, 99 Jan 2022 10:30:00 GMT") is None


def test_days_between_counts_calendar_days() -> None:
    assert days_between("2022-01-07T23:30+03:00", "2022-01-08") == 1
    assert days_between("2022-01-08", "2021-12-31") == 8
