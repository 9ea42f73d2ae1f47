"""The words of the index: folded, without article, each at its place; and queries that go through the same forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.ledger import CaseError
from khabar.ledger.queries import index_query
from khabar.ledger.words import search_form, words


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("الرئاسه", "للرئاسة"), ("ان", "أنّ"), ("الأمن", "وبالامن"), ("رئاسة", "والرئاسة"), ("حي", "الحي"),
        ("التزام", "الالتزام"), ("اليوم", "ليوم"[1:]), ("REPORT", "report"),
    ],
)  # fmt: skip
def test_words_that_a_reader_takes_for_one_are_one(asked: str, written: str) -> None:
    assert search_form(asked) == search_form(written)


@pytest.mark.parametrize(("one", "other"), [("وزير", "زير"), ("كتاب", "تاب"), ("بلد", "لد"), ("فرح", "رح")])
def test_letters_that_only_look_glued_stay(one: str, other: str) -> None:
    assert search_form(one) != search_form(other)


@given(st.text(max_size=80))
def test_every_word_stands_where_it_says_and_is_one_token_of_the_index(text: str) -> None:
    for word in words(text):
        assert 0 <= word.start < word.end <= len(text)
        assert word.form
        assert all(c.isalnum() for c in word.form)
        assert search_form(text[word.start : word.end]) == word.form


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        ("الأمن", '"امن"'),
        ('الأمن OR "حالة الطوارئ"', '"امن" OR "حاله طواري"'),
        ("مصاد*", '"مصاد" *'),
        ("(a OR b) NOT c", '( "a" OR "b" ) NOT "c"'),
        ("«بيان رسمي»", '"بيان رسمي"'),
        ("2022-01-07", '"2022 01 07"'),
        ("words:kill NEAR", '"words kill" "near"'),
    ],
)
def test_queries(asked: str, query: str) -> None:
    assert index_query(asked) == query


@pytest.mark.parametrize(
    ("asked", "reason"),
    [("(a", "query_brackets"), ("a)", "query_brackets"), ("OR", "query_empty"), ("؟", "query_empty")],
)
def test_queries_that_mean_nothing_are_refused(asked: str, reason: str) -> None:
    with pytest.raises(CaseError) as error:
        index_query(asked)
    assert error.value.reason == reason


def test_letters_that_the_index_takes_for_marks_part_no_word() -> None:
    assert [word.form for word in words("a\u19b0b c")] == ["ab", "c"]
