"""Figures compared: how many they say, and whom they count."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.record import Figure
from khabar.record.vocabulary import Population
from khabar.text.fold import fold_word

LONG_ENOUGH = 3
"""Letters of a word that tell whom it means."""
ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_AND_THE = "\N{ARABIC LETTER WAW}" + ARTICLE


def number_of(figure: Figure) -> int:
    """The number of a figure: its lower bound, else its upper one, else its order."""
    return figure.low or figure.high or figure.order or 0


def share_noun(first: Figure, again: Figure, letters: int) -> bool:
    """Whether both count the same noun: singular and plural share the first letters (qatil, qatla)."""
    ours, theirs = (beginnings(f.of.text.split() if f.of else (), letters) for f in (first, again))
    return bool(ours & theirs)


def beginnings(words: Sequence[str], letters: int) -> set[str]:
    """The first letters of the words, folded, without the article; of words too short to tell, none."""
    bare = [fold_word(word).removeprefix(_AND_THE).removeprefix(ARTICLE) for word in words]
    return {word[:letters] for word in bare if len(word) >= LONG_ENOUGH}


def populations(figure: Figure) -> set[Population]:
    """Who the counted are, by the values of the record."""
    return {p.value for p in figure.population}
