"""A text as copies are looked for in it: its words under keys, and the passages in which agency copy travels.

Editors who take over a report change its spelling, its paragraphs, its first and last words; sentences mostly stay.  So words
are folded (vowel signs, alefs and their like, digits), and a passage begins where a sentence or a line does, however the text
around it was cut; a long sentence gives several passages that overlap, so that words put in at its head do not hide its rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Final, NamedTuple

from khabar.text.fold import fold

_PIECE: Final = re.compile(r"(?P<link>https?://\S+|www\.\S+)|(?P<word>[^\W_]+)|(?P<end>\n|[.!?](?=\s|$))")
_YEAR: Final = re.compile("1[34][0-9][0-9]|19[0-9][0-9]|20[0-9][0-9]")
"""Years of both calendars stand in every report of their time."""
_LONG: Final = 32
"""Words of a sentence that is one passage still; a longer one is cut into windows."""
_WINDOW: Final = 24
_STEP: Final = 12
_LEAST: Final = 6
"""Words of the shortest passage: fewer ("he added that") stand in too many reports to say where they come from."""
_FACTOR: Final = 0x9E3779B97F4A7C15
_MASK: Final = (1 << 64) - 1


class Text(NamedTuple):
    """`keys`: a number for each word, the same for the same folded word on every machine.  `spans`: its offsets in the source.
    `sentences`: first word and end (half open) of each stretch between sentence ends and line ends.  `numbers`: the keys of its
    numbers in digits, years left out.
    """

    keys: list[int]
    spans: list[tuple[int, int]]
    sentences: list[tuple[int, int]]
    numbers: frozenset[int]


def text_of(source: str) -> Text:
    """The words of a text in their order; links are no words."""
    folded = fold(source)
    keys: list[int] = []
    spans: list[tuple[int, int]] = []
    sentences: list[tuple[int, int]] = []
    numbers: set[int] = set()
    begin = 0
    for piece in _PIECE.finditer(folded.text):
        if piece.lastgroup == "word":
            keys.append(_key(piece[0].lower()))
            if piece[0].isdecimal() and not _YEAR.fullmatch(piece[0]):
                numbers.add(keys[-1])
            spans.append(folded.source_span(*piece.span()))
        elif piece.lastgroup == "end" and len(keys) > begin:
            sentences.append((begin, len(keys)))
            begin = len(keys)
    if len(keys) > begin:
        sentences.append((begin, len(keys)))
    return Text(keys, spans, sentences, frozenset(numbers))


def passages(text: Text) -> list[tuple[int, int]]:
    """First word and end of each passage; a text of short lines alone is one passage."""
    found: list[tuple[int, int]] = []
    for first, end in text.sentences:
        if _LEAST <= end - first <= _LONG:
            found.append((first, end))
        elif end - first > _LONG:
            found += [(at, min(at + _WINDOW, end)) for at in range(first, end - _STEP, _STEP)]
    return found or ([(0, len(text.keys))] if text.keys else [])


def shingles(keys: Sequence[int], size: int) -> list[int]:
    """A number for each run of so many words, by its first word; for all together where there are fewer."""
    if len(keys) <= size:
        return [_mixed(keys)] if keys else []
    return [_mixed(keys[at : at + size]) for at in range(len(keys) - size + 1)]


def _mixed(keys: Sequence[int]) -> int:
    mixed = 0
    for key in keys:
        mixed = (mixed * _FACTOR + key) & _MASK
    return mixed


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "big")
