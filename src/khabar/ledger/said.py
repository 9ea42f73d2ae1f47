"""What people say of a case, kind by kind, as a merge takes it over from the journal of another desk.

An entry names documents and other entries by numbers, which are others in another case.  What it is about tells which words of
one person settle which: a word settles those before it on the same matter that its maker could know of.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any, Final

KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "decision": ("item", "verdict", "fields", "reason"),
    "signed": ("what", "reason"),
    "link proposed": ("relation",),
    "link made": ("relation", "reason"),
    "link decided": ("verdict", "reason"),
    "name": ("name", "verdict", "proposed", "shown"),
    "registry": ("name", "sha256", "toml"),
}
"""Kinds of entries that are taken over, in the order of the journal, and what must then stand here as its maker said it."""
OLDEST: Final = ("decision",)
"""The kinds that were taken over before an entry "merged" said which."""
BY_PROGRAM: Final = ("link proposed",)
"""What nobody said: it is there once, whoever's program found it."""
_ENTRIES: Final = ("undoes", "link")
"""Fields that name an entry of the journal."""


def matter(kind: str, told: Mapping[str, Any]) -> Hashable | None:
    """What an entry is about, where a later word on it settles an earlier one; None where words stand side by side."""
    if told.get("verdict") == "undo":
        return None
    if kind == "decision":
        return kind, told["document"], told["item"]
    if kind == "link decided":
        return kind, told["link"]
    if kind == "name":
        return kind, told["name"]
    return kind if kind == "registry" else None


def documents_in(told: Mapping[str, Any]) -> list[int]:
    """The documents that an entry names, in its own order."""
    named = [told[field] for field in ("document", "older") if field in told]
    return [*named, *(document for side in told.get("sides", ()) for document, _ in side)]


def renumbered(told: Mapping[str, Any], documents: Mapping[int, int], seqs: Mapping[int, int]) -> dict[str, Any]:
    """The same in the numbers of another case.  Raises KeyError for a number that it has not."""
    made = dict(told)
    made |= {field: documents[told[field]] for field in ("document", "older") if field in told}
    made |= {field: seqs[told[field]] for field in _ENTRIES if field in told}
    if "sides" in told:
        made["sides"] = [[[documents[document], item] for document, item in side] for side in told["sides"]]
    return made
