"""Taking documents into the index of copies: each is compared with those that share a passage with it, and with no other.

What the tables say in the end is a function of the case's texts and outlets, not of the order in which they came: every pair
that shares a band which is no stock when all are there, shared it and found it no stock when the later of the two came,
and was compared then.  A pair that was compared for a band which became stock later is left out when links are asked for.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Final

import apsw

from khabar.ledger.copies.comparing import shared_runs
from khabar.ledger.copies.signatures import METHOD, packed, signature, unpacked
from khabar.ledger.copies.texts import Text, text_of
from khabar.ledger.journal import transaction
from khabar.ledger.notices import notices_of
from khabar.ledger.versions import index_source

STOCK: Final = 8
"""Texts of one outlet in which a passage may stand and still be news: a story is told anew some times, a frame always."""
_STOCK_OF_NOBODY: Final = 64
"""The same where no outlet is known: such texts may come from anywhere."""
_DAYS: Final = 3
"""Days on which a passage may be published and still be one piece of news; a forecast, a market report, a formula of condolence
and the background of a long story come again and again.
"""
_AT_ONCE: Final = 50
_TABLES: Final = ("copy_signatures", "copy_bands", "copy_stock", "copy_pairs", "source_keys", "notices", "copy_state")


def catch_up(connection: apsw.Connection) -> int:
    """Look at the appearances that nobody looked at yet, and return how many they were.  Raises CaseError on a full disk.

    Whatever stops this, the next call goes on.  Tables of another method are made anew.
    """
    looked = 0
    while True:
        with transaction(connection):
            state = next(iter(connection.execute("SELECT method, appearance FROM copy_state")), None)
            if state is None or state[0] != METHOD:
                _clear(connection)
                state = (METHOD, 0)
                connection.execute("INSERT INTO copy_state VALUES (?, ?)", state)
            query = "SELECT id, document, outlet FROM appearances WHERE id > ? ORDER BY id LIMIT ?"
            coming = list(connection.execute(query, (state[1], _AT_ONCE)))
            for appearance, document, outlet in coming:
                _take(connection, int(document), outlet)
                index_source(connection, appearance)
                _note(connection, appearance)
                connection.execute("UPDATE copy_state SET appearance = ?", (appearance,))
        looked += len(coming)
        if len(coming) < _AT_ONCE:
            return looked


def waiting(connection: apsw.Connection) -> int:
    """How many appearances nobody looked at yet."""
    state = next(iter(connection.execute("SELECT method, appearance FROM copy_state")), None)
    done = state[1] if state and state[0] == METHOD else 0
    return int(next(iter(connection.execute("SELECT count(*) FROM appearances WHERE id > ?", (done,))))[0])


def rebuild(connection: apsw.Connection) -> int:
    """Make all derived tables anew; the number of appearances.  Raises CaseError on a full disk."""
    with transaction(connection):
        _clear(connection)
    return catch_up(connection)


def _clear(connection: apsw.Connection) -> None:
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names above


def _take(connection: apsw.Connection, document: int, outlet: str | None) -> None:
    known = next(iter(connection.execute("SELECT passages FROM copy_signatures WHERE document = ?", (document,))), None)
    if known:
        passages = unpacked(known[0])
    else:
        text = words_of(connection, document)
        passages = signature(text)
        connection.execute("INSERT INTO copy_signatures VALUES (?, ?, ?)", (document, len(text.keys), packed(passages)))
    bands = {band for passage in passages for band in passage.bands}
    if not known:
        rows = [(band, document) for band in bands]
        connection.executemany("INSERT INTO copy_bands VALUES (?, ?)", rows)
    near: set[int] = set()
    for band in bands:
        near |= _beside(connection, band, outlet)
    if not known:
        for other in sorted(near - {document}):
            _compare(connection, document, other)


def _note(connection: apsw.Connection, appearance: int) -> None:
    """Write down the notices of a document, with its headline as it appeared here."""
    query = "SELECT d.id, d.text, a.title FROM appearances AS a JOIN documents AS d ON d.id = a.document WHERE a.id = ?"
    for document, text, title in list(connection.execute(query, (appearance,))):
        for each in notices_of(text, title):
            connection.execute("INSERT OR IGNORE INTO notices VALUES (?, ?, ?, ?, ?, ?, ?)", (document, *each.row()))


def _beside(connection: apsw.Connection, band: int, outlet: str | None) -> set[int]:
    """The documents under a band; none where it is, or is from now on, one of stock."""
    if any(connection.execute("SELECT 1 FROM copy_stock WHERE band = ?", (band,))):
        return set()
    found = {int(row[0]) for row in connection.execute("SELECT document FROM copy_bands WHERE band = ?", (band,))}
    if _is_stock(connection, (band, outlet), len(found)):
        connection.execute("INSERT INTO copy_stock VALUES (?)", (band,))
        return set()
    return found


def _is_stock(connection: apsw.Connection, of: tuple[int, str | None], documents: int) -> bool:
    """Whether one outlet, or one day after the other, has the passage too often for news."""
    if documents > _DAYS:
        query = """SELECT count(DISTINCT substr(a.published, 1, 10)) FROM copy_bands AS b
                   JOIN appearances AS a ON a.document = b.document WHERE b.band = ?"""
        if next(iter(connection.execute(query, of[:1])))[0] > _DAYS:
            return True
    most = _STOCK_OF_NOBODY if of[1] is None else STOCK
    if documents <= most:
        return False
    query = """SELECT count(DISTINCT b.document) FROM copy_bands AS b JOIN appearances AS a ON a.document = b.document
               WHERE b.band = ? AND a.outlet IS ?"""
    return bool(next(iter(connection.execute(query, of)))[0] > most)


def _compare(connection: apsw.Connection, document: int, near: int) -> None:
    query = "SELECT id FROM documents WHERE id IN (?, ?) ORDER BY text_sha256"
    one, other = (int(row[0]) for row in connection.execute(query, (document, near)))
    first, second = words_of(connection, one), words_of(connection, other)
    runs = shared_runs(first.keys, second.keys)
    if runs:
        numbers = min(len(first.numbers), len(second.numbers)), len(first.numbers & second.numbers)
        told = json.dumps(runs, separators=(",", ":"))
        connection.execute("INSERT OR IGNORE INTO copy_pairs VALUES (?, ?, ?, ?, ?)", (one, other, told, *numbers))


def words_of(connection: apsw.Connection, document: int) -> Text:
    """The words of a document."""
    row = next(iter(connection.execute("SELECT text, text_sha256 FROM documents WHERE id = ?", (document,))))
    return _words(str(row[0]))


@lru_cache(maxsize=512)
def _words(text: str) -> Text:
    return text_of(text)
