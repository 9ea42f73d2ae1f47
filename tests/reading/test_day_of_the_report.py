"""A report told today, in its lead, whose acts with a day are of today, tells of today what it dates not."""

from __future__ import annotations

from read_events import days

LEAD = "أفاد مراسل القناة، اليوم الجمعة، بإصابة حارسين في مواجهات قرب تاراز.\n"
TODAY = "وفجر اليوم، اقتحم الجيش بلدة سينوب.\nوهاجم مسلحون صباح اليوم حافلة في ألماتي.\nواعتقلت الشرطة اليوم عشرة شبان في أضنة.\n"
UNDATED = "وقالت مصادر محلية إن الجنود داهموا منزلاً في بلدة ماردين."


def test_the_lead_and_most_acts_are_of_today() -> None:
    found = days(LEAD + TODAY + UNDATED)
    assert found[0] == found[-1] == "2022-01-07"


def test_what_was_said_today_may_be_of_any_day() -> None:
    assert days(LEAD + UNDATED) == [None, None]


def test_days_that_differ_lend_none() -> None:
    other = TODAY.replace("صباح اليوم", "يوم الثلاثاء").replace("الشرطة اليوم", "الشرطة يوم الأحد")
    assert days(LEAD + other + UNDATED)[-1] is None
