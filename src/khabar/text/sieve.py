"""A sieve of keys: tells without opening a table that a key does not stand in it.

Nine of ten words that a reader asks its tables about stand in none of them, and each such question costs a walk through
the file.  A sieve is a row of bits, one set for each key (by the checksum of its letters): a key whose bit is not set
is in no row of the table.  It is built with the table, kept in it, and read whole: some hundred kilobytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from zlib import crc32

_LEAST, _MOST = 10, 32  # sizes of a row of bits, as powers of two: a checksum has no more than 32
_ROOM = 16  # bits a key: of the keys that are not there, one in 16 to 32 passes by chance


Holds = Callable[[str], bool]
"""The question whether a key may be there; False is certain."""


def sieve_of(keys: Iterable[str]) -> bytes:
    """The row of bits of some keys, as it is kept in a table.  A key that UTF-8 cannot hold stands in no table."""
    sums = [crc32(key.encode()) for key in keys]
    size = min(max((len(sums) * _ROOM - 1).bit_length(), _LEAST), _MOST)
    bits = bytearray(1 << (size - 3))
    for number in sums:
        at = number & ((1 << size) - 1)
        bits[at >> 3] |= 1 << (at & 7)
    return bytes(bits)


def holder(bits: bytes | None) -> Holds:
    """The question put to a row of bits; without one every key may be there."""
    if not bits:
        return _perhaps
    mask = len(bits) * 8 - 1

    def holds(key: str) -> bool:
        at = crc32(key.encode("utf-8", "surrogatepass")) & mask
        return bits[at >> 3] >> (at & 7) & 1 == 1

    return holds


def _perhaps(_: str) -> bool:
    return True


def keep(table: sqlite3.Connection, name: str, keys: Iterable[str]) -> None:
    """Write the sieve of a table's keys into its file, under a name."""
    table.execute("CREATE TABLE IF NOT EXISTS sieve (name TEXT PRIMARY KEY, bits BLOB NOT NULL)")
    table.execute("INSERT INTO sieve VALUES (?, ?)", (name, sieve_of(keys)))


def kept(table: sqlite3.Connection, name: str) -> Holds:
    """The sieve of that name in a file; a file that was built without one lets every key pass."""
    try:
        row = table.execute("SELECT bits FROM sieve WHERE name = ?", (name,)).fetchone()
    except sqlite3.OperationalError:
        row = None
    return holder(row[0] if row else None)
