"""Exports of a case are acts on it: what left the house, how much, for whom, stands in the journal."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from khabar.ledger import Entry, Hand, enter, opened, transaction
from khabar.ledger.readings import column_names


def log_export(case: Path, files: Sequence[Path], told: Mapping[str, Any], by: str | None = None) -> Entry:
    """Enter that files were written out of a case: the SHA-256 of each, and `told`, such as rows and filters.

    Raises CaseError where the case cannot be written, OSError for a file that cannot be read again.
    """
    hashes = {path.name: _sha256(path) for path in files}
    with opened(case, writing=True) as connection, transaction(connection):
        return enter(connection, Hand.of_this_machine(by), "exported", {**told, "files": hashes})


def layer_columns(layers: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The columns of the tables of these layers."""
    return {layer: column_names(layer) for layer in layers}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
