"""From the units of a match to place drafts: spans, type words, relations to the place, countries beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from khabar.atlas import Place
from khabar.grammar import Match, Unit
from khabar.languages.ar.forms.known_forms import gazetteer
from khabar.languages.ar.forms.particles import GLUED
from khabar.languages.ar.places.names import SURE
from khabar.languages.ar.places.unknown import MEMBER
from khabar.languages.drafts import Evidence, Offsets, PlaceDraft
from khabar.languages.place_names import Name

# Which kinds of place a type word may introduce, besides its own kind.
_FITS = {
    "country": {"area"},
    "admin1": {"admin2", "area", "settlement", "natural"},
    "admin2": {"admin1", "settlement", "area"},
    "settlement": {"admin2", "neighbourhood"},
    "neighbourhood": {"settlement", "area", "admin2"},
    "natural": {"area"},
    "area": {"natural"},
    "camp": {"settlement", "neighbourhood"},
}
_NOT_HEARD = ("facility", "camp", "natural", "area", "country")
_BETWEEN = frozenset(("place_strict", "place_capital"))  # may stand between "north of" and the name
_BEFORE_NAMES = frozenset(("place_type", "place_strict", "place_capital", "place_side", "quote"))
# Provinces that are called after a side of the compass: any country has its south.
_DIRECTION = re.compile(r"(?:(?:ال)?(?:منطقه|محافظه|اقليم|جهه|حدود) )?(?:ال)?(?:جنوب|شمال|شرق|غرب|وسط)(?:يه|ي|ي)?$")
_AND_A = "\N{ARABIC LETTER WAW}\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}"
_COMPASS = ("north", "south", "east", "west")


class Seen(NamedTuple):
    """How a rule saw a name: the kind of its type word and what speaks for it; whether "and" joins it, in no list, to another."""

    evidence: Evidence = "named"
    kind: str | None = None
    joined: bool = False


def fits(kind: str | None, place: Place) -> bool:
    """Whether a type word of this kind may stand before such a place."""
    return kind is None or place.kind == kind or place.kind in _FITS.get(kind, ())


def draft(m: Match, at: int, seen: Seen, first: int | None = None, last: int | None = None) -> PlaceDraft:
    """The draft of the place in the unit at an index of the match's sentence.

    `first`, `last` (units, half open) widen the span for facilities, whose names hold more words than the place's.
    """
    unit = m.units[at]
    name: Name | None = unit.get("place_name")
    begin, end = at if first is None else first, at + 1 if last is None else last
    start = m.units[begin].cut if seen.joined else name_start(m.units[begin])
    places = name.places if name is not None else ()
    if seen.kind is not None and seen.evidence == "typed":
        places = tuple(sorted(places, key=lambda place: (place.kind != seen.kind, not fits(seen.kind, place))))
        if seen.kind == "neighbourhood" and any("place_small" in unit.signature for unit in m.units[m.first : at + 1]):
            places = tuple(place for place in places if not _is_too_large(place))
    joined = seen.joined or {MEMBER, "+and"} <= unit.signature
    key = name.key if name is not None else unit.view[1:] if joined else unit.view
    called = key if first is None else " ".join(u.view for u in m.units[begin:end])[seen.joined :]
    return PlaceDraft(
        span=(start, m.units[end - 1].end),
        candidates=places,
        rule=m.rule.id,
        typed=seen.kind is not None,
        relation=_relation(m.units, begin),
        name=called,
        kind=seen.kind,
        evidence="doubtful" if _DIRECTION.match(key) and first is None else seen.evidence,
        inside=first is not None,
        hint=_country_beside(m.units, m.first, end),
        located=_is_located(m.units, begin),
        heard=None if places or seen.kind in _NOT_HEARD else partial(gazetteer().heard, called),
    )


def _is_too_large(place: Place) -> bool:
    """Whether a place is no quarter of a town, which may be called after it (the quarter of | Cairo)."""
    return place.kind in ("country", "admin1", "area") or place.population >= _METROPOLIS


_METROPOLIS = 1_000_000


def _is_located(units: Sequence[Unit], at: int) -> bool:
    """Whether "in", "near", "north of" stand before the name, before its type words, or before the row it ends."""
    while at > 0 and "+and" in units[at].signature and "place_name" in units[at - 1].signature:
        at -= 1
    while at > 0 and "+bi" not in units[at].signature and (units[at - 1].signature & _BEFORE_NAMES):
        at -= 1
        if "place_side" in units[at].signature:
            return True
    return "+bi" in units[at].signature or (at > 0 and units[at - 1].signature & {"fi", "place_side"} != frozenset())


def name_start(unit: Unit) -> int:
    """Source offset where the name in a unit begins: behind "and" and the glued prepositions, before the article.

    An unlisted name has no particles (what looks like one is part of it), but the type word before it may.
    """
    name: Name | None = unit.get("place_name")
    if name is not None:
        return name.start
    if MEMBER in unit.signature:
        return unit.cut
    if "place_type" in unit.signature:
        return unit.cut + 1 if unit.signature & {"+bi", "+li", "+ka"} else unit.cut
    return unit.start


def rest_of_row(m: Match, first: int, seen: Seen) -> list[PlaceDraft]:
    """The further places of a row (the towns of A, B and C)."""
    return [
        draft(m, at, Seen("typed" if seen.kind else "row", seen.kind))
        for at in range(first, m.last)
        if "place_name" in m.units[at] and not is_verb(m.units[at])
    ]


def is_verb(unit: Unit) -> bool:
    """Whether a word joined by "and" is a verb of the causative, written with its hamza, rather than a small place."""
    return "verb" in unit.signature and SURE not in unit and unit.text.startswith(_AND_A)


def countries_named(units: Iterable[Unit]) -> tuple[str, ...]:
    """ISO codes of the countries a sentence names, by name, demonym or a listed body of theirs, in its order."""
    found: dict[str, None] = {}
    for unit in units:
        signature = unit.signature
        if not ("place_sure" in signature or "demonym" in signature or "organisation" in signature):
            continue
        name: Name | None = unit.get("place_sure")
        if name is not None and name.places[0].kind in ("country", "area") and name.places[0].country:
            found[name.places[0].country] = None
        elif "demonym" in signature and name is None:
            found[unit["demonym"]] = None
        elif _is_body(unit) and (code := unit["organisation"]["country"]):
            found[code] = None
    return tuple(found)


def _is_body(unit: Unit) -> bool:
    """A listed body, not a verb that is spelt like its short name (AFAD: "reported")."""
    return "organisation" in unit.signature and not unit.signature & {"verb", "cue"}


def _relation(units: Sequence[Unit], at: int) -> str | None:
    """How the scene lies to the place, told by the words before it: two sides of the compass make one."""
    k = at - 1
    while k >= 0 and (units[k].signature & _BETWEEN or {"demonym", "+al"} <= units[k].signature):
        k -= 1
    if k >= 1 and "min" in units[k].signature and units[k - 1].get("place_side") == "near":
        return "near"
    sides: list[str] = []
    while k >= 0 and len(sides) < 2 and "place_side" in units[k].signature:
        sides.insert(0, units[k]["place_side"])
        k -= 1
    words = [side.removesuffix("_of") for side in sides]
    if len(words) == 2 and words[0] in _COMPASS[:2] and words[1] in _COMPASS[2:]:
        return f"{words[0]}{words[1]}_of"
    return sides[-1] if sides else None


def _country_beside(units: Sequence[Unit], first: int, end: int) -> str | None:
    """The country that the words at a name tell: an adjective behind it, "in" with a country, an adjective before it."""
    if end < len(units) and {"demonym", "+al"} <= units[end].signature and units[end].signature.isdisjoint(GLUED):
        return str(units[end]["demonym"])
    for k in range(end, min(end + 2, len(units))):
        joined = "+bi" in units[k].signature or (k > end and units[end].signature & {"fi", "comma"})
        if joined and (code := _country_of(units[k])):
            return code
    if end < len(units) and units[end].signature & _TO_REGION and (code := _country_of_region(units, end)):
        return code
    if "place_capital" in units[first].signature and first + 1 < end and "demonym" in units[first + 1].signature:
        return str(units[first + 1]["demonym"])
    return None


def _country_of_region(units: Sequence[Unit], at: int) -> str | None:
    """The country of the region in which a place lies by the words behind it (X, north of Sinai; in the countryside of Y)."""
    led = units[at].signature & {"fi", "place_side", "+bi"} != frozenset()
    k = at
    while k < min(at + _LED, len(units)) and "place_name" not in units[k].signature and units[k].signature & _LEADING:
        k += 1
    name: Name | None = units[k].get("place_sure") if k < len(units) and (k == at or led) else None
    if name is None or not (led or (k == at and "+al" not in units[k].signature and name.places[0].kind in _REGIONS)):
        return None
    codes = {place.country for place in name.places}
    return codes.pop() if len(codes) == 1 else None


_TO_REGION = frozenset(("fi", "place_side", "+bi", "place_sure"))
_LED = 3  # words between a place and the region it lies in
_LEADING = frozenset(("fi", "place_side", "place_type", "place_strict"))
_REGIONS = ("area", "admin1", "admin2")


def _country_of(unit: Unit) -> str | None:
    name: Name | None = unit.get("place_sure")
    return name.places[0].country if name is not None and name.places[0].kind == "country" else None


def span_of(draft_: PlaceDraft) -> Offsets:
    """The span of a draft, as a key to sort by."""
    return draft_.span
