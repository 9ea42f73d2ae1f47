"""People lists: nouns of counted people and the words that say what happened to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from khabar.languages.en.lists.words import FOLDER
from khabar.languages.wordlists import alternatives, rows


def _singular(word: str) -> str:
    """A regular plural without its ending; other words stay as they are, and so does "others", which "other" is not one of."""
    if word == "others":
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def entries() -> Iterator[tuple[str, str, Any]]:
    """Counted nouns (class people, value: the row) and state words (classes by form: state, harms, act_noun)."""
    for row in rows(FOLDER / "people_nouns.tsv"):
        for word in alternatives(row["words"]):
            yield word, "people", row
            yield _singular(word), "people", row
    for row in rows(FOLDER / "state_words.tsv"):
        for word in alternatives(row["words"]):
            yield word, row["form"], row["measure"]
