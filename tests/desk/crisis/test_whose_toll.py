"""Which numbers are tolls of one thing: stretches of time, people of the country, protests and what they came to."""

from __future__ import annotations

import pytest

import khabar
from khabar.desk.crisis import Crisis, conflict_rows
from khabar.reconcile.across.entry import Entry

_BLAST = "في انفجار سيارة مفخخة في سوق الحبوب في ألماتي الأربعاء 5 يناير 2022"


def _raised(*told: tuple[str, str]) -> list[tuple[str, str]]:
    made = Crisis(
        Entry(n, khabar.read(text, published=day, outlet=f"o{n}"), f"r{n}", f"o{n}", day)
        for n, (day, text) in enumerate(told, 1)
    )
    return [(row["kind"], row["measure"]) for row in conflict_rows(made) if row["raised"]]


_TOLL = "قالت وزارة الصحة في كازاخستان إن حصيلة المواجهات في البلاد بلغت 2300 قتيل."


def test_a_day_s_dead_are_not_the_dead_of_all() -> None:
    of_a_day = "قالت الشرطة في كازاخستان إن حصيلة المواجهات في البلاد بلغت 310 قتلى خلال الساعات الـ24 الماضية."
    of_all = of_a_day.replace(" خلال الساعات الـ24 الماضية", "").replace("310", "1800")
    assert not _raised(("2022-01-09", _TOLL), ("2022-01-10", of_a_day))
    assert _raised(("2022-01-09", _TOLL), ("2022-01-10", of_all)) == [("different value", "killed")]


def test_those_of_a_war_before_are_not_those_of_this_one() -> None:
    older = "قالت الشرطة في كازاخستان إن حصيلة المواجهات في البلاد بلغت أكثر من خمسين ألف قتيل في عشرين عاما."
    assert not _raised(("2022-01-09", _TOLL), ("2022-01-09", older))


@pytest.mark.parametrize(("fewer", "raised"), [("خمسة", True), ("حتى الآن خمسة", False)])
def test_a_number_so_far_may_grow_on_its_day(fewer: str, raised: bool) -> None:
    told = (f"قالت الشرطة إن 9 أشخاص قتلوا {_BLAST}.", f"قالت وزارة الصحة إن الضحايا {fewer} قتلى {_BLAST}.")
    assert bool(_raised(*(("2022-01-05", text) for text in told))) is raised


def test_the_gravely_injured_are_some_of_the_injured() -> None:
    told = (
        f"قال الجيش إن 31 جنديا أصيبوا {_BLAST}.",
        f"قال مكتب الوالي إن أربعة جنود أصيبوا {_BLAST} وهم في حالة خطيرة.",
    )
    assert not _raised(*(("2022-01-06", text) for text in told))


def test_who_has_more_than_thirty_has_nothing_against_thirty() -> None:
    told = (f"قالت الشرطة إن أكثر من 30 شخصا أصيبوا {_BLAST}.", f"قالت وزارة الصحة إن 30 شخصا أصيبوا {_BLAST}.")
    assert not _raised(*(("2022-01-06", text) for text in told))


def test_what_protests_came_to_is_their_toll() -> None:
    told = (
        "قال وزير الصحة سليم درويش إن حصيلة الاحتجاجات في كازاخستان بلغت 23 قتيلا.",
        "قتل ستة كازاخيين خلال التظاهرات المناهضة للحكومة في كازاخستان، بحسب الرئيس قاسم جومارت توكاييف.",
    )
    days = ("2022-01-08", "2022-01-09")
    assert _raised(*zip(days, told, strict=True)) == [("different value", "killed")]


def test_each_day_s_crowd_is_its_own() -> None:
    told = "قالت نقابة العمال في كازاخستان إن {} متظاهر خرجوا في احتجاجات في البلاد {}."
    first, second = (
        told.format("3000", "الأربعاء"),
        told.format("2000", "الجمعة").replace("نقابة العمال", "نقابة الأطباء"),
    )
    assert not _raised(("2022-01-05", first), ("2022-01-07", second))


def test_two_sources_of_one_name_may_be_one() -> None:
    told = "قالت مصادر طبية إن {} شخصا قتلوا " + _BLAST + "."
    assert not _raised(("2022-01-06", told.format(26)), ("2022-01-06", told.format(27)))
