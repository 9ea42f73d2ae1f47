"""The Arabic lexicon: every word list of the pack under one roof, by folded form.

A list gives its words one or more classes; a class name is what rules ask for.  Multi-word entries are kept apart
and fused into one unit when a sentence is cut into units.  Where a new list goes: a loader here, or in a module of
its own that is named in `LOADERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from khabar.languages.ar.lists import attribution, calendar, events, numbers, people, places, words
from khabar.languages.lexicon import Entry, Lexicon, lexicon_of

LOADERS: tuple[Callable[[], Iterator[Entry]], ...] = (
    words.entries,
    numbers.entries,
    calendar.entries,
    attribution.entries,
    people.entries,
    places.entries,
    events.entries,
)


@cache
def lexicon() -> Lexicon:
    """All lists, read once."""
    return lexicon_of(LOADERS)
