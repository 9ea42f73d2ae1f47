"""The names that filters look for: speakers, places and outlets, folded, with the documents that hold them.

A filter looks for a part of a name.  Names are few beside the rows that tell them, so they are looked through once, and
the documents of those that fit come out of an index.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import apsw

from khabar.ledger.searching.words import VERSION as WORDS
from khabar.ledger.searching.words import words

VERSION: Final = f"1 {WORDS}"
"""Raised when names are folded otherwise: older cases are made anew."""
_READ: Final = {
    "speaker": "SELECT speaker FROM claims WHERE record = ?1",
    "place": "SELECT name FROM places WHERE record = ?1 UNION SELECT name_ar FROM places WHERE record = ?1 "
    "UNION SELECT words FROM places WHERE record = ?1",
}
_OUTLETS: Final = "SELECT outlet FROM appearances WHERE document = ?1"
KINDS: Final = (*_READ, "outlet")


@lru_cache(maxsize=1 << 14)
def folded(name: str) -> str:
    """A name as it is compared: its words folded, without articles, a space between."""
    return " ".join(word.form for word in words(name))


def names_of(connection: apsw.Connection, document: int, record: int | None) -> set[tuple[str, str]]:
    """Kind and folded form of every name of a document, speakers and places as its newest record has them."""
    found = {("outlet", folded(row[0])) for row in connection.execute(_OUTLETS, (document,)) if row[0]}
    for kind, query in _READ.items():
        found |= {(kind, folded(row[0])) for row in connection.execute(query, (record,)) if row[0]}
    return {(kind, form) for kind, form in found if form}


def index_names(connection: apsw.Connection, document: int) -> None:
    """Write the names of a document anew; the caller holds a transaction."""
    newest = next(iter(connection.execute("SELECT record FROM newest WHERE document = ?", (document,))), (None,))[0]
    connection.execute("DELETE FROM named WHERE document = ?", (document,))
    write_names(connection, document, names_of(connection, document, newest))


def write_names(connection: apsw.Connection, document: int, found: Iterable[tuple[str, str]]) -> None:
    """Write names that are not there yet, and that the document holds them."""
    chosen = sorted(found)
    connection.executemany("INSERT OR IGNORE INTO names (kind, folded) VALUES (?, ?)", chosen)
    connection.executemany(
        "INSERT OR IGNORE INTO named SELECT ?, id FROM names WHERE kind = ? AND folded = ?",
        [(document, *one) for one in chosen],
    )
