"""Item ids: the layer's letter and the offsets of the item's anchor, with a letter behind when two share them."""

from __future__ import annotations

from string import ascii_lowercase


class Ids:
    """Gives out the ids of one layer; the same items in the same order always get the same ids."""

    def __init__(self, letter: str) -> None:
        self._letter = letter
        self._given: dict[str, int] = {}

    def next(self, start: int, end: int) -> str:
        """The id for an anchor at these offsets."""
        base = f"{self._letter}{start}-{end}"
        again = self._given[base] = self._given.get(base, -1) + 1
        return base if again == 0 else base + _suffix(again)


def _suffix(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = ascii_lowercase[rest] + letters
    return letters
