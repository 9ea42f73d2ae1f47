"""Halves: listed names that are one half of a longer one, which no list holds whole, behind a type word."""

from __future__ import annotations

from khabar.grammar import Match
from khabar.languages.ar.places.drafts import fits
from khabar.languages.ar.places.name_units import DEFINITE
from khabar.languages.ar.places.names import SURE


def is_first_half(m: Match, at: int) -> bool:
    """Whether a listed name of two letters is the beginning of a longer one that no list holds (the district of Deh Salah)."""
    single = m.last == at + 1 < len(m.units) and len(m.units[at].view) <= _SHORT and SURE not in m.units[at]
    return single and bool(m.units[m.last].signature) and m.units[m.last].signature <= _NAMES


_SHORT = 2
_NAMES = frozenset(("name", "given", "name_part", "toponym"))


def is_upper(m: Match, at: int) -> bool:
    """Whether an adjective behind a name that does not hold it makes another name (the province of Upper X)."""
    single = m.last == at + 1 and m.last < len(m.units) and " " not in m.units[at].view
    return single and "place_degree" in m.units[m.last].signature


def is_second_half(m: Match, at: int) -> bool:
    """Whether a town's name with the article is the second half of a valley's or a spring's, which name villages (the Valley of the
    Lotus is not the far town called the Lotus).
    """
    here, head = m.units[at], m.units[m.first]
    if head.view not in _LANDS or at != m.first + 1 or DEFINITE not in here or "place_name" not in here:
        return False
    places = here["place_name"].places
    return all(place.kind == "settlement" for place in places) and not any(fits(head["place_type"], p) for p in places)


_LANDS = ("وادي", "عين")
