"""Figures of speech: words of violence and force whose object or subject is no thing that force can touch.

Prices are attacked, plans blown up, fears take control, chances are seized.  What the word is said of tells: an idea, a
condition, a feeling, an illness.  Right behind the word, or as the object of a verb, it takes the event away; farther off
it is only no victim of it.  Nor is what water, wind or fire besiege, sweep and destroy an act of anybody: the disaster is
told by its own word.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import unit_at, units_of
from khabar.languages.ar.lists.events import lemmas
from khabar.languages.ar.phrases.shapes import is_article
from khabar.languages.drafts import EventDraft, PartyDraft
from khabar.record.vocabulary import FORCE

_OF_FORCE = ("ASSAULT", "COERCE", "RETREAT", "PROTEST")
_BESIDE = 2  # units from the word to its object: a preposition may stand between


def without_figures(units: Sequence[Unit], drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """The drafts of a sentence without those whose words are a figure of speech, and without victims that are none."""
    kept = []
    for draft in drafts:
        if draft.type not in _OF_FORCE or draft.subtype == "ban":
            kept.append(draft)
            continue
        if not draft.outcome and draft.type in FORCE and _is_of_nature(units, draft):
            continue
        if draft.lemma in lemmas("attacks") and _is_in_words(units, draft):
            continue
        at = _unhurt(units, draft.target)
        if at is None:
            if draft.kind != "verb" or _unhurt(units, draft.actor) is None:
                kept.append(draft)
        elif draft.kind == "noun" and at - unit_at(units, draft.phrase[1]) > _BESIDE:
            kept.append(replace(draft, target=None))
    return kept


def _unhurt(units: Sequence[Unit], party: PartyDraft | None) -> int | None:
    """Where a party begins that is an idea, a condition, goods for somebody set free; None for any other."""
    if party is None:
        return None
    at = next((k for k, unit in enumerate(units) if unit.start <= party.span[0] < unit.end), None)
    return at if at is not None and "unhurt" in units[at].signature else None


def _is_of_nature(units: Sequence[Unit], draft: EventDraft) -> bool:
    """Whether water, wind or fire does it: the subject behind the verb or right before it, the genitive behind the noun."""
    if draft.kind == "noun" and draft.lemma not in lemmas("sweeps"):
        return False  # the poisoning of the water
    first, last = unit_at(units, draft.trigger[1]), unit_at(units, draft.phrase[1])
    before = first - 1 - (first > 1 and is_article(units[first - 1]) and "nature" in units[first - 2].signature)
    does = (
        units[last + 1 : last + 2]
        if draft.kind == "noun"
        else [*units[last + 1 : last + 2], *units[max(before, 0) : first]]
    )
    lit = draft.subtype == "arson"  # they lit | the fire
    natural = [unit for unit in does if "nature" in unit.signature and not _is_a_name(units, unit)]
    return any(not (lit and unit.view.removeprefix("ال") in _FIRES) for unit in natural)


def _is_in_words(units: Sequence[Unit], draft: EventDraft) -> bool:
    """Whether somebody in office attacks people, bodies or states, with no means told: he does so in words (the president attacked
    the press); what he attacks with his men is a place, or they stand beside him.
    """
    if draft.actor is None or draft.method is not None or draft.target is None:
        return False
    inside = units_of(units, draft.actor)
    office = inside[0].get("role") if inside else None
    if office is None or office["kind"] not in _IN_OFFICE or any("forces" in unit.signature for unit in inside):
        return False
    at = next((k for k, unit in enumerate(units) if unit.cut == draft.target.span[0]), None)
    return at is not None and units[at].signature.isdisjoint(_STANDING)


_IN_OFFICE = frozenset(
    (
        "state",
        "government",
        "parliament",
        "diplomacy",
        "spokesman",
        "party",
        "justice",
        "royalty",
        "international",
        "media",
    )
)
_STANDING = frozenset(("place_facility", "countable", "vehicle", "settlement"))
_FIRES = ("نيران", "حريق", "حرايق")


def _is_a_name(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether it is what somebody calls an operation (the Storm of …)."""
    behind = unit_at(units, unit.end) + 1
    return any("named_so" in following.signature for following in units[behind : behind + 1])
