"""Passphrases of encrypted cases: where they come from, and how a connection is unlocked.

A case is encrypted as a whole, page by page, with AEGIS-256, which also notices pages that somebody changed.  The key is made
of the passphrase by Argon2id with 64 MiB and three passes (RFC 9106's choice for machines with little memory): each guess
costs a thief a tenth of a second and the memory, on his machines too.  The salt stands in the first bytes of the file; beside
it, only the size of the file and of its pages can be told from outside.

A passphrase is never an argument of a command, where other users of the machine and the shell's history see it.  It comes from
whoever gave it in this process (`give`, `give_for_all`), else from the variable KHABAR_PASSPHRASE, else from whoever can be
asked (`ask_with`).
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Final
from urllib.parse import quote

import apsw

from khabar.ledger.errors import CaseError

VARIABLE: Final = "KHABAR_PASSPHRASE"
_COST: Final = (("cipher", "aegis"), ("algorithm", "aegis-256"), ("tcost", "3"), ("mcost", "65536"), ("pcost", "1"))
"""The cipher and the price of a guess; part of the format: a file made with others cannot be opened."""
_PLAIN: Final = b"SQLite format 3\x00"
_FRACTIONS: Final = b"\x40\x20\x20"
"""What every SQLite file holds at bytes 21 to 23; the cipher leaves bytes 16 to 23 readable."""

Asker = Callable[[Path], str]
"""Asks a person for the passphrase of the case at a path."""


class _Known:
    """The passphrases of this process, and whom to ask for more."""

    def __init__(self) -> None:
        self.given: dict[Path, bytes] = {}
        self.for_all = ""
        self.asker: Asker | None = None


_known = _Known()


def give(path: Path, passphrase: str) -> None:
    """From now on, in this process, this is the passphrase of the case at `path`.  Raises CaseError for an empty one."""
    _known.given[path.absolute()] = as_key(passphrase)


def give_for_all(passphrase: str) -> None:
    """From now on, in this process, this is the passphrase of every case that has none of its own; "": of none."""
    _known.for_all = passphrase


def forget(path: Path) -> None:
    """The passphrase of the case at `path` is not known any more."""
    _known.given.pop(path.absolute(), None)


def ask_with(asker: Asker | None) -> None:
    """Who is asked for a passphrase that nobody gave; None: nobody."""
    _known.asker = asker


def as_key(passphrase: str) -> bytes:
    """The bytes of a passphrase: composed letters, so that two keyboards give the same.  Raises CaseError for an empty one."""
    key = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogateescape")
    if not key:
        raise CaseError("passphrase_empty")
    return key


def key_of(path: Path) -> bytes:
    """The key of an encrypted case.  Raises CaseError where nobody gave a passphrase and nobody can be asked."""
    at = path.absolute()
    if at not in _known.given:
        told = _known.for_all or os.environ.get(VARIABLE) or (_known.asker(path) if _known.asker else "")
        if not told:
            raise CaseError("passphrase_missing", path=path, variable=VARIABLE)
        _known.given[at] = as_key(told)
    return _known.given[at]


def is_encrypted(path: Path) -> bool:
    """Whether a file looks like an encrypted case: pages of SQLite, the first bytes of which are none of SQLite's.

    Raises OSError.
    """
    with path.open("rb") as file:
        start = file.read(24)
    return len(start) == 24 and not start.startswith(_PLAIN) and start[21:24] == _FRACTIONS


def unlock(connection: apsw.Connection, key: bytes) -> None:
    """Give a connection its key, before anything is read or written.  A wrong one shows at the first read (NotADBError)."""
    for name, value in _COST:
        connection.execute(f"PRAGMA {name} = '{value}'")
    connection.pragma("hexkey", key.hex())


def address(path: Path, key: bytes | None) -> str:
    """The address of a file for VACUUM INTO, with its key in it; None: a file that is not encrypted.

    It stands in the memory of this process only.
    """
    chosen = [*_COST, ("hexkey", key.hex())] if key else [("key", "")]
    return f"file:{quote(path.absolute().as_posix())}?" + "&".join(f"{name}={quote(value)}" for name, value in chosen)
