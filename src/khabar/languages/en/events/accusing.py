"""Who is accused: an act that somebody lays on somebody is that one's by the accuser's word alone."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.drafts import PartyDraft
from khabar.languages.en.events.clauses import carried_by
from khabar.languages.en.events.extents import is_pronoun_behind, object_of, party_end
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
        suspected = part.cue.lemma == "suspect" and part.voice == "passive"
        accuses = part.cue.act == "accuse" and "weak" not in part.cue.flags
        if not (accuses or suspected) or not _is_tied(units, k, at):
            return None
        if part.voice == "passive":
            named, basis = subject_party(units, carried_by(units, k, text), text), "alleged"
        else:
            found, tie = object_of(units, k + 1), next(t for t in range(k + 1, at) if units[t].view in _TIES)
            named = party(units, found[0], min(found[1], tie), text) if found and found[0] < tie else None
            basis = "attributed_by_other"
        return replace(named, basis=basis) if named is not None else None
    return None


def claimed(units: Sequence[Unit], at: int, text: str) -> PartyDraft | None:
    """Who takes an act upon himself, or on whom it is laid, behind its noun (an attack claimed by the front, blamed on the army),
    or before it (the front claimed the attack).
    """
    for k in range(at + 1, min(at + _CLAIMED, len(units) - 1)):
        if units[k].signature & {"stop", "semicolon", "rel", "comp"}:
            break
        basis = _LAID.get((units[k].view, units[k + 1].view))
        if basis is not None:
            end = party_end(units, k + 2)
            return replace(party(units, k + 2, end, text), basis=basis) if end > k + 2 else None
    verb = at - 1
    while verb > 0 and units[verb].signature & {"det", "article", "event_noun", "possessive"}:
        verb -= 1
    if "CUE" in units[verb].signature and units[verb]["CUE"].cue.lemma == "claim" and verb < at - 1:
        named = subject_party(units, carried_by(units, verb, text), text)
        return replace(named, basis="claimed_by_actor") if named is not None else None
    return None


_CLAIMED = 5  # units
_LAID = {
    ("claimed", "by"): "claimed_by_actor",
    ("blamed", "on"): "attributed_by_other",
    ("attributed", "to"): "alleged",
}


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
