"""English claims as news agencies write them: who speaks, and where what they say begins and ends."""

from __future__ import annotations

import pytest

import khabar
from read_claims import said

ONE = {
    "A driver told Aktau TV's Anna Harlow that the road was shut.": ("driver", "the road was shut"),
    'A driver told CNN\'s "Good Morning Valley" the road was shut.': ("driver", "the road was shut"),
    "Hale said on his own Twitter feed that the road was shut.": ("Hale", "the road was shut"),
    "A spokesman for the Rovian special forces command at its base in Dost, Rovia, said the road was shut.": (
        "spokesman for the Rovian special forces command",
        "the road was shut",
    ),
    "The envoy urged the parties to the conflict to lay down their arms.": ("envoy", "lay down their arms"),
    "Senator Jon Hale of Aktau, the No. 3 Democrat in the chamber, said the road was shut.": (
        "Jon Hale",
        "the road was shut",
    ),
    "The village was in sync with Ada Moreno, who believes the dam is safe.": ("Ada Moreno", "the dam is safe"),
    "It gave fresh bread to herders who say the dam is safe.": ("herders", "the dam is safe"),
    "Herders demanding the release of grain walked to the mill.": ("Herders", "the release of grain"),
    "The rebels are accused by the government of burning mills.": ("government", "burning mills"),
    "The agency cited a clerk as saying the dam was safe.": ("clerk", "the dam was safe"),
    "The bishop dismissed reports of a crack in the dam.": ("bishop", "reports of a crack in the dam"),
}


@pytest.mark.parametrize("text", ONE)
def test_one_claim(text: str) -> None:
    assert said(text, "en") == [ONE[text]]


def test_a_clause_behind_a_participle_keeps_its_verb() -> None:
    words = "An email from a clerk claiming the account was frozen reached hundreds."
    assert said(words, "en")[0][1].startswith("the account was frozen")


def test_no_ends_a_sentence_where_no_number_follows() -> None:
    assert len(khabar.read("The mayor said no. He left.", language="en").claims) == 1


TOLD = {
    "State television, citing the interior ministry, said Dost had left.": [
        ("interior ministry", "Dost had left"),
        ("State television", "Dost had left"),
    ],
    "The army warned residents of the town that it would shut the road.": [("army", "it would shut the road")],
    "The army warned that it would shut the road.": [("army", "it would shut the road")],
    "The army, denying the report, said its men had stayed.": [("army", "the report"), ("army", "its men had stayed")],
    "The army blamed rebels for the attack on Dost.": [("army", "the attack on Dost")],
    "The president's office said the road was shut. President Jon Hale left. The president said it would open.": [
        ("president's office", "the road was shut"),
        ("Jon Hale", "it would open"),
    ],
    "The government announced a rise in prices, state media reported.": [
        ("government", "a rise in prices"),
        ("state media", "The government announced a rise in prices"),
    ],
    "Videos posted on the site were old.": [],
    "A ministry statement said 12 people had died.": [("ministry", "12 people had died")],
}


@pytest.mark.parametrize("text", TOLD)
def test_who_tells_whom_beside_whom(text: str) -> None:
    assert said(text, "en") == TOLD[text]
