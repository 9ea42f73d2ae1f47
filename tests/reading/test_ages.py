"""Ages are no numbers that were left unread; numbers that may count people are."""

from __future__ import annotations

import pytest

import khabar


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
    report = khabar.read(text, published="2022-01-07")
    assert [hole.text for hole in report.unread if hole.why == "number_unused"] == unused
