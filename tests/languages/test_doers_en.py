"""Who did it, in English: the speaker's own "it", alliances, two names, and what an act hit."""

from __future__ import annotations

import pytest

import khabar
import who_to_whom

HEAD = "News of the day\nKABUL, January 7 - Three people were killed in Kabul on Friday, officials said.\n"


def parties(text: str) -> tuple[str | None, str | None]:
    """Doer and victim of the last event of a report."""
    return who_to_whom.parties(khabar.read(HEAD + text, published="2022-01-07", language="en").events[-1])


DOERS = {
    "The Red Front said it had carried out a raid on a mill near Herat.": "Red Front",
    "The army said on Friday it killed 12 fighters near Herat.": "army",
    "The Taliban said they had captured Herat.": "Taliban",
    "Rebels said they killed 12 soldiers near Herat.": "Rebels",
    "Ada Moreno said they killed 12 soldiers near Herat.": None,
    "Police said he killed 12 soldiers near Herat.": None,
    "A Rovia-led coalition air strike hit a school in Herat.": "Rovia-led coalition",
    "A U.S. drone strike hit a school in Herat.": "U.S.",
    "Warplanes of the Rovian-led alliance bombed a school in Herat.": "Warplanes of the Rovian-led alliance",
    "Turkey and Rovia signed a peace deal in Herat.": "Turkey and Rovia",
    "A rebel-fired rocket killed two children in Herat.": None,
    "A fire at a mill in Herat killed six workers.": None,
    "Islamic State attacks killed 20 people in Herat last year.": "Islamic State",
    "Rovian forces conducted annual military exercises near Herat.": "Rovian forces",
    "Guards backed by tanks stormed a camp in Herat.": "Guards",
    "Workers demanding higher wages blocked a road in Herat.": "Workers",
    "Leaders condemned an attack in Herat, which killed 80 people.": None,
    "A former guard went on a rampage at a mill in Herat.": "A former guard",
    "A couple storm an office in Herat.": "A couple",
    "Troops were at the dam preparing to evacuate nurses from Herat.": "Troops",
    "The police killing of a baker in Herat angered his town.": "police",
    "The ministry accused them of attacking six officers in Herat.": None,
}


@pytest.mark.parametrize("text", DOERS)
def test_who_did_it(text: str) -> None:
    assert parties(text)[0] == DOERS[text]


def test_an_act_hits_what_its_verb_says_not_who_is_killed_in_another_clause() -> None:
    assert parties("An air strike hit a school in Herat.")[1] == "a school"
    events = khabar.read(HEAD + "An attack in Herat came a day after gunmen killed a judge.", language="en").events
    attack = next(e for e in events if e.trigger.text == "attack")
    assert attack.target is None or attack.target.text != "a judge"


SUFFERERS = {
    "A plane crashed shortly after it left Herat.": None,
    "Villagers protested weekly in Herat.": None,
    "Jets bombed a military firing range near Herat.": "a military firing range",
    "The blast left two miners dead in Herat.": "two miners",
    "Girls abducted by the Red Front more than two years ago in Herat were seen.": "Girls",
    "Two pilots also died in the plane crash near Herat.": "Two pilots",
    "Seven people were killed when a bus overturned in Herat.": "Seven people",
    "Ada Moreno's brutal murder in Herat is unsolved.": "Ada Moreno",
    "A clerk found guilty of theft was jailed in Herat.": "A clerk",
}


@pytest.mark.parametrize("text", SUFFERERS)
def test_whom_it_hit_is_no_adverb_and_no_half_of_a_name(text: str) -> None:
    assert parties(text)[1] == SUFFERERS[text]


NO_ACTS = (
    "Riot police stood by the square in Herat.",
    "A photo released by the ministry showed smoke in Herat.",
    "Video shot by Ada Moreno showed smoke in Herat.",
    "The pilots demonstrated skills in Herat.",
    "The demands of Herat were met.",
    "It was a calm before the storm in Herat.",
    "A boy was treated for non-life threatening injuries in Herat.",
    "Experts on violence prevention disagree in Herat.",
)


@pytest.mark.parametrize("text", NO_ACTS)
def test_what_only_sounds_like_an_act(text: str) -> None:
    assert kinds(text) == []


def kinds(text: str) -> list[str]:
    """The types of the events of a text behind its lead."""
    return [e.type for e in khabar.read(HEAD + text, published="2022-01-07", language="en").events[1:]]


def test_an_explosion_of_gas_or_fireworks_is_an_accident() -> None:
    assert kinds("An explosion sank a fireworks barge in Herat.")[0] == "ACCIDENT"
    assert kinds("An explosion hit a bank in Herat.")[0] == "ASSAULT"


def test_a_bomb_that_goes_off_is_one_event() -> None:
    assert kinds("A car bomb exploded outside a mill in Herat, killing six people.") == ["ASSAULT"]


def test_a_fire_at_a_mill_is_an_accident_and_whom_it_killed_is_no_attack() -> None:
    assert kinds("A fire at a mill in Herat killed six workers.") == ["ACCIDENT"]
    assert kinds("A bus overturned near Herat, killing 20 people.") == ["ACCIDENT"]


def test_what_befell_them_is_set_where_the_sentence_before_is() -> None:
    text = "Rebels killed six men in Herat on Monday and fled. They were shot dead by police."
    told = "A blast killed 12 people in Afghanistan on Sunday. Two blasts rocked Afghanistan in May.\n"
    shot = next(e for e in khabar.read(told + text, language="en").events if e.trigger.text == "shot dead")
    assert shot.place is not None
    assert shot.place.name == "Herat"


def test_of_a_state_and_its_town_the_town_is_where() -> None:
    text = "A blast killed 12 people at a mill near the New York state city of Albany on Monday."
    place = khabar.read(text, language="en").events[0].place
    assert place is not None
    assert place.name == "Albany"


def test_workers_who_strike_nobody_stop_work() -> None:
    assert kinds("Nurses threatened to strike in Herat on Monday.") == ["PROTEST"]
    assert kinds("Rebels struck a base in Herat, killing six soldiers.")[0] == "ASSAULT"


def test_how_many_is_no_part_of_whom_it_hit() -> None:
    assert parties("He did not say how many soldiers were killed in Herat.")[1] == "soldiers"
