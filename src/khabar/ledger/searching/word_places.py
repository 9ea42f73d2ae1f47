"""Where the words of a document stand, packed: a search marks its hits without cutting the text again.

They are kept as they were when the index was made, so that index and places fit whatever version of the program reads them.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable
from itertools import accumulate, chain, pairwise
from typing import Final

from khabar.ledger.searching.words import Word

_WIDTHS: Final = {1: "B", 2: "H", 4: "I"}


def packed(found: Iterable[Word]) -> bytes:
    """Characters since the last word and of the word, one after the other; little end first."""
    edges = [0, *chain.from_iterable((word.start, word.end) for word in found)]
    steps = [after - before for before, after in pairwise(edges)]
    largest = max(steps, default=0)
    width = next(width for width in _WIDTHS if largest < 1 << 8 * width)
    return bytes([width]) + _turned(array(_WIDTHS[width], steps)).tobytes()


def unpacked(places: bytes) -> list[int]:
    """Starts and ends of all words in turn: the n-th word is at [2n] and [2n + 1].  Raises ValueError, KeyError for nonsense."""
    steps = array(_WIDTHS[places[0]])
    steps.frombytes(places[1:])
    return list(accumulate(_turned(steps)))


def _turned(steps: array[int]) -> array[int]:
    """The same on machines of either end."""
    if sys.byteorder == "big":
        steps.byteswap()
    return steps
