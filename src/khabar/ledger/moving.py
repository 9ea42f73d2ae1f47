"""Moving an older case forward: the tables of this format, the same rows, a copy of the file as it was.

All happens in one transaction of SQLite on the file itself, so that whoever stops the program finds the old case or the new one,
and two programs that open an old case at once move it once.  Tables that did not change are not touched; rows of those that
did are carried over by the names of their columns; what follows from other tables is made anew.
"""

from __future__ import annotations

import os
import warnings
from contextlib import closing
from pathlib import Path
from typing import Final

import apsw

from khabar.ledger.derived import rebuild
from khabar.ledger.errors import CaseError
from khabar.ledger.journal import Hand, enter
from khabar.ledger.keys import address, is_encrypted, key_of, unlock
from khabar.ledger.tables import FORMAT, MADE_ANEW, expected, fingerprint, formats, made_of, objects

_READING: Final = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI


class CaseMoved(UserWarning):
    """An older case is being moved forward: where it is, from which format to which, and the copy of what it was."""

    def __init__(self, path: Path, old: int, copy: Path) -> None:
        super().__init__(f"{path} is moved from format {old} to {FORMAT}; the old file is kept as {copy}")
        self.details = {"path": str(path), "old": str(old), "new": str(FORMAT), "copy": str(copy)}


def move_forward(connection: apsw.Connection, path: Path) -> None:
    """Give a case the tables of this format.  The connection must write and be outside a transaction.

    Raises CaseError where the tables are not, letter for letter, those of its format, apsw.Error where the disk is full; the
    case is then as it was.
    """
    connection.execute("PRAGMA foreign_keys = OFF")  # else dropping a table empties those that refer to it
    with connection:
        old = format_of(connection)
        if old >= FORMAT:  # another process was faster
            return
        if fingerprint(objects(connection)) != formats().get(old):
            raise CaseError("case_changed", path=path, what=f"format {old}")
        copy = _copied(path, old)
        warnings.warn(CaseMoved(path, old, copy), stacklevel=2)
        _remake(connection)
        rebuild(connection)
        broken = next(iter(connection.execute("PRAGMA foreign_key_check")), None)
        if broken is not None or objects(connection) != expected():
            raise CaseError("case_damaged", path=path, why=f"format {old} → {FORMAT}: {broken and broken[0]}")
        connection.execute(f"PRAGMA user_version = {FORMAT}")
        enter(connection, Hand.of_this_machine(), "moved", {"from": old, "to": FORMAT, "copy": copy.name})
    connection.execute("PRAGMA foreign_keys = ON")


def format_of(connection: apsw.Connection) -> int:
    """The format that a file says it has."""
    return int(next(iter(connection.execute("PRAGMA user_version")))[0])


def _copied(path: Path, old: int) -> Path:
    """A copy of the file beside it, whole before it has its name; an earlier copy is never overwritten.

    Raises CaseError where it cannot be written.
    """
    growing = path.with_name(f".{path.name}.{os.getpid()}.copy")
    try:
        growing.unlink(missing_ok=True)  # of a process of this number that was killed
        with (
            closing(apsw.Connection(str(path.absolute()), flags=_READING)) as source,
            closing(apsw.Connection(str(growing.absolute()))) as target,
        ):
            if is_encrypted(path):  # pages of one file mean nothing under the salt of another
                unlock(source, key_of(path))
                source.execute("VACUUM INTO ?", (address(growing, key_of(path)),))
            else:
                with target.backup("main", source, "main") as backup:
                    backup.step()
        with growing.open("rb+") as written:
            os.fsync(written.fileno())
        named = _free_name(path, old)
        growing.rename(named)
    except (apsw.Error, OSError) as error:
        raise CaseError("case_unwritable", path=growing, why=error) from error
    finally:
        growing.unlink(missing_ok=True)
    return named


def _free_name(path: Path, old: int) -> Path:
    number, named = 1, path.with_name(f"{path.stem}.format-{old}{path.suffix}")
    while named.exists():
        number += 1
        named = path.with_name(f"{path.stem}.format-{old}-{number}{path.suffix}")
    return named


def _remake(connection: apsw.Connection) -> None:
    """Make the tables, views, indexes and triggers those of this format, and keep the rows."""
    before, after = objects(connection), made_of()
    same = before & expected()
    for kind, name, _ in sorted(before):
        if kind in ("view", "trigger"):  # they name tables, and a table that changes takes its triggers with it
            connection.execute(f'DROP {kind} "{name}"')
    had = {name for kind, name, _ in before if kind == "table"}
    wanted = {name: sql for kind, name, sql in after if kind == "table" and sql and not _is_shadow(name, after)}
    changed = [name for name, sql in wanted.items() if name in had and ("table", name, sql) not in same]
    for name in changed:
        if name in MADE_ANEW:
            connection.execute(f'DROP TABLE "{name}"')
            connection.execute("DROP TABLE IF EXISTS joined_state")  # what says that they are whole
        else:
            _carry_over(connection, name, wanted[name])
    present = {(kind, name) for kind, name, _ in objects(connection)}
    for kind, name, sql in after:
        if sql and (kind, name) not in present and (kind != "table" or name in wanted):
            connection.execute(sql)


def _is_shadow(name: str, made: tuple[tuple[str, str, str | None], ...]) -> bool:
    """Whether a table is the inside of a full-text index."""
    virtual = [other for _, other, sql in made if sql and sql.startswith("CREATE VIRTUAL TABLE")]
    return any(name.startswith(f"{other}_") for other in virtual)


def _carry_over(connection: apsw.Connection, table: str, sql: str) -> None:
    """Make a table anew and take its rows over, by the names of the columns that both have."""
    connection.execute(f'CREATE TEMP TABLE carried AS SELECT * FROM main."{table}"')  # noqa: S608 - names of this program's own schema
    old = [row[1] for row in connection.execute(f'PRAGMA main.table_info("{table}")')]
    connection.execute(f'DROP TABLE main."{table}"')
    connection.execute(sql)
    new = [row[1] for row in connection.execute(f'PRAGMA main.table_info("{table}")')]
    shared = ", ".join(f'"{column}"' for column in new if column in old)
    connection.execute(f'INSERT INTO main."{table}" ({shared}) SELECT {shared} FROM carried')  # noqa: S608 - the same
    connection.execute("DROP TABLE temp.carried")
