"""What single guards keep out of a record: each sentence is read wrongly as soon as its guard is taken away."""

from __future__ import annotations

import khabar
from khabar.record import Report


def read(text: str) -> Report:
    """A report of Friday, 7 January 2022."""
    return khabar.read(text, published="2022-01-07")


def speakers(text: str) -> list[str]:
    """Who is made responsible for each claim of a text."""
    return [claim.speaker_name for claim in read(text).claims]


def test_a_toll_is_called_provisional_in_the_sentence_behind_it() -> None:
    (figure,) = read("قُتل سبعة صيادين في الميناء. ولا تزال هذه الحصيلة أولية.").figures
    assert [caveat.kind for caveat in figure.caveats] == ["provisional"]


def test_a_title_that_nobody_was_given_fits_the_last_person_without_one() -> None:
    assert speakers("قال سالم النوري إن الجسر سليم. وأضاف المحافظ أن الطريق مفتوح.") == ["سالم النوري"] * 2


def test_his_highness_is_the_last_person_not_the_last_body() -> None:
    text = "قال الوزير سالم النوري إن الجسر سليم. وقالت الوزارة إن العمل مستمر. وأضاف سموه أن الطريق مفتوح."
    assert speakers(text) == ["سالم النوري", "الوزارة", "سالم النوري"]


def test_others_and_his_officials_speak_but_are_no_actors() -> None:
    for who in ("آخرون", "مسؤولوه"):
        report = read(f"وقال {who} إن الجسر سليم.")
        assert [claim.speaker_name for claim in report.claims] == [who]
        assert report.actors == []


def test_for_whom_a_victim_worked_is_not_killed_with_him() -> None:
    figures = read("قتل الجنود حارساً لعشرة سجناء.").figures
    assert [figure.low for figure in figures if figure.measure == "killed"] == [1]


def test_children_that_a_victim_bore_are_not_hurt() -> None:
    assert not [figure for figure in read("أصيبت امرأة أنجبت تسعة أطفال.").figures if figure.low == 9]


def test_we_who_arrested_are_those_who_speak() -> None:
    (event,) = read("وقال قائد الشرطة سالم النوري: «اعتقلنا ثلاثة مسلحين في المدينة».").events
    assert event.actor is not None
    assert (event.actor.text, event.actor.basis) == ("قائد الشرطة سالم النوري", "claimed_by_actor")


def test_a_town_spelt_like_august_without_its_madda_is_no_month() -> None:
    for town in ("إب", "اب"):
        assert read(f"اندلعت معارك في {town} بين الطرفين.").times == []
    assert [time.value for time in read("اندلعت معارك في آب بين الطرفين.").times] == ["2021-08"]
