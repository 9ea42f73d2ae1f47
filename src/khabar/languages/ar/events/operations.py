"""Doers of what an operation left behind: whoever carried it out (an operation of the police led to | the arrest of eight)."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act, nearest_before
from khabar.languages.ar.events.parties import of_noun
from khabar.languages.ar.events.verb_parties import of_verb
from khabar.languages.drafts import PartyDraft

_LISTED, _FAR = 16, 22  # units from "led to" to the last of what it led to; from the operation to "led to"
_STOPS = frozenset(("stop", "CUE", "colon", "comp", "bi_comp", "semicolon", "while", "but"))


def of_operation(units: Sequence[Unit], act: Act, text: str) -> PartyDraft | None:
    """Who carried out the operation that a verb of leaving behind brings an arrest, or a death, in for; in a fight either side may
    have killed.
    """
    left = _first_back(units, act.first, _LEAVES, _LISTED)
    if left is None or left + 1 >= act.first:
        return None
    if "ACT" in units[left + 1].signature and (doer := _doer_of(units, left + 1, text)) is not None:
        return doer
    told = _first_back(units, left, _ACTS, _FAR)
    while told is not None and units[told]["ACT"].word.type == "PROTEST":
        told = _first_back(units, told, _ACTS, _FAR)  # broke up | a march, which led to
    return _doer_of(units, told, text) if told is not None else None


_LEAVES, _ACTS = frozenset(("leaves",)), frozenset(("ACT",))


def _doer_of(units: Sequence[Unit], at: int, text: str) -> PartyDraft | None:
    """Who did the act told at units[at], violence or a raid."""
    act: Act = units[at]["ACT"]
    if act.word.type not in _KINDS or act.word.subtype == "armed_clash" or act.word.needs == "outcome":
        return None
    return of_noun(units, act, text).actor if act.kind == "noun" else of_verb(units, act, text)[0]


_KINDS = ("ASSAULT", "COERCE")


def _first_back(units: Sequence[Unit], at: int, names: frozenset[str], reach: int) -> int | None:
    """The nearest unit of some class before units[at] in its sentence."""
    found = nearest_before(units, at, names | _STOPS, reach)
    return found if found is not None and units[found].signature & names else None
