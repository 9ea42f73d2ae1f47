"""Ends: violence whose end is called for is no violence that is called for, but a retreat, told by the word for the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from khabar.languages.drafts import EventDraft

_VIOLENT = ("ASSAULT", "PROTEST")
_LEFT = (None, "reported", "denied")


def as_end(draft: EventDraft) -> EventDraft:
    """The draft of what is to end, where its end is called for, ordered, planned or refused, and of a restriction that is lifted:
    that end; any other draft as it is.
    """
    if draft.end is None or (draft.type in _VIOLENT and draft.status in _LEFT) or draft.type == "CONSULT":
        return draft
    return retreat(draft, draft.end)


def ended(drafts: Sequence[EventDraft]) -> Iterator[tuple[EventDraft, EventDraft]]:
    """Each draft and what its end makes of it; what one word ends together (a stop to the raids and the killing) is one end."""
    told = set()
    for draft in drafts:
        end = as_end(draft)
        if end is draft or end.trigger not in told:
            yield draft, end
        told.add(end.trigger)


def retreat(draft: EventDraft, end: tuple[int, int]) -> EventDraft:
    """The end of an act, by its word at the offsets `end`: who did the act, to whom and how is not who ends it."""
    return replace(
        draft,
        type="RETREAT",
        subtype=None,
        trigger=end,
        phrase=(end[0], draft.phrase[1]),
        stem="",
        actor=None,
        target=None,
        method=None,
        definite=False,
        weak=False,
        war=False,
        outcome=False,
    )
