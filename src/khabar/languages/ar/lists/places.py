"""Place lists: words that say the kind of a place, words around place names, fixed names that only look like places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from khabar.languages.ar.lists.words import FOLDER
from khabar.languages.wordlists import alternatives, rows

# Rows of these kinds are halves of place names when they have two words ("region of the East" + "Middle").
_HALVES = ("area",)


def entries() -> Iterator[tuple[str, str, Any]]:
    """`place_type` with the kind of RECORD.md; the classes of place_words.tsv; `place_trap` with what it names."""
    for row in rows(FOLDER / "place_type_words.tsv"):
        if row["kind"] not in _HALVES or " " not in row["word"]:
            yield row["word"], "place_type", row["kind"]
    for row in rows(FOLDER / "place_words.tsv"):
        for word in alternatives(row["words"]):
            yield word, row["class"], row["value"]
    for row in rows(FOLDER / "place_traps.tsv"):
        yield row["phrase"], "place_trap", row["what"]
