"""Joins the sources: what one knows of a place completes what another knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import cos, hypot, inf, radians

from khabar.atlas.entry import DERIVED, PINNED, WRITTEN, Entry, middle, script_of, shown_arabic
from khabar.atlas.keys import key_of
from khabar.atlas.lists import ListError, parts

KINDS = frozenset(["country", "admin1", "admin2", "settlement", "neighbourhood", "camp", "natural", "area", "facility"])
# A curated place and a GeoNames place of one name are the same if they lie this near (km); a province has only
# the middle of its towns to be compared with.
_NEAR = {"settlement": 40.0, "admin1": 400.0, "admin2": 200.0}
# Curated places of these kinds stand with provinces and capitals even where they need a frame.
_LANDS = frozenset(["admin1", "area"])
# Contested towns that a curated list calls areas, for instance Jerusalem: the town itself is meant.
_SAME_SPOT = 15.0
_SEAT = 100_000  # inhabitants: smaller towns share a province's name by chance too often
_THE_CAPITAL = "\u0627\u0644\u0639\u0627\u0635\u0645\u0647"
_PLACES = 4  # decimals of a degree kept: eleven metres


def give_points(towns: list[Entry], divisions: list[Entry], countries: dict[str, Entry]) -> None:
    """Give countries and provinces the middle of their towns, and a district the town of its name."""
    by_land: dict[str | None, list[tuple[float, float, int]]] = {}
    named: dict[tuple[str | None, str], Entry] = {}
    for town in sorted(towns, key=lambda town: town.population):
        if town.lat is not None and town.lon is not None:
            for land in (town.code, town.admin1):
                by_land.setdefault(land, []).append((town.lat, town.lon, town.population))
        named.update(((town.admin1, key), town) for key in town.spelled("en"))
    for entry in (*divisions, *countries.values()):
        if entry.kind == "admin2":
            seat = next((named[entry.admin1, key] for key in entry.spelled("en") if (entry.admin1, key) in named), None)
            entry.lat, entry.lon = (seat.lat, seat.lon) if seat else (None, None)
        elif point := middle(by_land.get(entry.admin1 or entry.code, [])):
            entry.lat, entry.lon = point


def name_after_namesakes(towns: list[Entry], divisions: list[Entry]) -> None:
    """Give provinces, capitals and large towns without an Arabic name that of a place spelt alike in English.

    First choice of a province is a town of its own (Kharkiv Oblast); any namesake will do for the spelling.
    """
    at_home: dict[tuple[str | None, str], Entry] = {}
    anywhere: dict[str, Entry] = {}
    for town in sorted(towns, key=lambda town: town.population):
        if town.spelled("ar"):
            at_home.update(((town.admin1, key), town) for key in town.spelled("en"))
            anywhere[key_of(town.name)] = town
    for entry in (*towns, *divisions):
        if entry.tier > 2 or entry.spelled("ar"):
            continue
        keys = entry.spelled("en")
        same = next((at_home[entry.admin1, key] for key in keys if (entry.admin1, key) in at_home), None)
        if same is None:
            same = anywhere.get(key_of(entry.name))
        if same is not None:
            for key in same.spelled("ar"):
                entry.add("ar", key, DERIVED)
            entry.arabic = same.arabic


def name_seats(towns: list[Entry], divisions: list[Entry]) -> None:
    """Give towns the curated Arabic names of their province, if the province is called like them in English."""
    named = {
        (entry.admin1, english): entry
        for entry in divisions
        if entry.kind == "admin1" and PINNED in entry.keys.values()
        for english in entry.spelled("en")
    }
    for town in towns:
        for english in town.spelled("en"):
            if (province := named.get((town.admin1, english))) is not None and town.population >= _SEAT:
                for key in province.spelled("ar"):
                    town.add("ar", key, WRITTEN)


def name_capitals(towns: list[Entry], countries: dict[str, Entry]) -> None:
    """Capitals called like their country (Tunis, Algiers, Kuwait) are told apart in Arabic by "the capital"."""
    for town in towns:
        if town.chief and town.code is not None:
            for key in set(town.spelled("ar")).intersection(countries[town.code].spelled("ar")):
                town.add("ar", f"{key} {_THE_CAPITAL}", WRITTEN)


_SIDES = frozenset(
    ["eastern", "western", "northern", "southern", "central", "east", "west", "north", "south", "upper", "lower"]
)


def show_plainly(divisions: Iterable[Entry]) -> None:
    """Leave the kind out of the shown name of a division (Aleppo Governorate): the record says it beside.

    It stays where nothing but a point of the compass would be left (Eastern Province).
    """
    for entry in divisions:
        name, _, kind = entry.name.rpartition(" ")
        if kind in _KINDS_SHOWN and name and name.lower() not in _SIDES:
            entry.name = name


_KINDS_SHOWN = frozenset(["Governorate", "Province", "Region", "Oblast", "Prefecture", "oblysy"])


def show_arabic(entries: Iterable[Entry]) -> None:
    """Choose the Arabic name to show of every place that no list or CLDR gave one."""
    entries = list(entries)
    known: dict[str | None, Counter[str]] = {}
    for entry in entries:
        known.setdefault(entry.code, Counter()).update(entry.spelled("ar"))
    for entry in entries:
        if entry.name_ar is None:
            entry.name_ar = shown_arabic(entry.arabic, known[entry.code])


def add_aliases(countries: dict[str, Entry], listed: Iterable[dict[str, str]]) -> None:
    """Add the curated names of countries, the first of them the one shown: what news calls the country.

    Raises ListError for a code that is no country.
    """
    for row in listed:
        entry = countries.get(row["code"])
        if entry is None:
            raise ListError(f"country_aliases.tsv: no country has the code {row['code']!r}")
        entry.name = next(iter(parts(row["aliases_en"])), entry.name)
        for alias in parts(row["aliases_ar"]) + parts(row["aliases_en"]):
            entry.call(alias, bare=False)
            if script_of(alias) is None and alias.isascii():
                entry.add("en", alias.lower(), WRITTEN)


class Curated:
    """Takes curated places in: into the place that the sources know already, or as a new one."""

    def __init__(self, known: Iterable[Entry], countries: dict[str, Entry]) -> None:
        self.added: list[Entry] = []
        self._countries = countries
        self._by_name: dict[str, list[Entry]] = {}
        for entry in known:
            for key in entry.spelled("en"):
                self._by_name.setdefault(key, []).append(entry)

    def take(self, row: dict[str, str]) -> None:
        """Take one row of a curated list in.  Raises ListError for a row that cannot be understood."""
        entry = _curated(row, self._countries)
        same = [place for key in entry.spelled("en") for place in self._by_name.get(key, ())]
        if entry.disputed:
            for place in same:
                place.disputed = place.disputed or _distance(entry, place) <= _NEAR["admin2"]
        twins = [place for place in same if _is_twin(entry, place)]
        if not twins:
            entry.chief = entry.kind in _LANDS
            self.added.append(entry)
            return
        twin = max(twins, key=lambda place: place.population)
        for (script, key), strength in entry.keys.items():
            twin.add(script, key, strength)
        twin.name, twin.name_ar = entry.name, entry.name_ar or twin.name_ar
        twin.disputed = twin.disputed or entry.disputed
        if twin.lat is None:
            twin.lat, twin.lon = entry.lat, entry.lon


def _curated(row: dict[str, str], countries: dict[str, Entry]) -> Entry:
    where = f"curated place {row['name_en']!r}"
    code = None if row["country"] in ("-", "") else row["country"]
    if row["kind"] not in KINDS:
        raise ListError(f"{where}: kind {row['kind']!r} is none of {', '.join(sorted(KINDS))}")
    if code is not None and code not in countries:
        raise ListError(f"{where}: no country has the code {code!r}")
    try:
        lat, lon = (round(float(row[side]), _PLACES) if row[side] not in ("", "-") else None for side in ("lat", "lon"))
    except ValueError as error:
        raise ListError(f"{where}: latitude and longitude are decimal degrees ({error})") from error
    pinned = row["pin"] == "1"
    entry = Entry(row["name_en"], row["kind"], code, name_ar=row["name_ar"] or None, lat=lat, lon=lon)
    entry.disputed = row["disputed"] == "1"
    for name in (row["name_ar"], row["name_en"], *parts(row["variants_ar"]), *parts(row["variants_en"])):
        entry.call(name, bare=False, strength=PINNED if pinned else WRITTEN)
    return entry


def _is_twin(entry: Entry, place: Entry) -> bool:
    """Whether a known place of the same name is the curated one: of its kind, in its country, and near."""
    if entry.code is not None and entry.code != place.code and not entry.disputed:
        return False
    if place.kind == "country":
        return entry.kind in ("country", "area")
    if entry.kind == "area" and place.kind == "settlement":
        return _distance(entry, place) <= _SAME_SPOT
    return entry.kind == place.kind and _distance(entry, place) <= _NEAR.get(entry.kind, 0.0)


def _distance(entry: Entry, place: Entry) -> float:
    """Kilometres between two places; 0 where a point is unknown and they lie in one country, else without end."""
    if entry.lat is None or entry.lon is None or place.lat is None or place.lon is None:
        return 0.0 if entry.code == place.code else inf
    north = (entry.lat - place.lat) * 111.2
    east = (entry.lon - place.lon) * 111.2 * cos(radians(entry.lat))
    return hypot(north, east)
