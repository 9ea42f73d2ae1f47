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
