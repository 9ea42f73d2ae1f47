"""Whom a thing meets in what the comparison of many reports keeps: lookups under one name each, none over all things.

What ways and steps mean the desk knows (`reconcile.across.kept`); here they are columns.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Final, NamedTuple

import apsw

_IS, _OFFERS, _SEEKS, _LATE = range(4)
_NO_DAY: Final = 0
Days = tuple[int, int] | None
"""From day to day; None: whenever."""


def with_name(connection: apsw.Connection, name: int, way: int, begins: tuple[int, int], until: int) -> Iterator[int]:
    """Things under a name in one way that begins between two days, and lasts until a day or longer."""
    query = "SELECT thing FROM joined_keys WHERE name = ? AND way = ? AND day BETWEEN ? AND ? AND last >= ?"
    yield from (int(row[0]) for row in connection.execute(query, (name, way, *begins, until)))


def bearers(connection: apsw.Connection, name: int, steps: tuple[int, int], ways: Collection[int]) -> Iterator[int]:
    """Voices that are a name by a key of one of some steps (from, to), and settled by it in one of some ways."""
    query = """SELECT t.id, t.way FROM joined_keys AS k JOIN joined_things AS t ON t.id = k.thing AND t.step = k.step
               WHERE k.name = ? AND k.way = ? AND k.day = ? AND k.last = ? AND k.step BETWEEN ? AND ?"""
    found = connection.execute(query, (name, _IS, _NO_DAY, _NO_DAY, *steps))
    yield from (int(thing) for thing, way in found if way in ways)


def behind(connection: apsw.Connection, name: int, way: int, step: int, days: Days = None) -> Iterator[tuple[int, int]]:
    """Voices with a key of a name in one way (is it, seeks it) behind a step, whose days meet some; each with the key's step."""
    query = """SELECT thing, step FROM joined_keys WHERE name = ?1 AND way = ?2 AND step > ?3
               AND (day = 0 OR ?4 IS NULL OR (day <= ?5 AND last >= ?4))"""
    first, last = days or (None, None)
    yield from ((int(thing), int(at)) for thing, at in connection.execute(query, (name, way, step, first, last)))


class Answer(NamedTuple):
    """Who answers: the group, and what is said of it there."""

    joined: str
    says: str


def answers(connection: apsw.Connection, name: int, before: int, days: Days, ways: tuple[int, int]) -> Iterator[Answer]:
    """The groups that offer a name by keys of steps before one, in days that meet some, each with each of its sayings."""
    query = """SELECT DISTINCT t.joined, k.says FROM joined_keys AS k JOIN joined_things AS t ON t.id = k.thing
               WHERE k.name = ?1 AND k.way = 1 AND (k.day = 0 OR ?3 IS NULL OR k.day BETWEEN ?3 AND ?4) AND k.step < ?2
               AND t.step BETWEEN 1 AND k.step AND t.way IN (?5, ?6)"""
    first, last = days or (None, None)
    yield from (Answer(*row) for row in connection.execute(query, (name, before, first, last, *ways)))


def offering(
    connection: apsw.Connection, under: tuple[int, int, str], upto: int, joined: str, ways: tuple[int, int]
) -> Iterator[int]:
    """Voices of a group that offer a name (name, day, says) by keys up to a step."""
    name, day, says = under
    query = """SELECT t.id FROM joined_keys AS k JOIN joined_things AS t ON t.id = k.thing
               WHERE k.name = ? AND k.way = 1 AND k.day = ? AND k.says = ? AND k.step <= ? AND t.joined = ?
               AND t.step BETWEEN 1 AND k.step AND t.way IN (?, ?)"""
    yield from (int(row[0]) for row in connection.execute(query, (name, day, says, upto, joined, *ways)))


def settle(connection: apsw.Connection, thing: int, found: tuple[str, int, int]) -> None:
    """Write what a voice is joined to, at which step and in which way; the caller holds a transaction."""
    connection.execute("UPDATE joined_things SET joined = ?, step = ?, way = ? WHERE id = ?", (*found, thing))


def asking(connection: apsw.Connection, name: int, level: int, day: int, longest: int) -> Iterator[tuple[int, int]]:
    """Events that ask for a name on a day on a late level, each with the step on which it was settled."""
    query = """SELECT k.thing, t.step FROM joined_keys AS k JOIN joined_things AS t ON t.id = k.thing
               WHERE k.name = ? AND k.way = 3 AND k.day BETWEEN ? AND ? AND k.last >= ? AND k.step = ?"""
    values = (name, day - longest, day, day, level)
    yield from ((int(thing), int(step)) for thing, step in connection.execute(query, values))


def offered(connection: apsw.Connection, name: int, days: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Things that offer a name on one of some days, each with the day."""
    query = "SELECT thing, day FROM joined_keys WHERE name = ? AND way = 1 AND day BETWEEN ? AND ?"
    yield from ((int(thing), int(day)) for thing, day in connection.execute(query, (name, *days)))


class Told(NamedTuple):
    """An event with what is kept of it: its telling, and the columns of its thing."""

    id: int
    document: int
    item: str
    joined: str
    step: int
    way: int
    base: str
    late: str


_TOLD: Final = """SELECT t.id, i.document, i.item, t.joined, t.step, t.way, t.base, t.late
                  FROM joined_things AS t JOIN joined_items AS i ON i.thing = t.id"""


def told(connection: apsw.Connection, ids: Iterable[int]) -> Iterator[Told]:
    """Events by their numbers."""
    query = f"{_TOLD} WHERE t.id IN (SELECT value FROM json_each(?))"  # noqa: S608 - columns above
    yield from (Told(*row) for row in connection.execute(query, (json.dumps(sorted(ids)),)))


def told_in(connection: apsw.Connection, groups: Iterable[str]) -> Iterator[Told]:
    """All events of some groups."""
    query = f"{_TOLD} WHERE t.layer = 'events' AND t.joined IN (SELECT value FROM json_each(?))"  # noqa: S608 - columns above
    yield from (Told(*row) for row in connection.execute(query, (json.dumps(sorted(groups)),)))


def told_by(connection: apsw.Connection, documents: Iterable[int]) -> Iterator[Told]:
    """All events of some documents."""
    query = f"{_TOLD} WHERE i.layer = 'events' AND i.document IN (SELECT value FROM json_each(?))"  # noqa: S608 - columns above
    yield from (Told(*row) for row in connection.execute(query, (json.dumps(sorted(documents)),)))


def tell(connection: apsw.Connection, thing: int, found: tuple[str, int, str, str]) -> None:
    """Write of an event its group, the level on which it was settled, its group before the late ones and what became of it
    there; the caller holds a transaction.
    """
    connection.execute(
        "UPDATE joined_things SET joined = ?, step = ?, base = ?, late = ? WHERE id = ?", (*found, thing)
    )


def tell_early(connection: apsw.Connection, thing: int, why: str, perhaps: str) -> None:
    """Write the keys by which an event is in its early group, and the groups that it may be; the caller holds a transaction."""
    connection.execute("UPDATE joined_things SET why = ?, perhaps = ? WHERE id = ?", (why, perhaps, thing))
