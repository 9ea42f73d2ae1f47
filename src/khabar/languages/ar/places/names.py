"""Place names among the words of a sentence: the longest name of the atlas at each place, as one unit.

A name is found at a word's own form and behind its glued particles; the article belongs to the name.  Each name
gets one class that says how much it proves alone: `place_sure` (tier 1), `place_likely` (tier 2), `place_weak` (tier 3)
and `place_common` (an ordinary word or a personal name as well).  The rules of `places` say which of them are places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from khabar.atlas import Place
from khabar.grammar import Reading, Unit
from khabar.languages.ar.forms.known_forms import gazetteer
from khabar.languages.ar.forms.lexicon import lexicon
from khabar.languages.ar.forms.particles import GLUED
from khabar.languages.ar.lists.hints import hint
from khabar.languages.ar.phrases.shapes import is_name_word
from khabar.languages.ar.places.first_names import is_first_name
from khabar.languages.ar.places.name_units import GUESSED, before, named
from khabar.languages.ar.places.unknown import LEADING, introduces, is_indefinite, is_seat, unlisted, wants_more
from khabar.languages.place_names import Name
from khabar.text.answers import Answers
from khabar.text.fold import fold, fold_word

SURE, LIKELY, WEAK, COMMON = "place_sure", "place_likely", "place_weak", "place_common"
ORGANISATION = "place_org"
NAMED_ON = "place_named_on"  # what follows may be a person's family name
PERSON = "place_person"  # the words around make a person of the name
_STRENGTH = {SURE: 3, LIKELY: 2, WEAK: 1, COMMON: 0}
_ARTICLE, _LAM, _IN = "ال", "ل", "في"
_AND, _PREPOSITIONS, _STRETCH = "وف", "بلك", "ـ"  # the stretch sets a particle off
_OPEN = frozenset(
    ("toponym", "given", "verb", "masdar", "demonym", "name", "known_place", "future", "+pron", "place_head", *GUESSED)
)
# What may stand before a place whose name is an ordinary word, or be glued to it.
_LEADS = frozenset(
    ("place_type", "place_capital", "place_side", "place_org", "place_club", "fi", "ila", "role", "given")
)
_LEAD_OWN = frozenset(("+bi", "+and"))
_NEVER_FAMILY = frozenset(("place_side", "place_adjective", "place_not_name", "verb", "TIME", "+and", "place_type"))
_KEPT_OF_LAST = (ORGANISATION, "place_type", "place_strict", "place_loose")
_PARTICLES = frozenset(("prep", "comp", "neg", "rel", "ma", "demonstrative", "kana", "qad", "place_type", "prep_pron"))
# Kinds of type words that stay outside the name they introduce, when the atlas knows the name without them too.
_OUTSIDE = frozenset(("admin1", "admin2", "settlement", "natural"))
_LONGEST_VIEW = 60
_NISBA = "يا"
_LINEAGE = ("بن", "ابن", "بنت")


class _Start(NamedTuple):
    """Where in a word a name may begin: letters cut, source characters cut, key of the rest, words of its longest key."""

    letters: int
    source: int
    key: str
    longest: int


class Row(NamedTuple):
    """A sentence with each name as one unit, and for each unit its first and last (half open) in the sentence given."""

    units: list[Unit]
    places: list[tuple[int, int]]

    def passed_all(self, units: Sequence[Unit], at: int, upto: int) -> int:
        """Take over the words units[at:upto], none of them a name; the index behind them."""
        self.units.extend(units[at:upto])
        self.places.extend([(k, k + 1) for k in range(at, upto)])
        return upto

    def passed(self, unit: Unit, at: int) -> int:
        """Take over a word that stands at `at` and is no name; the index behind it."""
        self.units.append(unit)
        self.places.append((at, at := at + 1))
        return at


def with_names(units: Sequence[Unit]) -> Row | None:
    """The sentence with each name of the atlas as one unit (value of its class: `Name`); None when it has no name."""
    at_work = _behind_bodies(units)
    telling, found = _telling(units, at_work), False
    if units[6:7] and "bracket_open" in (units[2].signature | units[3].signature | units[4].signature):
        found = _opens_dateline(units)
    if not found and True not in telling:
        return None
    row, at, size = Row([], []), 0, len(units)
    telling.append(True)  # the end stops a walk over words that tell nothing
    while at < size:
        unit = units[at]
        if not telling[at] and (not at or LEADING.isdisjoint(row.units[-1].signature)):
            at = row.passed_all(units, at, telling.index(True, at))
            continue
        name = _name_at(units, at)
        if name is not None and name.grade == COMMON and (_is_side(unit) or not _is_led_to(unit, row.units)):
            name = None
        if name is not None and _is_adjective(units, name):
            unit = unit.plus({"demonym": name.places[0].country})
            name = None
        elif name is not None and _is_person(units, name):
            name, unit, found = None, unit.plus({PERSON: True}), True
        if name is None:
            led = at in at_work or (at > 0 and not row.units[-1].signature.isdisjoint(LEADING))
            found = found or "place_rural" in unit.signature or (led and introduces(row.units, unit))
            may_be = unlisted(unit, row.units) if led or (found and "+and" in unit.signature) else None
            if may_be is not None:
                unit, found = unit.plus({may_be: True}), True
            at = row.passed(_with_last_word(unit) if "phrase" in unit.signature else unit, at)
            continue
        found = True
        if name.start > unit.cut + 1 and "phrase" in unit.signature and name.last == at + 1:
            row.passed(before(unit, name), at)
        here = named(units, name)
        row.units.append(here.plus({NAMED_ON: True}) if _goes_on(units, name) else here)
        row.places.append((name.first, name.last))
        at = name.last
    return row if found else None


def _opens_dateline(units: Sequence[Unit]) -> bool:
    """Whether up to three words, a day and an agency in brackets open the sentence: where it was written."""
    return any("TIME" in units[k].signature and "bracket_open" in units[k + 1].signature for k in (1, 2, 3))


def _behind_bodies(units: Sequence[Unit]) -> frozenset[int]:
    """The words behind "in" and a body: where it is at work."""
    pairs = enumerate(pairwise(units[:-1]), 2)
    return frozenset([at for at, (body, into) in pairs if "fi" in into.signature and "org_head" in body.signature])


def _telling(units: Sequence[Unit], at_work: frozenset[int]) -> list[bool]:
    """Of each word whether a name may begin in it, or one may stand behind it, or it is a listed phrase."""
    telling = [unit.hints & _TELLS != 0 for unit in units]
    for at in at_work:
        telling[at] = telling[at] or is_seat(units[at])
    return telling


def _tells(surface: str, _view: str, read: Reading) -> bool:
    """Whether a name may begin in a word, or it leads to one."""
    return not _TELLING.isdisjoint(read.signature) or bool(_starts_of(surface))


_TELLING = LEADING | {"phrase", "+and"}
_TELLS = hint(_tells)


def _is_side(unit: Unit) -> bool:
    """Whether a point of the compass says where something lies of what is named behind it (north of), no place by itself."""
    return "place_side" in unit and "+al" not in unit


def _is_led_to(unit: Unit, before: Sequence[Unit]) -> bool:
    """Whether anything before an ordinary word could make a place of it; most such words are met in no such place."""
    if not unit.signature.isdisjoint(_LEAD_OWN) or not before:
        return not unit.signature.isdisjoint(_LEAD_OWN)
    last = before[-2] if "quote_open" in before[-1].signature and len(before) > 1 else before[-1]
    return not last.signature.isdisjoint(_LEADS)


def _goes_on(units: Sequence[Unit], name: Name) -> bool:
    """Whether a word that may be a family name follows a name that is no country's: one of a single word, or one that begins
    with a given name as persons' names do.
    """
    if name.last >= len(units) or name.places[0].kind == "country":
        return False
    if name.last > name.first + 1 and "given" not in units[name.first].signature:
        return False
    return is_name_word(units[name.last]) and not units[name.last].signature & _NEVER_FAMILY


def _is_adjective(units: Sequence[Unit], name: Name) -> bool:
    """A country's name behind a counted noun in the accusative is its adjective in that case (260 Ukrainian soldiers)."""
    country = name.places[0].kind == "country" and name.key.endswith(_NISBA)
    if not country or name.first < 2 or name.last > name.first + 1:
        return False
    noun = units[name.first - 1].get("people")
    return (
        noun is not None
        and noun.accusative
        and "NUMBER" in units[name.first - 2]
        and name.start == units[name.first].start
    )


def _is_person(units: Sequence[Unit], name: Name) -> bool:
    """A name with a lineage behind it; one that "said" (a masculine verb, towns are feminine); the last of a name of two
    behind a title, when the town is none of the well-known.
    """
    if is_first_name(units, name):
        return True
    if name.places[0].kind == "country" or name.start != units[name.first].start:
        return False
    if name.last < len(units) and units[name.last].view in _LINEAGE:
        return True
    before = units[name.first - 1] if name.first else None
    if before is None or name.last > name.first + 1:
        return False
    if "place_says" in before:
        return True
    title = units[name.first - 2].signature if name.first > 1 else frozenset()
    return (
        name.grade != SURE
        and bool(title & {"role", "+al"})
        and not title & {"prep", "place_type", "place_side"}
        and before.signature <= {"name", "given", "verb"}
        and is_name_word(before)
    )


def _with_last_word(unit: Unit) -> Unit:
    """A listed title that ends with a type word or an organisation's noun (governor of the province of) keeps its classes."""
    if "role" not in unit.signature:
        return unit
    last = lexicon().words.get(unit.view.rpartition(" ")[2], {})
    return unit.plus({name: last[name] for name in _KEPT_OF_LAST if name in last})


@lru_cache(maxsize=1 << 16)
def graded(key: str) -> tuple[str, tuple[Place, ...]] | None:
    """The strength of a key and its places, sure ones first; None when the atlas does not know it."""
    places = gazetteer().lookup(key, "ar")
    if not places:
        return None
    plain = [place for place in places if not place.common]
    if places[0].kind == "country" and gazetteer().demonym(key):
        return SURE, places  # a country spelt like its own adjective: a rule of its own tells them apart
    if not plain:
        return COMMON, places
    tier = min(place.tier for place in plain)
    ordered = sorted(places, key=lambda place: place.tier > 1 or place.common)
    return (SURE, LIKELY, WEAK)[tier - 1], tuple(ordered)


def _starts_of(surface: str) -> tuple[_Start, ...]:
    """Where in a written word a name may begin, with the glued particles cut or not."""
    view = fold_word(surface)
    found: list[_Start] = []
    joined = surface[:2] == "و" + "أ" or (surface[1:2] == _STRETCH and view[1:] in lexicon().words)
    for letters in _cuts(view):
        if joined and not letters:
            continue
        rest = view[letters:]
        key = _ARTICLE + rest[1:] if letters and view[letters - 1] == _LAM and rest[0] == _LAM else rest
        longest = gazetteer().longest(key, "ar")
        if longest:
            source = fold(surface).source_span(letters, letters)[0] if letters else 0
            found.append(_Start(letters, source, key, longest))
    return tuple(found)


_starts = Answers(_starts_of, 1 << 16)


def _cuts(view: str) -> Iterator[int]:
    """How many letters may be glued particles: none, and, a preposition, both."""
    yield 0
    conjunction = 1 if len(view) > 2 and view[0] in _AND else 0
    if conjunction:
        yield 1
    for begin in (0, conjunction) if conjunction else (0,):
        if len(view) > begin + 2 and view[begin] in _PREPOSITIONS:
            yield begin + 1


def _name_at(units: Sequence[Unit], at: int) -> Name | None:
    """The best name that begins in a word: the surest, then the one morphology cuts, then the longest."""
    unit = units[at]
    if "phrase" in unit.signature:
        return _name_in_phrase(units, at)
    starts = _starts[unit.text]
    if not starts or "TIME" in unit.signature or "NUMBER" in unit.signature or is_indefinite(unit.text):
        return None
    glued = len(unit.signature.intersection(GLUED))
    best: Name | None = None
    rank = (-1, False, 0)
    for start in starts:
        name = _longest(units, at, start)
        if name is None:
            continue
        own = start.letters == glued
        if not own and not _may_be_cut(unit, name):
            continue
        worth = (_STRENGTH[name.grade], own, name.last - name.first)
        if worth > rank:
            best, rank = name, worth
    return best


def _may_be_cut(unit: Unit, name: Name) -> bool:
    """Whether a particle may be cut off a word that was read whole: before sure names, off no word of other lists."""
    if name.grade != SURE:
        return False
    slots = unit.get("verb") or ()
    if slots and all(slot[1:] == _WOMEN for slot in slots):
        return unit.signature <= _OPEN | _SPOKEN  # news hardly ever says that women did: and Aden, not "they promised"
    return unit.signature <= _OPEN


_WOMEN = "3fp"
_SPOKEN = frozenset(("cue", "cue_ambiguous", "event_verb"))


def _longest(units: Sequence[Unit], at: int, start: _Start) -> Name | None:
    """The longest key from a start.  A hyphen between two words of a name is passed over when no space stands beside it."""
    words, ends = [start.key], [at + 1]
    k, behind, told = at + 1, len(units), 1
    while told < start.longest and k < behind:
        unit = units[k]
        if (
            "dash" in unit.signature
            and k + 1 < behind
            and units[k - 1].end == unit.start
            and unit.end == units[k + 1].start
        ):
            k += 1
            continue
        if "mark" in unit.signature or "TIME" in unit.signature:
            break
        words.append(unit.view)
        k += 1
        ends.append(k)
        told += 1
    for size in range(told, 0, -1):
        key = " ".join(words[:size])
        found = graded(key)
        if found is not None and not (size > 1 and _type_is_outside(units[at], words[1:size], found[1])):
            begin, last = units[at].start + start.source, ends[size - 1]
            if size > 1 and wants_more(units, last):
                continue
            particle = size == 1 and found[0] == COMMON and units[at].signature & _PARTICLES
            if particle and not _is_of_type(units, at, found[1]):
                return None
            if size > 1 and "place_type" in units[at].signature and _reaches_further(units, at + 1, last):
                return None
            return Name(key, found[1], found[0], begin, units[last - 1].end, at, last)
    return None


def _reaches_further(units: Sequence[Unit], at: int, last: int) -> bool:
    """Whether a name that begins behind a type word ends later (the province of | Deir ez-Zor)."""
    following = _name_at(units, at)
    return following is not None and following.last > last


def _type_is_outside(head: Unit, rest: Sequence[str], places: tuple[Place, ...]) -> bool:
    """Whether a key begins with a type word and the rest names the same place (the province of X: X)."""
    kind = head.get("place_type")
    # The quarter called like a town is not the town.
    quarter = "place_small" in head.signature and kind == "neighbourhood" and all(p.kind != kind for p in places)
    if (kind not in _OUTSIDE and not quarter) or "place_kept" in head.signature:
        return False
    found = graded(" ".join(rest))
    if found is None:
        return False
    river = head["place_type"] == "natural" != places[0].kind  # the state of River Nile is not the river Nile
    return any(_same(place, places[0]) or (river and place.kind == "natural") for place in found[1])


def _same(a: Place, b: Place) -> bool:
    return a.kind == b.kind and a.name == b.name and a.country == b.country


def _is_of_type(units: Sequence[Unit], at: int, places: tuple[Place, ...]) -> bool:
    """Whether a word for a province governs a name that a province has (the state of | Al Jazirah: no island, no channel)."""
    head = units[at - 1] if at else None
    strict = head is not None and head.get("place_type") == "admin1" and "place_loose" not in head.signature
    return strict and any(place.kind == "admin1" for place in places)


def _name_in_phrase(units: Sequence[Unit], at: int) -> Name | None:
    """A name in a listed phrase: all of it where a medium is called like a region, or its end (the ministry in X)."""
    unit = units[at]
    if len(unit.view) > _LONGEST_VIEW:
        return None
    if "media" in unit.signature:
        found = graded(unit.view)
        if found is None or (found[0] != SURE and not _is_of_type(units, at, found[1])):
            return None
        if at and "media_head" in units[at - 1].signature:
            return None
        return Name(unit.view, found[1], SURE, unit.cut, unit.end, at, at + 1)
    words = unit.text.split()
    if "organisation" not in unit.signature or len(words) < 3 or words[-2] != _IN:
        return None
    found = graded(unit.view.rpartition(" ")[2])
    if found is None or found[0] == COMMON:
        return None
    return Name(unit.view.rpartition(" ")[2], found[1], found[0], unit.end - len(words[-1]), unit.end, at, at + 1)
