"""The registry of a case: the file beside it, else what was signed into it; and who signed what is used."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from khabar.ledger import CaseError, Entry, Hand, opened
from khabar.ledger.registries import SignedRegistry, digest_of, registries, sign_registry
from khabar.reconcile.across.actors.registry import BadRegistry, Registry, registry_of

REGISTRY: Final = ".registry.toml"
"""How the file beside NAME.khabar ends: NAME.registry.toml."""


def registry_at(path: Path) -> Registry | None:
    """The registry in a file; None where there is no file.  Raises CaseError for one that cannot be used."""
    text = _text(path)
    return None if text is None else _registry(text, path)


def registry_of_signed(signed: Sequence[SignedRegistry]) -> Registry:
    """The registry out of those that stand in a case: all entries of all of them.

    Where two desks entered one name otherwise nothing can be used until somebody signs again: the registry is empty then.
    """
    digests = {one.sha256 for one in signed}
    try:
        tables = [_tables(one.toml) for one in signed]
    except tomllib.TOMLDecodeError:
        return Registry()
    entries = {kind: _once(entry for table in tables for entry in table.get(kind, ())) for kind in ("actor", "apart")}
    try:
        return registry_of(entries, digests.pop() if len(digests) == 1 else "")
    except BadRegistry:
        return Registry()


def sign_registry_of(case: Path, by: str | None = None) -> Entry:
    """Sign the registry beside a case into its journal, word for word.

    Raises CaseError where there is no file, or it cannot be used.
    """
    path = case.with_suffix(REGISTRY)
    text = _text(path)
    if text is None:
        raise CaseError("registry_missing", path=path)
    _registry(text, path)
    with opened(case, writing=True) as connection:
        return sign_registry(connection, Hand.of_this_machine(by), path.name, text)


def registry_rows(case: Path) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The entries of the registry that is used, and how it stands (`registry_row`).  Raises CaseError."""
    with opened(case) as connection:
        signed = tuple(registries(connection))
    registry = registry_at(case.with_suffix(REGISTRY)) or registry_of_signed(signed)
    rows = [
        {
            "name": known.name,
            "variants": list(known.variants),
            "side": known.side,
            "notes": list(known.notes),
            "roles": [" ".join(part for part in role if part) for role in known.roles],
            "signed_by": known.signed_by,
            "signed": known.signed or None,
        }
        for known in dict.fromkeys(registry.actors.values())
    ]
    return rows, registry_row(registry, signed)


def registry_row(registry: Registry, signed: Iterable[SignedRegistry]) -> dict[str, Any]:
    """How the registry that is used stands: its hash, and `by` and `at` of those who signed just this one into the case.

    `state`: "none", "unsigned" (the file is another than any that was signed), "signed", or "differ" (two desks, no file).
    """
    known = list(signed)
    of_it = [one for one in known if one.sha256 == registry.sha256]
    if not registry.sha256:
        state = "differ" if len(known) > 1 and not registry.actors else "signed" if known else "none"
        of_it = known
    else:
        state = "signed" if of_it else "unsigned"
    return {
        "state": state,
        "sha256": registry.sha256 or None,
        "by": [one.who for one in of_it],
        "at": [one.at for one in of_it],
    }


def _text(path: Path) -> str | None:
    if not path.is_file():
        return None
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError("registry_bad", path=path, why=error) from error


def _registry(text: str, path: Path) -> Registry:
    try:
        return registry_of(_tables(text), digest_of(text))
    except (tomllib.TOMLDecodeError, BadRegistry) as error:
        raise CaseError("registry_bad", path=path, why=error) from error


def _tables(text: str) -> dict[str, Any]:
    return tomllib.loads(text.removeprefix("\ufeff"))


def _once(entries: Iterable[Any]) -> list[Any]:
    return list({msgspec.json.encode(entry, order="deterministic"): entry for entry in entries}.values())
