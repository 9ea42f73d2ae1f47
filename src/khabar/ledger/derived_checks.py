"""Whether the derived tables are those that the case gives: a search that leaves a word out is a report that nobody finds.

The index is compared word for word without making it a second time: each occurrence (word, document, place) gives a number, and
their sums must be the same for the texts and for the index.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

import apsw

from khabar.ledger.derived import DERIVED, NEWEST
from khabar.ledger.searching.names import names_of
from khabar.ledger.searching.word_places import packed
from khabar.ledger.searching.words import words

_Found = tuple[str, str, bool]
"""Reason, place, and whether it is grave, as a fault has them."""
_Tell = Callable[[str, int, int], None]
_VERSION: Final = "version=4"
"""What the index's own settings are when nobody changed them."""
_SEGMENTS: Final = (
    "SELECT group_concat(s) FROM (SELECT DISTINCT id >> 37 AS s FROM search_data WHERE id > 10 ORDER BY s)"
)
_INDEXED: Final = "SELECT group_concat(segid) FROM (SELECT DISTINCT segid FROM search_idx ORDER BY segid)"
_RING: Final = 1 << 61
_ROWS: Final = 10_000
"""Rows between two words on how far it is."""


def count(connection: apsw.Connection, table: str) -> int:
    """How many rows a table has."""
    return int(next(iter(connection.execute(f'SELECT count(*) FROM "{table}"')))[0])  # noqa: S608 - names of this room


def derived_faults(connection: apsw.Connection, tell: _Tell) -> Iterator[_Found]:
    """What the derived tables hold that the case does not give, or leave out.

    What an older version of the program made is told, and compared with nothing.
    """
    made = dict(connection.execute("SELECT what, version FROM derived"))
    for what in made.keys() - DERIVED.keys():
        yield "derived_changed", f"derived {what}", True
    for what, check in _CHECKS.items():
        if made.get(what) == DERIVED[what].version:
            yield from check(connection, tell)
        else:
            older = made.get(what) in DERIVED[what].older
            yield "derived_older" if older else "derived_changed", f"derived {what}", not older


def _newest(connection: apsw.Connection, _: _Tell) -> Iterator[_Found]:
    wanted, there = set(connection.execute(NEWEST)), set(connection.execute("SELECT * FROM newest"))
    for document in sorted({row[0] for row in wanted ^ there}):
        yield "derived_changed", f"newest, document {document}", True


def _names(connection: apsw.Connection, tell: _Tell) -> Iterator[_Found]:
    """Every document has the names that its newest record and its outlets give; names that nothing holds any more do no harm."""
    documents = count(connection, "documents")
    query = """SELECT d.id, n.record FROM documents AS d LEFT JOIN newest AS n ON n.document = d.id"""
    held = "SELECT kind, folded FROM named JOIN names ON names.id = named.name WHERE document = ?"
    for done, (document, record) in enumerate(connection.execute(query), 1):
        tell("names", done, documents)
        if names_of(connection, document, record) != set(connection.execute(held, (document,))):
            yield "derived_changed", f"names, document {document}", True
    for (document,) in connection.execute("SELECT DISTINCT document FROM named EXCEPT SELECT id FROM documents"):
        yield "derived_changed", f"named, document {document}", True


def _search(connection: apsw.Connection, tell: _Tell) -> Iterator[_Found]:
    wanted, sizes, misplaced = _of_the_texts(connection, tell)
    there, held = _of_the_index(connection, tell)
    kept = dict(connection.execute("SELECT id, sz FROM search_docsize"))
    differ = {row for row, _ in (wanted - there).items()} | {row for row, _ in (there - wanted).items()}
    differ |= {row for row in kept.keys() | sizes.keys() if kept.get(row) != _number(sizes.get(row, -1))}
    differ |= misplaced
    differ |= {row[0] for row in connection.execute("SELECT document FROM word_places EXCEPT SELECT id FROM documents")}
    for document in sorted(differ):
        yield "words_missing", f"document {document}", True
    for term in _unreachable(connection, held):
        yield "words_missing", f"search: {term}", True
    segments = next(iter(connection.execute(_SEGMENTS)))[0]
    inside: dict[str, tuple[object, str]] = {
        "search_data": (
            _number(len(sizes)) + _number(sum(sizes.values())),
            "SELECT block FROM search_data WHERE id = 1",
        ),
        "search_idx": (segments, _INDEXED),
        "search_config": (_VERSION, "SELECT group_concat(k || '=' || v) FROM search_config"),
    }
    for table, (value, query) in inside.items():
        if [row[0] for row in connection.execute(query)] != [value] and sizes:
            yield "words_missing", table, True


def _of_the_texts(connection: apsw.Connection, tell: _Tell) -> tuple[Counter[int], dict[int, int], set[int]]:
    """For each document the sum over its words, and how many they are; and those whose words are said to stand elsewhere."""
    stem = connection.fts5_tokenizer("porter", ["unicode61"])

    @lru_cache(maxsize=1 << 17)
    def of_word(form: str) -> int:
        return _of_term("".join(str(part[-1]) for part in stem(form.encode(), apsw.FTS5_TOKENIZE_DOCUMENT, None)))

    documents = count(connection, "documents")
    sums: Counter[int] = Counter()
    sizes: dict[int, int] = {}
    misplaced: set[int] = set()
    query = "SELECT d.id, d.text, p.places FROM documents AS d LEFT JOIN word_places AS p ON p.document = d.id"
    for done, (document, text, places) in enumerate(connection.execute(query), 1):
        tell("words", done, documents)
        cut = list(words(text))
        if packed(cut) != places:
            misplaced.add(document)
        found = [of_word(word.form) for word in cut]
        sums[document] = sum(term * (at + 1) for at, term in enumerate(found)) % _RING + bool(found)
        sizes[document] = len(found)
    return +sums, sizes, misplaced


def _of_the_index(connection: apsw.Connection, tell: _Tell) -> tuple[Counter[int], Counter[str]]:
    """The same out of the index, term after term; and how often it holds each term."""
    connection.execute("CREATE VIRTUAL TABLE temp.occurrences USING fts5vocab ('main', 'search', 'instance')")
    sums: Counter[int] = Counter()
    held: Counter[str] = Counter()
    last, value, began = "", 0, 0
    done = 0
    for done, (term, document, at) in enumerate(connection.execute("SELECT term, doc, offset FROM temp.occurrences")):
        if term != last:
            held[last] += done - began
            last, value, began = term, _of_term(term), done
        sums[document] += value * (at + 1)
        if not done % _ROWS:
            tell("index", done, 0)
    held[last] += done + 1 - began
    return Counter({document: found % _RING + 1 for document, found in sums.items()}), +held


def _unreachable(connection: apsw.Connection, held: Counter[str]) -> Iterator[str]:
    """Terms that a reading of the whole index sees, and a query does not."""
    connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab ('main', 'search', 'row')")
    for term, times in held.items():
        row = next(iter(connection.execute("SELECT cnt FROM temp.terms WHERE term = ?", (term,))), (0,))
        if row[0] != times and term:
            yield term


def _of_term(term: str) -> int:
    return int.from_bytes(hashlib.blake2b(term.encode(), digest_size=8).digest())


def _number(value: int) -> bytes:
    """A whole number as SQLite packs it in few bytes: seven bits in each, the highest first."""
    if value < 0:
        return b""
    packed = [value & 0x7F]
    while value := value >> 7:
        packed.append(value & 0x7F | 0x80)
    return bytes(reversed(packed))


_CHECKS: Final = {"newest": _newest, "names": _names, "search": _search}
