"""People and event lists: counted people nouns, words that say what happened to them, event triggers, weapons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from khabar.languages.ar.lists.words import FOLDER
from khabar.languages.wordlists import alternatives, rows


def entries() -> Iterator[tuple[str, str, Any]]:
    """People nouns (class people, with number in `people_number`), measure words, place type words."""
    yield from ()
