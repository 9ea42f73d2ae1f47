"""A place while the table is being built, and the names it goes by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from math import atan2, cos, degrees, hypot, radians, sin

from khabar.atlas.keys import key_of
from khabar.atlas.lists import type_words
from khabar.atlas.place import Script

# How a key came about.  WRITTEN stands in a source; DERIVED lost a type word or changed a letter that news
# spells both ways; BARED lost the Arabic article, and what is left is mostly an ordinary noun.
# PINNED is a curated name that must win over its namesakes.
PINNED, WRITTEN, DERIVED, BARED = -1, 0, 1, 2

# The Arabic alphabet proper with its marks, and the letter that Arabic copy uses for v.  Names with any other
# letter are Persian, Urdu, Pashto, Kurdish or Uyghur; no Arabic word begins with ta marbuta or alef maqsura
# (GeoNames holds some names typed backwards).
_ARABIC = re.compile("(?![\u0629\u0649])[\u0621-\u063a\u0640-\u0652\u0670\u0671\u06a4 '’()-]+")
_LATIN = re.compile(
    "['’‘ʻ]?[A-Z\u00c0-\u00de\u0100-\u017f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff '’‘ʻʼʿ.()-]*"
)
_VE, _FEH = "\u06a4", "\u0641"
_GHAIN, _JEEM, _ALEF, _HEH, _YEH = "\u063a", "\u062c", "\u0627", "\u0647", "\u064a"
_OPEN_ENDS = {_ALEF: _HEH, _HEH: _ALEF}
_HAMZA_SEATS = frozenset("\u0623\u0625\u0622\u0624\u0626")
_UYGHUR_HEAD = "\u0626"
_MARKS = re.compile("[\u064b-\u0652\u0640\u0670]")
ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_ARTICLES = (ARTICLE, "\N{ARABIC LETTER ALEF WASLA}\N{ARABIC LETTER LAM}")
_MOST_WORDS = 6
# Latin spellings of the article before Arabic names: Al Hasakah, Ar-Raqqah, Ash Shaykh.
_LATIN_ARTICLES = frozenset(["al", "el", "ar", "as", "ash", "ad", "adh", "an", "at", "ath", "az"])


@dataclass(slots=True)
class Entry:
    """One place in the making.  `admin1` is the GeoNames code of its division, `code` the country it is listed in."""

    name: str
    kind: str
    code: str | None = None
    geonames: int | None = None
    name_ar: str | None = None
    disputed: bool = False
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    admin1: str | None = None
    tier: int = 3
    chief: bool = False  # a capital, or the town after which a province is named
    arabic: list[str] = field(default_factory=list)  # Arabic names as written
    firm: set[str] = field(default_factory=set)  # Arabic keys of names that do not begin with the article
    keys: dict[tuple[Script, str], int] = field(default_factory=dict)

    def call(self, name: str, *, bare: bool = True, strength: int = WRITTEN) -> None:
        """Add a name of either script; names of other scripts are let go.

        `bare` adds it without type words and without the Arabic article, too.
        """
        script = script_of(name)
        if script is None:
            return
        name = name.replace(_VE, _FEH)
        key = key_of(name)
        if not self.add(script, key, strength):
            return
        if script == "ar":
            self.arabic.append(name)
            if not name.startswith(_ARTICLES):
                self.firm.add(key)
        if bare:
            stripped = without_type_words(key, script)
            if stripped != key:
                self.add(script, stripped, DERIVED)
            elif script == "ar" and (rest := self.without_article(key)) != key:
                self.add(script, rest, BARED)

    def without_article(self, key: str) -> str:
        """An Arabic key without its article, if it begins with one and more than two letters of its word are left.

        Folding hides whether the first alef is bare, as in the article, or carries a hamza, as in Albania: it is no
        article if any name of this place is written with another letter there.
        """
        long_enough = len(key.split(" ", 1)[0]) > len(ARTICLE) + 2
        return key[len(ARTICLE) :] if key.startswith(ARTICLE) and long_enough and key not in self.firm else key

    def add(self, script: Script, key: str, strength: int) -> bool:
        """Add a key unless a stronger one stands; False when it is no usable key."""
        if len(key) < 2 or key.count(" ") >= _MOST_WORDS or key.isdigit():
            return False
        self.keys[script, key] = min(strength, self.keys.get((script, key), strength))
        return True

    def spelled(self, script: Script) -> list[str]:
        """The keys of one script."""
        return [key for language, key in self.keys if language == script]


def script_of(name: str) -> Script | None:
    """The script of a name: ar for the Arabic alphabet proper, en for Latin letters, None for any other."""
    if _ARABIC.fullmatch(name):
        return "ar"
    if _LATIN.fullmatch(name) and not (name.isupper() and len(name) <= 4):  # four capitals: an airport
        return "en"
    return None


def without_type_words(key: str, script: Script) -> str:
    """A key without the word that only names its kind (province, city, oblast), if it has one."""
    for word in type_words():
        if word.comes_off and word.script == script:
            if word.side == "before" and key.startswith(word.key + " "):
                return key[len(word.key) + 1 :]
            if word.side == "after" and key.endswith(" " + word.key):
                return key[: -len(word.key) - 1]
    return key


def add_spellings(entry: Entry, arab: bool) -> None:
    """Add the keys that news writes for the same name.

    Names from outside the Arab countries: the sound g is written with ghain or jeem, and a final a with alef or
    ta marbuta.  Names of Arab countries in Latin letters: the article may stay away.
    """
    for key in (
        entry.spelled("ar") if entry.kind != "country" else ()
    ):  # sources hold names both with and without the article
        if entry.keys.get(("ar", ARTICLE + key)) in (PINNED, WRITTEN) and entry.keys["ar", key] == WRITTEN:
            entry.keys["ar", key] = BARED
    if arab:
        for key in entry.spelled("en"):
            first, _, rest = key.partition(" ")
            if first in _LATIN_ARTICLES and len(rest) >= 4:
                entry.add("en", rest, DERIVED)
        return
    for key in entry.spelled("ar"):
        for old, new in ((_GHAIN, _JEEM), (_JEEM, _GHAIN)):
            if old in key and len(key) >= 5:
                entry.add("ar", key.replace(old, new), DERIVED)
        if len(key) >= 6 and key[-1] in _OPEN_ENDS and key[-2] != _YEH and entry.kind != "country":
            entry.add("ar", key[:-1] + _OPEN_ENDS[key[-1]], DERIVED)


def shown_arabic(names: list[str], known: Mapping[str, int]) -> str | None:
    """The Arabic name to show.

    No type word; a name that other places of the country bear too (`known`: key → how many); the spelling of
    Arabic (no yeh with hamza at the head, as in Uyghur); few words; no vowel signs; hamza on its seat.
    """

    def worth(name: str) -> tuple[bool, int, bool, int, int, int]:
        key = key_of(name)
        typed = without_type_words(key, "ar") != key
        seats = -sum(c in _HAMZA_SEATS for c in name)
        return typed, -known.get(key, 0), name[0] == _UYGHUR_HEAD, key.count(" "), len(_MARKS.findall(name)), seats

    return min(names, key=worth, default=None)


def likeness(one: str, other: str) -> float:
    """How alike two keys are spelt, from 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def middle(points: list[tuple[float, float, int]]) -> tuple[float, float] | None:
    """The middle of (lat, lon, weight) on the sphere, in degrees; None without points."""
    x = sum(w * cos(radians(lat)) * cos(radians(lon)) for lat, lon, w in points)
    y = sum(w * cos(radians(lat)) * sin(radians(lon)) for lat, lon, w in points)
    z = sum(w * sin(radians(lat)) for lat, lon, w in points)
    if not points or hypot(x, y, z) == 0:
        return None
    return round(degrees(atan2(z, hypot(x, y))), 4), round(degrees(atan2(y, x)), 4)
