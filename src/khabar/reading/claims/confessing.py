"""Confessing: a confession without a subject is that of whoever confessed last, or of the suspect told of right before."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.languages.drafts import ClaimDraft
from khabar.reading.mentions import Mentions, index_in
from khabar.reading.speakers.speaker import agrees


def confessed_by(
    draft: ClaimDraft, here: Mentions, last: Sequence[ClaimDraft], sentences: Sequence[Mentions]
) -> ClaimDraft:
    """A confession that opens its sentence with whoever confessed in one of the `last` claims as its speaker, else with the one who
    was accused or arrested in the sentence before; as it is where neither was told.
    """
    for before in reversed(last):
        if (
            before.distance == _CONCEDES
            and before.speaker is not None
            and agrees(before.speaker.agreement, draft.agreement)
        ):
            return replace(draft, speaker=before.speaker)
    at = index_in(sentences, here)
    found = here.pack.suspect(sentences[at - 1].sentence) if at else None
    if found is None or not agrees(found.agreement, draft.agreement):
        return draft
    return replace(draft, speaker=found)


_CONCEDES = "concedes"
