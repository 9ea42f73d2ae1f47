"""The English lexicon: every word list of the pack under one roof, by folded lower-case form.

Multi-word entries are kept apart and fused into one unit when a sentence is cut into units.  Where a new list
goes: a loader in `lists/` that is named in `LOADERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from khabar.languages.en.lists import attribution, events, numbers, people, places, sources, words
from khabar.languages.lexicon import Entry, Lexicon, lexicon_of

LOADERS: tuple[Callable[[], Iterator[Entry]], ...] = (
    words.entries,
    numbers.entries,
    people.entries,
    places.entries,
    attribution.entries,
    sources.entries,
    events.entries,
)


@cache
def lexicon() -> Lexicon:
    """All lists, read once."""
    return lexicon_of(LOADERS)
