"""The atlas at run time: an SQLite file that is opened and never loaded."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from khabar.atlas import sound
from khabar.atlas.keys import key_of
from khabar.atlas.place import Place, Script
from khabar.text.sieve import Holds, kept

TABLE = Path(__file__).with_name("atlas.sqlite3")
FORMAT = "3"

_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_PLACE = "geonames, name, name_ar, code, disputed, kind, lat, lon, population, admin1"
_NAMED = "name JOIN place ON id = place WHERE script = ? AND key = ? ORDER BY rank"
_LOOKUP = f"SELECT {_PLACE}, tier, common FROM {_NAMED}"  # noqa: S608 - constants only
_COUNTRY = f"SELECT {_PLACE}, 1, 0 FROM place WHERE id = (SELECT place FROM country WHERE country.code = ?)"  # noqa: S608
_HEARD = f"SELECT {_PLACE}, 3, 0 FROM sound JOIN place USING (code) WHERE id = place AND code = ? AND consonants = ?"  # noqa: S608
_TYPE_WORDS = "SELECT script, side, key, kinds FROM type_word"
_WORD = "SELECT longest, known, demonym, given, surname FROM word WHERE script = ? AND word = ?"

_Row = tuple[Any, ...]
_FEW, _MANY = 1 << 13, 1 << 16  # answers kept in mind: names and demonyms, single words


class AtlasMissing(FileNotFoundError):
    """The table of the atlas is absent, unreadable or of another format."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"the place table {path} {why}. In a checkout run `make tables`; in an installed copy install khabar again."
        )


class Word(NamedTuple):
    """What the atlas knows of one folded word.

    `longest`: words of the longest name that begins with it; `known`: alone it names a country, region or large town
    and is no ordinary word; `demonym`: ISO code; `given`, `surname`: how often the name lists hold it.
    """

    longest: int = 0
    known: bool = False
    demonym: str | None = None
    given: int = 0
    surname: int = 0


_NO_WORD = Word()


class Gazetteer:
    """Places, demonyms and personal names, looked up by key (`khabar.atlas.key_of`).

    `path` defaults to the packaged table.  `settle_disputes` gives disputed places the country under which the
    sources list them; by default their country is None.  One connection a process is opened at first use: an
    instance may be shared by threads, and carried over a fork.  Raises AtlasMissing at first use when there is
    no table.
    """

    def __init__(self, path: Path | None = None, *, settle_disputes: bool = False) -> None:
        self._path = path or TABLE
        self._settle = settle_disputes
        self._connection: sqlite3.Connection | None = None
        self._process = -1
        self._lookup = lru_cache(maxsize=_FEW)(self._find_places)
        self._word = lru_cache(maxsize=_MANY)(self._find_word)
        self._heard = lru_cache(maxsize=_FEW)(self._find_heard)
        self._demonym = lru_cache(maxsize=_FEW)(self._find_demonym)
        self._person = lru_cache(maxsize=_FEW)(self._find_person)

    def lookup(self, key: str, script: Script) -> tuple[Place, ...]:
        """The places that bear a name, best first; empty when none does.

        Best means: a curated place that must win, countries, provinces and capitals, then by inhabitants.
        A name that is known only without its type word (the river X, camp X, X province) is found as well: then
        the answer holds only places of that kind, none of them `common`, for the type word has settled it.
        """
        key = _tidy(key)
        return self._lookup(key, script) if self._may_name(key, script) else ()

    def heard(self, name: str, code: str) -> tuple[Place, ...]:
        """The towns and divisions of a country that a name in Arabic letters may be by its sound (see `atlas.sound`).

        For names that no source spells in Arabic; several places may sound alike.
        """
        return self._heard(name, code)

    def _may_name(self, key: str, script: Script) -> bool:
        """Whether a key may be a name: a quick look that opens no table.  False is certain."""
        if self._holds_name(key):
            return True
        first, _, rest = key.partition(" ")
        if not rest or (first not in self._type_edges and rest.rpartition(" ")[2] not in self._type_edges):
            return False
        return any(self._cut(key, script))

    def longest(self, first_word: str, script: Script) -> int:
        """The greatest number of words of any key that begins with this folded word; 0 when there is none."""
        return self._word(first_word, script).longest

    def word(self, word: str, script: Script) -> Word:
        """All that is known of a single folded word, in one look-up; nothing is stripped from it."""
        return self._word(word, script)

    def _find_word(self, word: str, script: Script) -> Word:
        key = _tidy(word)
        if not self._holds_word(key):
            return _NO_WORD
        for longest, known, demonym, given, surname in self._rows(_WORD, script, key):
            return Word(longest, bool(known), demonym, given, surname)
        return _NO_WORD

    def demonym(self, word: str) -> str | None:
        """ISO code of the country whose people or things a folded word names, Arabic or English; else None.

        All genders, numbers and broken plurals are known, with or without the Arabic article.  EU is Europe.
        """
        return self._demonym((word,))

    def demonym_words(self, words: tuple[str, ...]) -> str | None:
        """The same for a demonym of several folded words ("south korean"); each may carry the article."""
        return self._demonym(words)

    def given_name(self, word: str) -> int:
        """How often the name lists hold this folded word (or key) as a given name; 0 when never."""
        return self._person(word)[0]

    def surname(self, word: str) -> int:
        """How often the name lists hold this folded word (or key) as a family name; 0 when never."""
        return self._person(word)[1]

    def country(self, code: str) -> Place:
        """The country with an ISO 3166-1 alpha-2 code (or XK).  Raises KeyError for any other text."""
        for row in self._rows(_COUNTRY, code):
            return self._place(row)
        raise KeyError(f"no country has the code {code!r}; ISO 3166-1 alpha-2 codes are known, in capitals")

    def close(self) -> None:
        """Close the file.  The next look-up opens it again."""
        if self._connection is not None and self._process == os.getpid():
            self._connection.close()
        self._connection = None

    def _find_places(self, key: str, script: Script) -> tuple[Place, ...]:
        rows = self._rows(_LOOKUP, script, key)
        return tuple(map(self._place, rows)) if rows or " " not in key else self._find_typed(key, script)

    def _find_heard(self, name: str, code: str) -> tuple[Place, ...]:
        arabic = sound.of_arabic(name)
        index = sound.index_of(arabic)
        rows = self._rows(_HEARD, code, index) if index is not None else []
        return tuple(place for place in map(self._place, rows) if sound.agree(arabic, sound.of_latin(place.name)))

    def _find_typed(self, key: str, script: Script) -> tuple[Place, ...]:
        for kinds, name in self._cut(key, script):
            places = map(self._place, self._rows(_LOOKUP, script, name))
            if found := tuple(replace(place, common=False) for place in places if place.kind in kinds):
                return found
        return ()

    def _cut(self, key: str, script: Script) -> Iterator[tuple[frozenset[str], str]]:
        """The kinds that a type word in a key allows, with the name that is left without it."""
        words = key.split()
        for count in (2, 1):  # a type word is of one word or two
            before = self._type_words.get((script, "before", " ".join(words[:count])))
            if before is not None:
                yield before, " ".join(words[count:])
            after = self._type_words.get((script, "after", " ".join(words[-count:])))
            if after is not None:
                yield after, " ".join(words[:-count])

    @cached_property
    def _type_words(self) -> dict[tuple[str, str, str], frozenset[str]]:
        """Script, side and key of each type word → the kinds of place it introduces."""
        return {(script, side, key): frozenset(kinds.split()) for script, side, key, kinds in self._rows(_TYPE_WORDS)}

    @cached_property
    def _type_edges(self) -> frozenset[str]:
        """The first and last words of type words: a name with one at neither end has none."""
        keys = [key.split() for _, _, key in self._type_words]
        return frozenset(edge for words in keys for edge in (words[0], words[-1]))

    @cached_property
    def _holds_name(self) -> Holds:
        return kept(self._opened(), "name")

    @cached_property
    def _holds_word(self) -> Holds:
        return kept(self._opened(), "word")

    def _find_demonym(self, words: tuple[str, ...]) -> str | None:
        keys = [_tidy(word) for word in words]
        code = self._demonym_code(" ".join(keys))
        if code is None and any(key.startswith(_ARTICLE) for key in keys):
            code = self._demonym_code(" ".join(key.removeprefix(_ARTICLE) for key in keys))
        return code

    def _demonym_code(self, key: str) -> str | None:
        for (code,) in self._rows("SELECT code FROM demonym WHERE words = ?", key):
            return str(code)
        return None

    def _find_person(self, word: str) -> tuple[int, int]:
        for given, surname in self._rows("SELECT given, surname FROM person WHERE word = ?", _tidy(word)):
            return given, surname
        return 0, 0

    def _place(self, row: _Row) -> Place:
        geonames, name, name_ar, code, disputed, kind, lat, lon, population, admin1, tier, common = row
        country = None if disputed and not self._settle else code
        return Place(
            geonames, name, name_ar, country, bool(disputed), kind, lat, lon, population, admin1, tier, bool(common)
        )

    def _rows(self, query: str, *values: str) -> list[_Row]:
        try:
            return self._opened().execute(query, values).fetchall()
        except UnicodeEncodeError:  # a lone surrogate: text that no table can hold
            return []

    def _opened(self) -> sqlite3.Connection:
        connection = self._connection
        return self._open() if connection is None or self._process != os.getpid() else connection

    def _open(self) -> sqlite3.Connection:
        if not self._path.is_file():
            raise AtlasMissing(self._path, "is missing")
        address = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            connection = sqlite3.connect(address, uri=True, check_same_thread=False)
            connection.execute(
                "PRAGMA mmap_size = 268435456"
            )  # the file is read where it lies, not copied page by page
            found = connection.execute("SELECT value FROM about WHERE key = 'format'").fetchone()
        except sqlite3.DatabaseError as error:
            raise AtlasMissing(self._path, f"cannot be read ({error})") from error
        if found != (FORMAT,):
            raise AtlasMissing(self._path, "was built by another version of khabar")
        self._connection, self._process = connection, os.getpid()
        return connection


@cache
def shared_atlas() -> Gazetteer:
    """The packaged table, opened once for all who ask it: what one of them looked up is known to the others."""
    return Gazetteer()


def _tidy(key: str) -> str:
    """A key as stored.  Callers hand folded words; apostrophes and accents may still be in them."""
    if key.isascii():
        return key_of(key) if "'" in key or "." in key else key
    return key if "\u0600" <= key[0] <= "\u06ff" else key_of(key)
