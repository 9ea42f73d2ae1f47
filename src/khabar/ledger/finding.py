"""Full-text search: which documents hold the words, where exactly, best first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import apsw

from khabar.ledger.errors import CaseError
from khabar.ledger.filters import Filter
from khabar.ledger.layers import LARGEST
from khabar.ledger.queries import index_query
from khabar.ledger.words import words

_PLACES: Final = "places_of_hits"


class Mark(NamedTuple):
    """Offsets of a hit in the text of its document."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that holds what was asked for; `marks` are its hits in the order of the text, those that overlap as one."""

    document: int
    text: str
    title: str | None
    outlet: str | None
    source: str
    published: str | None
    marks: tuple[Mark, ...]


def search(connection: apsw.Connection, asked: str, chosen: Filter | None = None, limit: int = 20) -> Iterator[Hit]:
    """The best documents first.  Raises CaseError for a query that means nothing."""
    query = index_query(asked)
    connection.register_fts5_function(_PLACES, _places)
    where, values = (chosen or Filter()).on_documents("search.rowid")
    try:
        best = [row[0] for row in connection.execute(
            f"SELECT rowid FROM search WHERE search MATCH ? {where} ORDER BY rank LIMIT ?",  # noqa: S608 - conditions are ours
            (query, *values, min(limit, LARGEST)),
        )]  # fmt: skip
    except apsw.SQLError as error:
        raise CaseError("query_unreadable", query=asked) from error
    for document in best:
        yield _hit(connection, document, query)


def _hit(connection: apsw.Connection, document: int, query: str) -> Hit:
    told = f"SELECT {_PLACES}(search) FROM search WHERE search MATCH ? AND rowid = ?"  # noqa: S608 - a name of this file
    places = str(_first(connection.execute(told, (query, document)))[0])
    row = _first(connection.execute(
        """SELECT d.text, a.title, a.outlet, a.source, r.published FROM documents AS d
           JOIN appearances AS a ON a.document = d.id LEFT JOIN current_records AS r ON r.document = d.id
           WHERE d.id = ? ORDER BY a.id LIMIT 1""",
        (document,),
    ))  # fmt: skip
    text, title, outlet, source, published = row
    return Hit(document, text, title, outlet, source, published, _marks(text, places))


def _first(rows: Iterator[Any]) -> Any:
    """The first row; where a damaged index names a document that is not there, there is none."""
    for row in rows:
        return row
    raise apsw.CorruptError("the index names a document that is not there")


def _places(api: apsw.FTS5ExtensionApi, *_: Any) -> str:
    """Number of the first token and count of tokens of every hit, as "3+1 8+2"."""
    found = [
        f"{at}+{len(phrase)}"
        for number, phrase in enumerate(api.phrases)
        for column in api.phrase_locations(number)
        for at in column
    ]
    return " ".join(found)


def _marks(text: str, places: str) -> tuple[Mark, ...]:
    """Tokens of the index as offsets of the source: the n-th token is the n-th word."""
    spans = list(words(text))
    ranges = (tuple(map(int, place.split("+"))) for place in places.split())
    found = sorted({Mark(spans[at].start, spans[at + size - 1].end) for at, size in ranges})
    apart: list[Mark] = []
    for mark in found:
        if apart and mark.start < apart[-1].end:
            apart[-1] = Mark(apart[-1].start, max(mark.end, apart[-1].end))
        else:
            apart.append(mark)
    return tuple(apart)
