"""Calendar lists: months, weekdays, deictic words, units of time, feasts."""

from __future__ import annotations

from functools import cache
from typing import Any

from khabar.languages.en.lists.words import FOLDER
from khabar.languages.wordlists import alternatives, rows
from khabar.text.fold import fold_word

Feast = tuple[str, int | None, int | None]
"""Calendar, month and day; None for movable feasts."""


@cache
def calendar_words() -> dict[str, dict[str, Any]]:
    """Folded word → class → value; what the time grammar knows of a word besides the lexicon."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows(FOLDER / "calendar.tsv"):
        value = int(row["value"]) if row["value"].lstrip("-").isdigit() else row["value"]
        for word in alternatives(row["words"]):
            found.setdefault(fold_word(word), {})[f"t_{row['class']}"] = value
    for name in feasts():
        for word in name.split():
            found.setdefault(word, {})["t_feast"] = True
    return found


@cache
def feasts() -> dict[str, Feast]:
    """Name in folded words as units cut them ("new year 's day") → its day."""
    found: dict[str, Feast] = {}
    for row in rows(FOLDER / "feasts.tsv"):
        words = row["name"].replace("'s", " 's").replace("-", " - ").split()
        day: Feast = (
            row["calendar"],
            int(row["month"]) if row["month"] else None,
            int(row["day"]) if row["day"] else None,
        )
        found[" ".join(fold_word(word) for word in words)] = day
    return found
