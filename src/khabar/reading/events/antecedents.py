"""What drafts take up: an incident, "the attack", a death that nobody caused, by what the report tells beside and before them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from khabar.languages.drafts import EventDraft
from khabar.record.vocabulary import EventType


def brought_in(drafts: Iterable[EventDraft]) -> set[EventType]:
    """The types of events that drafts tell by themselves, taking nothing up."""
    return {draft.type for draft in drafts if not (draft.anaphoric or _is_bare(draft))}


def with_antecedents(
    drafts: Sequence[EventDraft], told: set[EventType | str], ahead: AbstractSet[EventType] = frozenset()
) -> list[EventDraft]:
    """The drafts without those that only take up an event nobody told; `told`: the types, and the stems of words, of the
    report so far, kept up.

    An incident, an operation take the type of what they take up.  `ahead`: types that the report tells further on, which the
    words of a headline may take up.  Who "met his death" did so by what the report tells: an accident only where it tells no
    violence and no disaster.  Where it tells a disaster, or the paragraph an accident, and no violence, whoever was
    killed and whatever was destroyed by nobody was so by that.
    """
    kept = []
    here = told | {draft.type for draft in drafts if not (draft.outcome or draft.incident or _is_nobodys_harm(draft))}
    cause = _harmless_cause(drafts, here) if "ASSAULT" not in here else None
    acts = told | {_as_act(draft) for draft in drafts if not _is_harm_of_nobody(draft)}
    for draft in drafts:
        if cause is not None and _is_nobodys_harm(draft):
            draft = replace(draft, type=cause, subtype=None, outcome=True)
        elif _ACT + "ASSAULT" not in acts and _is_harm_of_nobody(draft):
            draft = replace(draft, type=next((kind for kind in _MISHAPS if _ACT + kind in acts), draft.type))
        if draft.outcome and draft.type == "ACCIDENT" and "ACCIDENT" not in here:
            draft = replace(draft, type=next((kind for kind in _DEADLY if kind in here), draft.type))
        if draft.incident and draft.type == "ACCIDENT" and "ASSAULT" in told and "ACCIDENT" not in told:
            kept.append(replace(draft, type="ASSAULT"))
        elif draft.again:
            if _word(draft) in told:
                kept.append(draft)
        elif draft.type in told or not (
            _is_to_be_told(draft, here | ahead) or (_is_bare(draft) and draft.type not in ahead)
        ):
            told.update((draft.type, _word(draft), *(() if _is_harm_of_nobody(draft) else (_as_act(draft),))))
            kept.append(draft)
    return kept


def _harmless_cause(drafts: Sequence[EventDraft], here: AbstractSet[EventType | str]) -> EventType | None:
    """The kind of what nobody did that the report, or the paragraph, tells; an incident may be an attack."""
    if "DISASTER" in here:
        return "DISASTER"
    return "ACCIDENT" if any(d.type == "ACCIDENT" and not (d.outcome or d.incident or d.weak) for d in drafts) else None


def _is_nobodys_harm(draft: EventDraft) -> bool:
    """Death, injury or destruction without a doer or a weapon."""
    if draft.type != "ASSAULT" or draft.actor is not None or draft.method is not None or draft.dropped:
        return False
    if draft.status not in (None, "reported"):
        return False
    return (draft.outcome and draft.subtype is None) or draft.subtype == "destruction"


_ACT = "act "  # before the type of what was told as an act, not as what became of people
_MISHAPS: tuple[EventType, ...] = ("DISASTER", "ACCIDENT")


def _as_act(draft: EventDraft) -> str:
    return _ACT + draft.type


def _is_harm_of_nobody(draft: EventDraft) -> bool:
    """Whether people are said to have been killed or hurt, and by nobody."""
    if draft.type != "ASSAULT" or draft.kind == "people" or draft.actor is not None or draft.subtype is not None:
        return False
    return draft.outcome or (draft.counts and draft.kind == "verb")


def _is_to_be_told(draft: EventDraft, told: AbstractSet[EventType | str]) -> bool:
    """Whether a draft is an event only beside one that nobody told; `told`: the types of what is told, for those who died."""
    return draft.anaphoric and not (draft.outcome and draft.type in told)


_DEADLY: tuple[EventType, ...] = ("DISASTER", "ASSAULT")


def _word(draft: EventDraft) -> str:
    """What the words for one act of a type have in common."""
    return f"{draft.type} {draft.stem}"


def _is_bare(draft: EventDraft) -> bool:
    """A noun without doer, victim, means, place or date: a thing spoken of, unless the report told it before."""
    if draft.since or draft.kind != "noun" or draft.outcome or draft.type not in ("ASSAULT", "PROTEST"):
        return False
    if draft.status == "threatened":
        return False
    return not (draft.actor or draft.target or draft.method or draft.where or draft.when or draft.asserted)
