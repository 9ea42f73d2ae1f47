"""Counted people whom nothing befell here: held still, on trial, only heard or speaking, all who live somewhere, or told of to
say that it did not happen.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.figures.counts import Count
from khabar.languages.ar.figures.no_victim import WANTS
from khabar.languages.ar.phrases.against_fact import counts_nobody

_NEAR, _CLOSE, _WHOSE = 8, 5, 4
_SPARED = frozenset(("but", "minus", "mark", "comp", "bi_comp", "rel", "still", "toll", "reaches", "bound_before"))


def befell_nobody(units: Sequence[Unit], count: Count) -> bool:
    """Whether it did not happen: behind the "if" of the unreal, or a "not" before the very word that tells it (nobody fell).

    "None but three were killed" counts the three.
    """
    if counts_nobody(units, count.at):
        return True
    for at in range(count.at - 1, max(0, count.at - _CLOSE), -1):
        signature = units[at].signature
        if not signature.isdisjoint(_SPARED):
            return False
        done = "light" in signature and "MEASURE" in units[at + 1]
        if done or "MEASURE_VERB" in signature or "falls" in signature:
            return "neg" in units[at - 1].signature  # nobody fell; no arrest of anybody took place
    return False


def are_still_held(units: Sequence[Unit], count: Count) -> bool:
    """Whether a release is only asked for or bargained for, so that whom it counts are not free."""
    act = next((k for k in range(count.at - 1, max(-1, count.at - _NEAR), -1) if "MEASURE" in units[k]), None)
    for unit in reversed(units[max(0, (act or 0) - _NEAR) : act or 0]):
        if unit.signature & {"stop", "comp", "bi_comp", "NUMBER"}:
            return False
        cue = unit.get("cue")
        if "bargain" in unit or (cue is not None and cue.act in WANTS):
            return True
    return False


def are_on_trial(units: Sequence[Unit], count: Count) -> bool:
    """Whether a court or their office deals with them: no force takes part in anything (the trial of five officers)."""
    for unit in units[max(0, count.at - 2) : count.at]:
        act = unit.get("event")
        if act is not None and (act.get("subtype") == "trial" or act.get("type") == "OFFICE"):
            return True
    return False


def are_told_idly(units: Sequence[Unit], count: Count) -> bool:
    """Whether people are counted for their votes or seats, as all who live somewhere, or as those who say something."""
    idle = count.noun is not None and "idle" in units[count.noun].signature
    return idle or _are_inhabitants(units, count) or _speak(units, count)


def are_a_people(units: Sequence[Unit], count: Count) -> bool:
    """Whether a number is that of a people at large rather than of a town or a camp."""
    return (count.quantity.low or 0) >= _MILLIONS and _are_inhabitants(units, count)


_MILLIONS = 1_000_000


def _are_inhabitants(units: Sequence[Unit], count: Count) -> bool:
    """Whether the number is that of all who live somewhere, whom nothing befell (the number of its inhabitants is 40,000)."""
    for at in range(count.at - 1, max(-1, count.at - _NEAR), -1):
        if "toll" in units[at].signature:  # the number of the inhabitants; the inhabitants, whose number
            whose = units[max(0, at - _WHOSE) : at] if "+pron" in units[at].signature else units[at + 1 : at + 2]
            return any("people" in unit.signature and unit["people"].lemma in _INHABITANTS for unit in whose)
    return False


# An inhabitant and a soul, by their lemmas in the list of people nouns.
_INHABITANTS = ("ساكن", "نسمة")


def _speak(units: Sequence[Unit], count: Count) -> bool:
    """Whether a few are counted as those who say something: they are its source (two of the residents said that)."""
    before = units[count.at - 1] if count.at else None
    if before is None or not before.signature >= _VERB:
        return False
    cue = before["cue"]
    told = units[count.last : count.last + _NEAR]
    if cue.act not in _SAYING or ("ambiguous" in cue.flags and not any("comp" in unit.signature for unit in told)):
        return False
    return count.quantity.bound == "exact" and (count.quantity.low or 0) < _CROWD


_VERB = frozenset(("cue", "verb"))
_SAYING, _CROWD = frozenset(("say", "affirm", "deny")), 10


def were_heard(units: Sequence[Unit], count: Count) -> bool:
    """Whether somebody talked with the counted: who they are is not what befell them here (interviews with 23)."""
    if not count.at:
        return False
    last = units[count.at - 1].signature
    spoken = count.at > 1 and not units[count.at - 2].signature.isdisjoint(("talked_with", "medium"))
    return (spoken and "with" in last) or not last.isdisjoint(("testimony", "talked_with"))
