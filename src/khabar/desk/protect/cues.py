"""The list of cue words, by what they tell: that a name follows, in what danger its bearer is, that a number is an age."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from khabar.atlas import word_key
from khabar.desk.protect.spelling import canonical

_LIST = Path(__file__).with_name("cues.tsv")


def _rows() -> Iterator[tuple[str, str, list[str]]]:
    for line in _LIST.read_text(encoding="utf-8").splitlines()[1:]:
        if line and not line.startswith("#"):
            kind, language, words = line.split("\t")
            yield kind, language, words.split("|")


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of a class as keys, with the articles that they are listed with."""
    return frozenset(word_key(word) for of, _, words in _rows() if of == kind for word in words)


@cache
def bare_words_of(kind: str) -> frozenset[str]:
    """The same without articles."""
    return frozenset(map(canonical, words_of(kind)))


@cache
def one_of(kind: str) -> str:
    """The words of a class as an alternation, longest first, in the spellings that stand in the list."""
    words = {word for of, _, several in _rows() if of == kind for word in several}
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
