"""English acts as agencies tell them: on whom they are laid, whether they happened, and words that only look like one."""

from __future__ import annotations

import pytest

import khabar
import who_to_whom
from khabar.record import Event

HEAD = "News of the day\nKABUL, January 7 - Three people were killed in Kabul on Friday, officials said.\n"
BLAST = "A bomb killed six people at a market in Herat on Monday.\n"


def last(text: str, head: str = HEAD) -> Event | None:
    """The last event of a report that its own words tell."""
    events = khabar.read(head + text, published="2022-01-07", language="en").events
    return events[-1] if events and events[-1].trigger.start >= len(head) else None


LAID = {
    "The Taliban claimed the attack.": ("Taliban", "claimed_by_actor"),
    "The attack was claimed by the Taliban.": ("Taliban", "claimed_by_actor"),
    "The Taliban said it was behind the attack.": ("Taliban", "claimed_by_actor"),
    "The attack was claimed by IS-K. Days later, rain fell.": ("IS-K", "claimed_by_actor"),
    "The attack was blamed on the Taliban.": ("Taliban", "attributed_by_other"),
    "The attack has been attributed to the Taliban.": ("Taliban", "alleged"),
    "No group has claimed responsibility for the attack.": (None, None),
}


@pytest.mark.parametrize("text", LAID)
def test_on_whom_an_act_is_laid(text: str) -> None:
    event = last(text, BLAST)
    assert event is not None
    named = (
        (event.actor.text.removeprefix("the ").removeprefix("The "), event.actor.basis) if event.actor else (None, None)
    )
    assert named == LAID[text]


DOERS = {
    "Gunmen, who have not been identified, opened fire on a bus in Herat.": "Gunmen",
    "The miners questioned the army's decision not to attack a camp in Herat.": "the army",
    "The council rejected a plan to arrest a baker in Herat.": None,
    "Rebels made an attempt to kill a judge in Herat.": "Rebels",
    "A baker was killed by a gun in Herat.": None,
    "Washington imposed new sanctions on two banks in Herat.": "Washington",
    "Turkey's strike on a mill in Herat killed six people.": "Turkey",
    "The baker is suspected of killing a judge in Herat.": "The baker",
}


@pytest.mark.parametrize("text", DOERS)
def test_who_did_it(text: str) -> None:
    event = last(text)
    assert event is not None
    assert who_to_whom.parties(event)[0] == DOERS[text]


HAPPENED = {
    "The baker could be jailed in Herat for ten years.": "possible",
    "The miners are willing to be arrested in Herat.": "planned",
    "Bags will be banned at the fair in Herat.": "planned",
    "Had the army attacked Herat, many families would be homeless.": "possible",
    "Two miners, both brothers, were arrested in Herat.": "reported",
    "Had the minister left when gunmen attacked Herat?": "reported",
}


@pytest.mark.parametrize("text", HAPPENED)
def test_whether_it_happened(text: str) -> None:
    event = last(text)
    assert event is not None
    assert event.status == HAPPENED[text]


KINDS = {
    "The United States lifted sanctions on Herat.": "RETREAT",
    "Six fire rescue units were sent to a mill in Herat.": None,
    "The pilot wanted to demonstrate it could fly over Herat.": None,
    "The parade in Herat was a demonstration of Rovia's strength.": None,
    "A court in Herat upheld the death sentences of two bakers.": None,
    "Demonstrators seized government buildings in Herat.": "ASSAULT",
    "Six held in Herat as protests over fuel spread": "PROTEST",
    "A quake rocked Herat on Friday, collapsing houses and killing 20 people.": "DISASTER",
    "Bakers began a strike on Monday in Herat.": None,
}


@pytest.mark.parametrize("text", KINDS)
def test_what_is_told(text: str) -> None:
    event = last(text)
    assert (event.type if event else None) == KINDS[text]


def test_a_protest_has_no_victims_in_those_arrested() -> None:
    text = "Police dispersed a protest in Herat and arrested 40 people."
    events = khabar.read(HEAD + text, published="2022-01-07", language="en").events
    assert [e.target.text if e.target else None for e in events if e.type == "PROTEST"] == [None]


@pytest.mark.parametrize("way", ["left the road", "hit a tree", "jumped the tracks"])
def test_what_a_vehicle_does_is_an_accident(way: str) -> None:
    report = khabar.read(f"The tram {way} near Herat, killing six people.", published="2022-01-07", language="en")
    assert {event.type for event in report.events} == {"ACCIDENT"}


APART = {
    "Afghanistan has seen many attacks.": True,
    "Previous attacks were claimed by the Taliban.": True,
    "Herat has suffered a wave of attacks in recent months.": True,
    "In a separate attack, gunmen killed a judge in Kabul.": True,
    "It was the second attack in the city in a month.": False,
    "The attack was condemned by Iran.": False,
}


@pytest.mark.parametrize("text", APART)
def test_many_attacks_are_not_the_one_told(text: str) -> None:
    event = last(text, BLAST)
    assert event is not None
    assert (event.same_as is None) == APART[text]


def test_another_attack_that_only_brings_in_an_act_is_told_by_that_act() -> None:
    event = last("In a separate attack, gunmen killed a judge in Kabul.", BLAST)
    assert event is not None
    assert (event.trigger.text, *who_to_whom.parties(event)) == ("killed", "gunmen", "a judge")


def test_whether_a_second_bomb_went_off_tells_none() -> None:
    assert last("Police want to know whether another bomb was in a second car.", BLAST) is None


def test_a_clause_of_an_older_day_has_its_own_place() -> None:
    text = "The crash in Almaty is the worst since 1959, when two women died in a fire in Herat."
    events = khabar.read(text, published="2022-01-07", language="en").events
    assert [e.place.name if e.place else None for e in events] == ["Almaty", "Herat"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Six people were killed when a tram left the tracks in Herat.", "ACCIDENT"),
        ("Six people were killed after a small plane went down near Herat.", "ACCIDENT"),
        ("Six people were killed when a bus was ambushed by rebels near Herat.", "ASSAULT"),
        ("Six people were killed when a truck bomb exploded near Herat.", "ASSAULT"),
    ],
)
def test_who_is_killed_by_what_moves_is_killed_by_accident(text: str, kind: str) -> None:
    assert {e.type for e in khabar.read(text, published="2022-01-07", language="en").events} == {kind}
