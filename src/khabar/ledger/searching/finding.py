"""Full-text search: which documents hold the words, where exactly, best first."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, NamedTuple

import apsw

from khabar.ledger.errors import CaseError
from khabar.ledger.layers import LARGEST, LAYERS
from khabar.ledger.searching.filters import Filter
from khabar.ledger.searching.queries import index_query
from khabar.ledger.searching.word_places import unpacked
from khabar.ledger.standing import Standing, standings

_PLACES: Final = "places_of_hits"
RANKED: Final = 20_000
"""How many reports are put in the order of their worth; where more hold the words, those that came in last."""


_IN_LAYER: Final = 2_000
"""How many of the best are looked at for words inside the items of a layer."""


class Mark(NamedTuple):
    """Offsets of a hit in the text of its document."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that holds what was asked for; `marks` are its hits in the order of the text, those that overlap as one.

    `among_newest`: so many reports hold the words that only the last `RANKED` of them were compared.  `standing`: that others
    retract or supersede it.
    """

    document: int
    text: str
    title: str | None
    outlet: str | None
    source: str
    published: str | None
    marks: tuple[Mark, ...]
    among_newest: bool = False
    standing: Standing | None = None


def search(
    connection: apsw.Connection, asked: str, chosen: Filter | None = None, limit: int = 20, layer: str | None = None
) -> Iterator[Hit]:
    """The best documents first, the younger of equal ones first; with `layer` those that have the words in an item of it.

    Raises CaseError for a query that means nothing, and for a layer that does not exist.
    """
    if layer is not None and layer not in LAYERS:
        raise CaseError("layer_unknown", layer=layer, known=", ".join(LAYERS))
    query = index_query(asked)
    connection.register_fts5_function(_PLACES, _places)
    try:
        best, capped = _best(connection, query, chosen or Filter(), _IN_LAYER if layer else min(limit, LARGEST))
    except apsw.SQLError as error:
        raise CaseError("query_unreadable", query=asked, why=error) from error
    standing = standings(connection, best)
    hits = (_hit(connection, document, query, (layer, capped, standing.get(document))) for document in best)
    yield from islice((hit for hit in hits if hit.marks or not layer), min(limit, sys.maxsize))


def _best(connection: apsw.Connection, query: str, chosen: Filter, limit: int) -> tuple[list[int], bool]:
    """The documents in the order of their worth, and whether only the last of them were compared.

    To weigh a report costs far more than to find it, and words that stand in very many tell little about any of them.
    """
    where, values = chosen.on_documents(
        "+search.rowid"
    )  # the sign: the words first, else each document of the filter asks anew
    found = f"FROM search WHERE search MATCH ? {where} ORDER BY rowid DESC LIMIT 1 OFFSET ?"
    capped = list(connection.execute(f"SELECT rowid {found}", (query, *values, RANKED)))
    least = capped[0][0] + 1 if capped else 0
    ranked = f"""SELECT search.rowid FROM search LEFT JOIN newest ON newest.document = search.rowid
        WHERE search MATCH ? AND search.rowid >= ? {where} ORDER BY bm25(search), newest.day DESC, search.rowid DESC LIMIT ?"""  # noqa: S608 - the same
    return [row[0] for row in connection.execute(ranked, (query, least, *values, limit))], bool(capped)


def _hit(connection: apsw.Connection, document: int, query: str, how: tuple[str | None, bool, Standing | None]) -> Hit:
    told = f"SELECT {_PLACES}(search) FROM search WHERE search MATCH ? AND rowid = ?"  # noqa: S608 - a name of this file
    places = str(_first(connection.execute(told, (query, document)))[0])
    row = _first(connection.execute(
        """SELECT d.text, a.title, a.outlet, a.source, r.published, p.places FROM documents AS d
           JOIN appearances AS a ON a.document = d.id
           LEFT JOIN newest AS n ON n.document = d.id LEFT JOIN records AS r ON r.id = n.record
           LEFT JOIN word_places AS p ON p.document = d.id
           WHERE d.id = ? ORDER BY a.id LIMIT 1""",
        (document,),
    ))  # fmt: skip
    text, title, outlet, source, published, where = row
    try:
        marks = _marks(unpacked(where), places)
    except (LookupError, TypeError, ValueError, OverflowError) as error:  # made by somebody else, or half
        raise CaseError("search_damaged", document=document) from error
    layer, capped, standing = how
    if layer:
        inside = f'SELECT "start", "end" FROM {layer} WHERE record = (SELECT record FROM newest WHERE document = ?)'  # noqa: S608 - a layer's own name
        items = list(connection.execute(inside, (document,)))
        marks = tuple(mark for mark in marks if any(start < mark.end and mark.start < end for start, end in items))
    return Hit(document, text, title, outlet, source, published, marks, capped, standing)


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


def _marks(edges: Sequence[int], places: str) -> tuple[Mark, ...]:
    """Tokens of the index as offsets of the source: the n-th token is the n-th word."""
    ranges = (tuple(map(int, place.split("+"))) for place in places.split())
    found = sorted({Mark(edges[2 * at], edges[2 * (at + size) - 1]) for at, size in ranges})
    apart: list[Mark] = []
    for mark in found:
        if apart and mark.start < apart[-1].end:
            apart[-1] = Mark(apart[-1].start, max(mark.end, apart[-1].end))
        else:
            apart.append(mark)
    return tuple(apart)
