"""Words that folding makes one: how a word is written tells which of them it is."""

from __future__ import annotations

from functools import cache

from khabar.grammar import Reading, reading
from khabar.languages.ar.lists.words import FOLDER
from khabar.languages.wordlists import alternatives, rows


@cache
def _apart() -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """Ending as written → the classes that the word has not, and those that it has instead."""
    return {
        row["word"]: (frozenset(alternatives(row["loses"])), tuple(alternatives(row["gains"])))
        for row in rows(FOLDER / "written_apart.tsv")
    }


TANWIN = ("\N{ARABIC FATHATAN}", "\N{ARABIC FATHATAN}\N{ARABIC LETTER ALEF}")
"""The written endings of an indefinite accusative, that of a feminine too."""

_ENDINGS = tuple(_apart())
_VOWEL_SIGNS = "".join(map(chr, range(ord("\N{ARABIC FATHATAN}"), ord("\N{ARABIC SUKUN}") + 1)))


def as_written(surface: str, read: Reading) -> Reading:
    """The reading of a word without what only other words are, to which folding makes it equal."""
    letters = surface.rstrip(_VOWEL_SIGNS)
    if not letters.endswith(_ENDINGS):
        return read
    loses, gains = next(classes for word, classes in _apart().items() if letters.endswith(word))
    if loses.isdisjoint(read.signature):
        return read
    kept = {name: value for name, value in read.classes.items() if name not in loses}
    return reading({**kept, **dict.fromkeys(gains, True)}, read.cut, read.stem)
