"""Tables that follow from others: the search, names for filters, the newest records.  Any of them can be made anew.

They are no evidence, so nothing vouches for them; `verify` works them out again all the same: what they leave out is not found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

import apsw

from khabar.ledger.searching.names import VERSION as NAMES
from khabar.ledger.searching.names import index_names
from khabar.ledger.searching.word_places import packed
from khabar.ledger.searching.words import VERSION as WORDS
from khabar.ledger.searching.words import words

_EMPTIED: Final = {"search": "INSERT INTO search (search) VALUES ('delete-all')"}
NEWEST: Final = """SELECT document, id, unixepoch(made_at), substr(published, 1, 10) FROM records AS r
    WHERE id = (SELECT id FROM records WHERE document = r.document ORDER BY unixepoch(made_at) DESC, id DESC LIMIT 1)"""
"""The rows of `newest`, as the records give them."""


class Derived(NamedTuple):
    """What is derived: a version that changes when it is made otherwise, its tables, how it is made out of an empty state, and
    the versions of older programs, whose work is no damage.
    """

    version: str
    tables: tuple[str, ...]
    make: Callable[[apsw.Connection], None]
    older: tuple[str, ...] = ()


def rebuild(connection: apsw.Connection, which: Mapping[str, Derived] | None = None) -> list[str]:
    """Make derived tables anew, all or those chosen; returns their names.  The caller holds a transaction."""
    chosen = DERIVED if which is None else which
    for what, derived in chosen.items():
        for table in reversed(derived.tables):
            connection.execute(_EMPTIED.get(table) or f"DELETE FROM {table}")  # noqa: S608 - names of this file
        derived.make(connection)
        note_version(connection, what)
    return list(chosen)


def note_version(connection: apsw.Connection, what: str) -> None:
    """Write down by which version a derived table is made now."""
    connection.execute("INSERT OR REPLACE INTO derived VALUES (?, ?)", (what, DERIVED[what].version))


def outdated(connection: apsw.Connection) -> list[str]:
    """What was made by another version of the program's folding."""
    made = dict(connection.execute("SELECT what, version FROM derived"))
    return [what for what, derived in DERIVED.items() if made.get(what) != derived.version]


def renew(connection: apsw.Connection) -> None:
    """Make anew what another version of the program made, so that no table holds the work of two.  Outside a transaction."""
    if outdated(connection):
        with connection:
            rebuild(connection, {what: DERIVED[what] for what in outdated(connection)})


def index_words(connection: apsw.Connection, document: int, text: str) -> None:
    """Take the words of a new document into the search."""
    found = list(words(text))
    stream = " ".join(word.form for word in found)
    connection.execute("INSERT INTO search (rowid, words) VALUES (?, ?)", (document, stream))
    connection.execute("INSERT INTO word_places VALUES (?, ?)", (document, packed(found)))


def _search(connection: apsw.Connection) -> None:
    for document, text in _each(connection, "SELECT id, text FROM documents WHERE id > ? ORDER BY id LIMIT 500"):
        index_words(connection, document, text)


def _newest(connection: apsw.Connection) -> None:
    connection.execute(f"INSERT INTO newest {NEWEST}")


def _names(connection: apsw.Connection) -> None:
    for document, _ in _each(connection, "SELECT id, NULL FROM documents WHERE id > ? ORDER BY id LIMIT 500"):
        index_names(connection, document)


def _each(connection: apsw.Connection, query: str) -> Iterator[tuple[int, str]]:
    """Rows by their ids in batches, so that a large case is never held as a whole."""
    last = 0
    while batch := list(connection.execute(query, (last,))):
        yield from batch
        last = batch[-1][0]


DERIVED: Final[Mapping[str, Derived]] = {
    "newest": Derived("1", ("newest",), _newest),
    "names": Derived(NAMES, ("names", "named"), _names),
    "search": Derived(WORDS, ("search", "word_places"), _search),
}
"""In the order of making: names follow from the newest records."""
