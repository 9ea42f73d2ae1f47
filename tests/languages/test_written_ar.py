"""Words that folding makes one are told apart by their letters, whatever vowel signs they carry."""

from __future__ import annotations

import pytest

from khabar.languages.ar.forms.morphology import read_word
from khabar.languages.ar.forms.written import as_written

APART = [
    ("آلية", "إليه", "prep_pron"),
    ("آليةً", "إليه", "prep_pron"),
    ("قويّ", "قوى", "org_head"),
    ("ياسرُ", "يأسر", "event_verb"),
    ("قتلة", "قتله", "event_noun"),
    ("أمام", "إمام", "role"),
]


@pytest.mark.parametrize(("word", "like", "known"), APART)
def test_a_word_is_not_what_another_of_its_folded_letters_is(word: str, like: str, known: str) -> None:
    assert known not in as_written(word, read_word(word)).signature
    assert known in as_written(like, read_word(like)).signature


@pytest.mark.parametrize(
    ("word", "rest"),
    [("بولاية", "place_strict"), ("بوسط", "inside"), ("لأحد", "one_of_them"), ("بسان", "place_head")],
)
def test_a_preposition_is_cut_from_words_that_rare_names_and_verbs_are_spelt_like(word: str, rest: str) -> None:
    """In the state of, in the middle of, to one of, in San X."""
    read = read_word(word).signature
    assert rest in read
    assert read & {"+bi", "+li"}


@pytest.mark.parametrize("word", ["بيت", "بعد", "بقي", "بدير", "بيتنا", "لبيد"])
def test_a_word_of_its_own_keeps_its_first_letter(word: str) -> None:
    assert not read_word(word).signature & {"+bi", "+li"}
