"""Deeds: what the event words of one sentence are to one another.

A sentence tells one deed by several words: what was done and by what act (killed in a raid, destroyed during the
fighting), a sweep and the arrests in it, an agreement and the truce it is about.  The same words change their kind with
who does them: an operation of the police is a raid, and fighters who drive out fighters take ground.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import begins, holds, unit_at
from khabar.languages.ar.events.storming import as_they_storm
from khabar.languages.drafts import EventDraft
from khabar.record.vocabulary import HARM

_LEAD_IN = 4  # units from the preposition to the event word: in a series of, during fierce
_LINKS = frozenset(("fi", "cause", "during"))
_SKIPPED = frozenset(("NUMBER", "whoever", "min", "first_of", "digits", "quote", "countable"))
_OF_HARM = (None, "destruction")
_STORMING_KINDS = ("attack", "raid")
_STORMING = "اقتحام"
_ROADS = "قطع طريقا"
_BODIES = ("armed", "org_head", "organisation", "occupant")
_WITH_WHOM = 5
_OPERATIONS = (None, "attack", "armed_clash")


def as_deeds(units: Sequence[Unit], drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """The drafts of a sentence, in order: outcomes marked as such, kinds set by who does it, repetitions left out."""
    kept: list[EventDraft] = []
    mishap = _is_mishap(units, drafts)
    for draft in drafts:
        if mishap and draft.outcome and draft.type == "ASSAULT":
            draft = replace(draft, type="ACCIDENT")
        draft = _by_doer(units, draft)
        before = kept[-1] if kept else None
        if before is not None and _repeats(units, before, draft) and not _is_first_act(kept, draft):
            continue
        if draft.type == "MOBILIZE" and draft.kind == "noun" and _is_struck(units, before, draft):
            continue
        if before is not None and _is_told_behind(units, before, draft):
            draft = replace(draft, asserted=draft.asserted or kept.pop().asserted)
        if before is not None and _leaves_harm(draft) and _linked_at(units, before, draft) is not None:
            _mark_outcomes(units, kept)
        kept.append(_of_same_doer(units, before, draft))
    return kept


def _is_struck(units: Sequence[Unit], before: EventDraft | None, draft: EventDraft) -> bool:
    """Whether what seems to move is what an attack hit (a raid that hit | a convoy, positions and reinforcements)."""
    target = before.target if before is not None and before.type == "ASSAULT" else None
    if target is not None and target.span[0] <= draft.trigger[0] < target.span[1]:
        return True
    at = unit_at(units, draft.trigger[1])
    attack = unit_at(units, before.phrase[1]) if before is not None and before.type == "ASSAULT" else -1
    for k in range(at - 1, max(at - 1 - _LEAD_IN, -1), -1):
        signature = units[k].signature
        if {"hit", "verb"} <= signature or k == attack:
            return True
        if signature & _LEADS_OFF:
            return False
    return False


def _is_mishap(units: Sequence[Unit], drafts: Sequence[EventDraft]) -> bool:
    """Whether those whom the sentence says were killed or hurt met with an accident: it says how (drowned, by a fall), or
    they crossed the sea; no weapon, no doer, no attack is named.
    """
    fates = [d for d in drafts if d.outcome and d.type == "ASSAULT"]
    violent = any(d.type == "ASSAULT" and (not d.outcome or d.actor or d.method or d.subtype) for d in drafts)
    if not fates or violent:
        return False
    if [unit for unit in units if "mishap" in unit.signature]:
        return True
    crossing = any(holds(units, draft.target, "crossing") for draft in fates)
    return crossing and any("at_sea" in unit.signature for unit in units)


def _is_told_behind(units: Sequence[Unit], before: EventDraft, draft: EventDraft) -> bool:
    """Whether a word only leads to the act that its clause tells behind it: consent to a resignation, which is how one goes,
    and "the events" that began with clashes, or in protest.
    """
    first, at = unit_at(units, before.phrase[1]) + 1, unit_at(units, draft.trigger[1])
    if before.type == "AGREE" and before.kind == "verb" and draft.type == "OFFICE":
        return draft.kind == "noun" and "ala" in units[at - 1].signature and at - first <= _CONSENT
    if before.kind == "people" and before.type == "PROTEST" and draft.type == "ASSAULT" and draft.kind == "verb":
        span = draft.actor.span if draft.actor is not None else (0, 0)
        return span[0] <= before.trigger[0] < span[1]  # the demonstrators who stormed the hall
    general = before.lemma == _EVENTS and draft.kind == "noun" and not draft.weak and not draft.background
    return general and not any(unit.signature & _PARTS for unit in units[first:at])


_EVENTS, _CONSENT = "أحداث", 14
_PARTS = frozenset(("stop", "comma", "semicolon", "rel", "CUE", "while"))


def _of_same_doer(units: Sequence[Unit], before: EventDraft | None, draft: EventDraft) -> EventDraft:
    """The draft with the doer of the verb whose circumstance it is (the police arrested three in a raid); of an attack, those who
    arrest people are not the doers.
    """
    if before is None or before.kind != "verb" or draft.actor is not None:
        return draft
    fought = draft.type == before.type or draft.subtype == "armed_clash"  # who takes captives in a fight fights
    if before.actor is None or before.target is None or (before.type == "COERCE" and not fought):
        return draft
    same = draft.kind == "noun" and draft.target is None and draft.type in ("COERCE", "ASSAULT") and not draft.war
    return replace(draft, actor=before.actor) if same and _linked_at(units, before, draft) is not None else draft


def _mark_outcomes(units: Sequence[Unit], kept: list[EventDraft]) -> None:
    """Mark as outcomes the last of the drafts, and those it goes on with "and" from, as far as they tell only harm."""
    for k in range(len(kept) - 1, -1, -1):
        if not kept[k].outcome:
            if not _is_harm(kept[k]):
                return
            kept[k] = replace(kept[k], outcome=True)
        at = unit_at(units, kept[k].trigger[1])
        if at >= len(units) or "+and" not in units[at].signature:
            return


def _linked_at(units: Sequence[Unit], before: EventDraft, draft: EventDraft) -> int | None:
    """Where the preposition stands that makes `draft` the circumstance or the cause of `before`; None without one."""
    first, at = unit_at(units, before.phrase[1]) + 1, unit_at(units, draft.trigger[1])
    for k in range(at - 1, max(first, at - _LEAD_IN) - 1, -1):
        signature = units[k].signature
        if signature & _LINKS and "prep_pron" not in signature:
            return k if not any(unit.signature & _CLAUSE for unit in units[first:k]) else None
        if "+bi" in signature and signature & _SKIPPED:
            return k
        if not signature & _SKIPPED:
            return None
    return None


_LEADS_OFF = frozenset(("mark", "comp", "bi_comp", "CUE", "while", "but", "prep", "+bi", "+li"))
_CLAUSE = frozenset(("stop", "colon", "comp", "bi_comp", "CUE", "while", "but"))


def _leaves_harm(draft: EventDraft) -> bool:
    """Whether a draft names an act that may have left behind what stands before "in" or "as a result of" it."""
    return draft.kind == "noun" and not draft.outcome and not draft.war and draft.type in HARM


def _is_harm(draft: EventDraft) -> bool:
    """Whether a draft tells only what was done to people or things, and not by what act."""
    if (
        draft.type != "ASSAULT"
        or draft.subtype not in _OF_HARM
        or draft.ground
        or draft.war
        or draft.status is not None
    ):
        return False
    return draft.kind == "verb" or draft.subtype is not None or draft.counts


def _repeats(units: Sequence[Unit], before: EventDraft, draft: EventDraft) -> bool:
    """Whether a draft names again the deed before it: a sweep in which people were arrested, the truce of an agreement."""
    if draft.kind != "noun":
        return False
    first, at = unit_at(units, before.phrase[1]) + 1, unit_at(units, draft.trigger[1])
    if before.type == "AGREE" and draft.type == "RETREAT" and draft.status in (None, "planned"):
        near = _WITH_WHOM if draft.status else 1  # agreed with the rebels | on a truce
        return at - first <= near and at < len(units) and "truce" in units[at].signature
    if before.type == draft.type and at and units[at - 1].view in _AMONG_THEM:
        return True  # three blasts, among them | two attacks
    if before.type == draft.type and 0 < at < len(units) and _is_ranked(units, at):
        return True
    if before.outcome:
        return False
    if before.type == draft.type == "PROTEST" and draft.trigger[1] - draft.trigger[0] and _is_purpose(units, at):
        return True
    of_weak = draft.weak and before.type in ("COERCE", "ASSAULT", "AID")
    if of_weak or (before.type == draft.type == "COERCE" and before.subtype == draft.subtype):
        return _linked_at(units, before, draft) is not None
    return False


_AMONG_THEM = ("بينها", "بينهما")


def _is_first_act(kept: Sequence[EventDraft], draft: EventDraft) -> bool:
    """Whether only harm is told before what seems to repeat it (were killed in the second attack this week)."""
    return _leaves_harm(draft) and _is_harm(kept[-1]) and not any(map(_leaves_harm, kept))


def _is_ranked(units: Sequence[Unit], at: int) -> bool:
    """In the deadliest raid since: the act before it is compared with others of its kind."""
    first = at - 1
    return first > 0 and "first_of" in units[first].signature and "fi" in units[first - 1].signature


def _is_purpose(units: Sequence[Unit], at: int) -> bool:
    """In protest against: an accusative before "on"."""
    return at + 1 < len(units) and units[at].view.endswith(_ALEF) and "ala" in units[at + 1].signature


_ALEF = "\N{ARABIC LETTER ALEF}"


def _by_doer(units: Sequence[Unit], draft: EventDraft) -> EventDraft:
    if draft.subtype in _STORMING_KINDS and draft.actor is not None:
        draft = as_they_storm(units, draft, draft.actor)
    if draft.type == "ASSAULT" and (draft.weak or draft.subtype in _OPERATIONS) and draft.method is None:
        searches = draft.hits or "operation" in units[unit_at(units, draft.trigger[1])].signature
        if searches and holds(units, draft.actor, "police"):
            return replace(draft, type="COERCE", subtype="raid", weak=False, incident=False)
    if draft.type == "PROTEST" and draft.lemma.startswith(_STORMING) and draft.actor is not None:
        crowd = not any(begins(units, draft.actor, kind) for kind in _BODIES)
        return draft if crowd else replace(draft, type="ASSAULT", subtype="attack")
    if draft.type == "ACCIDENT" and draft.outcome and (draft.actor or holds(units, draft.target, "armed")):
        return replace(draft, type="ASSAULT")  # men under arms who met their death, and whom somebody killed
    if draft.type == "PROTEST" and draft.lemma == _ROADS and begins(units, draft.actor, "forces"):
        return replace(draft, type="COERCE", subtype=None)  # soldiers who cut a road off
    if draft.type == "COERCE" and draft.subtype == "ban" and begins(units, draft.actor, "participants"):
        return replace(draft, type="PROTEST", subtype="violent")  # protesters who close a road off
    if draft.type == "COERCE" and draft.subtype == "expulsion" and begins(units, draft.target, "forces"):
        return replace(draft, type="ASSAULT", subtype=None, ground=True)
    return draft
