"""Doers that are only "he" or "they" behind "that": who says what they did themselves.

"The army said that it raided the town" leaves the army to the sentence before the verb.  But "that it" also stands where
nobody is meant, before a passive (the Red Crescent said that there were hurt eight people); to lay such an act on whoever
reports it would accuse a witness.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act, nearest_before
from khabar.languages.ar.events.agreement import OF_HIM, fits_pronoun
from khabar.languages.ar.events.phrases import phrase_end
from khabar.languages.ar.events.subjects import span_before

_SAID, _TOLD = 15, frozenset(("stop", "CUE"))  # units from "said" to "that it"
_CARRIER = 4
_VIOLENT = ("ASSAULT", "COERCE")
_SPEAKERS = frozenset(("role", "org_head", "organisation", "unnamed"))
_STRONG = ("group", "government")


def is_dropped(units: Sequence[Unit], act: Act) -> bool:
    """Whether the verb, or the verb that carries the noun, stands right behind "that he, that they" who say so, or is in the first
    person of those who speak (we arrested).
    """
    first = act.first
    if act.kind == "verb" and act.slots and all(slot[1:] == "1p" for slot in act.slots):
        return True
    if act.kind == "noun":
        first = next((k for k in range(first - 1, max(first - _CARRIER, 0), -1) if "does" in units[k].signature), 0)
        if first == act.first - 1 and "holding" in units[first].signature and act.word.type in _VIOLENT:
            return False  # that there goes on | a mopping up
    before = first - 2 if first > 1 and "quote_open" in units[first - 1].signature else first - 1
    if before < 0 or "pronoun_comp" not in units[before].signature:
        return False
    if before and "but" in units[before - 1].signature:
        return False  # that X …, but that he: X, and not who says it
    return not _means_nobody(units, act, before)


def _means_nobody(units: Sequence[Unit], act: Act, comp: int) -> bool:
    """Whether "that it" takes up nobody: before a passive, behind somebody of the other gender (the police said: "that he"), or,
    before a verb that may be a passive, behind somebody who does no violence.
    """
    if act.kind != "verb":
        return False
    if act.passive is True or act.word.needs == "outcome":
        return True
    speaker = _speaker(units, comp)
    if speaker is None or not units[comp].view.endswith(OF_HIM):
        return False
    if not fits_pronoun(OF_HIM, units, *speaker):
        return True
    return act.passive is None and act.word.type in _VIOLENT and not _does_violence(units[speaker[0]])


def _speaker(units: Sequence[Unit], comp: int) -> tuple[int, int] | None:
    """Who says what begins with units[comp]: behind the verb of saying, else before it."""
    cue = nearest_before(units, comp, _TOLD, _SAID)
    if cue is None or "stop" in units[cue].signature:
        return None
    end = phrase_end(units, cue + 1, comp)
    return (cue + 1, end) if end > cue + 1 else span_before(units, cue)


def _does_violence(unit: Unit) -> bool:
    """Whether somebody may himself have killed or arrested whom he tells of: forces, a ministry, a group, a man; no spokesman,
    hospital or relief organisation.
    """
    if "armed" in unit.signature or unit.signature.isdisjoint(_SPEAKERS):
        return True
    body = unit.get("org_head") or unit.get("organisation")
    return body is not None and body["kind"] in _STRONG
