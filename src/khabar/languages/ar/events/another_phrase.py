"""Words that cannot go on with the phrase before them, by their forms or by what they are: the object begins there."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.clause_starts import ALEF
from khabar.languages.ar.forms.known_forms import is_country
from khabar.languages.ar.forms.particles import ARTICLE
from khabar.languages.ar.lists.events import folded_lemmas
from khabar.languages.ar.phrases.shapes import JOINED, NISBA, NOMINATIVE, OBLIQUE, OWNERS, has_preposition, is_article


def is_whole_plural(unit: Unit) -> bool:
    """People in an indefinite plural of the nominative (attackers): no genitive stands behind it."""
    return unit.view.endswith(NOMINATIVE) and not is_article(unit)


def is_those_who(units: Sequence[Unit], at: int) -> bool:
    """Whether a sound plural in the oblique case governs a definite noun behind people in the nominative, whose adjective it is not
    (settlers attacked | the pickers of the olives).
    """
    unit = units[at]
    if not unit.view.endswith(_OF_MEN) or at + 1 >= len(units) or not unit.signature <= _UNKNOWN:
        return False
    return is_whole_plural(units[at - 1]) and is_article(units[at + 1]) and not has_preposition(units[at + 1])


_ATE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}"
_OF_MEN, _UNKNOWN = "ي", frozenset(("verb", "people", "participle"))


def is_beside_counted(last: Unit, unit: Unit) -> bool:
    """Whether a feminine noun without article stands behind several people whom a number counts, in a plural that can have no
    genitive (three gunmen | a woman): neither does it agree with them.  Any other plural may have it (12 people of | a village).
    """
    if "people" not in last.signature or is_article(last) or not last.view.endswith(_ABSOLUTE):
        return False
    if last["people"].number != "p" or _are_women(last):
        return False
    named = unit.signature & _NO_THING or is_article(unit) or has_preposition(unit)
    return unit.text.endswith(_FEMININE) and not named


_ABSOLUTE = (NOMINATIVE, OBLIQUE, "اشخاص")
_NO_THING = frozenset(
    ("+and", "given", "name", "known_place", "demonym", "kind_adjective", "quality", "NUMBER", "adverb", "TIME")
)


def is_other_than(head: Unit, unit: Unit) -> bool:
    """Whether a noun is no apposition to somebody before it: a thing, or a woman beside a man."""
    if "people" not in unit.signature:
        return "role" not in unit.signature
    return (
        unit.text.endswith(_FEMININE) and not head.text.endswith((_FEMININE, _ATE)) and "NUMBER" not in head.signature
    )


def describe(last: Unit, unit: Unit) -> bool:
    """Whether two such plurals are one phrase (attackers, armed)."""
    return is_whole_plural(last) and is_whole_plural(unit) and "verb" not in unit.signature


def is_one_man(unit: Unit, last: Unit) -> bool:
    """One man, definite or not, behind several fighters (the soldiers | the gunman): an adjective would be in the plural too."""
    several = "people" in last.signature and last["people"].number == "p" and last.signature & _FORCES
    return bool(several) and unit.signature.isdisjoint(JOINED) and not unit.text.endswith(_FEMININE)


_FEMININE = "\N{ARABIC LETTER TEH MARBUTA}"


def begins_another(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether other people begin at units[at] than those of the phrase before, or a place that is no part of it."""
    unit = units[at]
    if "people" in unit.signature and _are_other_people(units, first, at):
        return True
    if unit.signature & _OWNED and unit.text.endswith(OWNERS) and unit.signature.isdisjoint(_NO_OWNED):
        last = units[at - 1]
        return is_article(last) or last.view.rpartition(" ")[2].startswith(ARTICLE)  # the army | his house
    return _is_place_of_another(units, first, at) or (at == first + 1 and _is_entered(unit, units[first]))


def _is_entered(unit: Unit, last: Unit) -> bool:
    """A definite building or square right behind somebody of whom no more is told (a man | the mosque)."""
    if unit.signature.isdisjoint(_HALLS) or unit.signature & _NO_HALL or not is_article(unit):
        return False
    return last.view in folded_lemmas("of_nowhere")


_OWNED = frozenset(("+pron", "possession"))
_NO_OWNED = frozenset(("+and", "+bi", "+li", "prep", "reflexive", "whoever", "every", "alone", "quality", "demonym"))
_HALLS = frozenset(("place_type", "place_facility", "countable", "known_place"))
_NO_HALL = frozenset(("+and", "+bi", "+li", "prep", "known_place", "place_small", "demonym"))


def _are_other_people(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether people at units[at] are others than the several people before them: women or a woman behind men, soldiers behind
    people who are none, and the other way round (the youths | the soldiers).  Both are nouns, and neither describes the other.
    """
    unit, last = units[at], units[at - 1]
    noun = unit["people"]
    if (
        noun.measure not in _NO_STATE
        or unit.view.endswith(NOMINATIVE)
        or unit.signature & _NO_OTHERS
        or has_preposition(unit)
    ):
        return False
    head = units[first]
    if "people" not in head.signature or head["people"].number != "p" or "relatives" in head.signature:
        return False
    if not is_article(unit):
        return at == first + 1 and not is_article(head) and "woman" in noun.populations and not _are_women(head)
    armed = "forces" in unit.signature
    if armed and (unit.view.endswith(OBLIQUE) or not (is_article(last) or "young" in last.signature)):
        return False  # the youths, armed; the soldiers of X
    several = noun.number == "p" and _DESCRIBED.isdisjoint(noun.populations)
    return several and armed != ("forces" in head.signature) and (armed or is_article(last))


def _are_women(unit: Unit) -> bool:
    return "woman" in unit["people"].populations


_NO_STATE = (None, "protesters")
_DESCRIBED = frozenset(("child", "foreigner"))  # child soldiers, foreign fighters
_NO_OTHERS = frozenset(("+and", "demonym", "kind_adjective", "given", "CUE"))


def _is_place_of_another(units: Sequence[Unit], first: int, at: int) -> bool:
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


def behind_state(units: Sequence[Unit], first: int, end: int) -> int:
    """Where people or a thing begin right behind a country that units[first] names, which has no genitive, be it in quotation
    marks (X struck | the school); `end` where none do.
    """
    at = _behind_name(units, first)
    if (
        at >= end
        or units[at].signature.isdisjoint(_STRUCK)
        or units[at].signature & _NO_NOUN
        or has_preposition(units[at])
    ):
        return end
    titled = is_article(units[at]) or units[at].signature.isdisjoint({"role"})
    return at if titled and is_state(units, first, at) else end


def is_state(units: Sequence[Unit], first: int, end: int) -> bool:
    """Whether a phrase is the name of a country and nothing else, be it in quotation marks."""
    head = units[first + ("quote_open" in units[first].signature)]
    named = "known_place" in head.signature and _behind_name(units, first) == end
    return named and not has_preposition(head) and is_country(head.view)


def is_struck_first(units: Sequence[Unit], one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether a definite place behind a verb is what was struck, since those who strike stand behind it (besieged | the town |
    gunmen, other forces).
    """
    place, strikers = units[one[0]], units[two[0]]
    if not is_article(place) or place.signature.isdisjoint(_SPOTS) or not place.signature.isdisjoint(_STRIKE):
        return False
    if is_article(strikers) or strikers.signature.isdisjoint(_STRIKE):
        return False
    return strikers.view.endswith(NOMINATIVE) or not strikers.view.endswith((OBLIQUE, ALEF))


_SPOTS = frozenset(("place_type", "place_facility", "place_again"))
_STRIKE = frozenset(("forces", "planes", "gunmen", "army_body"))


def is_state_with_deed(units: Sequence[Unit], first: int, end: int, *, office: bool) -> bool:
    """Whether a phrase is the name of a country with a deed right behind it, or those to whom it is done: nothing but the subject
    (X forbids | the entry of fuel, them | water); `office`: a body too, or somebody in office (the mayor forbids | the entry of).
    """
    if end >= len(units) or has_preposition(units[end]) or units[end].signature.isdisjoint(_DEED):
        return False
    forbidden = office and not (is_article(units[end]) or units[end].signature.isdisjoint(_FORBIDDEN))
    return (forbidden and not units[first].signature.isdisjoint(_OFFICES)) or is_state(units, first, end)


_FORBIDDEN, _OFFICES = frozenset(("masdar", "ACT_NOUN")), frozenset(("role", "org_head", "he_body"))
_DEED = frozenset(("prep_pron", "masdar", "does_masdar", "ACT_NOUN"))


def _behind_name(units: Sequence[Unit], first: int) -> int:
    """The unit behind a name of one word that begins at units[first], and its quotation marks."""
    if "quote_open" not in units[first].signature or first + 1 >= len(units):
        return first + 1
    return first + 2 + (first + 2 < len(units) and "quote_close" in units[first + 2].signature)


_STRUCK = frozenset(
    ("place_type", "place_facility", "place_plural", "place_again", "countable", "vehicle", "people", "role", "NUMBER")
)
_NO_NOUN = frozenset(("demonym", "kind_adjective", "quality", "+and", "prep", "TIME", "adverb", "mark", "given"))


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


def is_no_name_of(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether what a quotation mark opens at units[at] is no name of those at units[first]: they are people, or a body of men whose
    name would have the article as they have (the police arrested | "the emir of").
    """
    if "people" in units[first].signature:
        return True
    named = at + 1 < len(units) and not is_article(units[at + 1]) and "ACT" not in units[at + 1].signature
    return named and not units[first].signature.isdisjoint(_UNDER_ARMS)


_UNDER_ARMS = frozenset(("police", "army_body", "forces"))
