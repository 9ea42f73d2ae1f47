"""Figures compared: how many they say, and whom they count."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from khabar.atlas import shared_atlas
from khabar.languages.likened import Kind, begun
from khabar.record import Figure
from khabar.record.vocabulary import Population
from khabar.text.fold import fold_word

LONG_ENOUGH = 3
"""Letters of a word that tell whom it means."""
ROOT_LETTERS = 2
"""Letters that the singular and the plural of a noun share."""
ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_AND_THE = "\N{ARABIC LETTER WAW}" + ARTICLE


def number_of(figure: Figure) -> int:
    """The number of a figure: its lower bound, else its upper one, else its order."""
    return figure.low or figure.high or figure.order or 0


def share_noun(first: Figure, again: Figure, letters: int) -> bool:
    """Whether both count the same noun: singular and plural share the first letters (qatil, qatla)."""
    ours, theirs = (beginnings(f.of.text.split() if f.of else (), letters) for f in (first, again))
    return bool(ours & theirs)


def are_anybody(figure: Figure) -> bool:
    """Whether the counted are only people, or whom something befell: no word says who they are."""
    words = _bare(figure.of.text.split() if figure.of else ())
    return not figure.population and all(word.startswith(begun("anybody") + begun("fallen")) for word in words)


def beginnings(words: Sequence[str], letters: int) -> set[str]:
    """The first letters of the words, folded, without the article; of words too short to tell, none."""
    return {word[:letters] for word in _bare(words) if len(word) >= LONG_ENOUGH}


def _bare(words: Sequence[str]) -> list[str]:
    return [fold_word(word).removeprefix(_AND_THE).removeprefix(ARTICLE) for word in words]


def populations(figure: Figure) -> set[Population]:
    """Who the counted are, by the values of the record."""
    return {p.value for p in figure.population}


def are_of_two_countries(first: Figure, again: Figure) -> bool:
    """Whether one counts the people of a country and the other those of another (three Turks, three Greeks)."""
    if first.of is None or again.of is None or first.of.text == again.of.text:
        return False
    ours, theirs = _countries(first.of.text), _countries(again.of.text)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


@lru_cache(maxsize=1 << 10)
def _countries(words: str) -> frozenset[str]:
    """The countries whose adjectives stand in a phrase."""
    found = (shared_atlas().demonym(fold_word(word)) for word in words.split())
    return frozenset(code for code in found if code is not None)


def are_foes(first: Figure, again: Figure) -> bool:
    """Whether one counts soldiers and the other gunmen, who are both combatants: a figure of both is neither's."""
    ours, theirs = (_arms(f.of.text.split() if f.of else ()) for f in (first, again))
    return len(ours) == len(theirs) == 1 and ours != theirs


def _arms(words: Sequence[str]) -> set[Kind]:
    """Whether words name those who bear arms for a state, or against one."""
    bare = _bare(words)
    return {kind for kind in _ARMED if any(word.startswith(begun(kind)) for word in bare)}


_ARMED: tuple[Kind, ...] = ("state", "foe")
