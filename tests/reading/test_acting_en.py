"""Whom "he" and "she" mean in English: whoever the sentence before, or the sentence itself, is about."""

from __future__ import annotations

import pytest

import khabar


def last_speaker(text: str) -> str:
    """Who speaks in the last claim of a report."""
    return khabar.read(text, published="2022-01-07", language="en").claims[-1].speaker_name


POLICE = "Police said the road was safe. "

TAKEN_UP = {
    'Jon Marlow works at a cafe on the quay.\n"It was planned," he told reporters.': "Jon Marlow",
    'Jon Marlow works at a cafe. It was full that night. "It was planned," he said.': "Jon Marlow",
    'Maya Wren and her husband Tony saw it from a balcony.\n"We ran," she said.': "Maya Wren",
    "Maya Wren and her husband Tony saw it from a balcony. She said it looked like a kite.": "Maya Wren",
    "Temir drove the bus and his brother slept. He said it was late.": "Temir",
    'A farmer from Dost lost two cows. "They were all I had," he said.': "farmer from Dost",
    "Pavel Orlin fled over the wall, but he says the gate was open.": "Pavel Orlin",
    'Murat, a baker in Dost, has closed his shop.\n"Nobody came," he said.': "Murat",
    "A gunman was held at the mill; he said nobody had sent him.": "gunman",
    "The attacker fled to the hills. He said nobody had sent him.": "attacker",
    "When Tomas Hale visited the mill in May, he praised its crew.": "Tomas Hale",
    'Adm. Joss Penn leads the fleet. "We are ready," he said.': "Joss Penn",
    "At least one man drowned at the dam, the mayor, Jon Penn, told us. He denied that it was full.": "Jon Penn",
    "The ministry issued a statement on Monday. It said the wells were dry.": "ministry",
    'Jon Penn wrote a letter to the council. It read: "The wells are dry."': "Jon Penn",
    "Jon Penn wrote a letter to the council. He said the wells were dry.": "Jon Penn",
}


@pytest.mark.parametrize("text", TAKEN_UP)
def test_he_is_whom_the_sentence_before_is_about_though_nobody_spoke_in_it(text: str) -> None:
    assert last_speaker(POLICE + text) == TAKEN_UP[text]


GOES_ON = {
    'Pavel Orlin seems tired, said Ada Moreno, a nurse in Dost. "He wants rest," she said.': "Ada Moreno",
    'Politically, that was hard. "I lost," he said.': "Jon Hale",
    'Ada Moreno reads to her son in the yard. "The wells are dry," he said.': "Jon Hale",
    'Harsh and wet, winter came early. "The wells are dry," he said.': "Jon Hale",
}


@pytest.mark.parametrize("text", GOES_ON)
def test_who_was_quoted_goes_on_where_the_sentence_between_is_about_nobody_whom_he_fits(text: str) -> None:
    assert last_speaker('"The wells are full," Mr. Jon Hale said. ' + text) == GOES_ON[text]


def test_he_is_not_she_from_then_on() -> None:
    told = 'Maya Wren lives by the river. "It rose fast," she said. Nobody slept. "It was loud," he said.'
    assert last_speaker(told) == "?"


def test_police_are_no_she() -> None:
    assert last_speaker(POLICE + "Nobody slept. She said it was loud.") == "?"


def test_of_two_nobody_is_he() -> None:
    assert (
        last_speaker('Jon Hale said it rained. Pavel Orlin and Ada Moreno met at noon. "It rained," he said.')
        == "Jon Hale"
    )
