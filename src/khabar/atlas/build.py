"""Builds the table of the atlas: `python -m khabar.atlas.build --data build/data`."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.languages import get_official_languages

from khabar.atlas import sound, sources
from khabar.atlas.demonyms import FEMININE, demonyms, forget_adjectives
from khabar.atlas.entry import Entry, add_spellings
from khabar.atlas.gazetteer import FORMAT, TABLE
from khabar.atlas.join import (
    Curated,
    add_aliases,
    give_points,
    name_after_namesakes,
    name_capitals,
    name_seats,
    show_arabic,
    show_plainly,
)
from khabar.atlas.lists import ListError, ordinary_words, rows, type_words
from khabar.atlas.ranking import Key, is_common, ranked, tier_of
from khabar.text import sieve

_SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
    id INTEGER PRIMARY KEY, geonames INTEGER, name TEXT NOT NULL, name_ar TEXT, code TEXT, disputed INTEGER NOT NULL,
    kind TEXT NOT NULL, lat REAL, lon REAL, population INTEGER NOT NULL, admin1 TEXT
) WITHOUT ROWID;
CREATE TABLE name (
    script TEXT NOT NULL, key TEXT NOT NULL, rank INTEGER NOT NULL, place INTEGER NOT NULL, tier INTEGER NOT NULL,
    common INTEGER NOT NULL, PRIMARY KEY (script, key, rank)
) WITHOUT ROWID;
CREATE TABLE word (
    script TEXT NOT NULL, word TEXT NOT NULL, longest INTEGER NOT NULL, known INTEGER NOT NULL, demonym TEXT,
    given INTEGER NOT NULL, surname INTEGER NOT NULL, PRIMARY KEY (script, word)
) WITHOUT ROWID;
CREATE TABLE type_word (
    script TEXT NOT NULL, side TEXT NOT NULL, key TEXT NOT NULL, kinds TEXT NOT NULL, PRIMARY KEY (script, side, key)
) WITHOUT ROWID;
CREATE TABLE sound (
    code TEXT NOT NULL, consonants TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (code, consonants, place)
) WITHOUT ROWID;
CREATE TABLE country (code TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE demonym (words TEXT PRIMARY KEY, code TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE person (word TEXT PRIMARY KEY, given INTEGER NOT NULL, surname INTEGER NOT NULL) WITHOUT ROWID;
"""
_CREDIT = (
    "Places and names: GeoNames (geonames.org), CC BY 4.0, changed: selected, joined and ranked. "
    "Territories: Unicode CLDR. Country aliases: countrynames. Personal names: arabic-name-romanizer."
)
_CURATED = ("name_ar", "variants_ar", "name_en", "variants_en", "kind", "country", "disputed", "lat", "lon", "pin")
_ALIASES = ("code", "aliases_ar", "aliases_en")
_DEMONYMS = ("code", "stems_ar", "plurals_ar", "demonyms_en")


@dataclass(frozen=True, slots=True)
class Atlas:
    """All that goes into the table."""

    places: list[Entry]
    demonyms: dict[str, str]
    persons: dict[str, tuple[int, int]]
    ordinary: set[Key]


def gather(data: Path) -> Atlas:
    """Read the unpacked data wheels of `data` and the curated lists, and join them.

    Raises FileNotFoundError when a wheel is missing and ListError when a list is malformed.
    """
    countries, towns, divisions = sources.countries(data), sources.towns(data), sources.divisions(data)
    give_points(towns, divisions, countries)
    add_aliases(countries, rows("country_aliases*.tsv", _ALIASES))
    name_after_namesakes(towns, divisions)
    name_capitals(towns, countries)
    known = [*countries.values(), *sources.regions(), *towns, *divisions]
    curated = Curated(known, countries)
    for row in rows("curated_places*.tsv", _CURATED):
        curated.take(row)
    name_seats(towns, divisions)
    show_arabic(known)
    show_plainly(divisions)
    arab = frozenset(code for code in countries if "ar" in get_official_languages(code, regional=True, de_facto=True))
    for entry in known:
        add_spellings(entry, entry.code in arab)
    words = demonyms(countries, rows("demonyms*.tsv", _DEMONYMS))
    forget_adjectives(countries, words)
    # A country spelt like the feminine of its demonym (Suriya, Turkiya) is an adjective as often as a country.
    adjectives: set[Key] = {("ar", word) for word in words if word.endswith(FEMININE)}
    return Atlas([*known, *curated.added], words, sources.persons(data), ordinary_words() | adjectives)


def write(atlas: Atlas, out: Path) -> None:
    """Write the table in one go: a build that breaks leaves the old table where it is."""
    fresh = out.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    table = sqlite3.connect(fresh)
    with table:
        table.executescript(_SCHEMA)
        table.executemany("INSERT INTO about VALUES (?, ?)", [("format", FORMAT), ("credit", _CREDIT)])
        _write_places(table, atlas.places)
        table.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?, ?)", _names(atlas))
        words = ((word.script, word.side, word.key, " ".join(word.kinds)) for word in type_words() if word.kinds)
        table.executemany("INSERT INTO type_word VALUES (?, ?, ?, ?)", words)
        table.executemany("INSERT INTO demonym VALUES (?, ?)", sorted(atlas.demonyms.items()))
        people = ((word, *counts) for word, counts in sorted(atlas.persons.items()))
        table.executemany("INSERT INTO person VALUES (?, ?, ?)", people)
        table.executemany("INSERT INTO word VALUES (?, ?, ?, ?, ?, ?, ?)", _words(table, atlas))
        for name, column in (("name", "key"), ("word", "word")):
            sieve.keep(table, name, [key for (key,) in table.execute(f"SELECT DISTINCT {column} FROM {name}")])  # noqa: S608
    table.execute("VACUUM")
    table.close()
    fresh.replace(out)


def _write_places(table: sqlite3.Connection, places: list[Entry]) -> None:
    table.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                *(number, entry.geonames, entry.name, entry.name_ar, entry.code, entry.disputed),
                *(entry.kind, entry.lat, entry.lon, entry.population, entry.admin1),
            )
            for number, entry in enumerate(places)
        ),
    )
    lands = ((entry.code, number) for number, entry in enumerate(places) if entry.kind == "country" and entry.code)
    table.executemany("INSERT INTO country VALUES (?, ?)", lands)
    table.executemany("INSERT INTO sound VALUES (?, ?, ?)", _sounds(places))


def _sounds(places: list[Entry]) -> Iterator[tuple[str, str, int]]:
    """Country, consonants and number of each town and division."""
    for number, entry in enumerate(places):
        if entry.kind in _HEARD and entry.code:
            index = sound.index_of(sound.of_latin(entry.name))
            if index is not None:
                yield entry.code, index, number


_HEARD = ("settlement", "admin1", "admin2")


def _words(table: sqlite3.Connection, atlas: Atlas) -> Iterator[tuple[str, str, int, bool, str | None, int, int]]:
    """All that is known of a single word, in one row: it is asked of every new word of a text."""
    longest: dict[tuple[str, str], int] = {}
    for script, key in table.execute("SELECT DISTINCT script, key FROM name"):
        first, words = (script, key.partition(" ")[0]), key.count(" ") + 1
        longest[first] = max(longest.get(first, 0), words)
    best = "SELECT script, key, min(rank), tier <= 2 AND NOT common FROM name JOIN place ON id = place GROUP BY script, key"
    known = {(script, key) for script, key, _, sure in table.execute(best) if sure}
    singles = {key for key in (*atlas.demonyms, *atlas.persons) if " " not in key}
    for script, word in sorted({*longest, *((script, key) for key in singles for script in ("ar", "en"))}):
        given, surname = atlas.persons.get(word, (0, 0))
        yield (
            *(script, word, longest.get((script, word), 0), (script, word) in known),
            *(atlas.demonyms.get(word), given, surname),
        )


def _names(atlas: Atlas) -> Iterable[tuple[str, str, int, int, int, bool]]:
    numbers = {id(entry): number for number, entry in enumerate(atlas.places)}
    holders: dict[Key, list[Entry]] = {}
    for entry in atlas.places:
        for key in entry.keys:
            holders.setdefault(key, []).append(entry)
    for key in sorted(holders):
        for rank, entry in enumerate(ranked(key, holders[key])):
            common = is_common(key, entry, atlas.ordinary, atlas.persons)
            yield *key, rank, numbers[id(entry)], tier_of(key, entry), common


def main(arguments: list[str] | None = None) -> int:
    """The command: 0 when the table was written, 1 with a message when data or lists are unusable."""
    parser = argparse.ArgumentParser(prog="python -m khabar.atlas.build", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the unpacked data wheels")
    parser.add_argument("--out", type=Path, default=TABLE, help="the table to write (default: beside the code)")
    chosen = parser.parse_args(arguments)
    try:
        atlas = gather(chosen.data)
        write(atlas, chosen.out)
    except (OSError, ListError, sqlite3.DatabaseError) as error:
        print(f"atlas: {error}", file=sys.stderr)
        return 1
    size = chosen.out.stat().st_size / 1e6
    print(
        f"atlas: {len(atlas.places)} places, {len(atlas.demonyms)} demonyms, {len(atlas.persons)} personal names, "
        f"{size:.1f} MB in {chosen.out}",
        file=sys.stderr,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
