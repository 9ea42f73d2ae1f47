"""English claims that go on with the subject of a participle or of its clause, and words that only look like an attribution."""

from __future__ import annotations

import pytest

from read_claims import said

BEFORE = "The mayor of Aktau, Karim Dost, said the town was calm. "

GOES_ON = {
    "But so far, the rebels have not answered, perhaps hoping that the siege will end.": "rebels",
    "On Monday, the rebels left the valley, claiming that they had won.": "rebels",
    "Yesterday the rebels left the valley, claiming that they had won.": "rebels",
    "There were emails that night showing that officials knew of the plan.": "emails",
    "But many doubt the army would keep its word, noting that it had broken earlier promises.": "many",
    "In Taraz, thousands took to the streets, demanding that the governor resign.": "thousands",
    "Late on Sunday a group of officers seized the radio, announcing that the town had fallen.": "group of officers",
    "Earlier this week, the union called off its strike, citing the mediation of the bishop.": "union",
    "A day before the fair, the zoo had posted on its page asking the public to stay home.": "zoo",
    "The road was shut, and the rebels left the hall, saying that they were tired.": "rebels",
    "When the siege ended, the families went home, thanking the nurses.": "families",
    "He left the hall, saying that he was tired.": "Karim Dost",
    "For many families, the attack was a hard blow, highlighting the dangers they face.": None,
    "Three houses burned down, highlighting the lack of water.": None,
}


@pytest.mark.parametrize("text", GOES_ON)
def test_a_participle_goes_on_with_its_own_sentence(text: str) -> None:
    claims = said(BEFORE + text, "en")[1:]
    assert [who for who, _ in claims] == ([GOES_ON[text]] if GOES_ON[text] else [])


ONE = {
    'Mr Dost, who had to resign over a poem in the weekly he edits, said Mr Hale "should stay" away.': (
        "Dost",
        'Mr Hale "should stay" away',
    ),
    'Sara Omar, who lost her brother in the flood, said police "did nothing" to help.': (
        "Sara Omar",
        'police "did nothing" to help',
    ),
    "The driver left the dam at once, said Mr Hale in a statement.": ("Hale", "The driver left the dam at once"),
    '"The bend is sharp." A passenger told how the bus had shaken.': ("passenger", "how the bus had shaken"),
    'Karim Dost told the Herald: "It is true that I left the town," he said.': (
        "Karim Dost",
        "It is true that I left the town",
    ),
    "The boy, who was never named, reportedly made a full recovery.": (
        "?",
        "The boy, who was never named, reportedly made a full recovery",
    ),
    "It is believed the men left for the mountains.": ("?", "the men left for the mountains"),
}


@pytest.mark.parametrize("text", ONE)
def test_who_says_what(text: str) -> None:
    assert said(text, "en") == [ONE[text]]


def test_what_a_thing_is_held_to_be_is_no_speech_of_it() -> None:
    assert said("A man believed to be the thief was seen near the dam.", "en") == []


@pytest.mark.parametrize("end", ["a charge the police rejected", "which the police reject"])
def test_what_is_rejected_is_what_they_were_accused_of(end: str) -> None:
    accused, rejected = said(f"The rebels accuse the police of burning villages, {end}.", "en")
    assert accused == ("rebels", "burning villages")
    assert rejected == ("police", "burning villages")
