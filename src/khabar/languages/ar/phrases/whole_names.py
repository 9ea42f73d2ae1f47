"""Whole names: what stands behind the name of a town or a person, which is in construct with nothing, and does not belong to it.

A verb-first clause sets subject and object side by side (Moscow | the shelling; So-and-so | a letter; the embassy in X | a
statement).  A common noun may have a genitive, a proper name has none: only adjectives, offices and prepositions go on with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.forms.known_forms import is_country
from khabar.languages.ar.phrases.name_words import is_foreign_shape
from khabar.languages.ar.phrases.shapes import (
    FAMILY,
    NISBA,
    ends_indefinite,
    is_article,
    is_name_word,
    is_owned,
)


def is_behind_whole_name(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether units[at] begins the object behind a name that is complete: a place, a first name with another, or the one foreign
    surname that the whole phrase is.
    """
    unit, before = units[at], units[at - 1]
    if unit.signature & _LINKED:
        return False
    if at - 1 == first and before.signature & _WHOSE and _is_behind_definite(unit, before):
        return True
    if "organisation" in before.signature and _begins_body(units, at):
        return True
    if unit.signature & _GOES_ON or before.signature & _COMMON:
        return False
    if "role" in unit.signature and not (at - 1 == first and is_article(unit) and is_foreign_shape(before)):
        return False  # but Friedman called on | the president
    place = "known_place" in before.signature and "given" not in before.signature
    listed = {"organisation", "phrase"} <= before.signature  # the Observatory of X | a toll
    alone = at - 1 == first and (place or listed or _is_surname(before))
    full = at - 1 > first and "given" in units[at - 2].signature and not is_article(before) and is_name_word(before)
    if not (place or alone or full):
        return False
    if alone and "phrase" in before.signature:
        return bool(unit.signature & _TOLLS) and not is_article(unit)
    if place and "place_kept" in unit.signature:
        return True
    return _is_act(unit) or (alone and _is_thing(unit, before, place=place))


def _is_behind_definite(unit: Unit, before: Unit) -> bool:
    """Whether people, a body or an office without article stand behind a ministry, or behind a family's name of origin, which
    may have a body with the article behind it too: neither governs them (the ministry | the businessman So-and-so; al-Nuri |
    the heads of the blocs, | the government).
    """
    if "+pron" in unit.signature or not is_article(before):
        return False
    family = before.signature <= FAMILY and before.view.endswith(_OF_ORIGIN) and "role" not in unit.signature
    family = family and "name" in before.signature
    if is_article(unit):
        return family and unit.signature.isdisjoint(_PERSONAL) and not unit.signature.isdisjoint(_BODY_OR_ACT)
    return bool(unit.signature & _PARTY) and ("ministry" in before.signature or family)


def _begins_body(units: Sequence[Unit], at: int) -> bool:
    """Whether another body, or a crowd that no list knows with its genitive, stands behind a body that the lists know by all of
    its name (the party X | the council of; the movement X | the masses of).
    """
    unit, before = units[at], units[at - 1]
    if "+pron" in unit.signature or is_article(before):
        return False
    if is_article(unit):
        body = "org_head" in unit.signature and not unit.signature & _PERSONAL
        return body and "phrase" in before.signature
    if unit.signature & _BODIES:
        return not unit.signature & _OTHER_NAMES  # but the Resistance Movement Hamas
    crowd = not unit.signature and "phrase" not in before.signature and at + 1 < len(units)
    return crowd and is_article(units[at + 1])


def _is_surname(unit: Unit) -> bool:
    """A body that the lists know by one word, or a name that only a foreigner has: its first letters look like a preposition, or
    it ends in a long vowel.
    """
    if is_article(unit) or "given" in unit.signature:
        return False
    if is_foreign_shape(unit):
        return True
    if "organisation" in unit.signature:
        return "phrase" not in unit.signature
    if not unit.signature & _MAYBE and not unit.view.endswith(_VOWELS):
        return False
    return is_listed_surname(unit)


def is_listed_surname(unit: Unit) -> bool:
    """A word that the lists know as a name and as nothing that has a meaning."""
    return "name" in unit.signature and unit.signature <= _SURNAME


def _is_act(unit: Unit) -> bool:
    """An act, or a word of speech, that no name is spelt like; a noun that is somebody's; one with the ending of an object."""
    if is_article(unit):
        return bool(unit.signature & _DEFINITE_ACTS) and not unit.signature & _DESCRIBES
    if unit.signature & _SAME_AS_NAMES and not unit.signature & _ACTS:
        return False
    if unit.signature & _ACTS_AND_AMOUNTS or ends_indefinite(unit):
        return "quality" not in unit.signature
    return "verb" not in unit.signature and "people" not in unit.signature and is_owned(unit)


def _is_thing(unit: Unit, before: Unit, *, place: bool) -> bool:
    """A noun with the article that is no adjective of the name before it; people, a body without article or a country behind a
    surname.
    """
    if not is_article(unit):
        if "known_place" in unit.signature:
            return is_foreign_shape(before) and is_country(unit.view)
        return not place and bool(unit.signature & _SOMEBODY) and "name" not in unit.signature
    stranger = is_foreign_shape(before)
    if place or unit.view.endswith(NISBA) or unit.signature & (_SAID_OF if stranger else _DESCRIBES):
        return False
    return "organisation" not in before.signature or unit.text.endswith(_FEMININE)


_GOES_ON = frozenset(
    (
        *("mark", "quote", "bracket", "name_part", "rel", "comp"),
        *("TIME", "prep_pron", "reflexive", "place_side"),
    )
)
_COMMON = frozenset(
    (
        *("org_head", "role", "people", "place_type", "demonym", "unnamed", "+pron", "media", "media_head"),
        *("document", "event", "masdar", "cue_noun", "mark", "quote", "prep", "NUMBER", "digits", "reflexive"),
    )
)
_MAYBE = frozenset(("maybe_bi", "maybe_li"))
_OF_ORIGIN = "\N{ARABIC LETTER YEH}"
_WHOSE = frozenset(("ministry", "name"))
_LINKED = frozenset(("+and", "+bi", "+li", "+ka", "demonym", "given", "prep"))
_BODIES, _OTHER_NAMES = frozenset(("organisation", "org_head")), frozenset(("role", "name"))
_SURNAME = _MAYBE | {"name", "toponym"}
_VOWELS = ("و", "ما", "يا")
_DEFINITE_ACTS = frozenset(("event", "event_noun", "cue_noun", "measure_word", "document"))
_ACTS = _DEFINITE_ACTS | {"medium"}
_ACTS_AND_AMOUNTS = _ACTS | {"whoever", "NUMBER"}
_SAME_AS_NAMES = frozenset(("name", "toponym", "org_head"))
_DESCRIBES = frozenset(
    ("quality", "place_adjective", "kind_adjective", "governing", "people", "role", "participle", "NUMBER", "org_head")
)
_PERSONAL = _DESCRIBES - _BODIES
_SAID_OF = _PERSONAL - {"role", "people"}
_BODY_OR_ACT = _DEFINITE_ACTS | {"org_head", "masdar", "abstract"}
_TOLLS = frozenset(("measure_word", "document", "medium"))
_SOMEBODY = frozenset(("people", "org_head"))
_PARTY = _SOMEBODY | {"role"}
WHOLE = frozenset(("known_place", "organisation", "ministry"))
"""What the lists know of a word that may be a whole name, wherever in a phrase it stands."""
_FEMININE = "\N{ARABIC LETTER TEH MARBUTA}"
