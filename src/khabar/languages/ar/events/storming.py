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


def by_whom(units: Sequence[Unit], draft: EventDraft, actor: PartyDraft) -> EventDraft:
    """The draft; a storming by forces of a state as a raid, a raid by others as an attack."""
    if draft.lemma.partition(" ")[0] not in lemmas("by_whom"):
        return draft
    inside = units_of(units, actor)
    classes = frozenset().union(*[unit.signature for unit in inside])
    said = frozenset(word for unit in inside for word in unit.view.split())
    if classes & _OTHERS or said & folded_lemmas("of_no_state"):
        return replace(draft, type="ASSAULT", subtype=_ATTACK) if draft.type == "COERCE" else draft
    if draft.target is None or draft.subtype != _ATTACK or begins(units, draft.target, "strongholds"):
        return draft
    if classes & _POWERS or said & folded_lemmas("soldiers"):
        return replace(draft, type="COERCE", subtype="raid")
    return draft


_OTHERS = frozenset(("gunmen", "stormers"))
_POWERS = frozenset(("police", "occupant"))
