"""Words beside place names: type words, frames, and the words that make a name an organisation's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from khabar.languages.en.lists.words import FOLDER
from khabar.languages.wordlists import alternatives, rows


def entries() -> Iterator[tuple[str, str, Any]]:
    """Rows of place_words.tsv: class, then its words."""
    for row in rows(FOLDER / "place_words.tsv"):
        for word in alternatives(row["words"]):
            yield word, row["class"], True
