"""Opening a case: the file is checked before anything in it is believed.

A case may come from somebody else.  SQLite runs what a schema holds (views, triggers, expressions) when tables are used, so
the schema must be, letter for letter, the one that this program writes; nothing else is ever run from a file.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

import apsw
import msgspec

from khabar.ledger.derived import DERIVED, note_version, renew
from khabar.ledger.errors import CaseError
from khabar.ledger.guarding import limit, only_list_of_tables
from khabar.ledger.keys import forget, is_encrypted, key_of, unlock
from khabar.ledger.moving import format_of, move_forward
from khabar.ledger.tables import FORMAT, expected, misplaced, objects, schema

SUFFIX: Final = ".khabar"
_APPLICATION: Final = 0x6B686272  # "khbr"
_WAIT: Final = 60_000
"""Milliseconds to wait for another process that writes."""


def create_case(path: Path, *, encrypted: bool = False) -> apsw.Connection:
    """A new, empty case, whole from the moment it has its name: a process that comes meanwhile finds it or does not.

    An encrypted one gets the passphrase that `keys.key_of` knows for it.  Raises CaseError where something stands there already,
    or nothing can be written.
    """
    if _stands(path):
        raise CaseError("case_exists", path=path)
    key = key_of(path) if encrypted else None
    growing = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        growing.unlink(missing_ok=True)  # of a process of this number that was killed
        with closing(apsw.Connection(str(growing.absolute()))) as connection:
            if key:
                unlock(connection, key)
            _settle(connection)
            connection.execute("PRAGMA journal_mode = WAL")
            with connection:
                connection.execute(schema())
                for what in DERIVED:
                    note_version(connection, what)
                connection.execute(f"PRAGMA application_id = {_APPLICATION}")
                connection.execute(f"PRAGMA user_version = {FORMAT}")
        give_name(growing, path)
    except (apsw.Error, OSError) as error:
        raise CaseError("case_unwritable", path=path, why=error) from error
    finally:
        growing.unlink(missing_ok=True)
    return open_case(path, writing=True)


def give_name(growing: Path, path: Path) -> None:
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
        _refuse_journal(path)
        connection = _connected(path.absolute(), writing)
        try:
            _settle(connection)
            if _is_older(connection):
                connection.close()
                _move(path)
                connection = _connected(path.absolute(), writing)
                _settle(connection)
            _check(connection, path)
            if writing:
                renew(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _refuse_journal(path: Path) -> None:
    """A rollback journal beside a case is none of ours, for a case writes ahead; SQLite would take pages out of it, and delete
    a file that it names.
    """
    journal = path.with_name(path.name + "-journal")
    if os.path.lexists(journal):
        raise CaseError("case_journal", path=path, journal=journal)


def _try_key(connection: apsw.Connection, path: Path) -> None:
    """Raises CaseError for a wrong passphrase, which is not believed a second time."""
    try:
        _value(connection, "PRAGMA application_id")
    except apsw.NotADBError as error:
        forget(path)
        raise CaseError("passphrase_wrong", path=path) from error


@contextmanager
def opened(path: Path, *, writing: bool = False) -> Iterator[apsw.Connection]:
    """The case for the length of a block.  Raises CaseError as `open_case` does, and for damage that shows only later.

    A value of another type than its column's, or words that are not where the index says, surface as errors of the code that
    trusted them: inside the block these are damage as well.
    """
    with closing(open_case(path, writing=writing)) as connection, _told_as_case_errors(path):
        try:
            yield connection
        except (LookupError, TypeError, ValueError) as error:
            raise CaseError("case_damaged", path=path, why=error) from error


@contextmanager
def _told_as_case_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except apsw.NotADBError as error:
        raise CaseError("not_a_case", path=path) from error
    except (apsw.BusyError, apsw.ReadOnlyError, apsw.FullError) as error:
        raise CaseError("case_unwritable", path=path, why=error) from error
    except (apsw.Error, msgspec.MsgspecError, UnicodeDecodeError, zlib.error, RecursionError) as error:
        raise CaseError("case_damaged", path=path, why=error) from error
    except OSError as error:
        raise CaseError("case_unwritable", path=path, why=error.strerror) from error


def _stands(path: Path) -> bool:
    """Whether something is there.  Raises CaseError where the system does not tell: a name too long, a folder of others."""
    try:
        return path.exists()
    except OSError as error:
        raise CaseError("case_unwritable", path=path, why=error.strerror) from error


def _connected(path: Path, writing: bool) -> apsw.Connection:
    """The file, unlocked where it is encrypted.  Raises CaseError for a wrong passphrase."""
    key = key_of(path) if is_encrypted(path) else None
    connection = _of_the_file(path, writing)
    if key:
        try:
            unlock(connection, key)
            _try_key(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _of_the_file(path: Path, writing: bool) -> apsw.Connection:
    """The file; where nothing can be written beside it (a disc, somebody else's folder) as one that nobody changes."""
    if writing:
        return apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_URI)
    if os.access(path.parent, os.W_OK) or path.with_name(path.name + "-wal").exists():
        return apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    address = f"{path.resolve().as_uri()}?immutable=1"
    return apsw.Connection(address, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)


def _settle(connection: apsw.Connection) -> None:
    """Nothing a file says is run, and what is written is on the disk when the call returns."""
    limit(connection)
    connection.set_busy_timeout(_WAIT)
    connection.transaction_mode = "IMMEDIATE"
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA mmap_size = 0")
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
    if version < 1:
        raise CaseError("not_a_case", path=path)
    with only_list_of_tables(connection):
        strange = {name for _, name, _ in objects(connection) ^ expected()} or misplaced(connection)
    if strange:
        raise CaseError("case_changed", path=path, what=", ".join(sorted(strange)))
    if list(connection.execute("SELECT 1 FROM search_config WHERE k = 'rank'")):  # a function that SQLite would call
        raise CaseError("case_changed", path=path, what="search_config")


def _value(connection: apsw.Connection, query: str) -> int:
    return int(next(iter(connection.execute(query)))[0])
