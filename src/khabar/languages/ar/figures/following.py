"""Measure phrases of several words: which of those that begin with a word have their further words behind it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from khabar.grammar import Unit
from khabar.languages.ar.lists.figure_words import MeasureWord

Options = list[tuple[tuple[str, ...], MeasureWord]]
"""What a word may say: the words that must follow it, and the reading that they give."""

_WINDOW = 18


def followed(units: Sequence[Unit], at: int, options: Options) -> tuple[MeasureWord, ...]:
    """The options whose further words follow: of phrases only the longest."""
    longest = 0
    found: list[MeasureWord] = []
    for rest, word in options:
        size = len(rest) if rest else 0
        if size < longest or (rest and not _follow(units, at, rest)):
            continue
        if size > longest:
            longest, found = size, []
        found.append(word)
    return tuple(found)


def _follow(units: Sequence[Unit], at: int, rest: tuple[str, ...]) -> bool:
    """Whether the further words of a phrase follow, the subject or the counted people possibly between them."""
    here = at + 1
    for word in rest:
        place = _next_place(units, here, word)
        if place is None:
            return False
        here = place + 1
    return True


def _next_place(units: Sequence[Unit], first: int, word: str) -> int | None:
    """Where a word of a phrase stands next in its clause; None when it is not near."""
    spelt = _spellings(word)
    for at in range(first, min(len(units), first + _WINDOW)):
        signature = units[at].signature
        if "stop" in signature or "comp" in signature or "bi_comp" in signature:
            return None
        if units[at].view in spelt:
            return at
    return None


_PRONOUN_HA = "\N{ARABIC LETTER HEH}"
_TA = "\N{ARABIC LETTER TEH}"
_PRONOUNS = tuple(
    _PRONOUN_HA + tail
    for tail in (
        "",
        "\N{ARABIC LETTER MEEM}",
        "\N{ARABIC LETTER ALEF}",
        "\N{ARABIC LETTER NOON}",
        "\N{ARABIC LETTER MEEM}\N{ARABIC LETTER ALEF}",
    )
)


@lru_cache(maxsize=1 << 10)
def _spellings(word: str) -> frozenset[str]:
    """How a word of a phrase may be written: a pronoun on its end stands for any."""
    if not word.endswith(_PRONOUN_HA):
        return frozenset((word, *(word + pronoun for pronoun in _PRONOUNS)))
    stems = (word[:-1], word[:-1] + _TA)
    return frozenset((word, *(stem + pronoun for stem in stems for pronoun in _PRONOUNS)))
