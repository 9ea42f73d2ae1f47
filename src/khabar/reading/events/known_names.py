"""Event words and parties against the names of a report: a word that is part of a name tells no event."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from khabar.languages.drafts import EventDraft, Offsets, PartyDraft
from khabar.record import Actor, Place


class Names:
    """The stretches of a report that name a place or a person: a word in them is part of the name, no event."""

    def __init__(self, places: Sequence[Place], actors: Sequence[Actor]) -> None:
        spans = [(p.start, p.end) for p in places]
        spans += [(m.start, m.end) for a in actors if a.kind == "person" for m in a.mentions]
        self._people = {m.start for a in actors if a.kind == "person" for m in a.mentions}
        self._named = sorted((m.start, m.end) for a in actors for m in a.mentions)
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def begin(self, party: Offsets) -> bool:
        """Whether a person is named where a party begins."""
        return party[0] in self._people

    def know(self, party: PartyDraft) -> bool:
        """Whether somebody of the report is named at the beginning of a party."""
        at = bisect_left(self._named, (party.span[0], 0))
        return at < len(self._named) and self._named[at][0] < party.span[1]

    def checked(self, draft: EventDraft) -> EventDraft:
        """The draft without a doer or a victim whose name the report does not know."""
        actor, target = draft.actor, draft.target
        if actor is not None and actor.unsure and not self.know(actor):
            draft = replace(draft, actor=None)
        if target is not None and target.unsure and not self.know(target):
            draft = replace(draft, target=None)
        return draft

    def hold(self, word: Offsets) -> bool:
        """Whether a name begins at or before a word and ends behind it."""
        at, spans = bisect_right(self._starts, word[0]), self._spans
        return (at > 0 and spans[at - 1][1] >= word[1]) or (at > 1 and spans[at - 2][1] >= word[1])
