"""Withheld: what sources did not say, with their names; and the claims that were read out of the same words go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from khabar.languages.drafts import NameDraft, Offsets, WithheldDraft
from khabar.reading.ids import Ids
from khabar.reading.mentions import Mentions
from khabar.reading.speakers import UNKNOWN
from khabar.record import Claim, Span, Withheld
from khabar.text.fold import fold_word
from khabar.text.page import Page

_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_ARTICLED = 4
_LEAST = 2
_EDGES = " \t\u00a0،,؛;:-–—"


class Silence(NamedTuple):
    """The withheld records, and the claims that remain: none that was read from the same words, none that runs into them."""

    withheld: list[Withheld]
    claims: list[Claim]


def read_withheld(page: Page, found: Sequence[Mentions], claims: Sequence[Claim]) -> Silence:
    """What is withheld in a report, in text order."""
    drafts = [draft for mention in found for draft in mention.pack.withheld(mention.sentence)]
    drafts = [draft for draft in drafts if not _is_told(draft, claims)]
    if not drafts:
        return Silence([], list(claims))
    spans = [draft.span for draft in drafts]
    kept = _without(claims, spans)
    names = [name for mention in found for name in mention.pack.names(mention.sentence)]
    ids = Ids("w")
    withheld = [
        Withheld(
            id=ids.next(*draft.span),
            start=draft.span[0],
            end=draft.span[1],
            text=page.text[slice(*draft.span)],
            speaker_name=_speaker(draft, kept, names),
            what=draft.what,
            rule=draft.rule,
        )
        for draft in drafts
    ]
    return Silence(withheld, kept)


def _is_told(draft: WithheldDraft, claims: Sequence[Claim]) -> bool:
    """Whether somebody else is quoted as saying it (the club said that the army refuses to name them): that is a claim."""
    start = draft.span[0]
    for claim in claims:
        if any(quote.start <= start < quote.end for quote in claim.quotes):
            return True
        if not draft.own_clause and claim.content.start <= start < claim.content.end and not _holds(draft.span, claim.cue):
            return True
    return False


def _holds(span: Offsets, cue: Span | None) -> bool:
    return cue is not None and span[0] <= cue.start and cue.end <= span[1]


def _without(claims: Sequence[Claim], spans: Sequence[Offsets]) -> list[Claim]:
    """The claims whose cue lies in no withheld span, their contents cut before one that ends them."""
    kept = [_cut(claim, spans) for claim in claims if not any(_holds(span, claim.cue) for span in spans)]
    ids = {claim.id for claim in kept}
    return [c if c.within is None or c.within in ids else msgspec.structs.replace(c, within=None) for c in kept]


def _cut(claim: Claim, spans: Sequence[Offsets]) -> Claim:
    """A content does not run on into "without giving a number", which the outlet says, not the speaker."""
    content = claim.content
    for start, end in spans:
        if content.start < start and content.end - _LEAST <= end and start < content.end:
            words = content.text[: start - content.start]
            joined = words.rstrip()
            if joined.endswith("\N{ARABIC LETTER WAW}"):  # the conjunction glued to the withheld words
                joined = joined[:-1]
            joined = joined.rstrip(_EDGES)
            if len(joined) > _LEAST:
                whole = Span(content.start, content.start + len(joined), joined)
                quotes = [q for q in claim.quotes if q.end <= whole.end]
                return msgspec.structs.replace(claim, content=whole, quotes=quotes)
    return claim


def words_of(name: str) -> list[str]:
    """The folded words of a name without their article."""
    folded = map(fold_word, name.split())
    return [w[2:] if w.startswith(_ARTICLE) and len(w) > _ARTICLED else w for w in folded]


def _speaker(draft: WithheldDraft, claims: Sequence[Claim], names: Sequence[NameDraft]) -> str:
    """The fullest name of who withheld; "?" when nobody is named and nobody spoke before."""
    before = [c for c in claims if (c.cue or c.content).start < draft.span[0] and c.speaker_name != UNKNOWN]
    if draft.speaker is None:
        return UNKNOWN if draft.asked or not before else before[-1].speaker_name
    wanted = words_of(draft.speaker.name)
    spoken = [c.speaker_name for c in reversed(before)] + [c.speaker_name for c in claims]
    for name in spoken:
        words = words_of(name)
        if words == wanted or _takes_up(wanted, words, draft.speaker):
            return name
    titled = [name.name for name in names if name.title and set(wanted) <= set(words_of(name.title))]
    if draft.speaker.kind != "person" and len(set(titled)) == 1:
        return titled[0]
    ended = [n.name for n in names if n.kind == "person" and words_of(n.name)[-len(wanted) :] == wanted]
    return max(ended, key=len, default=draft.speaker.name)


def _takes_up(wanted: list[str], words: list[str], draft: NameDraft) -> bool:
    """A surname of a longer name, or the first words of a body that was named in full (the ministry)."""
    if len(words) <= len(wanted):
        return False
    if draft.kind == "person":
        return words[-len(wanted) :] == wanted
    return (draft.anaphoric or len(wanted) == 1) and words[: len(wanted)] == wanted
