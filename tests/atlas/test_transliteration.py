"""Latin and Arabic spellings of one name: a frame that fits letter for letter, measured on the pairs of the name list."""

from __future__ import annotations

import random
import sqlite3
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.atlas import may_be_one_name, may_be_one_word

PAIRS = Path(__file__).resolve().parents[2] / "build/data/arabic_name_romanizer/resources/names.sqlite3"


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("توكاييف", "Tokayev"), ("غوتيريس", "Guterres"), ("نزارباييف", "Nazarbayev"), ("بوتين", "Putin"),
        ("أردوغان", "Erdoğan"), ("اردوغان", "Erdogan"), ("باشليه", "Bachelet"), ("شولتس", "Scholz"), ("تورك", "Türk"),
        ("السيسي", "al-Sisi"), ("السيسي", "Sissi"), ("هنية", "Haniyeh"), ("جمال", "Gamal"), ("جمال", "Jamal"),
        ("نتنياهو", "Netanyahu"), ("زيلينسكي", "Zelenskyy"), ("دوجاريك", "Dujarric"), ("يحيى", "Yahya"),
    ],
)  # fmt: skip
def test_writings_of_one_word(arabic: str, latin: str) -> None:
    assert may_be_one_word(arabic, latin)


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("بايدن", "Putin"), ("ماكرون", "Cameron"), ("توكاييف", "Tokarev"), ("عباس", "Abbasi"), ("حسن", "Hussein"),
        ("سليم", "Salman"), ("البرهان", "Ibrahim"), ("درويش", "Dawish"), ("من", "Min"), ("سعد", "Sa"),
    ],
)  # fmt: skip
def test_words_that_only_look_alike(arabic: str, latin: str) -> None:
    assert not may_be_one_word(arabic, latin)


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("قاسم جومارت توكاييف", "Kassym-Jomart Tokayev"), ("عبد الفتاح البرهان", "Abdel Fattah al-Burhan"),
        ("شي جين بينغ", "Xi Jinping"), ("صلاح الدين", "Salah ad-Din"),
    ],
)  # fmt: skip
def test_whole_names_however_their_words_are_parted(arabic: str, latin: str) -> None:
    assert may_be_one_name(arabic, latin)


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_two_texts_can_be_asked_about(arabic: str, latin: str) -> None:
    assert may_be_one_name(arabic, latin) in (True, False)


@pytest.mark.skipif(not PAIRS.is_file(), reason="the data wheel of names is unpacked by set-up only")
def test_listed_pairs_fit_and_chance_pairs_do_not() -> None:
    with sqlite3.connect(PAIRS) as names:
        found = names.execute("SELECT arabic_key, latin FROM units WHERE role = 'surname' AND source = 'wikidata'")
        pairs = [(a, b) for a, b in found if len(a) > 2 and len(b) > 2 and b.isascii()]
    chance = random.Random(1)  # noqa: S311 - a sample, no secret
    sample = chance.sample(pairs, 1500)
    fitting = sum(may_be_one_name(arabic, latin) for arabic, latin in sample)
    crossed = [(chance.choice(sample), chance.choice(sample)) for _ in range(15_000)]
    wrong = sum(one[0] != other[0] and may_be_one_name(one[0], other[1]) for one, other in crossed)
    assert fitting / len(sample) > 0.9
    assert wrong / len(crossed) < 0.002


def test_words_without_consonants_are_one_with_nothing() -> None:
    assert not may_be_one_word("\u064b\u064c\u064d", "abc")
    assert not may_be_one_word("ـــ", "abc")


def test_names_made_up_of_vowels_take_no_time() -> None:
    started = time.process_time()
    assert not may_be_one_name("عا" * 12 + "ق", "ae" * 40 + "b")
    assert not may_be_one_name("عاب" * 12 + "ق", "aeb" * 12 + "x")
    assert time.process_time() - started < 2
