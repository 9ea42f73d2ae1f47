"""English figures as news agencies tell them: whose fate stands behind names, parts of a toll, people by their country."""

from __future__ import annotations

import pytest

import khabar


def counted(text: str) -> list[tuple[str, str, str | None]]:
    """Words, measure and kind of every figure of a text."""
    return [(f.text, f.measure, f.count_kind) for f in khabar.read(text, language="en").figures]


TOLD = {
    "Two Rovian men, Ada Hale and tailor Jon Penn, were also killed.": [("Two", "killed", None)],
    "At least three Turks and three Iraqis were among the 84 people killed.": [
        ("At least three", "killed", "subset"),
        ("three", "killed", "subset"),
        ("84", "killed", None),
    ],
    "Three Frenchmen were among the dead.": [("Three", "killed", "subset")],
    "Police arrested six Afghans.": [("six", "arrested", None)],
    "The blast killed 12 Iraqis and two Germans.": [("12", "killed", None), ("two", "killed", None)],
    "At least 84 miners, including 10 women, have died.": [
        ("At least 84", "killed", None),
        ("10", "killed", "subset"),
    ],
    "Some 43 people have died and 112 others are in hospital.": [("Some 43", "killed", None), ("112", "injured", None)],
    "Scores of people were trampled to death.": [("Scores", "killed", None)],
    "Rebels free 21 girls held captive in Dost.": [("21", "released", None)],
    "The 197 girls still held captive are well.": [("197", "abducted", None)],
    "Thousands of revellers fled.": [("Thousands", "displaced", None)],
    "The flood killed 10 U.S. tourists and two drivers.": [("10", "killed", None), ("two", "killed", None)],
    "Thousands fled but two women suffered minor injuries.": [
        ("Thousands", "displaced", None),
        ("two", "injured", None),
    ],
    "Two men, who gave no names, left.": [("Two", "other", None)],
}


@pytest.mark.parametrize("text", TOLD)
def test_counts_and_what_happened_to_them(text: str) -> None:
    assert counted(text) == TOLD[text]
