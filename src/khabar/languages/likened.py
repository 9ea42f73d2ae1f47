"""Words by which two tellings are compared, from the lists of all packs: a report may be told in two languages.

The rows of `words/likened.tsv` are the beginnings of words, so that one row stands for a noun in all its numbers, or for a
stem; of which sort a row is its column `kind` says.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, Literal

from khabar.languages.wordlists import rows
from khabar.text.fold import fold_word

_FOLDER: Final = Path(__file__).parent
Kind = Literal["state", "foe", "anybody", "fallen", "others", "captures"]
"""Who bears arms for a state, who against one; people as such; whom something befell; "others"; taking captive in war."""


@cache
def begun(kind: Kind) -> tuple[str, ...]:
    """The folded beginnings of the words of a kind, of all languages."""
    lists = sorted(_FOLDER.glob("*/words/likened.tsv"))
    return tuple(fold_word(row["begins"]) for file in lists for row in rows(file) if row["kind"] == kind)
