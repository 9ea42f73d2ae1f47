"""Documents that share something with others: a number, a passage, a voice in the same days.  Looked up, never worked out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

import apsw


class Number(NamedTuple):
    """A number as a figure has it."""

    measure: str
    low: int | None
    high: int | None
    magnitude: int | None
    bound: str


def with_measure(connection: apsw.Connection, measure: str, among: Iterable[int] | None = None) -> set[int]:
    """Documents with a figure of a measure, of some or of all, and those of which people corrected something."""
    if among is None:
        query = f"SELECT DISTINCT n.document FROM figures AS f {_NEWEST} WHERE f.measure = ?"  # noqa: S608 - below
        return _documents(connection, query, measure) | corrected(connection)
    query = """SELECT n.document FROM json_each(?) AS d CROSS JOIN newest AS n ON n.document = d.value
               WHERE EXISTS (SELECT 1 FROM figures AS f WHERE f.record = n.record AND f.measure = ?)"""
    return _documents(connection, query, json.dumps(sorted(among)), measure) | corrected(connection)


_NEWEST: Final = """CROSS JOIN records AS r ON r.id = f.record
                    CROSS JOIN newest AS n ON n.document = r.document AND n.record = r.id"""
"""From figures to their documents; the other way round all documents would be gone through."""


def corrected(connection: apsw.Connection) -> set[int]:
    """Documents of which people corrected an item: what it says now stands in no table."""
    return _documents(connection, "SELECT document FROM open_decisions WHERE verdict = 'correct'")


def numbers_of(connection: apsw.Connection, documents: Iterable[int], measure: str | None = None) -> set[Number]:
    """The numbers of some documents."""
    query = """SELECT DISTINCT f.measure, f.low, f.high, f.magnitude, f.bound FROM json_each(?1) AS d
               CROSS JOIN newest AS n ON n.document = d.value CROSS JOIN figures AS f ON f.record = n.record
               WHERE NOT f.implicit AND (?2 IS NULL OR f.measure = ?2)"""
    return {Number(*row) for row in connection.execute(query, (json.dumps(sorted(documents)), measure))}


def measure_of(connection: apsw.Connection, document: int, figure: str) -> str | None:
    """The measure of a figure as it was read."""
    query = (
        "SELECT f.measure FROM newest AS n JOIN figures AS f ON f.record = n.record WHERE n.document = ? AND f.item = ?"
    )
    return next((str(row[0]) for row in connection.execute(query, (document, figure))), None)


def numbers_like(connection: apsw.Connection, number: Number) -> Iterator[tuple[int, str | None]]:
    """Where a number stands, however it is worded: document, and the day for which it is told."""
    query = f"""SELECT DISTINCT n.document,
                   iif(f.as_of GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*', substr(f.as_of, 1, 10), n.day)
               FROM figures AS f {_NEWEST}
               WHERE f.measure = ? AND f.low IS ? AND f.high IS ? AND f.magnitude IS ? AND NOT f.implicit"""  # noqa: S608
    for document, day in connection.execute(query, number[:-1]):
        yield int(document), day


def countries_of(connection: apsw.Connection, documents: Iterable[int]) -> dict[int, set[str]]:
    """The countries that lie in the places of some documents: "" for a place of none, and for a document without places."""
    query = """SELECT d.value, coalesce(p.country, '') FROM json_each(?) AS d CROSS JOIN newest AS n ON n.document = d.value
               LEFT JOIN places AS p ON p.record = n.record GROUP BY 1, 2"""
    found: dict[int, set[str]] = {}
    for document, country in connection.execute(query, (json.dumps(sorted(documents)),)):
        found.setdefault(int(document), set()).add(country)
    return found


def size_of(connection: apsw.Connection) -> int:
    """How many documents the case has."""
    return int(next(iter(connection.execute("SELECT count(*) FROM newest")))[0])


def near_days(connection: apsw.Connection, documents: Iterable[int], days: int) -> set[int]:
    """Documents that came out between so many days before the first and so many behind the last of some."""
    query = """WITH told AS (SELECT min(n.day) AS first, max(n.day) AS last FROM json_each(?) AS d
                             JOIN newest AS n ON n.document = d.value)
               SELECT n.document FROM told JOIN newest AS n
               ON n.day BETWEEN date(told.first, ?) AND date(told.last, ?)"""
    return _documents(connection, query, json.dumps(sorted(documents)), f"-{days} days", f"+{days} days")


def by_day(connection: apsw.Connection) -> list[tuple[int, str | None]]:
    """All documents with the day of their publication, in the order of days."""
    query = "SELECT document, day FROM newest ORDER BY day, document"
    return [(int(document), day) for document, day in connection.execute(query)]


def published(connection: apsw.Connection, documents: Iterable[int]) -> dict[int, str]:
    """The days on which some documents came out, of those of which it is known: as `amended_reports` gives them."""
    query = """SELECT r.document, substr(coalesce(a.published, r.published), 1, 10) AS day
               FROM json_each(?) AS d CROSS JOIN current_records AS r ON r.document = d.value
               JOIN appearances AS a ON a.id = (SELECT min(id) FROM appearances WHERE document = r.document)
               WHERE day IS NOT NULL"""
    return {int(document): str(day) for document, day in connection.execute(query, (json.dumps(sorted(documents)),))}


def worded_alike(connection: apsw.Connection, documents: Iterable[int]) -> set[int]:
    """Documents that share a passage with some, by the index of copies."""
    query = """SELECT p.other FROM json_each(?1) AS d JOIN copy_pairs AS p ON p.one = d.value
               UNION SELECT p.one FROM json_each(?1) AS d JOIN copy_pairs AS p ON p.other = d.value"""
    return _documents(connection, query, json.dumps(sorted(documents)))


def voiced_near(
    connection: apsw.Connection, voices: Iterable[str], documents: Iterable[int], days: int, *, undated: bool
) -> set[int]:
    """Documents in which one of some voices stands, in the days around some documents; `undated`: a day that is not known is near
    to all, else to none.
    """
    told = list(voices)
    if not told:
        return set()
    query = """WITH told AS (SELECT min(n.day) AS first, max(n.day) AS last FROM json_each(?) AS d
                             JOIN newest AS n ON n.document = d.value)
               SELECT DISTINCT i.document FROM told JOIN newest AS n
               ON n.day BETWEEN date(told.first, ?) AND date(told.last, ?) OR (? AND (n.day IS NULL OR told.first IS NULL))
               JOIN joined_items AS i ON i.document = n.document AND i.layer = 'voices'
               JOIN joined_things AS t ON t.id = i.thing WHERE t.joined IN (SELECT value FROM json_each(?))"""
    values = (json.dumps(sorted(documents)), f"-{days} days", f"+{days} days", undated, json.dumps(sorted(told)))
    return _documents(connection, query, *values)


def _documents(connection: apsw.Connection, query: str, *values: Any) -> set[int]:
    return {int(row[0]) for row in connection.execute(query, values)}
