"""Signatures: by which numbers passages that are nearly the same are found without comparing all with all.

A passage gives a MinHash of its runs of three words; the hash is cut into bands, and two passages that share a band are worth
a look.  Of passages of 24 words in which one word was changed, nine in ten share one; of unrelated ones, hardly any does.
Everything here is a function of the text alone, the same on every machine.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from hashlib import blake2b
from typing import Final, NamedTuple

from rensa import RMinHash

from khabar.ledger.copies.texts import Text, passages, shingles

_RUN: Final = 3
_BANDS: Final = 4
_ROWS: Final = 3
_SEED: Final = 1
METHOD: Final = f"rensa-{RMinHash.ALGORITHM_VERSION} run-{_RUN} bands-{_BANDS}x{_ROWS} passages-1 sources-1 notices-1"
"""How signatures are made; those of another method are made anew."""
_PACKED: Final = struct.Struct(f"<II{_BANDS}q")


class Passage(NamedTuple):
    """A passage of a text, its words numbered, and the bands under which its like is found (signed, 64 bit)."""

    first: int
    end: int
    bands: tuple[int, ...]


def signature(text: Text) -> list[Passage]:
    """The passages of a text with their bands."""
    places = passages(text)
    if not places:
        return []
    runs = [shingles(text.keys[first:end], _RUN) for first, end in places]
    rows = RMinHash.digest_matrix_from_token_hash_sets(runs, _BANDS * _ROWS, _SEED).to_rows()
    return [Passage(first, end, tuple(_bands(row))) for (first, end), row in zip(places, rows, strict=True)]


def _bands(row: list[int]) -> Iterator[int]:
    for band in range(_BANDS):
        told = struct.pack(f"<B{_ROWS}I", band, *row[band * _ROWS : (band + 1) * _ROWS])
        yield int.from_bytes(blake2b(told, digest_size=8).digest(), "big", signed=True)


def packed(found: list[Passage]) -> bytes:
    """Passages as the case keeps them."""
    return b"".join(_PACKED.pack(passage.first, passage.end, *passage.bands) for passage in found)


def unpacked(data: bytes) -> list[Passage]:
    """The passages again.  Raises struct.error where the bytes are none."""
    return [Passage(first, end, tuple(bands)) for first, end, *bands in _PACKED.iter_unpack(data)]
