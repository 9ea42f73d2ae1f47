"""Lists: event nouns joined by "and" share what governs the first of them.

Demands, orders, plans and denials come in lists (demanding the release of prisoners and the holding of elections): the
governing word stands before the first event only, and what it says of it holds for all.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import unit_at
from khabar.languages.drafts import EventDraft, Offsets
from khabar.record.vocabulary import NOBODYS

_BEFORE_NOUN = 2  # units from "and" to the event word: holding talks, with
_LONGEST = 16
_ENDS = frozenset(("stop", "CUE", "colon", "rel", "comp", "bi_comp", "li_comp", "while", "but", "conditional"))
_JOINTS = frozenset(("+and", "or"))
_NOUNS = frozenset(("masdar", "event_noun", "event_head", "+al", "+bi", "+li"))


def listed(units: Sequence[Unit], drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """The drafts of a sentence, in order, those that go on with a list pointing at the trigger before them in it."""
    kept: list[EventDraft] = []
    for draft in drafts:
        before = kept[-1] if kept else None
        if before is not None and before.trigger == draft.end:
            before = (
                kept[-2] if len(kept) > 1 else None
            )  # the word behind "and" brings the act in: and the return to | talks
        if before is None or draft.kind != "noun" or not _goes_on(units, before, draft):
            kept.append(draft)
        elif draft.status is not None:
            again = draft.status == before.status and draft.actor is None and _is_asked_of_same(before, draft)
            kept.append(replace(draft, actor=before.actor) if again else draft)
        elif (end := _ended_with(before, draft)) is not None:
            kept.append(replace(draft, status=before.status, follows=before.trigger, end=end))
        elif before.status is not None:
            asked = draft.actor or (before.actor if _is_asked_of_same(before, draft) else None)
            kept.append(replace(draft, status=before.status, follows=before.trigger, actor=asked))
        else:
            announced = before.announced and draft.actor is None and not draft.outcome
            doer = draft.actor or (before.actor if _shares_doer(before, draft) else None)
            kept.append(replace(draft, actor=doer, follows=before.trigger, announced=draft.announced or announced))
    return kept


def _ended_with(before: EventDraft, draft: EventDraft) -> Offsets | None:
    """The word that ends both acts of a list (a stop to the raids and the killing); None where it ends the first only."""
    if draft.end is not None or not draft.definite or draft.type != "ASSAULT":
        return None
    truce = before.type == "RETREAT" and before.lemma.startswith(_STOPS)
    return before.trigger if truce else before.end if before.type == draft.type else None


_STOPS = ("وقف", "إيقاف", "إنهاء")


def stipulated(units: Sequence[Unit], drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """The drafts with the status of what a decree lays down, or an accord provides for (provides for the imposing of a curfew)."""
    kept: list[EventDraft] = []
    for draft in drafts:
        at = unit_at(units, draft.trigger[1])
        begin = next((k for k in range(at - 1, -1, -1) if "stipulates" in units[k].signature), None)
        if draft.status is None and draft.kind == "noun" and begin is not None and _is_laid_down(units, begin, at):
            offered = any("proposes" in unit.signature for unit in units[begin : begin + _SUBJECT])
            draft = replace(draft, status="planned" if offered else "ordered", asserted=False)
        kept.append(draft)
    return kept


def _is_laid_down(units: Sequence[Unit], begin: int, at: int) -> bool:
    """Whether "on" governs an act behind the verb, with no clause of its own between: right before it, or before the list."""
    between = units[begin + 1 : at]
    if "+and" not in units[at].signature and "ala" not in units[at - 1].signature:
        return False
    return any("ala" in unit.signature for unit in between) and not any("stop" in unit.signature for unit in between)


_SUBJECT = 3  # units of a verb and the text that is its subject


def _is_asked_of_same(before: EventDraft, draft: EventDraft) -> bool:
    """Whether who is asked for the first act of a list, and stands before it, is asked for this one too (called on the government
    to stop the fighting and begin | talks).
    """
    if before.status not in ("called_for", "ordered") or before.actor is None or draft.definite or draft.outcome:
        return False
    return before.actor.span[1] <= before.trigger[0] and draft.type not in NOBODYS


def _shares_doer(before: EventDraft, draft: EventDraft) -> bool:
    """Whether a doer who stands before the list did both (the settlers' venturing on the killing of X and the burning of Y), or is
    to do both (called on the government to stop the fighting and begin | talks).
    """
    if before.actor is None or before.kind != "noun" or before.actor.span[1] > before.trigger[0]:
        return False
    if before.type in ASKED_FOR and draft.type in ASKED_FOR:
        return not (draft.definite or draft.outcome or draft.background)
    # the searching and arresting of X
    of_one = before.target is None and draft.trigger[0] - before.phrase[1] <= _JOINED
    return draft.target is not None and (of_one or (before.target is not None and draft.type == before.type))


ASKED_FOR = ("RETREAT", "AID", "CONSULT", "AGREE", "OFFICE")
"""Deeds that are asked for; violence in such a list is told of beside it (an inquiry into the killing of X, and the)."""
_JOINED = 2  # characters: a space and "and"


def _goes_on(units: Sequence[Unit], before: EventDraft, draft: EventDraft) -> bool:
    """Whether "and" stands right before the second event, and no clause of its own begins between the two."""
    first, at = unit_at(units, before.phrase[1]) + 1, unit_at(units, draft.trigger[1])
    if not 0 <= at - first <= _LONGEST:
        return False
    joint = next((k for k in range(at, max(at - _BEFORE_NOUN, first) - 1, -1) if units[k].signature & _JOINTS), None)
    if joint is None or (joint < at and not units[joint].signature & (_NOUNS | {"or"})):
        return False
    told = units[joint].get("cue_noun") if joint < at else None
    if told is not None and told.act == "condemn":
        return False  # to stop the attack, and to condemn | the killing
    return not any(_opens_clause(unit) for unit in units[first:joint])


def _opens_clause(unit: Unit) -> bool:
    signature = unit.signature
    if signature & _ENDS:
        return True
    return (
        bool(signature & {"ACT_VERB", "does", "happens", "hit", "suffered", "kana", "qad"}) and "+al" not in signature
    )
