"""Which report an update, a correction or a retraction speaks of: proposed by the program, decided by people.

A proposal is an entry of the journal, so is every decision on it, and nothing is taken away by either: a retracted report
stays in the case with all its items, which say so wherever they are shown.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any, Final, Literal, NamedTuple, get_args

import apsw
import msgspec

from khabar.ledger.copies import Link, links, text_of, words_of
from khabar.ledger.copies.texts import shingles
from khabar.ledger.errors import CaseError
from khabar.ledger.journal import Entry, Hand, enter, transaction
from khabar.ledger.notices.rules import Kind
from khabar.ledger.versions import sources

Relation = Literal["supersedes", "retracts"]
RELATIONS: Final[tuple[str, ...]] = get_args(Relation)
Why = Literal["source", "copy", "title", "slug"]
"""An earlier version of the same source; a near-duplicate; a report whose headline is named; an address of the same words."""
LINK_VERDICTS: Final = ("accept", "reject")
_DAYS: Final = 14
"""Days after which no outlet corrects a report without naming its address."""
_TITLE: Final = 4
"""Words of the shortest headline that is told from others."""
_PART: Final = 0.8
_SLUG_WORDS: Final = 3
_SLUG: Final = re.compile(r"[^\W\d_]{2,}")
_NO_SLUG: Final = frozenset(
    ("update", "updated", "correction", "corrected", "lead", "ld", "writethru", "kill", "retraction", "html")
)


@dataclass(frozen=True, slots=True)
class DocumentLink:
    """A link as the journal has it: `document` supersedes or retracts `older`.  `kind` and `rule` are those of the notice, None
    of a link that a person made; `state` is proposed, accept, reject, or disagreed where the last words of two desks differ, and
    `decided_by` whose word that is.
    """

    seq: int
    at: str
    document: int
    older: int
    relation: Relation
    kind: Kind | None
    rule: str | None
    why: Why | None
    words: str | None
    state: Literal["proposed", "accept", "reject", "disagreed"]
    decided_by: str | None
    reason: str | None


class _Noticed(NamedTuple):
    document: int
    relation: Relation
    kind: Kind
    rule: str
    words: str


class _Seen(NamedTuple):
    """Where and when a document appeared: outlets, earliest and latest moment, titles, addresses."""

    outlets: frozenset[str]
    moments: tuple[str, ...]
    titles: tuple[str, ...]
    urls: tuple[str, ...]


def propose(connection: apsw.Connection, hand: Hand) -> list[Entry]:
    """Enter the links that are not proposed yet, whatever came first into the case; the index of copies is caught up before."""
    noticed = list(_noticed(connection))
    if not noticed:
        return []
    known = {(link.document, link.older, link.relation) for link in document_links(connection)}
    near: dict[int, list[Link]] = defaultdict(list)
    for link in links(connection):
        near[link.one].append(link)
        near[link.other].append(link)
    with_notice = {each.document for each in noticed}
    made: list[Entry] = []
    with transaction(connection):
        for each in noticed:
            for older, why in _targets(connection, each, near[each.document], with_notice):
                if (each.document, older, each.relation) not in known:
                    known.add((each.document, older, each.relation))
                    told = {**each._asdict(), "older": older, "why": why}
                    made.append(enter(connection, hand, "link proposed", told))
    return made


def document_links(connection: apsw.Connection) -> Iterator[DocumentLink]:
    """All links, in the order in which they were entered.  Raises msgspec.ValidationError for one that nobody can have made."""
    names = [field.name for field in fields(DocumentLink)]
    for row in connection.execute(f"SELECT {', '.join(names)} FROM document_links ORDER BY seq"):  # noqa: S608 - names above
        yield msgspec.convert(dict(zip(names, row, strict=True)), DocumentLink)


def rule_on_link(connection: apsw.Connection, hand: Hand, seq: int, verdict: str, reason: str | None) -> Entry:
    """Enter a person's word on a link, accept or reject with a reason; the last word stands.  Raises CaseError."""
    if verdict not in LINK_VERDICTS:
        raise CaseError("verdict_unknown", verdict=verdict, known=", ".join(LINK_VERDICTS))
    if verdict == "reject" and not reason:
        raise CaseError("rejection_needs_reason", item=seq)
    if not any(link.seq == seq for link in document_links(connection)):
        raise CaseError("link_unknown", seq=seq)
    with transaction(connection):
        return enter(connection, hand, "link decided", {"link": seq, "verdict": verdict, "reason": reason})


def make_link(connection: apsw.Connection, hand: Hand, of: tuple[int, str, int], reason: str | None) -> Entry:
    """Enter a link that a person sees: document, relation, older document.  Raises CaseError."""
    document, relation, older = of
    for each in (document, older):
        if not any(connection.execute("SELECT 1 FROM documents WHERE id = ?", (each,))):
            raise CaseError("document_unknown", document=each)
    if document == older or relation not in RELATIONS:
        raise CaseError("link_senseless", document=document, relation=relation, known=", ".join(RELATIONS))
    told = {"document": document, "older": older, "relation": relation, "reason": reason}
    with transaction(connection):
        return enter(connection, hand, "link made", told)


def _noticed(connection: apsw.Connection) -> Iterator[_Noticed]:
    """The documents with a notice, each with its gravest: a retraction, else the first."""
    query = "SELECT document, kind, rule, words FROM notices ORDER BY document, kind <> 'retraction', \"start\""
    last = None
    for document, kind, rule, words in list(connection.execute(query)):
        if document != last:
            yield _Noticed(document, "retracts" if kind == "retraction" else "supersedes", kind, rule, words)
        last = document


def _targets(
    connection: apsw.Connection, noticed: _Noticed, near: list[Link], with_notice: set[int]
) -> Iterator[tuple[int, Why]]:
    document = noticed.document
    found: dict[int, Why] = {}
    for source in sources(connection, document):
        chain = [version.document for version in source.versions]
        for older in chain[: chain.index(document)]:
            found.setdefault(older, "source")
    here = _seen(connection, document)
    for link in near:
        older = link.other if link.one == document else link.one
        there = _seen(connection, older)
        if here.outlets & there.outlets and _is_before(there, here, unclear=older not in with_notice):
            found.setdefault(older, "copy")
    for older, why in _named(connection, noticed, here):
        if _is_before(_seen(connection, older), here, unclear=False):
            found.setdefault(older, why)
    yield from sorted(found.items())


def _named(connection: apsw.Connection, noticed: _Noticed, here: _Seen) -> Iterator[tuple[int, Why]]:
    """Documents of the outlet in the days before whose headline the notice names, or whose address has the same words."""
    keys = words_of(connection, noticed.document).keys
    slugs = {slug for url in here.urls if (slug := _slug(url))}
    query = """SELECT DISTINCT document, title, url, (SELECT substr(text, 1, 200) FROM documents WHERE id = document)
               FROM appearances WHERE outlet = ? AND document <> ? AND published >= ? AND published < ? ORDER BY document"""
    for outlet in sorted(here.outlets):
        for moment in here.moments:
            day = _day(moment)
            days = (day - timedelta(_DAYS)).isoformat(), (day + timedelta(1)).isoformat()
            for older, title, url, begin in connection.execute(query, (outlet, noticed.document, *days)):
                if url and _slug(url) in slugs:
                    yield older, "slug"
                elif noticed.kind != "update" and _names(keys, title or begin.strip().split("\n")[0]):
                    yield older, "title"


def _names(keys: list[int], title: str) -> bool:
    """Whether a text holds most words of a headline, one after the other."""
    wanted = text_of(title).keys
    size = max(_TITLE, int(_PART * len(wanted) + 0.5))
    return len(wanted) >= size and not set(shingles(wanted, size)).isdisjoint(shingles(keys, size))


def _slug(url: str) -> frozenset[str] | None:
    """The words of the last part of an address; None of fewer than three."""
    words = frozenset(_SLUG.findall(url.partition("?")[0].rstrip("/").rpartition("/")[2].lower())) - _NO_SLUG
    return words if len(words) >= _SLUG_WORDS else None


def _seen(connection: apsw.Connection, document: int) -> _Seen:
    query = "SELECT outlet, published, title, url FROM appearances WHERE document = ? ORDER BY published"
    rows: list[Any] = list(connection.execute(query, (document,)))
    outlets, moments, titles, urls = (tuple(str(row[at]) for row in rows if row[at]) for at in range(4))
    return _Seen(frozenset(outlets), moments, titles, urls)


def _is_before(older: _Seen, newer: _Seen, *, unclear: bool) -> bool:
    """Whether a document appeared before another, and not long before; `unclear` where the moments do not tell."""
    if not older.moments or not newer.moments:
        return unclear
    first, second = older.moments[0], newer.moments[0]
    days = (_day(second) - _day(first)).days
    if days:
        return 0 < days <= _DAYS
    told = all("T" in moment for moment in (first, second))
    return datetime.fromisoformat(first) < datetime.fromisoformat(second) if told else unclear


def _day(moment: str) -> date:
    return date.fromisoformat(moment[:10])
