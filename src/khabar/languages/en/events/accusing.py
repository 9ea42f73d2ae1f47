"""Who is accused: an act that somebody lays on somebody is that one's by the accuser's word alone."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.drafts import PartyDraft
from khabar.languages.en.events.clauses import carried_by
from khabar.languages.en.events.extents import is_pronoun_behind, object_of
from khabar.languages.en.events.parties import party, subject_party

_REACH = 14  # units between the verb of accusing and the act
_TIES = frozenset(("of", "for", "over", "on"))


def accused(units: Sequence[Unit], at: int, text: str) -> PartyDraft | None:
    """Whom the verb before an act accuses of it (accused the rebels of shelling the town, blamed the army for the blast)."""
    for k in range(at - 1, max(at - _REACH, -1), -1):
        signature = units[k].signature
        if signature & {"stop", "semicolon", "comp", "rel", "quote"}:
            return None
        part = next((units[k][name] for name in _CUES if name in signature), None)
        if part is None:
            continue
        if part.cue.act != "accuse" or "weak" in part.cue.flags or not _is_tied(units, k, at):
            return None
        if part.voice == "passive":
            named, basis = subject_party(units, carried_by(units, k, text), text), "alleged"
        else:
            found, tie = object_of(units, k + 1), next(t for t in range(k + 1, at) if units[t].view in _TIES)
            named = party(units, found[0], min(found[1], tie), text) if found and found[0] < tie else None
            basis = "attributed_by_other"
        return replace(named, basis=basis) if named is not None else None
    return None


def accuses_pronoun(units: Sequence[Unit], at: int) -> bool:
    """Whether the verb before an act lays it on a pronoun (accused them of shelling the town), which names nobody."""
    near = range(at - 2, max(at - _PRONOUN, -1), -1)
    cue = next((units[k]["CUE"] for k in near if "CUE" in units[k].signature), None)
    return (
        cue is not None and cue.cue.act == "accuse" and units[at - 1].view in _TIES and is_pronoun_behind(units, at - 2)
    )


_PRONOUN = 5
_CUES = ("CUE", "PASSIVE", "PART", "INF")


def _is_tied(units: Sequence[Unit], verb: int, at: int) -> bool:
    """Whether only "of" or "for" and the words of the act's own phrase stand between the accused and the act."""
    ties = [k for k in range(verb + 1, at) if units[k].view in _TIES]
    if not ties or at - ties[-1] > _NEAR or units[verb + 1].view == "each":
        return False
    return not any("event_verb" in u.signature or u.view.endswith("ing") for u in units[verb + 1 : at])


_NEAR = 4
