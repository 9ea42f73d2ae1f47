"""Function words: the small closed classes that rules name (complementisers, prepositions, particles)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from khabar.languages.wordlists import alternatives, rows

FOLDER = Path(__file__).parent.parent / "words"


def entries() -> Iterator[tuple[str, str, Any]]:
    """Rows of function_words.tsv and status_words.tsv: class, then its words; the given names of the wider world."""
    for file in ("function_words.tsv", "status_words.tsv"):
        for row in rows(FOLDER / file):
            for word in alternatives(row["words"]):
                yield word, row["class"], True
    for row in rows(FOLDER / "given_names.tsv"):
        yield row["name"], "given", True
        yield row["name"], "foreign_given", True
