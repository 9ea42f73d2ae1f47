"""Names by their sound: an Arabic spelling finds the Latin name it stands for, and no other."""

from __future__ import annotations

import pytest

from khabar.atlas import Gazetteer
from khabar.atlas.sound import agree, index_of, of_arabic, of_latin


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("باخموت", "Bakhmut"),
        ("تشاسيف يار", "Chasiv Yar"),
        ("الرضمة", "Ar Radmah"),
        ("بيوغلو", "Beyoğlu"),
        ("كريفي ريه", "Kryvyi Rih"),
        ("نازران", "Nazran District"),
    ],
)
def test_one_name_in_two_scripts_agrees(arabic: str, latin: str) -> None:
    assert agree(of_arabic(arabic), of_latin(latin))


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("الرضمة", "Rudum"),  # the Arabic ends with a vowel
        ("باخموت", "Bakhmat"),  # a long u is no a
        ("البركة", "Bariq"),
        ("الشلايل", "As Sulayyil"),  # sh is no s
    ],
)
def test_names_that_only_look_alike_do_not(arabic: str, latin: str) -> None:
    assert not agree(of_arabic(arabic), of_latin(latin))


def test_short_names_are_told_by_no_sound() -> None:
    assert index_of(of_arabic("كونا")) is None
    assert Gazetteer().heard("كونا", "ML") == ()


def test_the_atlas_finds_a_district_of_the_country_asked_for() -> None:
    assert {place.name for place in Gazetteer().heard("باخموت", "UA")} == {"Bakhmut"}
    assert Gazetteer().heard("باخموت", "EG") == ()
