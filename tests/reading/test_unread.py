"""What is listed as unread: numbers that could have counted somebody, and none that say themselves that they count nobody."""

from __future__ import annotations

import pytest

from khabar.reading.report import About, read_report


def numbers(text: str) -> list[str]:
    """The numbers of a text that stand in no item."""
    return [u.text for u in read_report(text, About(published="2024-06-13")).unread if u.why == "number_unused"]


@pytest.mark.parametrize(
    ("text", "unused"),
    [
        ("قُتل سالم النوري (45) وابنته ليلى (12) في قصف على السدر.", []),
        ("أصيب ثلاثة أطفال أعمارهم 7 و9 و12 سنة في القصف.", []),
        ("أوقفت الشرطة شاباً (23 سنة) في السدر.", []),
        ("وقع الهجوم في السدر، وأغلقت الشرطة تالين (45) وريغا (12).", ["45", "12"]),
        ("Salim Nouri, 45, said shelling had destroyed his house.", []),
        ("Police arrested Omar Hadi (34) and his brother, 29, on Monday.", []),
        ("Two girls, aged 7 and 9, were killed in the attack.", []),
        ("A 12-year-old boy was killed in the shelling.", []),
        ("Officials said the list held 45 and 12 in Tallinn.", ["45", "12"]),
    ],
)
def test_ages_are_not_listed_as_unused_numbers(text: str, unused: list[str]) -> None:
    assert numbers(text) == unused


@pytest.mark.parametrize(
    "text",
    [
        "A 34-year-old driver said the road was shut.",
        "Idris Malan, 41, said the road was shut.",
        "Boys aged between 4 and 17 slept there, a nurse said.",
        "The lorry hit a four-storey house, police said.",
        "The strike came two days after the fair, police said.",
        "The road was shut, according to two officials.",
        "A quake of magnitude 6.4 was felt in Orvan, police said.",
    ],
)
def test_ages_and_measures_are_no_holes(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    "text", ["The envoy, Ada Moreno, named 41 wells, police said.", "He has 34 goats, police said."]
)
def test_things_counted_are(text: str) -> None:
    assert len(numbers(text)) == 1
