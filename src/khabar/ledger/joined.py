"""What the comparison of many reports keeps in a case: things by their keys, the items that are them, and their neighbours.

All of it is derived, and by rules that this room does not know: what is written here is given by the desk.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import apsw

from khabar.ledger.signing import KIND as SIGNED

_TABLES: Final = ("joined_keys", "joined_items", "joined_things", "joined_state")


class State(NamedTuple):
    """By which rules and which registry (its JSON) it was made, and up to which entry of the journal."""

    method: str
    registry: str
    seq: int


class Item(NamedTuple):
    """An item of a document: its layer, its thing, and of a voice its name, its role and the state that it speaks for."""

    layer: str
    item: str
    thing: int
    name: str
    role: str
    state: str


class Thing(NamedTuple):
    """A thing with its keys, packed, and what was found of it."""

    id: int
    layer: str
    digest: bytes
    keys: bytes
    joined: str
    why: str
    perhaps: str


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
    connection: apsw.Connection, layer: str, digest: bytes, keys: bytes, names: Iterable[tuple[int, int, int, int]]
) -> int:
    """Write a new thing, nothing found of it yet; the caller holds a transaction."""
    query = "INSERT INTO joined_things (layer, digest, keys, joined, why, perhaps) VALUES (?, ?, ?, '', '[]', '[]')"
    connection.execute(query, (layer, digest, keys))
    thing = connection.last_insert_rowid()
    connection.executemany("INSERT INTO joined_keys VALUES (?, ?, ?, ?, ?)", [(*name, thing) for name in names])
    return thing


def drop_thing(connection: apsw.Connection, thing: int, names: Iterable[tuple[int, int, int, int]]) -> None:
    """Take a thing out that no item is any more; the caller holds a transaction."""
    query = "DELETE FROM joined_keys WHERE name = ? AND way = ? AND day = ? AND last = ? AND thing = ?"
    connection.executemany(query, [(*name, thing) for name in names])
    connection.execute("DELETE FROM joined_things WHERE id = ?", (thing,))


def found_out(connection: apsw.Connection, thing: int, found: tuple[str, str, str]) -> None:
    """Write what was found of a thing: group, why, what it may be; the caller holds a transaction."""
    connection.execute("UPDATE joined_things SET joined = ?, why = ?, perhaps = ? WHERE id = ?", (*found, thing))


def listed(words: Iterable[str]) -> str:
    """Words as the tables hold them."""
    return json.dumps(list(words), ensure_ascii=False, separators=(",", ":"))


def things(connection: apsw.Connection, ids: Iterable[int]) -> Iterator[Thing]:
    """Things by their numbers."""
    query = """SELECT id, layer, digest, keys, joined, why, perhaps FROM joined_things
               WHERE id IN (SELECT value FROM json_each(?))"""
    yield from (Thing(*row) for row in connection.execute(query, (json.dumps(sorted(ids)),)))


def things_at(connection: apsw.Connection, name: int, way: int, between: tuple[int, int], until: int) -> Iterator[int]:
    """Things under a name in one way that begins between two days, and lasts until a day or longer."""
    query = "SELECT thing FROM joined_keys WHERE name = ? AND way = ? AND day BETWEEN ? AND ? AND last >= ?"
    yield from (int(row[0]) for row in connection.execute(query, (name, way, *between, until)))


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


def all_things(connection: apsw.Connection) -> list[int]:
    """The numbers of all things."""
    return [int(row[0]) for row in connection.execute("SELECT id FROM joined_things ORDER BY id")]


def has_names(connection: apsw.Connection, thing: int, names: Iterable[tuple[int, int, int, int]]) -> bool:
    """Whether a thing is found under all of some names."""
    query = "SELECT 1 FROM joined_keys WHERE name = ? AND way = ? AND day = ? AND last = ? AND thing = ?"
    return all(any(True for _ in connection.execute(query, (*name, thing))) for name in names)


def count_names(connection: apsw.Connection) -> int:
    """How many names there are of all things."""
    return int(next(iter(connection.execute("SELECT count(*) FROM joined_keys")))[0])


class Placed(NamedTuple):
    """An item with what was found of its thing; of a voice with its name and state."""

    document: int
    item: str
    joined: str
    why: str
    perhaps: str
    name: str
    state: str

    def maybe(self) -> list[str]:
        """The groups that it may be."""
        return [] if self.perhaps == "[]" else list(json.loads(self.perhaps))


_PLACED: Final = """SELECT i.document, i.item, t.joined, t.why, t.perhaps, i.name, i.state
                    FROM joined_items AS i JOIN joined_things AS t ON t.id = i.thing WHERE i.layer = ?"""


def placed(connection: apsw.Connection, layer: str, documents: Iterable[int] | None = None) -> Iterator[Placed]:
    """The items of some documents, or of all."""
    chosen = "" if documents is None else "AND i.document IN (SELECT value FROM json_each(?))"
    values = () if documents is None else (json.dumps(sorted(documents)),)
    query = f"{_PLACED} {chosen} ORDER BY i.document, i.item"
    yield from (Placed(*row) for row in connection.execute(query, (layer, *values)))


def members(connection: apsw.Connection, layer: str, groups: Iterable[str]) -> Iterator[Placed]:
    """All items of some groups."""
    query = """SELECT i.document, i.item, t.joined, t.why, t.perhaps, i.name, i.state FROM json_each(?) AS g
               JOIN joined_things AS t ON t.layer = ? AND t.joined = g.value JOIN joined_items AS i ON i.thing = t.id
               ORDER BY i.document, i.item"""
    yield from (Placed(*row) for row in connection.execute(query, (json.dumps(sorted(groups)), layer)))


def called(connection: apsw.Connection, groups: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Group, name and state of all voices of some groups, each once."""
    query = """SELECT DISTINCT t.joined, i.name, i.state FROM json_each(?) AS g
               JOIN joined_things AS t ON t.layer = 'voices' AND t.joined = g.value JOIN joined_items AS i ON i.thing = t.id"""
    yield from ((str(g), str(n), str(s)) for g, n, s in connection.execute(query, (json.dumps(sorted(groups)),)))


def strays(connection: apsw.Connection) -> Iterator[str]:
    """What hangs on nothing: items of documents that there are not, things that no item is, names of no thing."""
    for table, query in _STRAYS.items():
        for (number,) in connection.execute(query):
            yield f"{table}, {number}"


_STRAYS: Final = {
    "joined_items": "SELECT DISTINCT document FROM joined_items WHERE document NOT IN (SELECT document FROM newest)",
    "joined_things": "SELECT id FROM joined_things WHERE id NOT IN (SELECT thing FROM joined_items)",
    "joined_keys": "SELECT DISTINCT thing FROM joined_keys WHERE thing NOT IN (SELECT id FROM joined_things)",
}
