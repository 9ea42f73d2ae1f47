"""Visits and talks that are called by the place where they are, which is nobody who holds them."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act
from khabar.languages.ar.lists.events import folded_lemmas, lemmas
from khabar.languages.drafts import PartyDraft


def is_visited(units: Sequence[Unit], act: Act, named: PartyDraft | None) -> bool:
    """Whether a place right behind "their visit", or "the visit of", is where they went; two places, or one "with" another, met."""
    at = act.last
    if named is None or at >= len(units):
        return False
    if units[at].cut != named.span[0] or units[at].signature.isdisjoint(_WHERE):
        return False
    if "+pron" in units[act.first].signature:
        return True
    if at > act.first + 1 or "known_place" not in units[at].signature:
        return False
    if act.word.lemma in lemmas("visited"):
        return True
    several = at + 1 < len(units) and units[at + 1].signature & {"with", "+and"}
    return units[act.first].view in folded_lemmas("met_in") and not several


_WHERE = frozenset(("known_place", "toponym"))
