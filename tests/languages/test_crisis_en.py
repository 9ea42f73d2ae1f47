"""English reports of a crisis: who denies, who is accused, what only may happen, which day and place an event has."""

from __future__ import annotations

import khabar
from khabar.record import Report

TODAY = "2022-01-07"


def read(text: str) -> Report:
    return khabar.read(text, published=TODAY)


def test_who_denies_in_the_next_breath_gives_no_number() -> None:
    report = read("The rebels said they had killed 40 soldiers near Aktau, which the army denied.")
    assert [(f.low, f.source) for f in report.figures] == [(40, "rebels")]
    assert [(c.act, c.speaker_name, c.content.text) for c in report.claims] == [
        ("say", "rebels", "they had killed 40 soldiers near Aktau"),
        ("deny", "army", "they had killed 40 soldiers near Aktau"),
    ]


def test_who_denies_an_allegation_hands_it_on_to_nobody() -> None:
    report = read("The prosecutor's office denied the allegations of torture.")
    assert [(c.act, [v.name for v in c.via]) for c in report.claims] == [("deny", []), ("accuse", [])]


def test_a_charge_she_rejects_is_not_her_accusers() -> None:
    text = "Mayor Karin Holt said the dam was safe. Her rival Tomas Wild accused her of acting too slowly, a charge she rejects."
    rejected = [c for c in read(text).claims if c.act == "reject"]
    assert [c.speaker_name for c in rejected] == ["Karin Holt"]


def test_he_takes_up_whom_the_sentence_before_is_about() -> None:
    text = (
        "Anton Brel said the road was open. President Ilir Mosk will visit the valley, his office said. "
        "He has threatened to close it."
    )
    assert [c.speaker_name for c in read(text).claims if c.act == "threaten"] == ["Ilir Mosk"]


def test_an_accused_doer_rests_on_the_accusers_word_wherever_it_is_told() -> None:
    text = (
        "A bomb killed nine people at a market in Aktau on Thursday.\n\n"
        "The minister blamed the front for the bombing in Aktau, which wounded 20."
    )
    parties = [e.actor for e in read(text).events if e.actor is not None]
    assert {(p.text, p.basis) for p in parties} == {("the front", "attributed_by_other")}


def test_what_is_left_unsaid_is_not_in_the_words() -> None:
    report = read("Police said three men had been arrested but did not name them.")
    assert report.claims[0].content.text == "three men had been arrested"
    report = read("The army said it had killed 12 rebels, without providing evidence.")
    assert report.claims[0].content.text == "it had killed 12 rebels"


def test_who_dies_in_a_storm_is_its_victim() -> None:
    text = (
        "A storm hit the coast near Aktau on Thursday.\n\nA woman was killed when a tree fell on her car, police said."
    )
    assert {e.type for e in read(text).events} == {"DISASTER"}


def test_an_old_man_who_died_was_not_assaulted() -> None:
    assert read("The painter Jon Hale died in Aktau on Thursday. He was 80.").events == []


def test_unless_reports_nothing_as_done_and_looks_ahead() -> None:
    report = read("He threatened to close the border near Aktau unless the rebels withdraw by Monday.")
    told = [(e.type, e.status, e.date.value if e.date else None) for e in report.events]
    assert told == [("COERCE", "threatened", None), ("RETREAT", "possible", "2022-01-10")]


def test_the_day_of_a_dateline_is_not_that_of_the_event() -> None:
    text = "KARAN, Jan 6 (Reuters) - Artillery fire hit the village of Karan late on Wednesday, killing 12 people."
    event = read(text).events[0]
    assert (event.place and event.place.name, event.date and event.date.value) == ("Karan", "2022-01-05")


def test_the_worst_since_a_year_has_neither_its_day_nor_its_dead() -> None:
    text = (
        "A bomb killed nine people in Aktau on Thursday.\n\n"
        "The bombing was the deadliest in Aktau since 2019, when 21 people were killed in an attack on a bus station."
    )
    bombing = next(e for e in read(text).events if e.trigger.text == "bombing")
    assert bombing.date is not None
    assert bombing.date.value == "2022-01-06"
    assert bombing.target is None or "21" not in bombing.target.text


def test_the_hour_of_an_entry_is_no_part_of_a_name() -> None:
    report = read("15:50 Army says it will not intervene")
    assert [c.speaker_name for c in report.claims] == ["Army"]


def test_no_one_arrested_is_no_arrest() -> None:
    assert (
        read("No one has been arrested over the fire that killed six people in Aktau on Monday.").events[0].type
        != "COERCE"
    )


def test_a_sentence_of_death_is_no_execution() -> None:
    events = read("A court in Aktau sentenced two men to death on Thursday for the killing of six guards.").events
    assert {(e.type, e.subtype) for e in events} <= {("COERCE", "trial"), ("ASSAULT", None)}
