"""Whether the index of copies, the keys of sources and the notices are what texts and appearances give.

They are derived: what is wrong with them costs no evidence, but a copy, a version or a correction would not be found.
"""

from __future__ import annotations

from collections.abc import Iterator

import apsw

from khabar.ledger.copies.signatures import METHOD, packed, signature
from khabar.ledger.copies.texts import text_of
from khabar.ledger.notices import notices_of
from khabar.ledger.versions import source_key


def stale(connection: apsw.Connection) -> Iterator[str]:
    """Documents and tables that are not as they would be made now; none of an index that another version made, or that is not
    made yet.
    """
    for method, last in connection.execute("SELECT method, appearance FROM copy_state"):
        if method == METHOD:
            yield from _signatures(connection)
            yield from _by_appearance(connection, last)
            if not any(connection.execute("SELECT 1 FROM appearances WHERE id = ?", (last,))) and last != 0:
                yield "copy_state"


def _signatures(connection: apsw.Connection) -> Iterator[str]:
    expected = 0
    query = "SELECT s.document, s.words, s.passages, d.text FROM copy_signatures AS s JOIN documents AS d ON d.id = s.document"
    for document, words, passages, source in connection.execute(query):
        text = text_of(source)
        made = signature(text)
        expected += len({band for passage in made for band in passage.bands})
        if (len(text.keys), packed(made)) != (words, passages):
            yield f"document {document}"
    if next(iter(connection.execute("SELECT count(*) FROM copy_bands")))[0] != expected:
        yield "copy_bands"


def _by_appearance(connection: apsw.Connection, last: int) -> Iterator[str]:
    """The keys of sources and the notices of the appearances that were looked at, held against their tables."""
    keys: set[tuple[object, ...]] = set()
    notices: set[tuple[object, ...]] = set()
    query = """SELECT a.id, a.kind, a.part, a.url, a.outlet, a.metadata, a.title, d.id, d.text
               FROM appearances AS a JOIN documents AS d ON d.id = a.document WHERE a.id <= ?"""
    for appearance, kind, part, url, outlet, metadata, title, document, text in connection.execute(query, (last,)):
        key = source_key(kind, part, url, outlet, metadata)
        if key:
            keys.add((key, appearance))
        notices.update((document, *each.row()) for each in notices_of(text, title))
    for table, expected in (("source_keys", keys), ("notices", notices)):
        found = set(connection.execute(f"SELECT * FROM {table}"))  # noqa: S608 - names above
        if found != expected:
            yield table
