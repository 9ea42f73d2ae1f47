"""The words of a text as full-text search knows them, each with its place in the source.

Arabic glues articles and prepositions to a word and spells it loosely; whoever looks for الرئاسة wants للرئاسه too.  So a word is
folded, and loses its article with what is glued before it.  A conjunction or preposition without an article stays: too
many words begin with those letters (وزير, كتاب).  English words are brought to their stems by the index itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

import apsw

from khabar.text.fold import fold_word
from khabar.text.tokens import Kind, tokens

VERSION: Final = "1"
"""Raised when words are folded otherwise: the search of older cases is made anew."""
_ALEF, _LAM = "\u0627", "\u0644"
_ARTICLES: Final = tuple(
    before + article
    for before in ("", "\u0648", "\u0641", "\u0628", "\u0643", "\u0648\u0628", "\u0641\u0628", "\u0648\u0643")
    for article in (_ALEF + _LAM,)
) + tuple(before + _LAM + _LAM for before in ("", "\u0648", "\u0641"))
_LONGEST_FIRST: Final = tuple(sorted(_ARTICLES, key=len, reverse=True))
_LEAST: Final = 2
"""Letters that must be left of a word (حي, دم)."""
_WELL_KNOWN: Final = "\u0700"
"""Latin, Greek, Cyrillic, Hebrew and Arabic stand below: letters to everybody."""


class Word(NamedTuple):
    """A word of the index and where it stands in the source."""

    form: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """The words and numbers of a text in their order.  The n-th is the n-th token of the index."""
    for token in tokens(text):
        if token.kind in (Kind.WORD, Kind.NUMBER):
            form = search_form(token.text)
            if form:
                yield Word(form, token.start, token.end)


@lru_cache(maxsize=1 << 16)
def search_form(word: str) -> str:
    """The form under which a word is found; "" where nothing of it can be looked for.  Idempotent."""
    form = _letters(fold_word(word))
    for article in _LONGEST_FIRST:
        if form.startswith(article) and len(form) >= len(article) + _LEAST:
            return search_form(form.removeprefix(article))
    return form


def _letters(form: str) -> str:
    """Letters and digits only: the index parts a word at everything else, and would count two."""
    return "".join(c for c in form if c.isalnum() and _is_letter_of_the_index(c))


@lru_cache(maxsize=1 << 12)
def _is_letter_of_the_index(letter: str) -> bool:
    """The index knows another Unicode than Python: a letter that it takes for a mark would count two words as well."""
    return letter < _WELL_KNOWN or bool(_index()(letter.encode(), apsw.FTS5_TOKENIZE_DOCUMENT, None))


@cache
def _index() -> apsw.FTS5Tokenizer:
    return apsw.Connection(":memory:").fts5_tokenizer("unicode61", [])
