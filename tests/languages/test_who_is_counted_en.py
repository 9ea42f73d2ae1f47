"""English figures: who of those a sentence names is counted among the victims, and who did it to them."""

from __future__ import annotations

import pytest

import khabar


def counted(text: str) -> list[tuple[str, str]]:
    """Words and measure of every figure of a text."""
    figures = khabar.read(text, published="2022-01-07", language="en").figures
    return [(f.text, f.measure) for f in figures]


DOERS = {
    "Four policemen killed a boy in Taraz.": [("Four", "other"), ("boy", "killed")],
    "Two guards detained a driver.": [("Two", "other"), ("driver", "arrested")],
    "Two rebels killed three soldiers in Taraz.": [("Two", "other"), ("three", "killed")],
    "Ten soldiers captured the bridge.": [("Ten", "forces")],
    "A man was killed by two policemen.": [("man", "killed"), ("two", "other")],
    "A soldier who shot a boy was praised.": [],
    "Two guards were sent to arrest a judge.": [("Two", "other")],
    "Two officers killed in the flood were brothers.": [("Two", "killed")],
    "Rebels freed 20 girls kidnapped more than two years ago.": [("20", "released")],
}
WHOSE = {
    "The mother of a young boy was killed in the flood.": [("mother", "killed")],
    "The bodyguard of a minister was wounded.": [("bodyguard", "injured")],
    "A nurse who was visiting her daughter was also killed.": [("nurse", "killed")],
    "A man whose brother was killed left the town.": [],
    "A farmer, Karim Dost, was killed when his tractor hit a mine.": [("farmer", "killed")],
    "A woman aged 34 was killed.": [("woman", "killed")],
    "A fourth hostage drowned when the boat overturned.": [("hostage", "killed")],
    "A fifth captive was shot dead in May.": [("captive", "killed")],
    "Another man was wounded.": [("man", "injured")],
    "Her husband was shot dead.": [("husband", "killed")],
    "A Turk was wounded by soldiers.": [("Turk", "injured")],
    "Gunmen killed the judge's friend.": [],
    "The man fled the scene.": [],
    "The crew was rescued.": [],
}
PARTS = {
    "Two women and the driver died when the bus overturned.": [("Two", "killed"), ("driver", "killed")],
    "Half of the 80 passengers died.": [],
    "None of the 80 passengers died.": [],
    "A third of the 90 miners died.": [],
    "Seven of the nine hostages were freed.": [("Seven", "released")],
    "Eight people had serious injuries.": [("Eight", "injured")],
    "More than 50 people were taken to hospital.": [("More than 50", "injured")],
    "Five people have been shot in the market.": [("Five", "casualties")],
    "Forty miners remain trapped underground.": [("Forty", "casualties")],
    "The two climbers were rescued from the mountain.": [("two", "rescued")],
}


@pytest.mark.parametrize("text", [*DOERS, *WHOSE, *PARTS])
def test_who_is_counted(text: str) -> None:
    assert counted(text) == {**DOERS, **WHOSE, **PARTS}[text]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two more people died in hospital.", "increment"),
        ("Another ten people were wounded.", "increment"),
        ("A further ten people were wounded.", "increment"),
        ("The blast killed two people and wounded another ten.", None),
    ],
)
def test_what_adds_to_a_count_told_elsewhere(text: str, kind: str | None) -> None:
    figure = khabar.read(text, published="2022-01-07", language="en").figures[-1]
    assert figure.count_kind == kind
    assert figure.of is None or "more" not in figure.of.text


TOLD = {
    "Three children were among the dead, including a 4-year-old girl.": [("Three", "killed"), ("girl", "killed")],
    "Three nurses had also been killed this week.": [("Three", "killed")],
    "Three others have since died.": [("Three", "killed")],
    "The blast killed six and injured 15, a doctor and an official said.": [("six", "killed"), ("15", "injured")],
}


@pytest.mark.parametrize("text", TOLD)
def test_what_befell_them(text: str) -> None:
    assert counted(text) == TOLD[text]
