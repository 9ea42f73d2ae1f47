"""Copies of one origin: who printed what others printed, how much of it, who was first, and which agency is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import apsw

from khabar.desk.cases.spans import item_span
from khabar.languages.agencies import agencies_in
from khabar.ledger import CaseError, opened
from khabar.ledger.copies import Link, Text, catch_up, derived, links, origins, rebuild, waiting, words_of

_GAP: Final = 3
"""Words between two runs that an editor changed inside one passage."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that two documents share, with a few changed ones inside: offsets in both texts, and the words of the first."""

    start: int
    end: int
    other_start: int
    other_end: int
    text: str


@dataclass(frozen=True, slots=True)
class Shared:
    """What two documents share: how many words, what part (0 to 1) of each that is, and where."""

    one: int
    other: int
    words: int
    of_one: float
    of_other: float
    copy: bool
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as one of several of an origin.  `holds`: it is a collection that carries the origin's text beside others.
    `agencies` are those that its text, or the name of an outlet, names; `appearances` says how often this very text was found.
    """

    document: int
    outlets: tuple[str, ...]
    published: str | None
    title: str | None
    words: int
    appearances: int
    agencies: tuple[str, ...]
    holds: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """Documents of one origin, the earliest first.  `first` are those that nothing in their dates shows to be later than another;
    none where no date is known.
    """

    documents: tuple[Printed, ...]
    first: tuple[int, ...]
    links: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class Copies:
    """The origins of several documents; how many documents were compared, and how many origins they are."""

    origins: tuple[Origin, ...]
    documents: int
    count: int


@dataclass(frozen=True, slots=True)
class Carried:
    """Where another document has the words of an item, or part (0 to 1) of them."""

    document: int
    start: int
    end: int
    text: str
    part: float


def copies(case: Path, document: int | None = None, *, anew: bool = False) -> Copies:
    """The origins that several documents have, or those of one document; `anew` makes all signatures again first.

    Raises CaseError, also for a document that is not there.
    """
    with derived(case), opened(case, writing=True) as connection:
        _ = rebuild(connection) if anew else catch_up(connection)
        _must_be_there(connection, document)
        found = origins(connection)
        chosen = [g for g in found.groups if document is None or document in (*g.documents, *g.holders)]
        shown = [_origin(connection, (*g.documents, *g.holders), g.holders, g.links) for g in chosen]
        return Copies(tuple(shown), found.documents, found.origins)


def related(case: Path, document: int) -> list[Shared]:
    """All that a document shares with others, copies and mere passages, the most words first.  Raises CaseError."""
    with derived(case), opened(case, writing=True) as connection:
        catch_up(connection)
        _must_be_there(connection, document)
        found = [link for link in links(connection) if document in (link.one, link.other)]
        return sorted((_shared(connection, link) for link in found), key=lambda shared: -shared.words)


def carried(case: Path, item: tuple[int, str]) -> list[Carried]:
    """Which documents have the words of an item, as far as they are copies or share passages.  Raises CaseError."""
    with derived(case), opened(case, writing=True) as connection:
        catch_up(connection)
        start, end = item_span(connection, item)
        text = words_of(connection, item[0])
        inside = [at for at, (begin, stop) in enumerate(text.spans) if begin < end and stop > start]
        found: list[Carried] = []
        for link in links(connection):
            if item[0] in (link.one, link.other) and inside:
                found += _carried(connection, link, item[0], inside)
        return sorted(found, key=lambda each: (-each.part, each.document))


def count_origins(case: Path) -> tuple[int, int, int]:
    """How many documents were compared, how many origins they are, and how many reports wait to be compared.

    Raises CaseError.
    """
    with derived(case), opened(case) as connection:
        found = origins(connection)
        return found.documents, found.origins, waiting(connection)


def _must_be_there(connection: apsw.Connection, document: int | None) -> None:
    if document is not None and not any(connection.execute("SELECT 1 FROM documents WHERE id = ?", (document,))):
        raise CaseError("document_unknown", document=document)


def _origin(
    connection: apsw.Connection, documents: Iterable[int], holders: Iterable[int], found: Iterable[Link]
) -> Origin:
    printed = [_printed(connection, document, document in holders) for document in documents]
    by_day = sorted(printed, key=lambda p: (p.published is None, p.published or "", p.document))
    first = _first([p for p in printed if not p.holds])
    return Origin(tuple(by_day), first, tuple(_shared(connection, link) for link in found))


def _first(printed: list[Printed]) -> tuple[int, ...]:
    """The documents of the earliest day; by the hour where all of that day have one in the same zone."""
    days = [p.published[:10] for p in printed if p.published]
    earliest = [p for p in printed if p.published and p.published[:10] == min(days)]
    zones = {(p.published or "")[19:] for p in earliest}
    if len(earliest) > 1 and len(zones) == 1 and zones != {""}:
        moment = min(p.published or "" for p in earliest)
        earliest = [p for p in earliest if p.published == moment]
    return tuple(p.document for p in earliest)


def _printed(connection: apsw.Connection, document: int, holds: bool) -> Printed:
    query = (
        "SELECT outlet, published, title FROM appearances WHERE document = ? ORDER BY published IS NULL, published, id"
    )
    rows = list(connection.execute(query, (document,)))
    text = str(next(iter(connection.execute("SELECT text FROM documents WHERE id = ?", (document,))))[0])
    outlets = tuple(dict.fromkeys(str(row[0]) for row in rows if row[0]))
    named = [named.agency for told in (text, *outlets) for named in agencies_in(told)]
    title = next((str(row[2]) for row in rows if row[2]), None)
    published = rows[0][1] if rows else None
    words = len(words_of(connection, document).keys)
    return Printed(document, outlets, published, title, words, len(rows), tuple(dict.fromkeys(named)), holds)


def _shared(connection: apsw.Connection, link: Link) -> Shared:
    one, other = words_of(connection, link.one), words_of(connection, link.other)
    source = str(next(iter(connection.execute("SELECT text FROM documents WHERE id = ?", (link.one,))))[0])
    shown = tuple(_passages(link, (one, other), source))
    return Shared(link.one, link.other, link.words, round(link.of_one, 3), round(link.of_other, 3), link.copy, shown)


def _passages(link: Link, texts: tuple[Text, Text], source: str) -> Iterator[Passage]:
    """Runs with little between them in both texts, as one passage."""
    joined: list[list[int]] = []
    for at, place, size in link.runs:
        last = joined[-1] if joined else None
        if last and 0 <= at - last[1] <= _GAP and 0 <= place - last[3] <= _GAP:
            last[1], last[3] = at + size, place + size
        else:
            joined.append([at, at + size, place, place + size])
    for first, end, other_first, other_end in joined:
        start, stop = texts[0].spans[first][0], texts[0].spans[end - 1][1]
        other = texts[1].spans[other_first][0], texts[1].spans[other_end - 1][1]
        yield Passage(start, stop, *other, source[start:stop])


def _carried(connection: apsw.Connection, link: Link, document: int, inside: list[int]) -> Iterator[Carried]:
    is_one = link.one == document
    there = link.other if is_one else link.one
    wanted = set(inside)
    places = [
        (run.other if is_one else run.one) + at
        for run in link.runs
        for at in range(run.size)
        if (run.one if is_one else run.other) + at in wanted
    ]
    if places:
        spans = words_of(connection, there).spans
        start, end = spans[min(places)][0], spans[max(places)][1]
        text = str(next(iter(connection.execute("SELECT text FROM documents WHERE id = ?", (there,))))[0])
        yield Carried(there, start, end, text[start:end], round(len(places) / len(inside), 3))
