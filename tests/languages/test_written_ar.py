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
