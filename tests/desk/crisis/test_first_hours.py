"""Tolls of the first hours, of attackers and soldiers, of a storm in two countries, between invented reports."""

from __future__ import annotations

from crisis_told import crisis_of
from khabar.desk.crisis import Crisis, conflict_rows

_BLAST = "في تفجير انتحاري في سوق الحبوب في تل الزعتر الجمعة 19 أبريل 2024"


def _raised(crisis: Crisis) -> list[set[str]]:
    rows = (row for row in conflict_rows(crisis) if row["raised"])
    return [{str(row["one_value"]).split()[0], str(row["other_value"]).split()[0]} for row in rows]


def test_a_toll_that_a_later_report_has_higher_has_grown_though_both_are_told_for_one_day() -> None:
    first = ("الضفاف", "2024-04-19", f"قالت وزارة الداخلية الأردنية إن أربعة أشخاص قتلوا {_BLAST}.")
    later = ("المرسى", "2024-04-20", f"قالت وزارة الصحة الأردنية إن ثمانية أشخاص قتلوا {_BLAST}.")
    assert _raised(crisis_of(first, later)) == []
    same_day = ("المرسى", "2024-04-19", later[2])
    assert _raised(crisis_of(first, same_day)) == [{"أربعة", "ثمانية"}]


def test_far_fewer_two_days_later_contradict_unless_they_lie_in_hospital() -> None:
    first = ("الضفاف", "2024-04-19", f"قالت وزارة الداخلية الأردنية إن 379 شخصا أصيبوا {_BLAST}.")
    fewer = ("المرسى", "2024-04-21", f"قالت وزارة الصحة الأردنية الأحد إن 101 شخص أصيبوا {_BLAST}.")
    assert _raised(crisis_of(first, fewer)) == [{"379", "101"}]
    healing = f"قالت وزارة الصحة الأردنية الأحد إن 101 شخص أصيبوا {_BLAST} يتلقون العلاج في المستشفى."
    assert _raised(crisis_of(first, ("المرسى", "2024-04-21", healing))) == []


def test_attackers_are_one_kind_of_people_whatever_they_are_called_and_no_soldiers() -> None:
    first = f"قالت وزارة الداخلية الأردنية إن خمسة إرهابيين وثلاثة جنود قتلوا {_BLAST}."
    other = f"قالت رئاسة الوزراء الأردنية إن أربعة من المهاجمين قتلوا {_BLAST}."
    assert _raised(crisis_of(("الضفاف", "2024-04-19", first), ("المرسى", "2024-04-19", other))) == [{"خمسة", "أربعة"}]


def test_parts_of_a_whole_that_two_reports_give_alike_have_not_grown() -> None:
    first = f"قالت وزارة الداخلية الأردنية إن 12 شخصا قتلوا {_BLAST}، بينهم أربعة من المهاجمين."
    later = f"قالت رئاسة الوزراء الأردنية إن 12 شخصا قتلوا {_BLAST}، بينهم خمسة إرهابيين."
    assert {"أربعة", "خمسة"} in _raised(crisis_of(("الضفاف", "2024-04-19", first), ("المرسى", "2024-04-20", later)))
