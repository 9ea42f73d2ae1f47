"""One event that reports set on other days or in other places: invented reports, and what contradicts nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import khabar
from khabar.cli import main
from khabar.desk import Wishes
from khabar.desk.cases import add, verify_case
from khabar.desk.crisis import Crisis, conflict_rows
from khabar.reconcile.across.entry import Entry

_MARKET = "قُتل 26 شخصاً وأصيب 41 آخرون في انفجار سيارة مفخخة في سوق الحبوب بمدينة {town} {day}، حسب {voice}."
_TWO = ("2022-01-08", "2022-01-08")


def _crisis(*told: str, days: tuple[str, ...] = _TWO, outlets: tuple[str, ...] = ("المرسى", "نداء")) -> Crisis:
    return Crisis(
        Entry(n, khabar.read(text, published=day, outlet=outlet), f"r{n}", outlet, day)
        for n, (text, day, outlet) in enumerate(zip(told, days, outlets, strict=True), 1)
    )


def _told(crisis: Crisis) -> list[tuple[str, str, bool]]:
    return [(r["kind"], r["measure"], r["raised"]) for r in conflict_rows(crisis) if r["measure"] in ("date", "place")]


def _market(town: str = "تاراز", day: str = "الأربعاء 5 يناير 2022", voice: str = "وزارة الصحة") -> str:
    return _MARKET.format(town=town, day=day, voice=voice)


@pytest.mark.parametrize(
    ("one", "other"),
    [("الأربعاء 5 يناير 2022", "الخميس 6 يناير 2022"), ("يوم الثلاثاء", "الخميس"), ("في 3 يناير", "في 6 يناير")],
)
def test_one_blast_on_two_days_is_a_contradiction(one: str, other: str) -> None:
    crisis = _crisis(_market(day=one), _market(day=other, voice="الشرطة"))
    assert _told(crisis) == [("different date", "date", True)]
    (row,) = [row for row in conflict_rows(crisis) if row["raised"]]
    assert {row["one_speaker"], row["other_speaker"]} == {"وزارة الصحة", "الشرطة"}
    assert "2022-01" in row["why"]["en"]
    assert "حدث واحد" in row["why"]["ar"]


def test_one_blast_in_two_towns_of_a_country_is_a_contradiction() -> None:
    crisis = _crisis(_market(), _market(town="أكتوبي", voice="الشرطة"))
    assert _told(crisis) == [("different place", "place", True)]


def test_who_was_killed_by_name_was_killed_once() -> None:
    told = "قتل الصحافي سليم الأزرقي برصاص مسلحين {}."
    crisis = _crisis(told.format("في ألماتي الأربعاء"), told.format("في شيمكنت يوم الاثنين"))
    assert sorted(_told(crisis)) == [("different date", "date", True), ("different place", "place", True)]
    ids = [row["id"] for row in conflict_rows(crisis)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مساء الأربعاء 5 يناير 2022", "فجر الخميس 6 يناير 2022"),  # the night between them
        ("اليوم", "الخميس 6 يناير 2022"),  # reckoned from the day of publication
        ("الأربعاء 5 يناير 2022", "الأربعاء"),  # the same day
    ],
)
def test_what_contradicts_no_day(one: str, other: str) -> None:
    assert not any(raised for *_, raised in _told(_crisis(_market(day=one), _market(day=other, voice="الشرطة"))))


def test_a_weekday_may_be_that_of_another_week() -> None:
    told = "قتل الصحافي سليم الأزرقي برصاص مسلحين في ألماتي يوم الثلاثاء."
    assert _told(_crisis(told, told, days=("2022-01-08", "2022-01-15"))) == [("different date", "date", False)]


def test_two_attacks_stay_two() -> None:
    other = "قُتل 7 أشخاص وأصيب 12 آخرون في انفجار سيارة مفخخة في سوق الحبوب بمدينة {} الخميس 6 يناير 2022."
    for town in ("تاراز", "أكتوبي"):
        crisis = _crisis(_market(), other.format(town))
        assert not _told(crisis)
        assert all(len(refs) == 1 for refs in crisis.events.members.values())


def test_who_says_another_day_later_revises_it() -> None:
    told = (_market(day="الأربعاء 5 يناير 2022"), _market(day="الخميس 6 يناير 2022"))
    assert _told(_crisis(*told, days=("2022-01-08", "2022-01-09"))) == [("revision", "date", False)]


def test_a_place_in_the_other_or_beside_it_is_no_other_place() -> None:
    told = "قتل الصحافي سليم الأزرقي برصاص مسلحين في {} الأربعاء."
    for one, other in (("ألماتي", "محافظة ألماتي"), ("ألماتي", "كازاخستان"), ("ألماتي", "تالغار")):
        assert not _told(_crisis(told.format(one), told.format(other)))


def test_it_is_explained_and_taken_back_like_any_other(tmp_path: Path) -> None:
    case = tmp_path / "taraz.khabar"
    for number, day in enumerate(("الأربعاء 5 يناير 2022", "الخميس 6 يناير 2022")):
        source = tmp_path / f"{number}.txt"
        source.write_text(_market(day=day), encoding="utf-8")
        list(add(case, [str(source)], Wishes("2022-01-08", f"o{number}"), "Salma"))
    asked = khabar.open(case)
    (row,) = asked.conflicts()
    assert row["kind"] == "different date"
    number = asked.explain(row["id"], "the ministry's clock is a day behind", by="Salma")
    (after,) = asked.conflicts()
    assert (after["contradiction"], after["raised"]) == (True, False)
    assert not verify_case(case).faults
    asked.undo(number, by="Omar")
    assert asked.conflicts()[0]["raised"]
    shown = CliRunner().invoke(main, ["conflicts", str(case), "--json"])
    assert json.loads(shown.stdout)[0]["measure"] == "date"
    for ui in ("ar", "en"):
        assert CliRunner().invoke(main, ["--ui", ui, "conflicts", str(case)]).exit_code == 0
        assert "date" in CliRunner().invoke(main, ["conflicts", str(case), "--csv"]).stdout
