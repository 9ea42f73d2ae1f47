"""People told by what they do, and what is done to somebody whom a pronoun takes up."""

from __future__ import annotations

import pytest

import khabar
from who_to_whom import parties


def told(sentence: str) -> dict[str, tuple[str, str | None, str | None]]:
    """Trigger → status, doer and victim of the events of a sentence, in a report of one place and day."""
    report = khabar.read(f"{sentence}\nأعلن الجيش ذلك في بغداد اليوم الخميس.", published="2022-01-06")
    return {e.trigger.text: (e.status, *parties(e)) for e in report.events}


@pytest.mark.parametrize(
    ("sentence", "trigger", "victim"),
    [
        ("أمر الوالي بإطلاق النار على كل من يرفض إلقاء السلاح.", "إطلاق", "كل من يرفض إلقاء السلاح"),
        ('أمر القائد باستخدام القوة ضد من سمّاهم "المخربين".', "استخدام", 'من سمّاهم "المخربين"'),
        ("اعتقلت الشرطة كل من شارك في التظاهرة.", "اعتقلت", "كل من شارك في التظاهرة"),
        ('قتلت القوات 26 ممن وصفتهم بـ"المجرمين" في البصرة.', "قتلت", '26 ممن وصفتهم بـ"المجرمين"'),
        ("حسم الجيش المعركة وأكد القائد القضاء التام على المسلحين.", "القضاء", "المسلحين"),
        ("قالت الشرطة إن ثلاثة رجال أُفرج عنهم بكفالة.", "أُفرج", "ثلاثة رجال"),
    ],
)
def test_people_without_a_noun_are_victims(sentence: str, trigger: str, victim: str) -> None:
    assert told(sentence)[trigger][2] == victim


def test_who_may_do_something_did_not_do_it() -> None:
    assert set(told("أمر الوالي بإطلاق النار على كل من يرفض إلقاء السلاح.")) == {"إطلاق"}
    assert "هجوم" not in told("يعاقب القانون كل من يشارك في هجوم مسلح على حاجز.")


def test_from_is_not_who() -> None:
    assert "توسع" not in str(told("أبدى الوزير خشيته من توسع معركة السدود في البصرة."))
    assert told("أطلق مسلحون النار من سيارة على الحارس.")["أطلق"] == ("reported", "مسلحون", "الحارس")


def test_what_a_body_approves_is_to_come() -> None:
    assert told("ووافق البرلمان، السبت، على إرسال 20 شرطياً.")["إرسال"] == ("planned", None, "20 شرطياً")
    assert told("وافقت الحكومة على إرسال قوات إلى البصرة للمشاركة في الحراسة.")["إرسال"] == ("planned", None, "قوات")


def test_who_decides_a_battle_fights_it() -> None:
    assert told("الجيش يحسم المعركة في البصرة.")["المعركة"][1] == "الجيش"


def test_what_is_in_force_until_a_day_to_come_is_not_of_that_day() -> None:
    report = khabar.read("لا يزال حظر التجول سارياً في بغداد حتى 19 يناير.", published="2022-01-06")
    assert [(e.status, e.date and e.date.value) for e in report.events] == [("reported", None)]
