"""Hearings: a session that a court holds is an act of the court, and nobody's talks; whom it is about stands behind it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import units_of
from khabar.languages.drafts import EventDraft, PartyDraft

_SESSION, _COURT = "جلس", "محكم"
_BEFORE, _BEHIND = 10, 3
_STOPS = frozenset(("stop", "colon", "comp", "bi_comp", "CUE", "rel"))
_SOMEBODY = frozenset(("people", "role", "given", "NUMBER"))


def as_hearing(units: Sequence[Unit], draft: EventDraft, at: int) -> EventDraft:
    """A session told at units[at] as a trial, where a court is named beside it (a court holds a session for the prisoner X)."""
    if _SESSION not in units[at].view or not _is_of_court(units, at):
        return draft
    heard = next((party for party in (draft.target, draft.actor) if _is_heard(units, party, at)), None)
    actor = draft.actor if _holds_court(units_of(units, draft.actor)) else None
    return replace(draft, type="COERCE", subtype="trial", actor=actor, target=heard)


def _is_of_court(units: Sequence[Unit], at: int) -> bool:
    """Whether a court stands in the clause before the word, or right behind it."""
    first = next(
        (k + 1 for k in range(at - 1, max(at - _BEFORE, 0) - 1, -1) if units[k].signature & _STOPS), at - _BEFORE
    )
    return _holds_court(units[max(first, 0) : at + _BEHIND])


def _holds_court(units: Sequence[Unit]) -> bool:
    return any(unit.view.removeprefix("ال").startswith(_COURT) for unit in units)


def _is_heard(units: Sequence[Unit], party: PartyDraft | None, at: int) -> bool:
    """Whether a party is somebody named behind the session."""
    inside = units_of(units, party)
    return bool(inside) and inside[0].start > units[at].start and bool(inside[0].signature & _SOMEBODY)
