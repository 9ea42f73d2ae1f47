"""Cases under a passphrase: a copy that is encrypted, a copy that is not any more."""

from __future__ import annotations

from pathlib import Path

from khabar.ledger import CaseError, Hand, copy_under, create_case, give, is_encrypted


def new_encrypted_case(case: Path, passphrase: str) -> None:
    """An empty case under a passphrase, which this process knows from now on.  Raises CaseError where something stands there."""
    give(case, passphrase)
    create_case(case, encrypted=True).close()


def wants_passphrase(case: Path) -> bool:
    """Whether the case is an encrypted one.  Raises CaseError for a plain one, which has to be copied to become one."""
    try:
        if case.is_file() and not is_encrypted(case):
            raise CaseError("case_plain", path=case)
        return case.is_file()
    except OSError as error:
        raise CaseError("case_unwritable", path=case, why=error.strerror) from error


def encrypt_case(case: Path, into: Path, passphrase: str, by: str | None = None) -> None:
    """The case as a new, encrypted file; of an encrypted case: under another passphrase.  Raises CaseError.

    The file at `case` stays as it is, beside an entry that says that the copy was made.
    """
    copy_under(case, into, passphrase, Hand.of_this_machine(by))


def decrypt_case(case: Path, into: Path, by: str | None = None) -> None:
    """An encrypted case as a new file that everybody can read.  Raises CaseError."""
    copy_under(case, into, None, Hand.of_this_machine(by))
