"""Objects of verbs whose phrase is split around their subject (opened | fire on): behind its last word, or in it."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act
from khabar.languages.ar.events.objects import OBJECTS, far_object
from khabar.languages.ar.events.on_whom import is_no_target
from khabar.languages.ar.events.phrases import party, words
from khabar.languages.ar.phrases.shapes import is_article
from khabar.languages.drafts import PartyDraft

_REACH = 12
# Of which types the phrase itself names whom it is done to, and by what words.
_NAMED_IN_PHRASE = {"MOBILIZE": OBJECTS | {"armed"}, "SANCTION": frozenset(("people", "role"))}
_NOBODY: frozenset[str] = frozenset()
_AMID = ("وسط", "بين")  # the worshippers
# Where it is done is what it hits.
_SET_IN = {
    "suicide_bomb": frozenset(("place_type",)),
    "arson": frozenset(("place_type", "place_facility", "countable")),
}


def placed_behind(units: Sequence[Unit], act: Act, text: str) -> PartyDraft | None:
    """The target of a split phrase: behind its last word, or behind on or in (blew himself up in a mosque)."""
    at = act.tail[1]
    freed = act.word.type == "RETREAT" and "an" in units[at - 1].signature  # released
    if at < len(units) and (freed or "ala" in units[at - 1].signature):
        return party(units, at, text)
    if units[act.tail[0]].signature & _NAMED_IN_PHRASE.get(act.word.type, _NOBODY):
        return party(units, act.tail[0], text)  # sent | troops; expelled | the ambassador
    if act.word.subtype == "interception":
        return _shot_down(units, act, text)
    if {"+bi", "means"} <= units[act.tail[0]].signature and act.tail[1] == act.tail[0] + 1:
        struck = far_object(units, act.tail[0])  # struck with shells | a crowd
        if struck is not None:
            return words(units, *struck, text)
    for k in range(at, min(at + _REACH, len(units) - 1)):
        unit = units[k]
        if unit.signature & {"stop", "CUE", "ACT", "rel"}:
            return None
        inside = _SET_IN.get(act.word.subtype or "", frozenset())
        hits = bool(unit.signature & {"fi", "inside"} and units[k + 1].signature & inside)
        hits = hits or (unit.view in _AMID and bool(inside) and is_article(units[k + 1]))
        if (hits or unit.signature & {"ala", "target_before"}) and not is_no_target(units, k + 1):
            return party(units, k + 1, text)
    return None


def _shot_down(units: Sequence[Unit], act: Act, text: str) -> PartyDraft | None:
    """What was shot down: the words of the phrase, the number before them."""
    first = act.tail[0]
    while first > act.first + 1 and "NUMBER" in units[first - 1].signature:
        first -= 1
    return party(units, first, text)
