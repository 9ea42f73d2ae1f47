"""What people know of the actors of a crisis, and sign: names that are one, names that are not, sides, notes on a source."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from khabar.atlas import key_of

_TABLES: Final = ("actor", "apart")
_FIELDS: Final = ("name", "variants", "side", "notes", "roles", "signed_by", "signed")


class BadRegistry(ValueError):
    """A registry that cannot be used; the message names the entry and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Known:
    """An actor as somebody entered it.  `roles`: (role, first day, last day), days YYYY-MM-DD or empty.  `signed_by` vouches, since
    the day `signed` where the entry tells it.
    """

    name: str
    variants: tuple[str, ...] = ()
    side: str | None = None
    notes: tuple[str, ...] = ()
    roles: tuple[tuple[str, str, str], ...] = ()
    signed_by: str = ""
    signed: str = ""

    @property
    def signature(self) -> str:
        """Who vouches for the entry, and since when."""
        return f"{self.signed_by}, {self.signed}" if self.signed else self.signed_by


@dataclass(frozen=True, slots=True)
class Registry:
    """The entries by every name that they go by, folded; and the names that are each somebody of his own.

    `sha256` is that of the file it is out of; empty where there is none, or more than one.
    """

    actors: Mapping[str, Known] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()
    sha256: str = ""

    @classmethod
    def of(cls, told: str) -> Registry:
        """A registry out of what `told` gave.  Raises ValueError, BadRegistry, TypeError for anything else."""
        return registry_of(json.loads(told))

    def told(self) -> str:
        """All that it says, as JSON; the same for the same entries in whatever order they stand."""
        known = [
            {
                "name": one.name,
                "variants": list(one.variants),
                "side": one.side,
                "notes": list(one.notes),
                "roles": [{"role": role, "from": first, "to": last} for role, first, last in one.roles],
                "signed_by": one.signed_by,
            }
            for one in dict.fromkeys(self.actors.values())
        ]
        said = {"actor": sorted(known, key=lambda one: str(one["name"])), "apart": [{"names": sorted(self.apart)}]}
        return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def says_of(self, name: str, role: str) -> Hashable:
        """All that decides about the keys of an actor: what differs between two registries changes them."""
        roles = [
            (known.name, first, last)
            for known in dict.fromkeys(self.actors.values())
            for title, first, last in known.roles
            if key_of(title) == key_of(role or name)
        ]
        known = self.known(name)
        return key_of(name) in self.apart, known and known.name, tuple(sorted(roles))

    def known(self, name: str) -> Known | None:
        """The entry of a name, in whatever spelling."""
        return self.actors.get(key_of(name))

    def holder(self, role: str, day: str | None) -> Known | None:
        """Who held a role on a day (YYYY-MM-DD), where an entry says it and no other does."""
        holders = [
            known
            for known in dict.fromkeys(self.actors.values())
            for title, first, last in known.roles
            if key_of(title) == key_of(role) and day and (first or day) <= day <= (last or day)
        ]
        return holders[0] if len(holders) == 1 else None


def registry_of(told: Mapping[str, Any], sha256: str = "") -> Registry:
    """A registry out of the tables of its file, which has that hash.  Raises BadRegistry."""
    if strange := [name for name in told if name not in _TABLES]:
        raise BadRegistry(f"[[{strange[0]}]]: a registry holds [[actor]] and [[apart]]")
    actors: dict[str, Known] = {}
    for number, entry in enumerate(told.get("actor", ()), 1):
        known = _known(entry, number)
        for name in (known.name, *known.variants):
            if (other := actors.setdefault(key_of(name), known)) is not known:
                raise BadRegistry(f"[[actor]] {number}: {name} stands with {other.name} as well: one name, one actor")
    apart = [key_of(name) for entry in told.get("apart", ()) for name in _words(entry, "names", "[[apart]]")]
    return Registry(actors, frozenset(apart), sha256)


def _known(entry: Mapping[str, Any], number: int) -> Known:
    place = f"[[actor]] {number}"
    if not isinstance(entry.get("name"), str) or not entry["name"].strip():
        raise BadRegistry(f"{place}: it needs a name")
    if strange := [name for name in entry if name not in _FIELDS]:
        raise BadRegistry(f"{place} ({entry['name']}): {strange[0]} is none of {', '.join(_FIELDS)}")
    if not isinstance(entry.get("signed_by"), str) or not entry["signed_by"].strip():
        raise BadRegistry(f"{place} ({entry['name']}): signed_by is missing: somebody must vouch for it")
    return Known(
        name=entry["name"],
        variants=tuple(_words(entry, "variants", place)),
        side=entry.get("side"),
        notes=tuple(_words(entry, "notes", place)),
        roles=tuple(_roles(entry, place)),
        signed_by=entry["signed_by"],
        signed=str(entry.get("signed", "")),
    )


def _words(entry: Mapping[str, Any], name: str, place: str) -> Sequence[str]:
    told = entry.get(name, [])
    if not isinstance(told, list) or not all(isinstance(word, str) for word in told):
        raise BadRegistry(f"{place}: {name} is a list of words")
    return told


def _roles(entry: Mapping[str, Any], place: str) -> Iterator[tuple[str, str, str]]:
    for role in entry.get("roles", []):
        if not isinstance(role.get("role"), str):
            raise BadRegistry(f'{place}: roles are {{ role = "…", from = "YYYY-MM-DD", to = "YYYY-MM-DD" }}')
        yield role["role"], str(role.get("from", "")), str(role.get("to", ""))
