"""Registries that people signed into a case: the file as it was, word for word, with who vouches for it and since when."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import apsw

from khabar.ledger.carrying import subject_of
from khabar.ledger.errors import CaseError
from khabar.ledger.journal import Entry, Hand, enter, entries, transaction

KIND: Final = "registry"
_ALL: Final = f"WHERE kind = '{KIND}' ORDER BY seq"
"""Written out, so that the index of these few entries is used."""


@dataclass(frozen=True, slots=True)
class SignedRegistry:
    """A registry as the journal has it: name and SHA-256 of the file, its text, who signed it, when."""

    seq: int
    at: str
    who: str
    name: str
    sha256: str
    toml: str


def digest_of(toml: str) -> str:
    """SHA-256 of the text of a registry, which is that of its file."""
    return hashlib.sha256(toml.encode()).hexdigest()


def sign_registry(connection: apsw.Connection, hand: Hand, name: str, toml: str) -> Entry:
    """Enter the text of a registry; it stands in the place of the one that was signed before."""
    with transaction(connection):
        return enter(connection, hand, KIND, {"name": name, "sha256": digest_of(toml), "toml": toml})


def registries(connection: apsw.Connection) -> list[SignedRegistry]:
    """The registries that stand: the last one, and beside it those of other desks whose makers did not know of it.

    Raises CaseError for an entry that says nothing readable.
    """
    standing: dict[int, SignedRegistry] = {}
    for entry in entries(connection, _ALL):
        told = subject_of(entry) or {}
        try:
            knew = told.get("overrules")
            for settled in list(standing) if knew is None else knew:
                standing.pop(settled, None)
            standing[entry.seq] = SignedRegistry(entry.seq, str(told.get("at") or entry.at), str(told.get("by") or entry.who),
                                                 str(told["name"]), str(told["sha256"]), str(told["toml"]))  # fmt: skip
        except (TypeError, LookupError) as error:
            raise CaseError("case_damaged", path=connection.filename, why=f"journal {entry.seq}") from error
    return list(standing.values())


def unfit_registries(connection: apsw.Connection) -> Iterator[tuple[str, str]]:
    """What `verify` finds: a registry whose text has not the hash that its entry says."""
    for entry in entries(connection, _ALL):
        told = subject_of(entry) or {}
        if digest_of(str(told.get("toml"))) != told.get("sha256"):
            yield "signed_unfit", f"journal {entry.seq}"
