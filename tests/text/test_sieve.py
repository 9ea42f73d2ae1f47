"""A sieve lets every key of its table pass and hardly any other; without one everything passes."""

from __future__ import annotations

import sqlite3
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from khabar.text.sieve import holder, keep, kept, sieve_of

WORDS = st.text(st.characters(codec="utf-8"), max_size=12)


@given(st.lists(WORDS, max_size=60))
def test_every_key_passes(keys: list[str]) -> None:
    holds = holder(sieve_of(keys))
    assert all(holds(key) for key in keys)


def test_hardly_any_other_word_passes() -> None:
    words = [sha256(str(number).encode()).hexdigest()[:8] for number in range(10_000)]
    holds = holder(sieve_of(words[:5000]))
    assert sum(map(holds, words[5000:])) < 500


def test_a_lone_surrogate_is_asked_for_without_complaint() -> None:
    assert not holder(sieve_of([]))("\ud800")


def test_it_is_kept_with_its_table_and_a_table_without_one_lets_everything_pass() -> None:
    table = sqlite3.connect(":memory:")
    assert kept(table, "words")("anything")
    keep(table, "words", ["one", "two"])
    holds = kept(table, "words")
    assert holds("one")
    assert not holds("three")
    assert kept(table, "others")("anything")
    table.close()
