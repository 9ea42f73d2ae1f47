"""Predicates behind a clause that first says who the counted are: the nine workers who were in the mine | were killed."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.figures.counts import Count, noun_of
from khabar.languages.ar.figures.marking import slots_of
from khabar.languages.ar.figures.no_victim import has_object
from khabar.languages.ar.figures.readings import reading
from khabar.record.vocabulary import Measure


def resumed_behind(units: Sequence[Unit], count: Count) -> Measure | None:
    """What a verb of several says of the counted behind the clause that describes them, which begins with "who" or, where they
    have no article, with its own verb (eight workers | who were on the roof | were hurt).

    The second verb is theirs since nothing joins it to the first: no "and", no "that", no other people of whom it could tell.
    """
    noun = noun_of(units, count)
    at = _behind_clause(units, count) if noun is not None and noun.unit == "person" else None
    if at is None:
        return None
    if at + 1 < len(units) and "namely" not in units[at + 1] and has_object(units, at + 1):
        return None  # they killed a gunman; not: were killed, and they are soldiers
    return reading(units[at], "", noun) or next((w.measure for w in units[at]["MEASURE"] if w.role != "object"), None)


def _behind_clause(units: Sequence[Unit], count: Count) -> int | None:
    """Where the verb of a fate stands behind a clause about the counted; None where there is no such clause or verb."""
    first = count.last
    if first >= len(units):
        return None
    first += "rel" in units[first]
    if "rel" not in units[first - 1] and not _begins_bare(units, count, first):
        return None
    told = False
    for at in range(first, min(len(units), first + _CLAUSE)):
        signature = units[at].signature
        if told and "FATE_VERB" in signature and not signature & _JOINED and _is_theirs(units, at):
            return at
        if signature & _ENDS or ("comma" in signature and not _is_theirs(units, at + 1)):
            return None
        told = told or "verb" in signature
    return None


def _begins_bare(units: Sequence[Unit], count: Count, first: int) -> bool:
    """Whether a verb of several stands right behind a noun without article, as the begin of a clause about it."""
    return "+al" not in units[count.at] and "kana" in units[first] and _are_several(units[first])


def _is_theirs(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb of a fate has the ending of several, and no people without article before it whom it could describe."""
    if at >= len(units) or "FATE_VERB" not in units[at] or not _are_several(units[at]):
        return False
    before = units[at - 1].signature
    return not ("people" in before and "+al" not in before) and before.isdisjoint(_SUBORDINATES)


def _are_several(unit: Unit) -> bool:
    return any(slot[2:] in ("mp", "fp", "md", "fd") for slot in slots_of(unit))


_CLAUSE = 14  # words
_JOINED = frozenset(("+and", "+fa"))
_ENDS = frozenset(("stop", "semicolon", "comp", "bi_comp", "colon", "while", "NUMBER"))
_SUBORDINATES = frozenset(("rel", "neg", "conditional", "comp", "qad"))


def predicate_behind_part(units: Sequence[Unit], count: Count, at: int) -> int | None:
    """Where the predicate of a count stands behind "among them so many" at units[at]: commas enclose the part, or the count is the
    topic behind "that", which must have one (that ten civilians, three of them children, were killed).
    """
    enclosed = "comma" in units[at - 1].signature
    if not enclosed and (not count.at or units[count.at - 1].signature.isdisjoint(_THAT)):
        return None
    for index in range(at + 1, min(len(units), at + _PART)):
        signature = units[index].signature
        if "FATE_VERB" in signature:
            whole = (
                "MEASURE" in signature
                and "+and" not in signature
                and enclosed == ("comma" in units[index - 1].signature)
            )
            return index if whole else None
        if not signature.isdisjoint(_BROKEN) or ("comma" in signature and not enclosed):
            return None
    return None


_PART = 12
_THAT = frozenset(("comp", "bi_comp"))
_BROKEN = frozenset(("stop", "semicolon", "comp", "bi_comp", "FINITE", "rel", "while", "qad"))


def have_been(units: Sequence[Unit], at: int, limit: int) -> int | None:
    """Where the predicate stands when a clause describes the counted first: behind "have been" (fighters who came from
    abroad have been killed).
    """
    for index in range(at + 1, limit - 1):
        if units[index].signature & {"stop", "comma", "comp"} or {"+and", "FINITE"} <= units[index].signature:
            return None
        if "qad" in units[index]:
            return index + 1 if {"FATE_VERB", "MEASURE"} <= units[index + 1].signature else None
    return None
