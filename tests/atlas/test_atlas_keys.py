"""Keys: what is written differently and means the same name gets the same key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.atlas import key_of, word_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sana'a", "Sanaa"),
        ("Sana’a", "sanaa"),
        ("St. Louis", "St Louis"),
        ("Bogotá", "BOGOTA"),
        ("Łódź", "Lodz"),
        ("Port-au-Prince", "port au prince"),
        ("أُوكرانيا", "اوكرانيا"),
        ("شرم الشيخ", "شـرم  الشيخ"),
        ("كرم أبو-سالم", "كرم ابو سالم"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other) != ""


def test_different_names_keep_different_keys() -> None:
    assert len({key_of(name) for name in ("Mali", "Malé", "Malawi", "مالي", "ملاوي")}) == 5


@given(st.text(max_size=40))
def test_a_key_is_its_own_key_and_holds_single_spaces(text: str) -> None:
    key = key_of(text)
    assert key_of(key) == key
    assert key == " ".join(key.split(" ")) == key.strip()
    assert "  " not in key


@given(st.lists(st.text(alphabet="abcdéşžأبتثجةى", min_size=1, max_size=6), min_size=1, max_size=4))
def test_the_key_of_a_name_is_the_keys_of_its_words(words: list[str]) -> None:
    assert key_of(" - ".join(words)) == " ".join(word_key(word) for word in words)
