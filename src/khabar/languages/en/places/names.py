"""English place names: the longest name of the atlas at each capitalised word, as one unit.

Each name gets the class of what it proves alone: `place_sure` (tier 1), `place_likely` (tier 2), `place_weak` (tier
3) and `place_common` (an ordinary word or a personal name as well).  Which of them are places the rules say.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from khabar.atlas import Place
from khabar.grammar import Unit, reading
from khabar.languages.en.forms.units import gazetteer
from khabar.languages.en.lists.places import us_states
from khabar.languages.en.places.ruled_and_reached import WORDS
from khabar.languages.en.places.unlisted import TYPES
from khabar.languages.place_names import Name

_GRADES = {1: "place_sure", 2: "place_likely", 3: "place_weak"}
_COMMON = "place_common"
# Lower-case words inside names (Isle of Man, Bosnia and Herzegovina, Rio de Janeiro).
_TELLS = TYPES | WORDS | {"media"}
_SMALL = frozenset(
    ("of", "and", "the", "de", "da", "do", "del", "la", "el", "al", "upon", "on", "es", "sur", "du", "e", "i", "y")
)
_SHORT = 3  # so few letters are a name only in capitals: US, UK, UAE


class Row(NamedTuple):
    """A sentence with each name as one unit, and for each unit its first and last (half open) in the sentence given."""

    units: list[Unit]
    places: list[tuple[int, int]]


@lru_cache(maxsize=50_000)
def graded(key: str) -> tuple[str, tuple[Place, ...]] | None:
    """The grade of a key and its places; None when the atlas does not know it."""
    places = gazetteer().lookup(key, "en")
    if not places:
        return None
    plain = [place for place in places if not place.common]
    if not plain:
        return _COMMON, places
    best = min(place.tier for place in plain)
    ordered = sorted(places, key=lambda place: place.common or place.tier > best)
    return _GRADES[best], tuple(ordered)


def with_names(units: Sequence[Unit]) -> Row | None:
    """The sentence with each name as one unit (value of its classes: `Name`); None when it has no name, and no word that may
    tell one which no list holds.
    """
    row = Row([], [])
    at, found = 0, "capitals" in units[0].signature if units else False  # a dateline
    while at < len(units):
        name = _name_at(units, at)
        found = found or not units[at].signature.isdisjoint(_TELLS)
        if name is None:
            row.units.append(units[at])
            row.places.append((at, at + 1))
            at += 1
            continue
        found = True
        row.units.append(_named(units, name))
        row.places.append((name.first, name.last))
        at = name.last
    return row if found else None


def _name_at(units: Sequence[Unit], at: int) -> Name | None:
    head = units[at]
    state = _opens_state(units, at)
    if "capital" not in head and not state:
        return None
    if "us_state" in head:
        short = _state_at(units, at)
        if short is not None:
            return short
    dotted = _dotted(units, at)
    if dotted is not None:
        return dotted
    if head.view in _DIRECTIONS and at and units[at - 1].view in _DIRECTIONS:
        return None  # South | East London
    longest = head.get("toponym") or (_LONGEST_STATE if state else 0)
    if not longest or _is_money(units, at):
        return None
    words, ends = _words(units, at, longest)
    for size in range(len(words), 0, -1):
        last = ends[size - 1]
        key = " ".join(words[:size])
        if _DIRECTIONS.issuperset(words[:size]) and last < len(units) and "capital" in units[last]:
            continue  # South East | London
        if "capital" not in units[last - 1] or (len(key) <= _SHORT and "capitals" not in head):
            continue
        found = graded(key)
        if found is not None and not ("demonym" in head and size == 1 and found[0] != "place_sure"):
            grade = "place_sure" if len(key) <= _SHORT and found[1][0].tier == 1 else found[0]
            return Name(key, found[1], grade, head.start, units[last - 1].end, at, last)
    return None


def _opens_state(units: Sequence[Unit], at: int) -> bool:
    """Whether the official name of a state may begin here with a word that begins no other (the People's Republic of)."""
    if not units[at].text[:1].isupper():
        return False
    if units[at].view in _STATES:
        return True
    return units[at].view == "people" and at + 2 < len(units) and units[at + 2].view in _STATES


def _state_at(units: Sequence[Unit], at: int) -> Name | None:
    """An American state in short behind a town and a comma (Dost, La., Dost, LA); its stop belongs to it."""
    if not _is_behind_town(units, at):
        return None
    stop = at + 1 < len(units) and units[at + 1].view == "." and units[at + 1].start == units[at].end
    postal = "capitals" in units[at] and len(units[at].text) == _POSTAL
    return _state(units, at, at + 1 + stop, units[at]["us_state"]) if stop or postal else None


def _is_behind_town(units: Sequence[Unit], at: int) -> bool:
    """Whether a capitalised word and a comma stand before a unit."""
    return at >= _TOWN_BEFORE and "comma" in units[at - 1] and "capital" in units[at - 2]


def _state(units: Sequence[Unit], first: int, last: int, name: str) -> Name | None:
    key = name.lower()
    places = tuple(p for p in gazetteer().lookup(key, "en") if p.country == "US" and p.kind == "admin1")
    return Name(key, places, "place_sure", units[first].start, units[last - 1].end, first, last) if places else None


_TOWN_BEFORE, _POSTAL = 2, 2


def _is_money(units: Sequence[Unit], at: int) -> bool:
    """Whether a currency is glued to a name (US$8 million)."""
    return at + 1 < len(units) and units[at + 1].text[:1] in _SIGNS and units[at + 1].start == units[at].end


_SIGNS = ("$", "\N{EURO SIGN}", "\N{POUND SIGN}")


def _words(units: Sequence[Unit], at: int, most: int) -> tuple[list[str], list[int]]:
    """The views of the words that may form a name from `at`, and for each the index behind it."""
    words, ends = [], []
    for word in units[at].view.split():  # Republic of | Korea
        words.append(word)
        ends.append(at + 1)
    k = at + 1
    while len(words) < most and k < len(units):
        unit = units[k]
        tight = k + 1 < len(units) and units[k - 1].end == unit.start
        if tight and ("dash" in unit or ("stop" in unit and len(units[k - 1].view) == 2)):
            k += 1  # Port-au-Prince, St. Petersburg
            continue
        if "possessive" in unit and k + 1 < len(units) and units[k + 1].view in _STATES:
            words[-1] += "'s"  # People's Republic of
            k += 1
            continue
        small = unit.view in _SMALL or "capital" in unit
        if unit.view not in _STATES and ("word" not in unit or not small):
            break
        k += 1
        for word in unit.view.split():
            words.append(word)
            ends.append(k)
    return words, ends


_DIRECTIONS = frozenset(("north", "south", "east", "west", "central", "upper", "lower", "greater"))
# What opens the official name of a state, read as one unit with its preposition.
_STATES = frozenset(("republic of", "kingdom of", "state of", "commonwealth of"))
_LONGEST_STATE = 6  # words


def _dotted(units: Sequence[Unit], at: int) -> Name | None:
    """U.S., U.K., U.A.E.: capitals with stops between them."""
    letters, k = "", at
    while k + 1 < len(units) and len(units[k].text) == 1 and "capital" in units[k] and units[k + 1].view == ".":
        if letters and units[k].start != units[k - 1].end:
            break
        letters += units[k].view
        k += 2
    if len(letters) == _POSTAL and _is_behind_town(units, at) and letters in us_states():
        return _state(units, at, k, us_states()[letters])  # Dost, N.Y.
    found = graded(letters) if len(letters) > 1 else None
    if found is None:
        return None
    return Name(letters, found[1], found[0], units[at].start, units[k - 1].end, at, k)


def _named(units: Sequence[Unit], name: Name) -> Unit:
    """The unit of a name: the class of its grade; a single word keeps what it is besides."""
    head, tail = units[name.first], units[name.last - 1]
    classes: dict[str, Any] = {"capital": True, name.grade: name, "place_name": name}
    if name.last == name.first + 1:
        classes = {**head.classes, **classes}
    text = head.text if name.last == name.first + 1 else f"{head.text} {tail.text}"
    return Unit.of((name.start, name.end, head.first, tail.last), text, name.key, reading(classes))
