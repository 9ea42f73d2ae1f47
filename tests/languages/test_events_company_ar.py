"""Event words in their company: other senses, one deed told by two words, and what governs a list."""

from __future__ import annotations

from typing import Any

import pytest

import khabar
from event_drafts import drafts


def told(text: str) -> list[tuple[str, Any, Any]]:
    """Trigger, type and status of the acts of a text, outcomes left out."""
    return [(text[d.trigger[0] : d.trigger[1]], d.type, d.status) for d in drafts(text) if not d.outcome]


@pytest.mark.parametrize(
    "text",
    [
        "تعهد الوزير بمواصلة الحرب على الفقر في القرى.",
        "سجلت المدينة 19 إصابة بفيروس جديد أمس.",
        "سلم السفير مذكرة احتجاج إلى الوزارة.",
        "أثارت تصريحات النائب عاصفة في البلاد.",
        "صوت الناخبون في صناديق الاقتراع.",
        "انهيار الهدنة بين الجانبين.",
        "أعلنت سيول أن قمراً جديداً وصل إلى مداره.",
        "نقل الطفل إلى العيادة بسبب الجفاف وسوء التغذية.",
        "نجح فريق طبي في إنقاذ مريض من جلطة.",
        "سيطر القلق على سكان الحي أمس.",
        "تضرب المنافسة الأسعار في المدينة.",
        "تغيّر وضعهم في القرية رأساً على عقب.",
        "أفرجت الدولة عن كميات من النفط.",
        "أثر القرار سلباً على المدارس في البلدة.",
        "انسحب الوزير من السباق غاضباً.",
    ],
)
def test_words_in_another_sense_tell_no_event(text: str) -> None:
    assert told(text) == []


def test_who_controls_a_town_has_not_just_taken_it() -> None:
    assert told("انسحب المتمردون الذين يسيطرون على بلدة السدرة من المحادثات.")[-1][1] != "ASSAULT"
    assert told("سيطر المتمردون على بلدة السدرة أمس.")[0][1] == "ASSAULT"


def test_ground_that_is_held_in_a_relative_clause_was_not_just_taken() -> None:
    assert told("قال وزير الحكومة التي تسيطر على العاصمة إن المطر قريب.") == []
    assert [d.type for d in drafts("يسيطر المتمردون على بلدة السدرة.")] == ["ASSAULT"]


def test_talks_need_nobody_where_they_are_held_or_called_for() -> None:
    assert told("لونا تعقد اجتماعا عاجلا بشأن القمح")[0][:2] == ("اجتماعا", "CONSULT")
    assert told("دعت الدول المجاورة أيضا إلى الحوار.")[0] == ("الحوار", "CONSULT", None)
    assert told("تحدث عن ثقافة الحوار في المدرسة.") == []


def test_talks_during_which_something_was_said_are_told_by_their_place() -> None:
    assert [d.type for d in drafts("صرح الوزير بذلك خلال اجتماع في العاصمة.")] == ["CONSULT"]


def test_an_adjective_may_stand_between_a_withdrawal_and_those_who_withdraw() -> None:
    (event,) = drafts("تحدث التقرير عن انسحاب وشيك للقوات الأجنبية من النخيل.")
    assert event.actor is not None
    assert event.actor.name.startswith("القوات الأجنبية")


def test_new_aid_is_for_whoever_stands_behind_to() -> None:
    (event,) = [d for d in drafts("أعلن البنك مساعدات جديدة لكازاخستان.") if d.type == "AID"]
    assert event.target is not None
    assert event.target.name == "كازاخستان"


def test_the_act_tells_and_what_it_left_behind_is_its_outcome() -> None:
    text = "تدمير دبابة وقتل 3 جنود في غارات على معسكر الصفاة."
    assert [trigger for trigger, _, _ in told(text)] == ["غارات"]


def test_an_arrest_that_is_thrown_is_one_event() -> None:
    assert told("ألقت الشرطة القبض على ثلاثة مشتبه بهم في المدينة.") == [("القبض", "COERCE", None)]


def test_an_operation_of_the_police_is_a_raid() -> None:
    (event,) = [d for d in drafts("نفذت الشرطة عملية في حي الزهور صباح أمس.") if not d.outcome]
    assert (event.type, event.subtype) == ("COERCE", "raid")


def test_fighters_who_drive_out_fighters_take_ground() -> None:
    (event,) = [d for d in drafts("طردت القوات المسلحين من بلدة السدرة.") if not d.outcome]
    assert (event.type, event.ground) == ("ASSAULT", True)


def test_what_is_demanded_in_a_list_is_demanded_throughout() -> None:
    text = "خرجت مظاهرات للمطالبة بإقالة الوزير وإجراء انتخابات مبكرة."
    found = told(text)
    assert [status for trigger, _, status in found if trigger != "مظاهرات"] == ["called_for", "called_for"]


def test_aims_are_planned_and_what_was_not_done_is_denied() -> None:
    assert told("حشد الجيش قواته لاستعادة مدينة النخيل.")[-1][2] == "planned"
    assert told("لم تعتقل الشرطة أحدا في المدينة.")[0][2] == "denied"
    assert told("تعرضت القرية لقصف مدفعي.")[0][2] is None


def test_officials_who_arrive_visit_and_forces_who_arrive_deploy() -> None:
    assert told("وصل رئيس الوزراء سامي الرفاعي إلى مدينة النخيل.")[0][1] == "CONSULT"
    assert told("وصلت قوات من الجيش إلى مدينة النخيل.")[0][1] == "MOBILIZE"
    assert told("وصلت الشحنة إلى مدينة النخيل.") == []
    assert told("وصل عدد ضباط الجيش القتلى إلى 20.") == []


def test_families_are_not_captured() -> None:
    assert told("قدم المحافظ التعازي لوالد الشهيد وأسرته.") == []
    assert told("أسر المسلحون 7 جنود قرب القرية.")[0][0] == "أسر"


def test_who_offers_condolences_does_not_advance() -> None:
    assert told("تتقدم القوات الخاصة بالتعزية لأهالي البلدة.") == []
    assert told("واصلت المقاومة تقدمها نحو مدينة النخيل.")[0][1] == "MOBILIZE"


def test_what_planes_do_or_comes_from_the_air_is_an_air_strike() -> None:
    assert drafts("أصيب 3 في قصف طائرات التحالف مواقع في السدرة.")[-1].subtype == "air_strike"
    assert drafts("استمر الجيش في توجيه ضربات جوية لمواقع المسلحين.")[0].subtype == "air_strike"
    assert drafts("أصيب 3 في قصف مدفعي على السدرة.")[-1].subtype == "shelling"


@pytest.mark.parametrize("text", ["وكان زلزال ضرب المنطقة في عام 1998.", "وكان زلزال قوي قد ضرب المنطقة عام 1998."])
def test_an_earthquake_that_had_hit_a_region_is_one_event_of_its_year(text: str) -> None:
    (event,) = khabar.read(text, published="2024-02-04").events
    assert (event.type, event.trigger.text) == ("DISASTER", "زلزال")
    assert event.date is not None
    assert event.date.value == "1998"


@pytest.mark.parametrize("strength", ["بقوة 6,1 درجات", "بلغت قوته 6 درجات على مقياس ريختر"])
def test_how_strong_it_was_is_nobody(strength: str) -> None:
    (event,) = khabar.read(f"ضرب زلزال {strength} مدينة ألماتي فجر السبت.", published="2024-02-04").events
    assert event.target is None or "درجات" not in event.target.text


@pytest.mark.parametrize(
    ("text", "events"), [("وشردت الفيضانات 300 عائلة.", ["الفيضانات"]), ("وذكرت الهيئة أن 2300 أسرة شردت.", [])]
)
def test_families_made_homeless_are_displaced_not_expelled(text: str, events: list[str]) -> None:
    report = khabar.read(text, published="2024-02-04")
    assert [event.trigger.text for event in report.events] == events
    assert [figure.measure for figure in report.figures] == ["displaced"]
