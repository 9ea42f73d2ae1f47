"""Acting: a claim without subject that opens its sentence goes on from who acted in the one before, where nobody spoke."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.languages.drafts import ClaimDraft, NameDraft
from khabar.reading.mentions import Mentions, index_in
from khabar.reading.speakers.speaker import agrees


def goes_on_from(
    draft: ClaimDraft, here: Mentions, last: tuple[ClaimDraft, Mentions] | None, sentences: Sequence[Mentions]
) -> ClaimDraft:
    """A claim of the sentence `here` with the subject of the sentence before as its speaker, where that sentence holds no claim
    and its subject agrees with the verb; "added" only goes on from one that published something.  "He" takes up whom that
    sentence is about, whoever else said it, or one of the few before it in which nobody spoke either.

    `last`: the claim before it and its sentence, None for the first.  "He" inside a sentence takes up its subject.
    """
    spoken = last[1] if last is not None else None
    at = index_in(sentences, here)
    place = _begins(draft, sentences, at)
    if spoken is here:
        return draft
    if not draft.opens:
        return _of_its_sentence(draft, here)
    if any(one is spoken for one in sentences[place:at]):
        return draft
    for before in reversed(sentences[max(place - (_FEW if draft.found_by == "pronoun" else 1), 0) : place]):
        if before.sentence.paragraph.kind != "body" or (spoken is before and not _is_about(draft, here)):
            return draft
        found = _agreeing(draft, before)
        if found is not None and not (spoken is before and _is_by(found, last)):
            return replace(draft, speaker=found)
        if spoken is before:
            return draft
    return draft


def _is_by(found: NameDraft, last: tuple[ClaimDraft, Mentions] | None) -> bool:
    """Whether the claim before is that of somebody found: who spoke there goes on."""
    speaker = last[0].speaker if last is not None else None
    return speaker is not None and speaker.name == found.name


def _of_its_sentence(draft: ClaimDraft, here: Mentions) -> ClaimDraft:
    """A claim of "he" whose speaker is the subject of its own sentence, which stands before it (the driver fled, but he said)."""
    found = _agreeing(draft, here)
    before = found is not None and draft.pronoun is not None and found.span[1] <= draft.pronoun[0] < draft.content[0]
    return replace(draft, speaker=found) if before else draft


_FEW = 3  # sentences through which "he" goes on with one person


def _is_about(draft: ClaimDraft, here: Mentions) -> bool:
    """Whether "he" opens a sentence, and takes up whom the one before is about; behind quoted words he goes on who was quoted."""
    return draft.pronoun is not None and draft.pronoun[0] <= max(draft.content[0], here.sentence.units[0].end)


def _begins(draft: ClaimDraft, sentences: Sequence[Mentions], at: int) -> int:
    """The sentence in which the words of a claim begin, which stand before "he said"."""
    while at and draft.found_by == "pronoun" and sentences[at].sentence.units[0].start > draft.content[0]:
        at -= 1
    return at


def _agreeing(draft: ClaimDraft, before: Mentions) -> NameDraft | None:
    """Whom a sentence is about, where a claim without subject may go on from them."""
    found = before.pack.acting(before.sentence)
    if found is None or (draft.adds and not found.publishes) or not agrees(found.name.agreement, draft.agreement):
        return None
    return found.name


def accuser(draft: ClaimDraft, last: tuple[ClaimDraft, str], text: str) -> str | None:
    """Who accuses somebody in the sentence in which "he" denies it: anybody but him; `last`: the claim before, and its speaker."""
    before, name = last
    if draft.found_by != "pronoun" or draft.act not in ("deny", "reject") or before.act != "accuse":
        return None
    between = text[before.cue[1] : draft.cue[0]] if before.cue and draft.cue else "."
    return None if "." in between or "\n" in between else name
