"""Cars and people that are stopped on their way, criminals who are brought down: no missile is intercepted, nobody loses an office;
somebody is attacked, taken or arrested.  Cars that turn over revolt against nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import holds, unit_at, units_of
from khabar.languages.ar.lists.events import lemmas
from khabar.languages.drafts import EventDraft, PartyDraft

_STOPS = "interception"
_ON_ROADS = frozenset(
    ("سياره", "سيارات", "حافله", "حافلات", "شاحنه", "شاحنات", "قافله", "مركبه", "مركبات", "موكب", "باص")
)
_TAKEN = frozenset(("missing", "abducted"))


def as_stopped(units: Sequence[Unit], draft: EventDraft) -> EventDraft:
    """An interception of a car, a convoy or of people as an attack; as an abduction where its sentence tells that people are
    missing or were taken.
    """
    if draft.subtype != _STOPS or draft.target is None or not _is_on_road(units, draft.target):
        return draft
    taken = any(word.measure in _TAKEN for unit in units for _, word in unit.get("measure_word") or ())
    return replace(draft, subtype="abduction" if taken else "attack", another=True)


def as_caught(units: Sequence[Unit], draft: EventDraft) -> EventDraft:
    """Criminals whom somebody "brought down" are arrested, and no office is lost."""
    if draft.lemma.partition(" ")[0] not in lemmas("brings_down"):
        return draft
    at = unit_at(units, draft.trigger[1])
    first = next((k for k in range(at + 1, min(at + _NEAR, len(units))) if "+bi" in units[k].signature), len(units))
    if not any("outlaw" in unit.signature for unit in units[first : first + 2]):
        return draft
    return replace(draft, type="COERCE", subtype="arrest")


_NEAR = 8


def as_overturned(units: Sequence[Unit], draft: EventDraft, at: int) -> EventDraft:
    """A car told at units[at] to have "turned over on" its side, or on a road, met with an accident: who "turns against" somebody
    is somebody.
    """
    if draft.lemma != _TURNED:
        return draft
    if not any("vehicle" in unit.signature for unit in units[max(at - _AHEAD, 0) : at + _NEAR]):
        return draft
    on = next((u.view.removeprefix("ال") for u in units[at + 1 : at + _NEAR] if "ala" not in u.signature), "")
    if not on.startswith(_ON_SIDE):
        return draft
    return replace(draft, type="ACCIDENT", actor=None, target=None)


_TURNED, _AHEAD = "انقلب على", 6
_ON_SIDE = ("طريق", "جانب", "ظهر", "سقف", "راس")


def as_held(units: Sequence[Unit], draft: EventDraft) -> EventDraft:
    """People whom gunmen "hold" or "detain" are abducted: the same words of the police tell an arrest."""
    if draft.subtype == "arrest" and draft.lemma in lemmas("holds") and holds(units, draft.actor, "gunmen"):
        return replace(draft, type="ASSAULT", subtype="abduction")
    return draft


def _is_on_road(units: Sequence[Unit], hit: PartyDraft) -> bool:
    first = next(iter(units_of(units, hit)), None)
    if first is None:
        return False
    return "people" in first.signature or first.view.removeprefix("ال").startswith(tuple(w[:4] for w in _ON_ROADS))
