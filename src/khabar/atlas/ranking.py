"""Which of the places of one name comes first, and how much the name proves alone."""

from __future__ import annotations

from collections.abc import Mapping

from khabar.atlas.entry import ARTICLE, BARED, DERIVED, PINNED, WRITTEN, Entry, likeness
from khabar.atlas.keys import key_of
from khabar.atlas.place import Script

Key = tuple[Script, str]
_ALIKE = 0.5
_LAST = 10**9  # after every GeoNames id
_MOST = 12  # places kept of one name; no text tells the thirteenth San José from the twelfth
# How often a key must be listed as a personal name to count as one, by tier.  Towns of tier 2 are named far more
# often than the people who bear their names; the best known ones are listed as names fewer than ten times.
_NAME_COUNTS = {2: 40, 3: 3}


def ranked(key: Key, entries: list[Entry]) -> list[Entry]:
    """The places of one key, best first.

    Pinned places and countries, then regions, then provinces, capitals and the towns that provinces are called after,
    then the rest; among equals the name as written comes first, then the larger place.
    """
    provinces: dict[str | None, int] = {}
    for entry in entries:
        if entry.kind == "admin1" and entry.admin1 is not None:
            provinces[entry.admin1] = min(_standing(entry, entry.keys[key]), provinces.get(entry.admin1, 3))

    def order(entry: Entry) -> tuple[int, int, int, int]:
        strength = entry.keys[key]
        standing = _standing(entry, strength)
        if entry.kind == "settlement" and entry.admin1 in provinces:
            standing = min(standing, provinces[entry.admin1] if entry.tier < 3 else 2)
        return standing, max(strength, WRITTEN), -entry.population, entry.geonames or _LAST

    return sorted(entries, key=order)[:_MOST]


def _standing(entry: Entry, strength: int) -> int:
    if strength == PINNED or (entry.kind == "country" and strength == WRITTEN):
        return 0  # of a pinned capital and its country the country comes first, for it has more inhabitants
    if entry.tier == 1 and strength == WRITTEN:
        return 1
    return 2 if entry.tier < 3 or entry.chief else 3


def tier_of(key: Key, entry: Entry) -> int:
    """The tier of a place under one of its names: a curated name that must win is always a place."""
    return 1 if entry.keys[key] == PINNED else entry.tier


def is_common(key: Key, entry: Entry, ordinary: set[Key], persons: Mapping[str, tuple[int, int]]) -> bool:
    """Whether a key is an ordinary word or a personal name more than the name of this place.

    Besides the lists: very short keys, single words that lost their article (what is left is a noun or an
    adjective: qahira, jadida), and names that the name lists hold often.
    """
    script, word = key
    strength, tier = entry.keys[key], tier_of(key, entry)
    if key in ordinary:
        return True
    single = " " not in word
    if tier == 1:
        # A country under an alias that stands in no list of Arabic names is often Persian, unless it has the article.
        doubtful = single and strength == DERIVED and not word.startswith(ARTICLE)
        return doubtful or strength == BARED or (strength != PINNED and script == "ar" and len(word) <= 2)
    if (script, word.removeprefix(ARTICLE)) in ordinary:
        return True
    if single and (strength == BARED or len(word) <= 2 or (len(word) == 3 and not (entry.chief and script == "ar"))):
        return True
    if tier == 2 and script == "en" and single and strength != PINNED and _is_nickname(word, entry):
        return True
    return sum(persons.get(word, (0, 0))) >= _NAME_COUNTS[tier]


def _is_nickname(word: str, entry: Entry) -> bool:
    """Whether an English key is far from the place's name: GeoNames lists Franklin under Columbus.

    It costs old names their certainty too (Bombay, Peking): they want a frame, unless a list pins them.
    """
    return max(likeness(word, part) for part in (key_of(entry.name), *key_of(entry.name).split())) < _ALIKE
