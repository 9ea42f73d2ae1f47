"""Objects of event verbs: where the object begins behind its subject, what a preposition makes one, who did a passive."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act
from khabar.languages.ar.events.phrases import ALEF, DUAL, TANWIN, is_nominal, party, phrase_end, words
from khabar.languages.ar.phrases.second_phrases import split_object
from khabar.languages.ar.phrases.shapes import has_preposition, is_article, is_name_word
from khabar.languages.drafts import PartyDraft

_REACH = 12
_BREAKS = frozenset(
    ("comma", "stop", "CUE", "colon", "while", "but", "like", "comp", "bi_comp", "ACT_VERB", "TIME", "demonstrative")
)
_OBJECTS = frozenset(
    ("NUMBER", "people", "whoever", "role", "org_head", "place_type", "given", "known_place", "toll", "countable")
)


def object_begin(units: Sequence[Unit], first: int, end: int) -> int:
    """Where the object begins inside a run of noun phrases: at a number, an accusative, or where the forms tell."""
    for at in range(first + 1, end):
        unit, last = units[at], units[at - 1]
        counted = "NUMBER" in unit.signature and "+and" not in unit.signature and at + 1 < end
        if counted and not last.signature & {"min", "whoever"}:
            return at
        if "manner" in unit.signature:
            return end
        if unit.text.endswith(TANWIN) and not last.signature & {"NUMBER", "min"} and not last.text.endswith(TANWIN):
            return at
        definite = is_article(last) or {"+li", "+al"} <= last.signature
        if definite and "given" not in last.signature and _is_bare_object(unit):
            return at
        if "people" in unit.signature and unit["people"].accusative and "NUMBER" not in last.signature:
            return at
        named = is_name_word(unit) or bool(unit.signature & {"organisation", "armed"})
        if at == first + 1 and "known_place" in last.signature and not is_article(unit) and named:
            return at
    cut = split_object(units, first, end) if end > first else end
    return end if cut < end and "prep" in units[cut - 1].signature else cut


def _is_bare_object(unit: Unit) -> bool:
    """An indefinite thing or body behind a definite phrase is no part of it."""
    if is_article(unit) or has_preposition(unit) or unit.signature & _GOES_ON:
        return False
    if "whoever" in unit.signature:
        return unit.view.endswith(ALEF)  # a number of, in the accusative
    return bool(unit.signature & {"place_type", "place_facility", "countable", "people", "armed"})


_GOES_ON = frozenset(("+and", "prep", "demonym", "given", "name", "known_place", "bracket", "quote", "in_the_name"))


def second_object(units: Sequence[Unit], at: int, text: str) -> PartyDraft | None:
    """An object that a date, an adverb or its number sets off from the subject."""
    parted = False
    at = _behind_aside(units, at)
    if at + 1 < len(units) and _goes_on_behind(units, at):
        at += 1
    while at < len(units) and units[at].signature & {"TIME", "adverb", "reflexive", "manner"}:
        at, parted = at + 1, True
        if at < len(units) and "comma" in units[at].signature:
            at += 1
    if at >= len(units) or has_preposition(units[at]) or "+and" in units[at].signature:
        return None
    if units[at].signature & _OBJECTS or units[at].text.endswith(TANWIN) or (parted and is_nominal(units[at])):
        return words(units, at, phrase_end(units, at), text)
    return None


def _behind_aside(units: Sequence[Unit], at: int) -> int:
    """Behind the place of a subject (the forces in the town) and what stands in brackets."""
    first = at
    if at + 2 < len(units) and "fi" in units[at].signature and units[at + 1].signature & {"known_place", "toponym"}:
        at += 2
        while at < len(units) and units[at].signature & {"known_place", "toponym"} and not has_preposition(units[at]):
            at += 1
        if at < len(units) and units[at].signature.isdisjoint(_STRUCK) and "bracket_open" not in units[at].signature:
            return first
    if at < len(units) and "bracket_open" in units[at].signature:
        closed = (k for k in range(at + 1, min(at + _REACH, len(units))) if "bracket" in units[k].signature)
        at = next(closed, at) + 1
    return at


_STRUCK = frozenset(("forces", "people", "NUMBER", "whoever", "armed", "place_facility", "countable"))


def _goes_on_behind(units: Sequence[Unit], at: int) -> bool:
    """Whether only a comma, or "in" before a date, parts the object from its subject."""
    following = units[at + 1].signature
    if "comma" in units[at].signature:
        counted = "countable" in following and units[at + 1].view.endswith(DUAL)
        return "TIME" in following or counted
    return "fi" in units[at].signature and "TIME" in following


def by_whom(units: Sequence[Unit], first: int, text: str) -> PartyDraft | None:
    """The doer of a passive: behind "by", "by the hand of", "by the bullets of"."""
    for at in range(first, min(first + _REACH, len(units) - 1)):
        unit = units[at]
        if unit.signature & {"stop", "CUE", "comp"}:
            return None
        if (
            "doer_before" in unit.signature
            and at
            and (units[at - 1].signature & {"min", "ala"} or "+bi" in unit.signature)
        ):
            return words(units, at + 1, phrase_end(units, at + 1), text)
        if "+bi" in unit.signature and "means" in unit.signature:
            return words(units, at + 1, phrase_end(units, at + 1), text)
    return None


def prepositional(units: Sequence[Unit], first: int, text: str) -> PartyDraft | None:
    """The target of an intransitive verb: behind on, against, with."""
    for at in range(first, min(first + _REACH, len(units) - 1)):
        unit = units[at]
        if unit.signature & (_BREAKS | {"ACT"}):
            return None
        if unit.signature & {"ala", "target_before", "with"}:
            return None if "no_target" in units[at + 1].signature else party(units, at + 1, text)
    return None


def placed_behind(units: Sequence[Unit], act: Act, text: str) -> PartyDraft | None:
    """The target of a split phrase: behind its last word, or behind on or in (blew himself up in a mosque)."""
    at = act.tail[1]
    if at < len(units) and units[at - 1].signature & {"ala"}:
        return party(units, at, text)
    if act.word.type == "MOBILIZE" and units[act.tail[0]].signature & (_OBJECTS | {"armed"}):
        return party(units, act.tail[0], text)
    for k in range(at, min(at + _REACH, len(units) - 1)):
        unit = units[k]
        if unit.signature & {"stop", "CUE", "ACT", "rel"}:
            return None
        hits = (
            unit.signature & {"fi", "inside"}
            and act.word.subtype == "suicide_bomb"
            and "place_type" in units[k + 1].signature
        )
        if (hits or unit.signature & {"ala", "target_before"}) and "no_target" not in units[k + 1].signature:
            return party(units, k + 1, text)
    return None
