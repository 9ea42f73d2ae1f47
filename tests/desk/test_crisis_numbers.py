"""Numbers over time and contradictions between invented reports of one day's attack and one country's unrest."""

from __future__ import annotations

from collections.abc import Sequence

from crisis_told import crisis_of
from khabar.desk.crisis import Crisis, conflict_rows, series_rows

_BOMB = "ألماتي، كازاخستان: هزّ انفجار سيارة مفخخة سوق الحبوب في ألماتي الأربعاء 5 يناير 2022."
Told = tuple[str, str, str]


def _raised(crisis: Crisis) -> list[tuple[str, set[str]]]:
    return [
        (row["kind"], {row["one_value"].split()[0], row["other_value"].split()[0]})
        for row in conflict_rows(crisis)
        if row["raised"]
    ]


def _kinds(crisis: Crisis) -> set[str]:
    return {row["kind"] for row in conflict_rows(crisis)}


def _toll(who: str, verb: str, number: int) -> str:
    return f"{_BOMB} {verb} {who} إن الانفجار أسفر عن مقتل {number} شخصاً."


def test_two_bodies_of_one_day_that_differ_are_raised() -> None:
    crisis = crisis_of(
        ("الضفاف", "2022-01-05", _toll("وزارة الداخلية", "قالت", 19)),
        ("المرسى", "2022-01-05", _toll("وزارة الصحة", "قالت", 27)),
    )
    assert _raised(crisis) == [("different value", {"19", "27"})]


def test_a_body_that_raises_its_own_count_revises_it() -> None:
    crisis = crisis_of(
        ("الضفاف", "2022-01-05", _toll("وزارة الداخلية", "قالت", 19)),
        ("المرسى", "2022-01-06", _toll("وزارة الداخلية", "قالت", 27)),
    )
    assert not _raised(crisis)
    assert "revision" in _kinds(crisis)


def test_a_toll_of_others_that_is_higher_on_a_later_day_is_no_contradiction_and_a_lower_one_is() -> None:
    first = ("الضفاف", "2022-01-05", _toll("وزارة الداخلية", "قالت", 19))
    grown = crisis_of(first, ("المرسى", "2022-01-06", _toll("وزارة الصحة", "قالت", 27)))
    assert not _raised(grown)
    assert "different time" in _kinds(grown)
    fallen = crisis_of(first, ("المرسى", "2022-01-06", _toll("وزارة الصحة", "قالت", 12)))
    assert _raised(fallen) == [("different value", {"19", "12"})]


def test_numbers_that_leave_room_for_one_another_agree() -> None:
    vague = f"{_BOMB} وقالت وزارة الصحة إن الانفجار أسفر عن مقتل العشرات."
    about = f"{_BOMB} وقال مكتب الوالي إن الانفجار أسفر عن مقتل نحو 20 شخصاً."
    crisis = crisis_of(
        ("الضفاف", "2022-01-05", _toll("وزارة الداخلية", "قالت", 19)),
        ("المرسى", "2022-01-05", vague),
        ("نداء", "2022-01-05", about),
    )
    assert not _raised(crisis)


def test_a_part_does_not_contradict_the_whole() -> None:
    police = f"{_BOMB} وقالت وزارة الصحة إن الانفجار أسفر عن مقتل 7 من رجال الشرطة."
    crisis = crisis_of(("الضفاف", "2022-01-05", _toll("وزارة الداخلية", "قالت", 19)), ("المرسى", "2022-01-05", police))
    assert not _raised(crisis)


def test_five_reports_of_one_statement_are_one_number_of_one_voice() -> None:
    told = [
        (f"صحيفة {n}", "2022-01-05", _toll("وزارة الداخلية", "أعلنت", 19).replace("إن الانفجار", "أن الانفجار"))
        for n in range(5)
    ]
    rows = series_rows(crisis_of(*told), "killed")
    assert len(rows) == 1
    assert rows[0]["carried"] == 5
    assert rows[0]["uncredited"] == 0


def test_an_outlet_that_says_not_whose_number_it_is_carries_it() -> None:
    silent = f"{_BOMB} وأسفر الانفجار عن مقتل 19 شخصاً."
    rows = series_rows(
        crisis_of(("الضفاف", "2022-01-05", _toll("وزارة الداخلية", "قالت", 19)), ("المرسى", "2022-01-06", silent)),
        "killed",
    )
    assert [(row["carried"], row["uncredited"]) for row in rows] == [(2, 1)]


def test_another_town_on_another_day_is_another_series() -> None:
    blast = "شيمكنت، كازاخستان: هزّ انفجار محطة القطار في شيمكنت الثلاثاء 11 يناير 2022."
    other = f"{blast} وقالت وزارة الصحة إن الانفجار أسفر عن مقتل 3 أشخاص."
    crisis = crisis_of(("الضفاف", "2022-01-05", _toll("وزارة الداخلية", "قالت", 19)), ("المرسى", "2022-01-11", other))
    assert not conflict_rows(crisis)
    assert len({row["series"] for row in series_rows(crisis, "killed")}) == 2


def test_the_order_of_reports_changes_nothing() -> None:
    told: Sequence[Told] = (
        ("الضفاف", "2022-01-05", _toll("وزارة الداخلية", "قالت", 19)),
        ("المرسى", "2022-01-05", _toll("وزارة الصحة", "قالت", 27)),
        ("نداء", "2022-01-07", _toll("وزارة الداخلية", "قالت", 24)),
    )
    assert sorted(map(str, _raised(crisis_of(*told)))) == sorted(map(str, _raised(crisis_of(*reversed(told)))))


def test_a_place_chooses_the_series() -> None:
    crisis = crisis_of(("الضفاف", "2022-01-05", _toll("وزارة الداخلية", "قالت", 19)))
    assert len(series_rows(crisis, "killed", "Almaty")) == len(series_rows(crisis, "killed", "ألماتي")) == 1
    assert not series_rows(crisis, "killed", "Shymkent")
    assert not series_rows(crisis, "injured")


_SUNK = (
    "صفاقس (تونس): غرق قارب يقل مهاجرين قبالة صفاقس الأربعاء 5 يناير 2022، ما أدى إلى مصرع 28 شخصاً، وفق جمعية الموجة."
)
_THEIR_BOAT = "صفاقس (تونس): قال الحرس البحري إنه انتشل جثث 17 مهاجراً بعد غرق مركبهم قبالة صفاقس الأربعاء."


def test_those_aboard_a_boat_are_all_whom_its_sinking_befell() -> None:
    crisis = crisis_of(("المرسى", "2022-01-06", _SUNK), ("الموجة", "2022-01-06", _THEIR_BOAT))
    assert _raised(crisis) == [("different value", {"28", "17"})]
    soldiers = (
        "ألماتي، كازاخستان: قالت وزارة الدفاع إن 3 جنود قتلوا في انفجار سيارة مفخخة في سوق الحبوب في ألماتي الأربعاء."
    )
    crisis = crisis_of(("المرسى", "2022-01-06", _toll("وزارة الصحة", "قالت", 19)), ("ب", "2022-01-06", soldiers))
    assert not _raised(crisis)


def test_the_toll_of_an_old_event_told_behind_it_is_no_toll_of_the_new_one() -> None:
    before = " وقتل 75 مهاجراً في حادث مماثل قبالة صفاقس في يونيو 2018."
    crisis = crisis_of(("المرسى", "2022-01-06", _SUNK), ("الموجة", "2022-01-06", _THEIR_BOAT + before))
    assert _raised(crisis) == [("different value", {"28", "17"})]
    assert {row["series"] for row in series_rows(crisis) if row["wording"] == "75"} == {"2018-06"}


def test_two_voices_of_one_report_that_are_far_apart_still_contradict_one_another() -> None:
    quake = (
        "كابول (أفغانستان): ضرب زلزال ولاية خوست الأربعاء، ما أدى إلى مقتل 120 شخصاً، حسب ما أعلنت هيئة إدارة الكوارث."
    )
    text = f"{quake} وقال والي خوست إن 340 شخصاً قتلوا."
    assert _raised(crisis_of(("الجسر", "2022-01-06", text))) == [("different value", {"120", "340"})]
