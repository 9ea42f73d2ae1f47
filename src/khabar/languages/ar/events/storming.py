"""Storming and raiding, by who does it: what soldiers and police do to a house or a town is a raid; gunmen and settlers attack it.

Arabic has the same verbs for both, and only the doer tells: the police stormed a house, the army stormed a camp; settlers
raided tents, rebels stormed a town.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import begins, units_of
from khabar.languages.ar.lists.events import folded_lemmas, lemmas
from khabar.languages.drafts import EventDraft, PartyDraft

_ATTACK = "attack"


def as_they_storm(units: Sequence[Unit], draft: EventDraft, actor: PartyDraft) -> EventDraft:
    """The draft; a storming by forces of a state as a raid, a raid by others as an attack."""
    if draft.lemma.partition(" ")[0] not in lemmas("by_whom"):
        return draft
    inside = units_of(units, actor)
    classes = frozenset().union(*[unit.signature for unit in inside])
    said = frozenset(word for unit in inside for word in unit.view.split())
    others = classes & _OTHERS and not _is_under_orders(units, actor, inside)
    if others or said & folded_lemmas("of_no_state"):
        return replace(draft, type="ASSAULT", subtype=_ATTACK) if draft.type == "COERCE" else draft
    if draft.target is None or draft.subtype != _ATTACK or begins(units, draft.target, "strongholds"):
        return draft
    powers = classes & _POWERS or _OCCUPANT in said
    soldiers = said & folded_lemmas("soldiers") and not _is_taken(units, draft.target)
    return replace(draft, type="COERCE", subtype="raid") if powers or soldiers else draft


def _is_under_orders(units: Sequence[Unit], actor: PartyDraft, inside: Sequence[Unit]) -> bool:
    """Whether a phrase begins with police or soldiers, whoever else it names: forces that fight gunmen are none of them."""
    return begins(units, actor, "police") or (bool(inside) and _head(inside) in folded_lemmas("soldiers"))


def _is_taken(units: Sequence[Unit], target: PartyDraft) -> bool:
    """Whether soldiers take by storm what the phrase names in a war (a city, a quarter, a headquarters), and search nothing."""
    inside = units_of(units, target)
    return bool(inside) and _head(inside) in folded_lemmas("taken_by_storm")


def _head(inside: Sequence[Unit]) -> str:
    return inside[0].view.partition(" ")[0]


_OTHERS = frozenset(("gunmen", "stormers"))
_POWERS = frozenset(("police", "occupant"))
_OCCUPANT = "الاحتلال"
