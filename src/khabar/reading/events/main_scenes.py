"""The main scene of a report: what speaks against the place that its lead names most."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from khabar.languages.drafts import EventDraft
from khabar.reading.events.breadth import WIDE, breadth, is_wide
from khabar.record import Place
from khabar.record.vocabulary import EventType

MET: Final = ("CONSULT", "AGREE")
NO_SCENE: Final = (*MET, "SANCTION")  # recalled its ambassador in X


def of_scene(placed: Sequence[tuple[EventType, Place]]) -> list[Place]:
    """The places that tellings name: where people met only in a report that tells nothing else."""
    return [p for kind, p in placed if kind not in NO_SCENE] or [p for kind, p in placed if kind in MET]


def first_at_home(one: Place | None, lead: Sequence[Place], land: Place | None) -> Place | None:
    """The town or province that the lead sets its first act in, rather than the country abroad in which forces of that place's
    land are at work too (soldiers were killed in X; the air force struck across the border).
    """
    first = min(lead, key=attrgetter("start"), default=None)
    if one is None or first is None or land is None or not is_wide(one) or one.country == land.country:
        return one
    return first if first.country == land.country and not is_wide(first) else one


def is_all_over(one: Place | None, places: Sequence[Place]) -> bool:
    """Whether most events of a report are set in other places of a country than this one: it is set in the country."""
    narrow = [p.name for p in places if one and _LOCAL <= breadth(p) < WIDE and p.country == one.country]
    return one is not None and len(set(narrow)) > 1 and _MOSTLY * narrow.count(one.name) < len(narrow)


def is_to_be_held(draft: EventDraft) -> bool:
    """Talks and withdrawals that are planned, asked for or refused: who is to hold them is seldom where the news is set."""
    return draft.type in ("CONSULT", "RETREAT") and draft.status in ("planned", "called_for", "refused", "ordered")


_LOCAL = 1  # towns
_MOSTLY = 1.5  # two thirds
