"""Function words: the small closed classes that rules name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from khabar.languages.wordlists import alternatives, rows

FOLDER = Path(__file__).parent.parent / "words"


def entries() -> Iterator[tuple[str, str, Any]]:
    """Rows of function_words.tsv: class, then its words."""
    for row in rows(FOLDER / "function_words.tsv"):
        for word in alternatives(row["words"]):
            yield word, row["class"], True
