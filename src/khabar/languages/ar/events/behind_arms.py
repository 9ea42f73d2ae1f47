"""What stands between a verb and its object: the arms that were used (shelled | with heavy guns and rockets | the districts)."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.behind_doer import THINGS
from khabar.languages.ar.events.clause_starts import ALEF, ARMS
from khabar.languages.ar.forms.written import TANWIN
from khabar.languages.ar.lists.events import folded_ends
from khabar.languages.ar.phrases.shapes import OBLIQUE, has_preposition, is_article

_ARMS = ARMS | {"weapon"}
_LONGEST = 8


def behind_means(units: Sequence[Unit], at: int) -> int:
    """Behind the vehicle or arms with which, or the moment at which, it was done, where the object follows; else 0."""
    signature, following = units[at].signature, units[at + 1] if at + 1 < len(units) else units[at]
    if "at_the_time" in signature:
        return at + 2 if is_article(following) else 0  # on the night of | the feast
    if {"vehicle", "+bi"} <= signature and at + 1 < len(units):
        return at + 1 + (not following.signature.isdisjoint(ARMS))  # with his car
    if not uses_arms(units, at):
        return 0
    return _behind_counted(units, at) or (behind_arms(units, at) if signature & ARMS else 0)


def _behind_counted(units: Sequence[Unit], at: int) -> int:
    """Behind arms in the dual, or that a number counts, where what can be struck follows (with two rockets, with several strikes |
    a house): they are nobody's, for they would lose their ending in front of whose they are; else 0.
    """
    counted = "NUMBER" in units[at].signature
    if not (counted or units[at].view.endswith(OBLIQUE)):
        return 0
    end = _end_of_arms(units, at + counted)
    if end >= len(units) or has_preposition(units[end]) or units[end].signature & _NO_OBJECT:
        return 0
    unit = units[end]
    if is_article(unit):
        return end if unit.signature & _STRUCK and unit.signature.isdisjoint(_OWNERS) else 0
    struck = unit.signature & (_STRUCK | _COUNTED) or unit.view.endswith(ALEF)
    return end if struck and unit.signature.isdisjoint(_WORDS) else 0


_COUNTED = frozenset(("NUMBER", "whoever", "people", "known_place"))
_WORDS = frozenset(("ACT_VERB", "CUE", "kind_adjective", "demonym"))


def uses_arms(units: Sequence[Unit], at: int) -> bool:
    """Whether arms or a vehicle stand at units[at]: who is named before them used them (ran over, with his car, | passers-by)."""
    if at >= len(units) or "+bi" not in units[at].signature:
        return False
    counted = at + 1 < len(units) and "NUMBER" in units[at].signature
    return bool(units[at].signature & (_ARMS | {"vehicle"})) or (counted and bool(units[at + 1].signature & ARMS))


def behind_arms(units: Sequence[Unit], at: int) -> int:
    """Behind the arms at units[at], their adjectives and names and the arms joined to them, where something that can be struck
    follows; else 0: what stands behind a weapon is whose it is (by the bullets of | the police).
    """
    end = _end_of_arms(units, at)
    if end >= len(units) or has_preposition(units[end]) or units[end].signature & _NO_OBJECT:
        return 0
    unit, named = units[end], end > at + 1
    if unit.signature >= PATROLS and not is_article(unit):
        return end  # with a bomb | a patrol
    if is_article(units[at]):  # a definite word governs no genitive
        return end if unit.signature & _STRUCK and "demonym" not in unit.signature else 0
    if not named or (is_article(unit) and not is_article(units[end - 1])):
        crowd = named and "people" in unit.signature and not _ARMS & units[end - 1].signature
        return end if crowd or _is_struck_with(units[at], unit) else 0
    return end if unit.signature & _STRUCK or is_indefinite_object(units, end) else 0


def _is_struck_with(weapon: Unit, unit: Unit) -> bool:
    """Whether what stands behind a weapon without adjective or owner is struck: a place, whose no weapon is; people behind one
    weapon that a hand holds (stabbed with a knife | three passers-by), not behind bullets and fire, which are somebody's.
    """
    if is_article(unit):
        return bool(unit.signature & _SPOTS) and unit.signature.isdisjoint(_OWNERS)
    if "kind_adjective" in unit.signature or weapon.view.endswith(folded_ends("volleys")):
        return False
    return "NUMBER" in unit.signature or ("people" in unit.signature and unit["people"].number != "s")


PATROLS = frozenset(("ACT_NOUN", "NEEDS_armed"))
"""Forces whose word also tells that they deploy."""
_SPOTS = frozenset(("place_type", "place_facility", "spot", "place_again"))
_OWNERS = frozenset(("armed", "forces", "police", "org_head", "people", "organisation", "role"))
_STRUCK = THINGS | {"place_plural", "place_loose", "place_side"}
_NO_OBJECT = frozenset(("+and", "prep", "mark", "TIME", "adverb", "rel"))


def is_indefinite_object(units: Sequence[Unit], at: int) -> bool:
    """Whether units[at] has the ending of an object: written out, or told by the "of" behind it (a gathering | of soldiers)."""
    unit = units[at]
    if unit.text.endswith(TANWIN):
        return True
    return unit.view.endswith(ALEF) and at + 1 < len(units) and "+li" in units[at + 1].signature


def _end_of_arms(units: Sequence[Unit], at: int) -> int:
    """Behind the words for arms that begin at units[at]: adjectives, names in quotation marks, further arms."""
    end, limit = at + 1, min(at + _LONGEST, len(units))
    while end < limit:
        signature = units[end].signature
        if "quote_open" in signature:
            closed = next((k for k in range(end + 1, limit) if "quote_close" in units[k].signature), 0)
            if not closed:
                return end
            end = closed + 1
        elif _is_arms(units, at, end) or _is_adjective(units[at], units[end]):
            end += 1
        else:
            return end
    return end


def _is_arms(units: Sequence[Unit], first: int, at: int) -> bool:
    """Further arms, or of what kind those before them are (launchers of | rockets): not what is struck without "and" (with a bomb
    of local make | a tank).
    """
    unit = units[at]
    if unit.signature.isdisjoint(_ARMS) or has_preposition(unit):
        return False
    genitive = is_article(unit) and not is_article(units[first]) and at == first + 1
    return genitive or "+and" in unit.signature or unit.signature.isdisjoint(THINGS)


def _is_adjective(arms: Unit, unit: Unit) -> bool:
    """A word that is nothing but the adjective of arms: definite where they are, no noun of its own."""
    if has_preposition(unit) or "+and" in unit.signature or unit.signature & _NOUNS:
        return False
    return is_article(unit) == is_article(arms) and not unit.text.endswith(TANWIN) and not unit.view.endswith(ALEF)


_NOUNS = frozenset(
    (
        *("people", "role", "org_head", "organisation", "armed", "forces", "known_place", "place_type"),
        *("place_facility", "countable", "vehicle", "NUMBER", "whoever", "given", "prep", "mark", "TIME", "adverb"),
        *("place_side", "verb", "quote", "masdar", "place_plural", "ACT_NOUN"),
    )
)
