"""Figures of speech: words of violence and force whose object or subject is no thing that force can touch.

Prices are attacked, plans blown up, fears take control, chances are seized.  What the word is said of tells: an idea, a
condition, a feeling, an illness.  Right behind the word, or as the object of a verb, it takes the event away; farther off
it is only no victim of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import unit_at
from khabar.languages.drafts import EventDraft, PartyDraft

_OF_FORCE = ("ASSAULT", "COERCE", "RETREAT", "PROTEST")
_BESIDE = 2  # units from the word to its object: a preposition may stand between


def without_figures(units: Sequence[Unit], drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """The drafts of a sentence without those whose words are a figure of speech, and without victims that are none."""
    kept = []
    for draft in drafts:
        if draft.type not in _OF_FORCE or draft.subtype == "ban":
            kept.append(draft)
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
