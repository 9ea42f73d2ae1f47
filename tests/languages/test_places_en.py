"""English places: American states as papers shorten them behind a town."""

from __future__ import annotations

import pytest

import khabar


def places(text: str) -> list[tuple[str, str]]:
    """Words and name of every place of a text."""
    return [(p.text, p.name) for p in khabar.read(text, language="en").places]


SHORT = {
    "Jon Hale, 54, of Slidell, La., was fined on Monday.": [("Slidell", "Slidell"), ("La.", "Louisiana")],
    "Police in Topeka, KS, closed the road.": [("Topeka", "Topeka"), ("KS", "Kansas")],
    "A mill burned in Albany, N.Y., on Monday.": [("Albany", "Albany"), ("N.Y.", "New York")],
    "Fire swept through Manchester, N.H., on Monday.": [("Manchester", "Manchester"), ("N.H.", "New Hampshire")],
    "They left, Miss. Hale said.": [],
    "Ore was found in May, and La Scala closed.": [],
    "Jon Hale (R-Fla.) left.": [],
    "A clerk of Dost, South East London, left.": [("London", "London")],
    "He told France Info and Agence France-Presse.": [],
    "The US State Department and the UK Foreign Office agreed.": [],
}


@pytest.mark.parametrize("text", SHORT)
def test_states_in_short(text: str) -> None:
    assert places(text) == SHORT[text]
