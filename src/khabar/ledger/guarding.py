"""What a connection to a case may do: limits on sizes, and before its schema is known to be ours, next to nothing.

The schema of a case is compared with ours before it is used (see `opening`); these are the walls beside that: for a value
larger than any text, an expression deeper than any of ours, a function that reaches outside of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import apsw

_LIMITS: Final = {
    apsw.SQLITE_LIMIT_LENGTH: 1 << 29,
    apsw.SQLITE_LIMIT_SQL_LENGTH: 1 << 20,
    apsw.SQLITE_LIMIT_EXPR_DEPTH: 200,
    apsw.SQLITE_LIMIT_COMPOUND_SELECT: 50,
    apsw.SQLITE_LIMIT_COLUMN: 200,
    apsw.SQLITE_LIMIT_FUNCTION_ARG: 100,
    apsw.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1_000,
    apsw.SQLITE_LIMIT_TRIGGER_DEPTH: 10,
    apsw.SQLITE_LIMIT_WORKER_THREADS: 0,
}
"""Far above what khabar asks for, far below what SQLite allows; lengths in bytes."""
_LOOKS: Final = frozenset((apsw.SQLITE_SELECT, apsw.SQLITE_TRANSACTION))
_LIST: Final = ("sqlite_schema", "sqlite_master")


def limit(connection: apsw.Connection) -> None:
    """Set the limits and switch off whatever would run or rewrite what a file holds."""
    for which, most in _LIMITS.items():
        connection.limit(which, most)
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0)
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0)
    connection.config(apsw.SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0)
    connection.config(apsw.SQLITE_DBCONFIG_DQS_DDL, 0)
    connection.config(apsw.SQLITE_DBCONFIG_DQS_DML, 0)


@contextmanager
def only_list_of_tables(connection: apsw.Connection) -> Iterator[None]:
    """Inside the block nothing can be read but settings and the list of tables, nothing written, no function called.

    For the time before the schema is known to be ours.  Not for longer: a refusal that is asked for while an error is on its way
    would keep a transaction from being rolled back.
    """
    connection.authorizer = _allowed
    try:
        yield
    finally:
        connection.authorizer = None


def _allowed(act: int, first: str | None, second: str | None, _database: str | None, _inside: str | None) -> int:
    if act in _LOOKS or (act == apsw.SQLITE_READ and first in _LIST) or (act == apsw.SQLITE_PRAGMA and second is None):
        return apsw.SQLITE_OK
    return apsw.SQLITE_DENY
