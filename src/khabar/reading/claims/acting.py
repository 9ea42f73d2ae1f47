"""Acting: a claim without subject that opens its sentence goes on from who acted in the one before, where nobody spoke."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from khabar.languages.drafts import ClaimDraft
from khabar.reading.mentions import Mentions
from khabar.reading.speakers.speakers import agrees


def goes_on_from(
    draft: ClaimDraft, here: Mentions, last: tuple[ClaimDraft, Mentions] | None, sentences: Sequence[Mentions]
) -> ClaimDraft:
    """A claim of the sentence `here` with the subject of the sentence before as its speaker, where that sentence holds no claim
    and its subject agrees with the verb; "added" only goes on from one that published something.  "He" takes up whom that
    sentence is about, whoever else said it.

    `last`: the claim before it and its sentence, None for the first.
    """
    spoken = last[1] if last is not None else None
    place = bisect_left(sentences, here.sentence.first, key=_first)
    before = sentences[place - 1] if place else None
    if before is None or spoken is here or before.sentence.paragraph.kind != "body":
        return draft
    if spoken is before and draft.found_by != "pronoun":
        return draft
    found = before.pack.acting(before.sentence)
    if found is None or (draft.adds and not found.publishes) or not agrees(found.name.agreement, draft.agreement):
        return draft
    if (
        spoken is before
        and last is not None
        and last[0].speaker is not None
        and last[0].speaker.name == found.name.name
    ):
        return draft  # who spoke there goes on
    return replace(draft, speaker=found.name)


def _first(found: Mentions) -> int:
    return found.sentence.first


def accuser(draft: ClaimDraft, last: tuple[ClaimDraft, str], text: str) -> str | None:
    """Who accuses somebody in the sentence in which "he" denies it: anybody but him; `last`: the claim before, and its speaker."""
    before, name = last
    if draft.found_by != "pronoun" or draft.act not in ("deny", "reject") or before.act != "accuse":
        return None
    between = text[before.cue[1] : draft.cue[0]] if before.cue and draft.cue else "."
    return None if "." in between or "\n" in between else name
