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
    return _with_events(lexicon_of(LOADERS))


def _with_events(found: Lexicon) -> Lexicon:
    """The lexicon with the phrases that another list names and that are wordings of an event marked as such (a telephone call
    is a medium too).
    """
    for parts, classes in (phrase for phrases in found.phrases.values() for phrase in phrases):
        words = tuple(map(events.bare, parts))
        for tail in found.words.get(words[0], {}).get("event_head", ()):
            if tail.words == words[1:]:
                classes.setdefault("event_noun", tail.word)
    return found
