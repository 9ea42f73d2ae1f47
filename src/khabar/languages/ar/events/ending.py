"""Ends: the stopping of violence that is called for, and the lifting of a restriction, are a retreat, told by the word for the end.

"Called for a stop to the attacks" tells no attack that was called for; "the abolition of the curfew" imposes none.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import trigger, unit_at
from khabar.languages.ar.lists.events import scopes
from khabar.languages.drafts import EventDraft

_ENDED = ("ASSAULT", "PROTEST", "COERCE")
_LIFTED = ("curfew", "ban", "emergency")
_SIEGE = "حصار"
_GLUED = ("", "ب", "ل", "و", "وب", "ول", "ف")
_STOPS = frozenset(glued + word for word in ("وقف", "ايقاف", "انهاء", "توقف", "رفع", "فك", "الغاء") for glued in _GLUED)
_ALL = ("جميع", "كافه", "كل", "كامل", "فوري", "شامل", "دايم", "تام")
_PHRASE = 5  # units of "a stop to the opening of fire"
_FAR = 3  # units: the stop of | all | acts of | violence
_RETURN = frozenset(glued + word for word in ("عوده", "العوده", "الرجوع", "الجلوس", "لعوده") for glued in _GLUED)
_TABLE = "طاوله"


def as_ending(units: Sequence[Unit], draft: EventDraft) -> EventDraft:
    """The draft with the word that ends it, lifts it, or tells it as a return to it."""
    if draft.kind != "noun":
        return draft
    if draft.type not in _ENDED and draft.type != "CONSULT":
        return draft
    at = unit_at(units, draft.trigger[1])
    end = _return_to(units, at) if draft.type == "CONSULT" else _end_before(units, at)
    if end is None or (draft.type == "COERCE" and draft.subtype not in _LIFTED and draft.lemma != _SIEGE):
        return draft
    span = trigger(units[end])
    stops_it = draft.actor is not None and draft.actor.span[1] <= span[0]  # the police came to stop | the attack
    return replace(draft, end=span, actor=None if stops_it else draft.actor)


def _plain(unit: Unit) -> str:
    return unit.view.partition(" ")[0]


def _return_to(units: Sequence[Unit], at: int) -> int | None:
    """Where the word stands that tells known talks at `at` as a return to them, or to their table: they are to be held anew."""
    first = at - 1 if at and units[at - 1].view == _TABLE else at
    return first - 2 if first > 1 and "ila" in units[first - 1].signature and units[first - 2].view in _RETURN else None


def _end_before(units: Sequence[Unit], at: int) -> int | None:
    """Where the word for the end stands that governs the act at `at`, directly or through "all" and "acts of", or what it ends
    before "and" (a stop to the fire | and the aggression).
    """
    if "+and" in units[at].signature:
        ends = (k for k in range(at - 1, max(at - 1 - _PHRASE, -1), -1) if "ACT_NOUN" in units[k].signature)
        k = next(ends, None)
        return k if k is not None and units[k]["ACT"].last == at and _plain(units[k]) in _STOPS else None
    for k in range(at - 1, max(at - 1 - _FAR, -1), -1):
        view = units[k].view
        if view in _STOPS:
            return k
        if view not in _ALL and not any(scope.over == "brings" for scope in scopes().get(view, ())):
            return None
    return None
