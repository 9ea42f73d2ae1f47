"""How wide places are, which may hold which, and whether two may be one scene."""

from __future__ import annotations

from typing import Final

from khabar.record import Place

WIDE: Final = 4
"""From here on a place is as wide as a country."""
_BREADTH = {
    "facility": 0,
    "neighbourhood": 0,
    "camp": 0,
    "country": 5,
    "area": 4,
    "admin1": 3,
    "admin2": 2,
    "natural": 2,
}


def breadth(place: Place) -> int:
    """How wide a place is: 1 a town or a point, 5 a country; "south of" a town is wider than the town."""
    wide = _BREADTH.get(place.kind, 1)
    if place.kind == "facility" and not _is_named(place):
        wide = 2
    return wide + 1 if place.relation and wide < WIDE else wide


def is_inside(one: Place, other: Place) -> bool:
    """Whether a place may lie in a listed province, a country, or a building in a town: narrower, in one country."""
    holds = (other.kind in _HOLD and is_listed(other)) or is_unlisted_land(other) or breadth(one) == 0
    return holds and one.country == other.country and breadth(one) < breadth(other)


_HOLD = frozenset(("country", "admin1"))


def is_listed(place: Place) -> bool:
    """Whether the atlas has a place, which is called in English then."""
    return place.name != place.name_ar


def is_unlisted_land(place: Place) -> bool:
    """Whether a place is a stretch of land that no list holds, and so no continent or sea."""
    return place.kind == "area" and not is_listed(place)


def is_of_many_lands(place: Place) -> bool:
    """Whether a place is a continent, or the like: the scene of nothing."""
    return place.kind == "area" and not (place.country or place.disputed or is_unlisted_land(place))


def is_wide(place: Place) -> bool:
    """Whether a place is a country or an area of several."""
    return breadth(place) >= WIDE


def _is_named(place: Place) -> bool:
    """Whether a facility has a name of its own: the airport of a town, a mosque no list knows are told by their town."""
    return place.name != place.text and place.name.rpartition(" ")[2].lower() not in _TYPES


_TYPES = frozenset(
    (
        *("airport", "mosque", "hospital", "port", "square", "bridge", "university", "station"),
        *("crossing", "museum", "church", "prison"),
    )
)


def same_place(a: Place | None, b: Place | None) -> bool:
    """Whether two places may be one scene: unknown, equal, or one may hold the other."""
    if a is None or b is None or a.name == b.name:
        return True
    if a.country != b.country:
        return False
    if a.relation or b.relation:
        return True  # south of the capital: another town may be meant
    kinds = {a.kind, b.kind}
    return bool(kinds & {"country", "admin1"}) or (bool(kinds & _POINTS) and a.kind != b.kind)


_POINTS = frozenset(("facility", "neighbourhood", "camp"))  # a town may hold them
