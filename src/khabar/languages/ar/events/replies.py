"""Replies that are threatened or feared: an act that no word names but "the reply", and the one it answers.

"The reply will be harsh" tells no event in most reports.  Behind a threat it is the violence that is threatened, by whoever
speaks; what is replied to was done before, and not by him (threatened to reply to the raid, to avenge the killing of).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.lists.event_words import EventWord
from khabar.languages.drafts import EventDraft

REPLY = EventWord(lemma="رد", type="ASSAULT", subtype=None, method=None, needs="always", first="actor")
_REACH = 9
_ENDS = frozenset(("stop", "semicolon", "colon", "rel", "while", "but"))


def is_threatened(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb or participle of threatening governs a word for a reply, with "that" between or without it; not for one that
    names whom it is to hit (revenge on).
    """
    if at + 1 < len(units) and "min" in units[at + 1].signature:
        return False
    for k in range(at - 1, max(at - _REACH, 0) - 1, -1):
        unit = units[k]
        if "CUE" in unit.signature and "cue" in unit.signature:
            return bool(unit["cue"].act == "threaten")
        if unit.signature & _ENDS:
            return False
    return False


def is_term(units: Sequence[Unit], at: int) -> bool:
    """Whether the verb at units[at] is what is to be done, or a threat is carried out (to storm it if X does not resign)."""
    if at < _SECOND or "neg_verb" not in units[at - 1].signature or units[at - 2].view not in _IF:
        return False
    return any("CUE" in u.signature and "cue" in u.signature and u["cue"].act == "threaten" for u in units[: at - 2])


def is_feared(units: Sequence[Unit], at: int) -> bool:
    """Whether a reply is feared or guarded against, and told whose it would be (fears of a reply | of the neighbours); a reaction
    is none.
    """
    following = units[at + 1] if at + 1 < len(units) else None
    if following is None or following.signature.isdisjoint(_WHOSE):
        return False
    return any("fears_it" in unit.signature for unit in units[max(at - _CLOSE, 0) : at])


_WHOSE = frozenset(("demonym", "known_place", "armed", "occupant", "he_body", "somebody", "of_force"))
_CLOSE = 3
_SECOND = 2
_IF = ("اذا", "ان")


def is_answered(units: Sequence[Unit], at: int) -> bool:
    """Whether the act at units[at] is what a threatened reply answers (the reply to | the raid)."""
    for k in range(at - 1, max(at - _BEHIND, 0) - 1, -1):
        if "ACT" in units[k].signature and units[k]["ACT"].word is REPLY:
            return "+li" in units[at].signature or any(units[j].signature & {"ala", "min"} for j in range(k + 1, at))
    return False


_BEHIND = 4


def as_reply(draft: EventDraft) -> EventDraft:
    """A reply is known by its article only: it is none of the acts told before, nor of their kind, and does not hit what it
    answers; whose it is stands right behind it.
    """
    if draft.lemma != REPLY.lemma or draft.kind != "noun":
        return draft
    theirs = draft.target if draft.target and draft.target.span[0] <= draft.trigger[1] + 1 else None
    return replace(
        draft, another=True, definite=False, subtype=None, actor=draft.actor or theirs, target=None, method=None
    )
