"""The English lexicon: every word list of the pack under one roof, by folded lower-case form.

Multi-word entries are kept apart and fused into one unit when a sentence is cut into units.  Where a new list
goes: a loader in `lists/` that is named in `LOADERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from khabar.languages.en.lists import attribution, events, numbers, people, places, sources, words
from khabar.text.fold import fold_word

Entry = tuple[str, str, Any]
"""Word or phrase as written, class, value."""

LOADERS: tuple[Callable[[], Iterator[Entry]], ...] = (
    words.entries,
    numbers.entries,
    people.entries,
    places.entries,
    attribution.entries,
    sources.entries,
    events.entries,
)


class Lexicon(NamedTuple):
    """`words`: folded word → class → value.  `phrases`: first word → (all words, classes), longest first."""

    words: dict[str, dict[str, Any]]
    phrases: dict[str, list[tuple[tuple[str, ...], dict[str, Any]]]]


@cache
def lexicon() -> Lexicon:
    """All lists, read once."""
    words_: dict[str, dict[str, Any]] = {}
    phrases: dict[tuple[str, ...], dict[str, Any]] = {}
    for load in LOADERS:
        for written, name, value in load():
            parts = tuple(fold_word(part) for part in written.split())
            target = words_.setdefault(parts[0], {}) if len(parts) == 1 else phrases.setdefault(parts, {})
            target.setdefault(name, value)
    by_first: dict[str, list[tuple[tuple[str, ...], dict[str, Any]]]] = {}
    for parts, classes in phrases.items():
        by_first.setdefault(parts[0], []).append((parts, classes))
    for found in by_first.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return Lexicon(words_, by_first)
