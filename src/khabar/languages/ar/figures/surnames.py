"""Victims called by their surname alone, which no list of given names has: the report tells the full name elsewhere."""

from __future__ import annotations

import re

from khabar.grammar import Unit
from khabar.languages.ar.forms.morphology import read_word

_NAMELIKE = frozenset(("name", "toponym", "name_part", "maybe_bi", "maybe_li", "maybe_ka"))
_SHORTEST = 3
_TITLE = frozenset(("role", "+al"))


def is_told_in_full(word: Unit, text: str) -> bool:
    """Whether a word that no list explains stands behind a given name, or a title with the article, somewhere in the report."""
    if len(word.view) < _SHORTEST or not word.signature <= _NAMELIKE:
        return False
    behind = re.finditer(rf"(\w+) +{re.escape(word.text)}(?!\w)", text)
    return any(_calls(read_word(found[1]).signature) for found in behind)


def _calls(before: frozenset[str]) -> bool:
    """Whether a word with these classes may stand right before a surname: a given name, or the title of one person."""
    return "given" in before or before >= _TITLE
