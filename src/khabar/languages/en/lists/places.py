"""Words beside place names: type words, frames, and the words that make a name an organisation's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from khabar.languages.en.lists.words import FOLDER
from khabar.languages.wordlists import alternatives, rows


def entries() -> Iterator[tuple[str, str, Any]]:
    """Rows of place_words.tsv: class, then its words; class us_state (its full name) of the short forms of American states."""
    for row in rows(FOLDER / "place_words.tsv"):
        for word in alternatives(row["words"]):
            yield word, row["class"], True
    for short, name in us_states().items():
        yield short, "us_state", name


@cache
def us_states() -> dict[str, str]:
    """American states by their short forms."""
    return {short: row["name"] for row in rows(FOLDER / "us_states.tsv") for short in alternatives(row["words"])}
