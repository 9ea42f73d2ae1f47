"""The main scene of a report: what speaks against the place that its lead names most."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from khabar.reading.events.breadth import WIDE, breadth, is_wide
from khabar.record import Place


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


_LOCAL = 1  # towns
_MOSTLY = 1.5  # two thirds
