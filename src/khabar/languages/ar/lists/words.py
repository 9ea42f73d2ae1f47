"""Function words: the small closed classes that rules name (complementisers, prepositions, particles)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from khabar.languages.wordlists import alternatives, rows
from khabar.text.fold import fold_word

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


@cache
def beside_cues(kind: str) -> frozenset[str]:
    """The words of a class of beside_cues.tsv, folded: whole forms that a rule looks up, no classes that readings carry."""
    listed = rows(FOLDER / "beside_cues.tsv")
    return frozenset(fold_word(word) for row in listed if row["class"] == kind for word in alternatives(row["words"]))
