"""A lexicon: every word list of a pack under one roof, by folded form.

A list gives its words one or more classes; a class name is what rules ask for.  Multi-word entries are kept apart and fused
into one unit when a sentence is cut into units.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from khabar.text.fold import fold_word

Entry = tuple[str, str, Any]
"""Word or phrase as written, class, value."""
Phrase = tuple[tuple[str, ...], dict[str, Any]]
"""The folded words of a listed phrase, and its classes."""


class Lexicon(NamedTuple):
    """`words`: folded word → class → value.  `phrases`: first folded word → the phrases it begins, longest first."""

    words: dict[str, dict[str, Any]]
    phrases: dict[str, list[Phrase]]


def lexicon_of(loaders: Iterable[Callable[[], Iterator[Entry]]]) -> Lexicon:
    """All lists of a pack; of two lists that give a word one class, the first decides its value."""
    words: dict[str, dict[str, Any]] = {}
    phrases: dict[tuple[str, ...], dict[str, Any]] = {}
    for load in loaders:
        for written, name, value in load():
            folded = tuple(map(fold_word, written.split()))
            target = words.setdefault(folded[0], {}) if len(folded) == 1 else phrases.setdefault(folded, {})
            target.setdefault(name, value)
    by_first: dict[str, list[Phrase]] = {}
    for parts, classes in phrases.items():
        by_first.setdefault(parts[0], []).append((parts, classes))
    for found in by_first.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return Lexicon(words, by_first)
