"""Opening a case: the file is checked before anything in it is believed.

A case may come from somebody else.  SQLite runs what a schema holds (views, triggers, expressions) when tables are used, so
the schema must be, letter for letter, the one that this program writes; nothing else is ever run from a file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

import apsw
import msgspec

from khabar.ledger.derived import DERIVED, note_version
from khabar.ledger.errors import CaseError
from khabar.ledger.moving import format_of, move_forward
from khabar.ledger.tables import FORMAT, expected, objects, schema

SUFFIX: Final = ".khabar"
_APPLICATION: Final = 0x6B686272  # "khbr"
_WAIT: Final = 60_000
"""Milliseconds to wait for another process that writes."""


def create_case(path: Path) -> apsw.Connection:
    """A new, empty case, whole from the moment it has its name: a process that comes meanwhile finds it or does not.

    Raises CaseError where something stands there already, or nothing can be written.
    """
    if _stands(path):
        raise CaseError("case_exists", path=path)
    growing = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        growing.unlink(missing_ok=True)  # of a process of this number that was killed
        with closing(apsw.Connection(str(growing.absolute()))) as connection:
            _settle(connection)
            connection.execute("PRAGMA journal_mode = WAL")
            with connection:
                connection.execute(schema())
                for what in DERIVED:
                    note_version(connection, what)
                connection.execute(f"PRAGMA application_id = {_APPLICATION}")
                connection.execute(f"PRAGMA user_version = {FORMAT}")
        _name(growing, path)
    except (apsw.Error, OSError) as error:
        raise CaseError("case_unwritable", path=path, why=error) from error
    finally:
        growing.unlink(missing_ok=True)
    return open_case(path, writing=True)


def _name(growing: Path, path: Path) -> None:
    """Give a finished file its name; whoever was faster stays."""
    try:
        path.hardlink_to(growing)
    except FileExistsError:
        return
    except OSError:  # a file system without links, as on many sticks
        if not path.exists():
            growing.rename(path)


def open_or_create(path: Path) -> apsw.Connection:
    """The case for writing, made where it is missing; of two that make it at once both get the same.  Raises CaseError."""
    if not _stands(path):
        try:
            return create_case(path)
        except CaseError as error:
            if error.reason != "case_exists":
                raise
    return open_case(path, writing=True)


def open_case(path: Path, *, writing: bool = False) -> apsw.Connection:
    """A case that exists.  Raises CaseError where it is missing, damaged, no case, or of a newer program."""
    if not _stands(path):
        raise CaseError("case_missing", path=path)
    if not path.is_file():
        raise CaseError("not_a_case", path=path)
    with _told_as_case_errors(path):
        connection = _connected(path.absolute(), writing)
        try:
            _settle(connection)
            if _is_older(connection):
                connection.close()
                _move(path)
                connection = _connected(path.absolute(), writing)
                _settle(connection)
            _check(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def opened(path: Path, *, writing: bool = False) -> Iterator[apsw.Connection]:
    """The case for the length of a block.  Raises CaseError as `open_case` does, and for damage that shows only later."""
    with closing(open_case(path, writing=writing)) as connection, _told_as_case_errors(path):
        yield connection


@contextmanager
def _told_as_case_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except apsw.NotADBError as error:
        raise CaseError("not_a_case", path=path) from error
    except (apsw.BusyError, apsw.ReadOnlyError, apsw.FullError) as error:
        raise CaseError("case_unwritable", path=path, why=error) from error
    except (apsw.Error, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise CaseError("case_damaged", path=path, why=error) from error


def _stands(path: Path) -> bool:
    """Whether something is there.  Raises CaseError where the system does not tell: a name too long, a folder of others."""
    try:
        return path.exists()
    except OSError as error:
        raise CaseError("case_unwritable", path=path, why=error.strerror) from error


def _connected(path: Path, writing: bool) -> apsw.Connection:
    """The file; where nothing can be written beside it (a disc, somebody else's folder) as one that nobody changes."""
    if writing:
        return apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    if os.access(path.parent, os.W_OK) or path.with_name(path.name + "-wal").exists():
        return apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    address = f"{path.resolve().as_uri()}?immutable=1"
    return apsw.Connection(address, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)


def _settle(connection: apsw.Connection) -> None:
    """Nothing a file says is run, and what is written is on the disk when the call returns."""
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    connection.set_busy_timeout(_WAIT)
    connection.transaction_mode = "IMMEDIATE"
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cell_size_check = ON")
    with suppress(apsw.ReadOnlyError):
        connection.execute("PRAGMA synchronous = FULL")


def _is_older(connection: apsw.Connection) -> bool:
    return _value(connection, "PRAGMA application_id") == _APPLICATION and 0 < format_of(connection) < FORMAT


def _move(path: Path) -> None:
    """Move an older case forward.  Raises CaseError, also where it cannot be written."""
    try:
        with closing(_connected(path.absolute(), True)) as connection:
            _settle(connection)
            move_forward(connection, path)
    except (apsw.ReadOnlyError, apsw.CantOpenError, PermissionError) as error:
        raise CaseError("case_older", path=path, known=FORMAT, why=error) from error


def _check(connection: apsw.Connection, path: Path) -> None:
    if _value(connection, "PRAGMA application_id") != _APPLICATION:
        raise CaseError("not_a_case", path=path)
    version = format_of(connection)
    if version > FORMAT:
        raise CaseError("case_newer", path=path, format=version, known=FORMAT)
    strange = objects(connection) ^ expected()
    if strange:
        raise CaseError("case_changed", path=path, what=", ".join(sorted({name for _, name, _ in strange})))


def _value(connection: apsw.Connection, query: str) -> int:
    return int(next(iter(connection.execute(query)))[0])
