"""The day a report counts from: given, corrected by its own words, or inferred, always with its basis."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import khabar
from khabar.languages import load
from khabar.reading.anchor import Anchor, find_anchor
from khabar.reading.mentions import mentions
from khabar.text.page import page

WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
POST = """أعلن المختار، {today}، أن المياه عادت إلى البلدة.
Water is back in the old town after nine days
— Town Wire (@townwire) January 7, 2022
وأضاف أن الكهرباء ستعود قريباً."""


def anchor(text: str, published: str | None = None, source: str | None = None) -> Anchor:
    """The anchor of an Arabic text."""
    cut = page(text, "ar")
    return find_anchor(cut, mentions(cut), published, source)


def test_a_date_that_was_given_wins() -> None:
    found = anchor("وصل الوفد اليوم الجمعة", "2022-01-07T10:30+03:00", "given")
    assert (found.published, found.basis, found.deictic) == ("2022-01-07T10:30+03:00", "given", date(2022, 1, 7))
    assert found.flags == ()
    assert found.confidence > 0.9


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.integers(-2, 2))
def test_an_explicit_weekday_moves_the_day_by_two_at_most(published: date, delta: int) -> None:
    meant = published + timedelta(delta)
    found = anchor(f"سقط الجسر اليوم {WEEKDAYS[meant.weekday()]}", published.isoformat(), "metadata")
    assert found.published == published.isoformat()
    assert found.basis == "metadata"
    assert found.deictic == meant
    assert found.flags == (("published_weekday_conflict",) if delta else ())


def test_a_weekday_farther_away_is_flagged_and_moves_nothing() -> None:
    found = anchor("سقط الجسر اليوم الاثنين", "2022-01-07", "metadata")
    assert found.deictic == date(2022, 1, 7)
    assert "published_weekday_conflict" in found.flags


def test_a_post_tells_the_day() -> None:
    found = anchor(POST.format(today="اليوم الجمعة"))
    assert (found.published, found.basis) == ("2022-01-07", "post")


def test_a_report_may_be_a_day_younger_than_its_post() -> None:
    assert anchor(POST.format(today="اليوم السبت")).published == "2022-01-08"


def test_words_in_a_post_count_from_the_post() -> None:
    text = POST.format(today="اليوم السبت").replace("after nine days", "since yesterday")
    found = {t.text: t.value for t in khabar.read(text, language="ar").times}
    assert found["اليوم السبت"] == "2022-01-08"
    assert found["yesterday"] == "2022-01-06"


@pytest.mark.parametrize(
    ("text", "published", "basis"),
    [
        (
            "المرفأ 4 جمادى الآخرة 1443 هـ الموافق 7 يناير 2022 م وكالة\nوصلت السفينة اليوم إلى المرفأ",
            "2022-01-07",
            "dateline",
        ),
        ("سقط الجسر اليوم الجمعة 7 كانون الثاني/ يناير 2022 بعد الفيضان وأغلق الطريق", "2022-01-07", "dateline"),
        ("سقط الجسر الخميس 6 يناير وقال المختار اليوم الجمعة إن الطريق مغلق منذ عام 2022", "2022-01-07", "weekday"),
        ("سقط الجسر وأغلق الطريق", None, "unknown"),
        ("سقط الجسر اليوم الجمعة وأغلق الطريق", None, "unknown"),
        ("قالت اللجنة أمس إن الحرب بدأت في 15 آذار 2011 ثم هدأت في البلاد بعد سنوات طويلة", None, "unknown"),
    ],
)
def test_without_a_date_the_report_is_asked(text: str, published: str | None, basis: str) -> None:
    found = anchor(text)
    assert (found.published, found.basis) == (published, basis)


def test_since_the_beginning_of_a_year_tells_the_year() -> None:
    found = khabar.read("سقطت خمسة جسور منذ بداية عام 2022 وسقط جسر في 13 أيار وتضرر آخرون هذا العام", language="ar")
    assert found.document.published is None
    assert [t.value for t in found.times] == ["2022-01", "2022-05-13", "2022"]


def test_weekdays_that_disagree_are_flagged() -> None:
    found = anchor("وصل الوفد اليوم الجمعة\nوغادر الوفد اليوم السبت", "2022-01-07", "given")
    assert "deictic_weekdays_disagree" in found.flags


def test_an_unreadable_date_is_flagged_and_nothing_breaks() -> None:
    assert anchor("وصل الوفد اليوم", "7 January").flags == ("published_unreadable",)


@given(st.text(alphabet="اليوم أمس الخميس 0123456789/-:.،() يناير شباط 2022 هـ\n", max_size=80))
def test_any_text_has_an_anchor(text: str) -> None:
    assert 0.0 <= anchor(text).confidence <= 1.0


def test_the_seed_of_the_language_packs_is_there() -> None:
    assert load("ar").times.rules
    assert load("en").times.rules
