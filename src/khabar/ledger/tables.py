"""The tables of a case as this version of the program makes them, and by what an older file is known."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Final

import apsw

from khabar.ledger.layers import LAYERS

FORMAT: Final = 6
"""Version of the tables; a file of an older one is moved forward when it is opened, a copy kept."""
KEPT: Final = ("originals", "documents", "appearances", "records", *LAYERS, "journal", "carried")
"""Tables whose rows are never changed nor deleted; two triggers each refuse it."""
MADE_ANEW: Final = ("joined_keys", "joined_items", "joined_things", "joined_state")
"""Tables whose rows the first question makes anew where they are of an older format."""

Objects = frozenset[tuple[str, str, str | None]]
"""Type, name and definition of tables, views, indexes and triggers."""


def objects(connection: apsw.Connection) -> Objects:
    """What a file is made of."""
    found = connection.execute("SELECT type, name, sql FROM main.sqlite_schema")
    return frozenset((str(kind), str(name), sql) for kind, name, sql in found)


@cache
def expected() -> Objects:
    """What a file of this format is made of."""
    return frozenset(made_of())


def misplaced(connection: apsw.Connection) -> set[str]:
    """Names of what lies on the pages of something else, or says that it belongs to another table than its definition does.

    What is read from one would be the rows of another; a definition alone does not show it.
    """
    at: dict[int, str] = {}
    found: set[str] = set()
    for name, of, page in connection.execute("SELECT name, tbl_name, rootpage FROM main.sqlite_schema"):
        if page and at.setdefault(page, name) != name:
            found |= {str(name), at[page]}
        if _belongs().get(str(name), of) != of:
            found.add(str(name))
    return found


@cache
def _belongs() -> dict[str, str]:
    made = apsw.Connection(":memory:")
    made.execute(schema())
    return {str(name): str(of) for name, of in made.execute("SELECT name, tbl_name FROM sqlite_schema")}


@cache
def made_of() -> tuple[tuple[str, str, str | None], ...]:
    """The same in the order of making: tables before the views and triggers that name them."""
    made = apsw.Connection(":memory:")
    made.execute(schema())
    found = made.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY rowid")
    return tuple((str(kind), str(name), sql) for kind, name, sql in found)


@cache
def schema() -> str:
    """The tables, and a pair of triggers for each that refuse to change or delete a row."""
    refused = [
        f"CREATE TRIGGER {table}_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'a case only grows: {table} are never changed'); END;"
        for table in KEPT
        for verb in ("UPDATE", "DELETE")
    ]
    return "\n".join([Path(__file__).with_name("schema.sql").read_text(encoding="utf-8"), *refused])


def fingerprint(found: Objects) -> str:
    """SHA-256 over all definitions, the same whatever the order of making."""
    told = sorted((kind, name, sql or "") for kind, name, sql in found)
    return hashlib.sha256(json.dumps(told, separators=(",", ":")).encode()).hexdigest()


@cache
def formats() -> dict[int, str]:
    """The fingerprint of every format that there was, and of this one, out of formats.tsv."""
    lines = Path(__file__).with_name("formats.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {int(number): made for number, made, *_ in rows}
