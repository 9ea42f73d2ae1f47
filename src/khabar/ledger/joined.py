"""What the comparison of many reports keeps in a case: things by their keys, the items that are them, and their neighbours.

All of it is derived, and by rules that this room does not know: what is written here is given by the desk.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final, NamedTuple

import apsw

from khabar.ledger.signing import KIND as SIGNED
from khabar.ledger.tables import MADE_ANEW, schema

_TABLES: Final = MADE_ANEW


class State(NamedTuple):
    """By which rules and which registry (its JSON) it was made, and up to which entry of the journal."""

    method: str
    registry: str
    seq: int


ACT: Final = "act"
"""The state of an event that its report tells as one act of a place and day."""


class Item(NamedTuple):
    """An item of a document: its layer, its thing, and of a voice its name, its role and the state that it speaks for; of an event
    ACT for a state where its report tells it as one act.
    """

    layer: str
    item: str
    thing: int
    name: str
    role: str
    state: str


class Thing(NamedTuple):
    """A thing with what was found of it, and its keys, packed; see `joined_things` in schema.sql."""

    id: int
    layer: str
    digest: bytes
    joined: str
    step: int
    way: int
    base: str
    why: str
    perhaps: str
    late: str
    keys: bytes


class Under(NamedTuple):
    """Under what a thing is found, as `reconcile.across.kept.Name`: name, way, from day to day, step, says."""

    name: int
    way: int
    day: int
    last: int
    step: int
    says: str


def state(connection: apsw.Connection) -> State | None:
    """How far the tables are; None where they were never made."""
    return next((State(*row) for row in connection.execute("SELECT method, registry, seq FROM joined_state")), None)


def set_state(connection: apsw.Connection, now: State) -> None:
    """Write down how far the tables are; the caller holds a transaction."""
    connection.execute("DELETE FROM joined_state")
    connection.execute("INSERT INTO joined_state VALUES (?, ?, ?)", now)


def clear(connection: apsw.Connection) -> None:
    """Empty the tables; the caller holds a transaction."""
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names above


def changed(connection: apsw.Connection, after: int, most: int) -> tuple[set[int], int, bool]:
    """Documents that entries of the journal behind one speak of, some `most` of them; the last entry looked at; and whether
    people signed something about several reports.
    """
    documents: set[int] = set()
    seq, said = after, False
    query = "SELECT seq, kind, subject ->> '$.document' FROM journal WHERE seq > ? ORDER BY seq"
    for seq, kind, document in connection.execute(query, (after,)):  # noqa: B007 - the last one counts
        said |= kind == SIGNED
        if document is not None:
            documents.add(int(document))
        if len(documents) >= most:
            break
    return documents, seq, said


def items_of(connection: apsw.Connection, document: int) -> set[Item]:
    """The items of a document."""
    query = "SELECT layer, item, thing, name, role, state FROM joined_items WHERE document = ?"
    return {Item(*row) for row in connection.execute(query, (document,))}


def put_item(connection: apsw.Connection, document: int, item: Item) -> None:
    """Write an item; the caller holds a transaction."""
    values = (document, item.layer, item.item, item.thing, item.name, item.role, item.state)
    connection.execute("INSERT INTO joined_items VALUES (?, ?, ?, ?, ?, ?, ?)", values)


def drop_item(connection: apsw.Connection, document: int, item: Item) -> None:
    """Take an item out; the caller holds a transaction."""
    query = "DELETE FROM joined_items WHERE document = ? AND layer = ? AND item = ?"
    connection.execute(query, (document, item.layer, item.item))


def refs_of(connection: apsw.Connection, thing: int, most: int) -> list[tuple[int, str]]:
    """Document and id of the items that are a thing, no more than so many."""
    query = "SELECT document, item FROM joined_items WHERE thing = ? LIMIT ?"
    return [(int(document), str(item)) for document, item in connection.execute(query, (thing, most))]


def thing_of(connection: apsw.Connection, layer: str, digest: bytes) -> int | None:
    """The thing that has these keys."""
    query = "SELECT id FROM joined_things WHERE layer = ? AND digest = ?"
    return next((int(row[0]) for row in connection.execute(query, (layer, digest))), None)


def put_thing(
    connection: apsw.Connection, layer: str, digest: bytes, keys: tuple[bytes, int], names: Iterable[Under]
) -> int:
    """Write a new thing, nothing found of it yet, with its keys, packed, and its way; the caller holds a transaction."""
    query = "INSERT INTO joined_things VALUES (NULL, ?, ?, '', 0, ?, '', '[]', '[]', '', ?)"
    connection.execute(query, (layer, digest, keys[1], keys[0]))
    thing = connection.last_insert_rowid()
    connection.executemany("INSERT INTO joined_keys VALUES (?, ?, ?, ?, ?, ?, ?)", [(*name, thing) for name in names])
    return thing


def drop_thing(connection: apsw.Connection, thing: int, names: Iterable[Under]) -> None:
    """Take a thing out that no item is any more; the caller holds a transaction."""
    query = """DELETE FROM joined_keys
               WHERE name = ? AND way = ? AND day = ? AND last = ? AND step = ? AND says = ? AND thing = ?"""
    connection.executemany(query, [(*name, thing) for name in names])
    connection.execute("DELETE FROM joined_things WHERE id = ?", (thing,))


def listed(words: Iterable[str]) -> str:
    """Words as the tables hold them."""
    return json.dumps(list(words), ensure_ascii=False, separators=(",", ":"))


def things(connection: apsw.Connection, ids: Iterable[int]) -> Iterator[Thing]:
    """Things by their numbers."""
    query = """SELECT id, layer, digest, joined, step, way, base, why, perhaps, late, keys FROM joined_things
               WHERE id IN (SELECT value FROM json_each(?))"""
    yield from (Thing(*row) for row in connection.execute(query, (json.dumps(sorted(ids)),)))


def names_of(connection: apsw.Connection) -> list[tuple[str, str]]:
    """Every name and role of voices."""
    query = "SELECT DISTINCT name, role FROM joined_items WHERE layer = 'voices'"
    return [(str(name), str(role)) for name, role in connection.execute(query)]


def documents_of(connection: apsw.Connection, chosen: Iterable[tuple[str, str]]) -> set[int]:
    """The documents with a voice of one of some names and roles."""
    query = """SELECT DISTINCT i.document FROM joined_items AS i JOIN json_each(?) AS c
               ON i.name = c.value ->> 0 AND i.role = c.value ->> 1 WHERE i.layer = 'voices'"""
    return {int(row[0]) for row in connection.execute(query, (json.dumps([list(told) for told in chosen]),))}


def filled(connection: apsw.Connection) -> Iterator[str]:
    """The tables that hold a row."""
    for table in _TABLES:
        if any(True for _ in connection.execute(f"SELECT 1 FROM {table} LIMIT 1")):  # noqa: S608 - names above
            yield table


def last_entry(connection: apsw.Connection) -> int:
    """The number of the last entry of the journal."""
    return int(next(iter(connection.execute("SELECT coalesce(max(seq), 0) FROM journal")))[0])


class Placed(NamedTuple):
    """An item with what was found of its thing; of a voice with its name and state, of an event with ACT or nothing for a state."""

    document: int
    item: str
    joined: str
    why: str
    late: str
    perhaps: str
    name: str
    state: str

    def reasons(self) -> list[str]:
        """The keys by which it is in its group."""
        early = [] if self.why == "[]" else json.loads(self.why)
        late = [key for _, _, keys in json.loads(self.late).get("went", ()) for key in keys] if self.late else []
        return sorted({*early, *late})

    def maybe(self) -> list[str]:
        """The groups that it may be."""
        return [] if self.perhaps == "[]" else list(json.loads(self.perhaps))


_COLUMNS: Final = """i.document, i.item, t.joined, t.why, t.late, CASE WHEN t.perhaps = '[]' OR t.step > 0 THEN '[]' ELSE
    (SELECT json_group_array(DISTINCT m.joined) FROM json_each(t.perhaps) AS p
     JOIN joined_items AS n ON n.document = CAST(p.value AS INTEGER) AND n.layer = 'events'
                           AND n.item = substr(p.value, instr(p.value, ':') + 1)
     JOIN joined_things AS m ON m.id = n.thing WHERE m.joined <> t.joined) END, i.name, i.state"""
_PLACED: Final = f"SELECT {_COLUMNS} FROM joined_items AS i JOIN joined_things AS t ON t.id = i.thing WHERE i.layer = ?"  # noqa: S608 - columns above


def placed(connection: apsw.Connection, layer: str, documents: Iterable[int] | None = None) -> Iterator[Placed]:
    """The items of some documents, or of all."""
    chosen = "" if documents is None else "AND i.document IN (SELECT value FROM json_each(?))"
    values = () if documents is None else (json.dumps(sorted(documents)),)
    query = f"{_PLACED} {chosen} ORDER BY i.document, i.item"
    yield from (Placed(*row) for row in connection.execute(query, (layer, *values)))


def members(connection: apsw.Connection, layer: str, groups: Iterable[str]) -> Iterator[Placed]:
    """All items of some groups."""
    query = f"""SELECT {_COLUMNS} FROM json_each(?) AS g
               CROSS JOIN joined_things AS t ON t.layer = ? AND t.joined = g.value
               CROSS JOIN joined_items AS i ON i.thing = t.id ORDER BY i.document, i.item"""  # noqa: S608 - columns above
    yield from (Placed(*row) for row in connection.execute(query, (json.dumps(sorted(groups)), layer)))


def called(connection: apsw.Connection, groups: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Group, name and state of all voices of some groups, each once."""
    query = """SELECT DISTINCT t.joined, i.name, i.state FROM json_each(?) AS g
               CROSS JOIN joined_things AS t ON t.layer = 'voices' AND t.joined = g.value
               CROSS JOIN joined_items AS i ON i.thing = t.id"""
    yield from ((str(g), str(n), str(s)) for g, n, s in connection.execute(query, (json.dumps(sorted(groups)),)))


def empty() -> apsw.Connection:
    """Tables of the same kind with nothing in them, in a file of their own that is gone when it is closed."""
    made = apsw.Connection("")
    made.execute(schema())
    return made


def differing(one: apsw.Connection, other: apsw.Connection) -> Iterator[str]:
    """Where two cases keep something else, in whatever order it was written: tables with the document or the thing."""
    for table, query in _ROWS.items():
        places = _in_one_only(*(iter(connection.execute(query)) for connection in (one, other)))
        yield from (f"{table}, {place}" for place, _ in groupby(places))


def _in_one_only(one: Iterator[tuple[Any, ...]], other: Iterator[tuple[Any, ...]]) -> Iterator[str]:
    """The first column of the rows that only one of two sorted queries gives."""
    here, there = next(one, None), next(other, None)
    while here is not None or there is not None:
        if here == there:
            here, there = next(one, None), next(other, None)
        elif there is None or (here is not None and here < there):
            yield str(here and here[0])
            here = next(one, None)
        else:
            yield str(there[0])
            there = next(other, None)


_ROWS: Final = {
    "joined_items": """SELECT i.document || ':' || i.item, i.layer, coalesce(hex(t.digest), ''), i.name, i.role, i.state
                       FROM joined_items AS i LEFT JOIN joined_things AS t ON t.id = i.thing
                       ORDER BY 1, 2, 3, 4, 5, 6""",
    "joined_things": """SELECT hex(digest), layer, joined, step, way, base, why, perhaps, late, hex(keys) FROM joined_things
                        ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10""",
    "joined_keys": """SELECT coalesce(hex(t.digest), '?'), k.name, k.way, k.day, k.last, k.step, k.says
                      FROM joined_keys AS k LEFT JOIN joined_things AS t ON t.id = k.thing
                      ORDER BY 1, 2, 3, 4, 5, 6, 7""",
}
