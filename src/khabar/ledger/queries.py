"""What a person types in a search, as a query of the index.

Words, "phrases", a star behind the beginning of a word, AND, OR, NOT and brackets mean what they mean to the index; every word
goes through the same form as the words of the texts, and everything else that the index's own language knows is no
operator here but a letter like any other.
"""

from __future__ import annotations

import re
from typing import Final

from khabar.ledger.errors import CaseError
from khabar.ledger.words import search_form, words

_PART: Final = re.compile(r'"(?P<phrase>[^"]*)"(?P<open>\*?)|(?P<bracket>[()])|(?P<word>[^\s()"]+)')
_OPERATORS: Final = ("AND", "OR", "NOT")
_TWINS: Final = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


def index_query(asked: str) -> str:
    """The query in the index's language.  Raises CaseError where no word is left, or operators and brackets do not fit."""
    made: list[str] = []
    depth = 0
    for part in _PART.finditer(asked.translate(_TWINS)):
        bracket, word = part["bracket"], part["word"]
        if bracket:
            depth += 1 if bracket == "(" else -1
            made.append(bracket)
        elif word in _OPERATORS:
            made.append(word)
        else:
            made += _terms(part["phrase"] if word is None else word, (word or part["open"] or "").endswith("*"))
        if depth < 0:
            raise CaseError("query_brackets", query=asked)
    if depth:
        raise CaseError("query_brackets", query=asked)
    if not any(part.startswith('"') for part in made):
        raise CaseError("query_empty", query=asked)
    return " ".join(made)


def _terms(asked: str, beginning: bool) -> list[str]:
    """A word or phrase in quotation marks, as the index wants it; a word of several tokens (2022-01-07) is a phrase."""
    forms = [word.form for word in words(asked.rstrip("*"))] or [search_form(asked)]
    phrase = " ".join(form for form in forms if form)
    return [f'"{phrase}"' + (" *" if beginning else "")] if phrase else []
