"""Number lists: number words with their values, words that bound them, units they measure, words that spoil them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from khabar.languages.en.lists.words import FOLDER
from khabar.languages.number_arithmetic import whole
from khabar.languages.wordlists import alternatives, rows


def entries() -> Iterator[tuple[str, str, Any]]:
    """Number words (classes ones, teens, tens, scale …), bounds, measured units and the company of numbers."""
    for row in rows(FOLDER / "number_words.tsv"):
        value = Fraction(row["value"])
        for word in alternatives(row["words"]):
            yield word, row["class"], value if row["class"] == "fraction" else whole(value)
            if row["class"] == "ones" and value == 1:
                yield word, "one", True
    for row in rows(FOLDER / "number_modifiers.tsv"):
        for phrase in alternatives(row["phrases"]):
            yield phrase, f"bound_{row['position']}", row["bound"]
    for row in rows(FOLDER / "number_units.tsv"):
        for word in alternatives(row["words"]):
            yield word, "percent" if row["measure"] == "percent" else "measure_unit", row["measure"]
    for row in rows(FOLDER / "number_company.tsv"):
        for word in alternatives(row["words"]):
            yield word, row["class"], True
