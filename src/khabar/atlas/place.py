"""What the atlas knows of one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Script = Literal["ar", "en"]
EVERYDAY_ADJECTIVES = frozenset(("ML",))
"""Countries whose Arabic adjective is an everyday one as well (Malian, financial): it says the country only with others."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place, as it answers to one name.

    `geonames` is the GeoNames id, None where GeoNames data hold none.  `name` is the English name of GeoNames
    or CLDR, `name_ar` an Arabic one or None.  `country` is ISO 3166-1 alpha-2 (XK for Kosovo); None for seas
    and regions of several states, and for a disputed place unless the gazetteer was opened to settle it.
    `kind` is country, admin1, admin2, settlement, neighbourhood, camp, natural, area or facility.
    `lat` and `lon` are degrees (WGS 84); those of a country or a province are the middle of its towns weighted
    by inhabitants, a point for a map and not a border.  `population` is inhabitants, 0 when unknown.
    `admin1` is the GeoNames code of the first-order division (`SY.09`): two places that share it lie together.

    `tier` says how much the name proves alone: 1 countries, regions, seas and the curated places, always a
    place; 2 provinces, capitals and towns of half a million; 3 the rest, which need words around them.
    `common` warns that this spelling is an ordinary word or a personal name as well: take it only behind a
    type word ("the city of") or in a strong place frame, whatever its tier.
    """

    geonames: int | None
    name: str
    name_ar: str | None
    country: str | None
    disputed: bool
    kind: str
    lat: float | None
    lon: float | None
    population: int
    admin1: str | None
    tier: int
    common: bool
