"""Who stands behind a number or an event: distinct voices, and sources that nobody can tell apart.  Origins, never articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khabar.reconcile.across.actors.sides import Voice
from khabar.reconcile.across.entry import Ref
from khabar.reconcile.across.joining import Group


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands behind something.

    `named`: distinct voices that have a name.  `unnamed`: how many mentions of sources without one; they may be one person or
    many.  `sides`: the sides on which the named speak.  `outlets`: those that tell it in their own voice without saying whose it
    is.  `reports`: how many reports carry it, which is no number of sources.
    """

    named: tuple[Voice, ...]
    unnamed: int
    sides: tuple[str, ...]
    outlets: tuple[str, ...]
    reports: int


def standing(told: Iterable[tuple[Ref, Group | None, str | None]], voices: Mapping[Group, Voice]) -> Standing:
    """Who stands behind items: (item, voice or None for the outlet's own, outlet) of each telling, in any order."""
    named: dict[Group, Voice] = {}
    unnamed: set[Group] = set()
    outlets: set[str] = set()
    documents: set[int] = set()
    for ref, voice, outlet in told:
        documents.add(ref.document)
        if voice is None:
            outlets.add(outlet or "?")
        elif (known := voices.get(voice)) and known.named:
            named[voice] = known
        else:
            unnamed.add(voice)
    ordered = tuple(sorted(named.values(), key=lambda voice: voice.name))
    sides = tuple(sorted({voice.side for voice in ordered}))
    return Standing(
        ordered, len(unnamed), sides, tuple(sorted(outlets)) if not named and not unnamed else (), len(documents)
    )
