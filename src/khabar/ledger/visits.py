"""Visits of feeds: when one was asked last, what it answered with, and which of its entries a case holds.

A visit is an entry of the journal, written when all that the feed led to is in the case; so the condition of the next request
never hides what was not taken in.
"""

from __future__ import annotations

from typing import NamedTuple

import apsw

from khabar.ledger.journal import Hand, enter, transaction
from khabar.ledger.keeping import sha256


class Visit(NamedTuple):
    """The last visit of a feed that was followed to its end: its marks of the version, and when that was."""

    etag: str | None
    last_modified: str | None
    at: str


def last_visit(connection: apsw.Connection, url: str) -> Visit | None:
    """The last visit of an address; None where there was none."""
    query = "SELECT etag, last_modified, at FROM visits WHERE url = ? ORDER BY seq DESC LIMIT 1"
    row = next(iter(connection.execute(query, (url,))), None)
    return Visit(*row) if row else None


def keep_visit(
    connection: apsw.Connection, hand: Hand, url: str, marks: tuple[str | None, str | None], body: str
) -> None:
    """Enter a visit: the marks (ETag, Last-Modified) of the version that was followed, and the SHA-256 of its bytes."""
    etag, modified = marks
    with transaction(connection):
        enter(connection, hand, "visited", {"url": url, "etag": etag, "last_modified": modified, "sha256": body})


def entries_of(connection: apsw.Connection, source: str) -> set[str]:
    """The hashes of the entries of a feed whose pages, or own words where they have no page, are in the case."""
    query = """SELECT m.value ->> '$[1]' FROM appearances AS a, json_each(a.metadata) AS m
               WHERE a.source = ? AND m.value ->> '$[0]' = 'entry' AND m.value ->> '$[2]' = 'feed'
                 AND NOT EXISTS (SELECT 1 FROM json_each(a.flags) WHERE value = 'link_failed')"""
    return {str(row[0]) for row in connection.execute(query, (source,))}


def same_words(connection: apsw.Connection, source: str, part: str, text: str, rules: str) -> int | None:
    """The document of what was found last at a place, where its text is still the same and was read by these rules; None where
    there is something new to keep.
    """
    query = """SELECT a.document, d.text_sha256, EXISTS (SELECT 1 FROM records WHERE document = a.document AND rules = ?)
               FROM appearances AS a JOIN documents AS d ON d.id = a.document
               WHERE a.source = ? AND a.part = ? ORDER BY a.id DESC LIMIT 1"""
    row = next(iter(connection.execute(query, (rules, source, part))), None)
    return int(row[0]) if row and row[1] == sha256(text.encode()) and row[2] else None
