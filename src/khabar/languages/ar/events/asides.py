"""Asides between a subject and its object: a place, a bracket, what stands between two commas.

Behind them the object begins that the verb still waits for (gunmen, in the province of X, killed ten farmers).
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.clause_starts import STATES
from khabar.languages.ar.lists.events import folded_ends
from khabar.languages.ar.phrases.shapes import has_preposition, is_article

_REACH = 12


def behind_aside(units: Sequence[Unit], at: int) -> int:
    """Behind the place of a subject (the forces in the town) and what stands in brackets."""
    first = at
    if at + 2 < len(units) and (_are_riders(units, at) or units[at].view in STATES):
        return _behind_riders(units, at + 2) or first
    if at + 2 < len(units) and "fi" in units[at].signature and units[at + 1].signature & {"known_place", "toponym"}:
        at += 2
        while at < len(units) and units[at].signature & {"known_place", "toponym"} and not has_preposition(units[at]):
            at += 1
        if at < len(units) and units[at].signature.isdisjoint(_STRUCK) and "bracket_open" not in units[at].signature:
            return first
    aside = at + 2 < len(units) and "comma" in units[at].signature
    if aside and (units[at + 1].signature & _OPENS_ASIDE or is_article(units[at + 1])):
        return _behind_commas(units, at) or first
    if at < len(units) and "bracket_open" in units[at].signature:
        closed = (k for k in range(at + 1, min(at + _REACH, len(units))) if "bracket" in units[k].signature)
        at = next(closed, at) + 1
    return at


def _are_riders(units: Sequence[Unit], at: int) -> bool:
    """Whether it is told, behind people, on what they ride (gunmen | who ride motorcycles; on motorcycles)."""
    signature = units[at].signature
    if "ala" in signature:
        return "aboard" in units[at + 1].signature
    if "verb" not in signature or not units[at].view.endswith(_THEY) or "ACT_VERB" in signature:
        return False
    return bool(units[at + 1].signature & _VEHICLES) and "people" in units[at - 1].signature


def _behind_riders(units: Sequence[Unit], at: int) -> int:
    """Behind what they ride, where people counted or in the accusative, or a place follow; else 0."""
    for k in range(at, min(at + _RIDDEN, len(units))):
        unit = units[k]
        if unit.signature & _NO_ASIDE or has_preposition(unit) or "comma" in unit.signature:
            return 0
        if unit.signature & _VEHICLES or "+and" in unit.signature:
            continue
        if unit.signature & _HIT and not (is_article(unit) and is_article(units[k - 1])):
            return k
    return 0


_THEY, _RIDDEN = "ون", 6
_VEHICLES = frozenset(("vehicle", "means_head"))
_HIT = frozenset(("NUMBER", "people", "role", "place_type", "place_facility", "org_head"))


def _behind_commas(units: Sequence[Unit], at: int) -> int:
    """Behind an aside between commas that says where, when or who (gunmen, in the province of X, killed | ten farmers), where
    people counted, who are nobody's told before, or a thing in the accusative stand behind it; else 0.
    """
    for k in range(at + 2, min(at + _REACH, len(units) - 2)):
        if units[k].signature & _NO_ASIDE:
            return 0
        if "comma" in units[k].signature:
            hit = units[k + 1]
            counted = "NUMBER" in hit.signature and "prep_pron" not in units[k + 2].signature
            thing = hit.signature & _THINGS and not is_article(hit) and "+and" not in hit.signature
            return k + 1 if (counted or thing) and not has_preposition(hit) else 0
    return 0


_OPENS_ASIDE = frozenset(("fi", "TIME", "place_side"))
_THINGS = frozenset(("countable", "vehicle", "place_type", "place_facility", "weapon", "means_head"))
_NO_ASIDE = frozenset(("ACT_VERB", "CUE", "stop", "comp", "bi_comp", "rel", "quote"))
_STRUCK = frozenset(("forces", "people", "NUMBER", "whoever", "armed", "place_facility", "countable"))


def behind_since(units: Sequence[Unit], at: int) -> int:
    """Behind since when, where nothing but the object follows (detains, since the morning, | three); else 0."""
    last = at + 1
    while last < len(units) and units[last].signature & _TIMES:
        last += 1
    told = at + 1 < last < len(units) and not has_preposition(units[last]) and "prep" not in units[last].signature
    return last if told else 0


def is_on_way(units: Sequence[Unit], at: int) -> bool:
    """On the border, on the road to X."""
    on = "ala" in units[at].signature and at + 1 < len(units)
    return on and units[at + 1].view.endswith(folded_ends("ways"))


_TIMES = frozenset(("TIME", "period", "daypart", "days_of", "day_many"))


def behind_adverb(units: Sequence[Unit], at: int) -> int:
    """Behind what says in one word when or how, the adjective of it too (shelled | in a heavy manner; for the third time | the
    camp); units[at] where nothing does.
    """
    signature = units[at].signature
    if "how" in signature:
        described = (
            at + 1 < len(units)
            and units[at].view.endswith(folded_ends("in_a_manner"))
            and not is_article(units[at + 1])
        )
        return at + 1 + described
    if "prep_pron" in signature:
        view = units[at].view
        return at + (view.startswith(_IN_IT) and not view.startswith(_AMONG))  # in it, by it: not among them, with him
    if signature.isdisjoint(_ADVERBS):
        return at
    counted = "occasion" in signature and at + 1 < len(units) and is_article(units[at])
    return at + 1 + (counted and "NUMBER" in units[at + 1].signature and is_article(units[at + 1]))


_ADVERBS = frozenset(("TIME", "adverb", "reflexive", "manner"))
_IN_IT = ("\N{ARABIC LETTER BEH}", "\N{ARABIC LETTER FEH}\N{ARABIC LETTER YEH}")
_AMONG = "\N{ARABIC LETTER BEH}\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}"
