"""Links among events: tellings of one act in a paragraph become one record, tellings through the report point at the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from khabar.languages.drafts import EventDraft
from khabar.record import Event
from khabar.record.vocabulary import EventType
from khabar.text.fold import fold_word

_SHORT = 4
_ONCE = ("CONSULT", "PROTEST")
_HEARD = ("shooting", "explosive")
_FOUGHT = ("armed_clash", "attack", "suicide_bomb")
_GENERAL = frozenset((None, "attack"))


def words_of(name: str) -> frozenset[str]:
    """The folded words of a name, articles off."""
    return frozenset(w[2:] if w.startswith("\u0627\u0644") and len(w) > _SHORT else w for w in map(fold_word, name.split()))


def with_antecedents(drafts: Sequence[EventDraft], told: set[EventType]) -> list[EventDraft]:
    """The drafts without those that only take up an event nobody told; `told`: the types of the report so far, kept up.

    An incident, an operation take the type of what they take up.
    """
    kept = []
    for draft in drafts:
        if draft.weak and draft.definite and draft.type == "ACCIDENT" and "ASSAULT" in told:
            kept.append(replace(draft, type="ASSAULT"))
        elif not draft.anaphoric:
            told.add(draft.type)
            kept.append(draft)
        elif draft.type in told:
            kept.append(draft)
    return kept


def one_a_paragraph(drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """The drafts of a paragraph without those that tell another draft's act again.

    An outcome, or people named by what they do, stands for an act only when no other word tells one of its type.
    """
    acts = [d for d in drafts if not d.outcome]
    kept: list[EventDraft] = []
    for draft in drafts:
        if draft.outcome:
            if any(_may_cause(act, draft) for act in acts) or any(k.outcome and k.type == draft.type for k in kept):
                continue
            kept.append(draft)
        elif not any(_told_before(draft, other) for other in kept if not other.outcome):
            kept.append(draft)
    return kept


def _may_cause(act: EventDraft, outcome: EventDraft) -> bool:
    """Whether an act of the paragraph may have left the outcome behind."""
    if outcome.kind == "people":
        return act.type == outcome.type
    if act.type not in ("ASSAULT", "DISASTER", "ACCIDENT") or act.status not in (None, "reported"):
        return False
    return not (act.counts and outcome.target is not None and _differ(act, outcome))


def _told_before(draft: EventDraft, other: EventDraft) -> bool:
    if draft.type != other.type or draft.status != other.status:
        return False
    if draft.lemma == other.lemma:
        return draft.definite or not _differ(draft, other)
    if draft.type in _ONCE:
        return not _differ(draft, other)
    if draft.type == "ASSAULT":
        if draft.subtype in _HEARD and other.subtype in _FOUGHT and draft.actor is None and draft.target is None:
            return True
        return draft.definite and (draft.subtype == other.subtype or draft.subtype in _GENERAL)
    return False


def _differ(a: EventDraft, b: EventDraft) -> bool:
    """Whether both name a doer or a victim and these share no word."""
    return any(
        x is not None and y is not None and words_of(x.name).isdisjoint(words_of(y.name))
        for x, y in ((a.actor, b.actor), (a.target, b.target))
    )


def linked(events: Sequence[Event]) -> list[Event]:
    """Each event with the first of the report that it tells again."""
    out: list[Event] = []
    for event in events:
        first = next((e for e in out if e.same_as is None and _same(e, event)), None)
        out.append(msgspec.structs.replace(event, same_as=first.id) if first else event)
    return out


def _same(a: Event, b: Event) -> bool:
    if a.type != b.type:
        return False
    if a.subtype != b.subtype and a.subtype not in _GENERAL and b.subtype not in _GENERAL:
        return False
    if a.place and b.place and a.place.name != b.place.name:
        return False
    return not (a.date and b.date and a.date.value[:10] != b.date.value[:10])
