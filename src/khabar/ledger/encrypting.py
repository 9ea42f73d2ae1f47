"""Copies of a case under another passphrase, or under none.

Always a new file: what a file held before stays on a disk for long after it was overwritten, so a case is not encrypted, or
given another passphrase, in its place.
"""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import apsw

from khabar.ledger.errors import CaseError
from khabar.ledger.journal import Hand, enter, transaction
from khabar.ledger.keys import address, as_key, unlock
from khabar.ledger.opening import give_name, opened


def copy_under(path: Path, into: Path, passphrase: str | None, hand: Hand) -> None:
    """The whole case as a new file, encrypted with `passphrase`, or plain where that is None.

    Both files say in their journals that the copy was made, and by whom.  Raises CaseError where the case cannot be opened, or
    something stands at `into` already.
    """
    if os.path.lexists(into):
        raise CaseError("case_exists", path=into)
    key = as_key(passphrase) if passphrase is not None else None
    growing = into.with_name(f".{into.name}.{os.getpid()}")
    with opened(path, writing=True) as connection:
        with transaction(connection):
            enter(connection, hand, "encrypted copy made" if key else "decrypted copy made", {})
        try:
            growing.unlink(missing_ok=True)
            connection.execute("VACUUM INTO ?", (address(growing, key),))
            with closing(apsw.Connection(str(growing.absolute()))) as made:
                if key:
                    unlock(made, key)
                made.execute("PRAGMA journal_mode = WAL")
            give_name(growing, into)
        except (apsw.Error, OSError) as error:
            raise CaseError("case_unwritable", path=into, why=error) from error
        finally:
            growing.unlink(missing_ok=True)
