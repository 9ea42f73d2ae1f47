"""Where the police and the courts of a country act: in it, though the report is set in another.

A report of an attack in one country tells of arrests by the police of others, and seldom says where these were made.
"""

from __future__ import annotations

from functools import cache

from khabar.atlas import Place as Land
from khabar.atlas import shared_atlas
from khabar.reading.events.settings import Told
from khabar.record import Actor, Place


def home_of(one: Told, speaker: Actor | None) -> Land | None:
    """The country whose police or courts did what the clause sets nowhere; `speaker`: who owns it."""
    draft = one.draft
    if one.place is not None or draft.type != "COERCE":
        return None
    if draft.actor is not None:
        return _country(draft.actor.home)
    if draft.dropped and speaker is not None and speaker.kind == "government":
        return _country(speaker.country)
    return None


def may_lie_in(place: Place | None, home: Land) -> bool:
    """Whether a place lies in a country, or in land that is disputed or held by one and called another's."""
    return place is not None and (place.country in (None, home.country) or (home.country, place.country) in _HOLDS)


_HOLDS = frozenset((("IL", "PS"), ("PS", "IL")))


@cache
def _country(code: str | None) -> Land | None:
    try:
        return shared_atlas().country(code) if code else None
    except KeyError:  # a union of states has its adjective, and no place
        return None
