"""Owning: the "it" or "they" of whoever says so did what he says (the front said it had shelled the town)."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.drafts import Agreement
from khabar.languages.en.events.clauses import Clause
from khabar.languages.en.phrases.subjects import Subject, subject_before


def is_own(units: Sequence[Unit], clause: Clause, text: str) -> bool:
    """Whether the subject of an active clause is a pronoun that stands right behind a verb of saying and takes up its subject."""
    if not clause.pronoun or clause.passive:
        return False
    near = range(clause.group - 1, max(clause.group - _NEAR, 0), -1)
    at = next((k for k in near if units[k].view in _OWN), None)
    if at is None:
        return False
    cue = at - 1
    while cue and units[cue].signature & {"comp", "TIME", "prep"}:  # said on Monday that it
        cue -= 1
    part = units[cue].get("CUE")
    if part is None or part.cue.act not in ("say", "affirm"):
        return False
    speaker = subject_before(units, part.group, text)
    return speaker is not None and _takes_up(units[at].view, speaker)


def _takes_up(pronoun: str, speaker: Subject) -> bool:
    """Whether "it" is a body, or "they" are several."""
    if speaker.name is None:
        return speaker.agreement == (_IT if pronoun == "it" else _THEY)  # it said it had shelled the town
    number, animate = speaker.agreement.number, speaker.agreement.animate
    if pronoun == "it":
        return number != "p" and animate is not True and speaker.name.kind == "organisation"
    return number == "p" or (speaker.name.kind == "organisation" and animate is not True)


_IT, _THEY = Agreement(None, "s", False), Agreement(None, "p", None)
_NEAR = 4  # units of a verb's auxiliaries
_OWN = ("it", "they")
