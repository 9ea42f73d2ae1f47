"""Words that cannot go on with the phrase before them, by their forms or by what they are: the object begins there."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.clause_starts import ALEF
from khabar.languages.ar.forms.known_forms import is_country
from khabar.languages.ar.phrases.shapes import JOINED, NISBA, NOMINATIVE, has_preposition, is_article


def is_whole_plural(unit: Unit) -> bool:
    """People in an indefinite plural of the nominative (attackers): no genitive stands behind it."""
    return unit.view.endswith(NOMINATIVE) and not is_article(unit)


def describe(last: Unit, unit: Unit) -> bool:
    """Whether two such plurals are one phrase (attackers, armed)."""
    return is_whole_plural(last) and is_whole_plural(unit) and "verb" not in unit.signature


def is_one_man(unit: Unit, last: Unit) -> bool:
    """One man, definite or not, behind several fighters (the soldiers | the gunman): an adjective would be in the plural too."""
    several = "people" in last.signature and last["people"].number == "p" and last.signature & _FORCES
    return bool(several) and unit.signature.isdisjoint(JOINED) and not unit.text.endswith(_FEMININE)


_FEMININE = "\N{ARABIC LETTER TEH MARBUTA}"


def is_place_of_another(units: Sequence[Unit], first: int, at: int) -> bool:
    """A place that is no part of the phrase before it: behind a definite body (the army | X), a town or district behind a country
    (X | the town of Y).
    """
    unit, last = units[at], units[at - 1]
    if has_preposition(unit) or unit.signature & _NO_PLACE:
        return False
    if "place_type" in unit.signature and "known_place" not in unit.signature:
        alone = at == first + 1 and "known_place" in last.signature and last.signature.isdisjoint(_MORE)
        return alone and not is_article(unit)
    if "known_place" not in unit.signature or "name" in unit.signature or unit.view.endswith(NISBA):
        return False
    return bool(units[first].signature & _FORCES) and is_article(last) and last.signature.isdisjoint(_NAMED)


def is_behind_country(unit: Unit, last: Unit) -> bool:
    """Whether people or a thing without article stand right behind a country, which has no genitive (X struck | a base)."""
    if unit.signature.isdisjoint(_STRUCK) or unit.signature & _NO_NOUN or has_preposition(unit):
        return False
    return is_country(last.view)


_STRUCK = frozenset(("place_type", "place_facility", "countable", "vehicle", "people", "NUMBER"))
_NO_NOUN = frozenset(
    ("demonym", "kind_adjective", "quality", "+and", "prep", "TIME", "adverb", "mark", "given", "role")
)


_NO_PLACE = frozenset(("+and", "demonym", "given", "adverb", "TIME", "org_head", "organisation", "prep"))
_MORE = frozenset(("place_type", "people", "role", "given", "name"))
_NAMED = frozenset(("given", "place_head", "name"))
_FORCES = frozenset(("forces", "army_body", "police", "security_body"))


def goes_with(noun: Unit, unit: Unit) -> bool:
    """Whether the phrase goes on: an adjective in the nominative, or people in the accusative that a number counts (twenty
    | gunmen).
    """
    if "NUMBER" in noun.signature:
        return "people" in unit.signature and unit.view.endswith(ALEF)
    return unit.view.endswith(NOMINATIVE) and describe(noun, unit)
