"""Withheld: what sources did not say, with their names; and the claims that were read out of the same words go."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from khabar.languages.drafts import CaveatDraft, NameDraft, Offsets, WithheldDraft
from khabar.reading.ids import Ids
from khabar.reading.mentions import Mentions
from khabar.reading.speakers.speakers import UNKNOWN
from khabar.record import Claim, Span, Withheld
from khabar.text.fold import fold_word
from khabar.text.page import Page

_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_ARTICLED = 4
_LEAST = 2
_EDGES = " \t\u00a0،,؛;:-–—"


class _Spans:
    """Spans that do not overlap, by their place."""

    def __init__(self, spans: Sequence[Offsets]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def holding(self, span: Span | None) -> Offsets | None:
        """The span that holds all of another."""
        at = bisect_right(self._starts, span.start) - 1 if span else -1
        return self._spans[at] if span and at >= 0 and span.end <= self._spans[at][1] else None

    def inside(self, span: Span) -> list[Offsets]:
        """The spans that begin inside another."""
        return self._spans[bisect_right(self._starts, span.start) : bisect_left(self._starts, span.end)]


class _Places:
    """Claims by their place; the content of a claim is at most so long as the longest of the report."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = sorted(claims, key=lambda c: c.content.start)
        self._starts = [c.content.start for c in self._claims]
        self._longest = max((c.content.end - c.content.start for c in claims), default=0)

    def around(self, span: Offsets) -> list[Claim]:
        """The claims whose content may hold the beginning of a span."""
        first = bisect_left(self._starts, span[0] - self._longest)
        return self._claims[first : bisect_right(self._starts, span[0])]


class Silence(NamedTuple):
    """The withheld records, and the claims that remain: none that was read from the same words, none that runs into them."""

    withheld: list[Withheld]
    claims: list[Claim]


def read_withheld(
    page: Page, found: Sequence[Mentions], caveats: Sequence[Sequence[CaveatDraft]], claims: Sequence[Claim]
) -> Silence:
    """What is withheld in a report, in text order.  A request not to be named, among the caveats, is no claim either."""
    drafts = [draft for mention in found for draft in mention.pack.withheld(mention.sentence)]
    told = _Places(claims)
    drafts = _outermost([draft for draft in drafts if not _is_told(draft, told.around(draft.span))])
    spans = [draft.span for draft in drafts]
    unnamed = [draft.span for drafts_ in caveats for draft in drafts_ if draft.kind == "source_anonymous"]
    kept = _without(claims, spans, unnamed)
    if not drafts:
        return Silence([], kept)
    names = [name for mention in found for name in _persons(mention)]
    bodies = [name for mention in found for name in mention.names if name.kind == "body"]
    silent = _Silent(page.text, claims, names, bodies)
    ids = Ids("w")
    withheld = [
        Withheld(
            id=ids.next(*draft.span),
            start=draft.span[0],
            end=draft.span[1],
            text=page.source[slice(*draft.span)],
            speaker_name=silent.name(draft),
            what=draft.what,
            rule=draft.rule,
        )
        for draft in drafts
    ]
    return Silence(withheld, kept)


def _persons(mention: Mentions) -> Iterator[NameDraft]:
    """The persons a sentence names with a title; what only looks like a name is left out."""
    for name in mention.names:
        if name.kind in ("mentioned", "body"):
            continue
        actor = mention.actor(name.span)
        if actor is not None and actor.kind == "person" and actor.role:
            yield name


def _is_told(draft: WithheldDraft, claims: Sequence[Claim]) -> bool:
    """Whether somebody else is quoted as saying it (the club said that the army refuses to name them): that is a claim."""
    start = draft.span[0]
    if any(_is_own(draft.span, draft.speaker, claim) for claim in claims):
        return False
    for claim in claims:
        if any(quote.start <= start < quote.end for quote in claim.quotes):
            return True
        if (
            not draft.own_clause
            and claim.content.start <= start < claim.content.end
            and not _holds(draft.span, claim.cue)
        ):
            return True
    return False


def _is_own(span: Offsets, speaker: NameDraft | None, claim: Claim) -> bool:
    """Whether a source says of itself, and says nothing else, that it does not say ("he said he could not confirm it")."""
    content = claim.content
    return speaker is None and abs(content.start - span[0]) <= 1 and content.end <= span[1] + 1


def _holds(span: Offsets, cue: Span | None) -> bool:
    return cue is not None and span[0] <= cue.start and cue.end <= span[1]


def _without(claims: Sequence[Claim], spans: Sequence[Offsets], unnamed: Sequence[Offsets]) -> list[Claim]:
    """The claims whose cue lies in no withheld span, their contents cut before one that ends them; an accusation is no refusal
    to speak (gave no details of whom he accuses).
    """
    if not spans and not unnamed:
        return list(claims)
    silent, hidden = _Spans(spans), _Spans(unnamed)
    kept = []
    for claim in claims:
        inside = (
            silent.holding(claim.cue)
            or silent.holding(claim.content)
            or (claim.content.start < (hidden.holding(claim.cue) or (0, 0))[1])
        )
        if not inside or claim.act == "accuse":
            kept.append(_cut(claim, silent.inside(claim.content)))
    ids = {claim.id for claim in kept}
    return [c if c.within is None or c.within in ids else msgspec.structs.replace(c, within=None) for c in kept]


def _cut(claim: Claim, spans: Sequence[Offsets]) -> Claim:
    """A content does not run on into "without giving a number", which the outlet says, not the speaker."""
    content = claim.content
    if claim.cue is None:
        return claim  # a post is what its account says, to its last word
    for start, end in spans:
        if content.start < start and content.end - _LEAST <= end and start < content.end:
            words = content.text[: start - content.start]
            joined = words.rstrip()
            joined = joined.removesuffix("\N{ARABIC LETTER WAW}").rstrip(_EDGES)  # a conjunction glued to what follows
            if len(joined) > _LEAST:
                whole = Span(content.start, content.start + len(joined), joined)
                quotes = [q for q in claim.quotes if q.end <= whole.end]
                if len(quotes) == 1 and whole.start >= quotes[0].start - 1 and whole.end <= quotes[0].end + 1:
                    return msgspec.structs.replace(claim, content=quotes[0], quotes=quotes, mode="direct")
                return msgspec.structs.replace(claim, content=whole, quotes=quotes)
    return claim


_WORD = re.compile(r"[^\s\"«»“”„‹›()\[\]،,.:؛;!?؟\-–—]+")


@lru_cache(maxsize=1 << 14)
def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name without their article."""
    folded = [fold_word(word) for word in _WORD.findall(name)]
    return tuple([w[2:] if w.startswith(_ARTICLE) and len(w) > _ARTICLED else w for w in folded])


class _Silent(NamedTuple):
    """Whoever the report names: speakers, persons with a title, bodies."""

    text: str
    claims: Sequence[Claim]
    persons: Sequence[NameDraft]
    bodies: Sequence[NameDraft]

    def name(self, draft: WithheldDraft) -> str:
        """The fullest name of who withheld; "?" when nobody is named and nobody spoke before."""
        before = [c for c in self.claims if (c.cue or c.content).start < draft.span[0] and c.speaker_name != UNKNOWN]
        if draft.speaker is None:
            return UNKNOWN if draft.asked or not before else before[-1].speaker_name
        wanted = words_of(draft.speaker.name)
        spoken = [c.speaker_name for c in reversed(before)] + [c.speaker_name for c in self.claims]
        for name in dict.fromkeys(spoken):
            words = words_of(name)
            if words == wanted or _takes_up(wanted, words, draft.speaker):
                return name
        titled = {name.name for name in self.persons if set(wanted) <= self._titles(name)}
        if draft.speaker.kind != "person" and len(titled) == 1:
            return titled.pop()
        ended = [n.name for n in self.persons if n.kind == "person" and words_of(n.name)[-len(wanted) :] == wanted]
        return max(ended, key=len, default=None) or self._body(draft.span[0], wanted) or draft.speaker.name

    def _titles(self, name: NameDraft) -> set[str]:
        """The words of a person's title before the name, and of the office that a comma sets off behind it."""
        behind = self.text[name.span[1] : name.span[1] + _OFFICE]
        office = words_of(behind)[:_LEAST] if behind.lstrip()[:1] in _COMMAS else ()
        return {*words_of(name.title), *office}

    def _body(self, at: int, wanted: tuple[str, ...]) -> str | None:
        """The last body before a place that was named in full and that its bare noun takes up (the brigade)."""
        known = ((n.span[0], n.name, words_of(n.name)) for n in self.bodies)
        named = [name for start, name, words in known if start < at and _begins_so(words, wanted)]
        return named[-1] if named else None


_OFFICE = 40  # characters
_COMMAS = (",", "\N{ARABIC COMMA}")


def _begins_so(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return len(words) > len(wanted) and words[: len(wanted)] == wanted


def _outermost(drafts: Sequence[WithheldDraft]) -> list[WithheldDraft]:
    """The drafts without those that lie inside another (neither confirmed the number | nor denied it)."""
    kept: list[WithheldDraft] = []
    for draft in sorted(drafts, key=lambda d: (d.span[0], -d.span[1])):
        if not kept or draft.span[1] > kept[-1].span[1]:
            kept.append(draft)
    return kept


def _takes_up(wanted: tuple[str, ...], words: tuple[str, ...], draft: NameDraft) -> bool:
    """A surname of a longer name, or the first words of a body that was named in full (the ministry)."""
    if len(words) <= len(wanted):
        return False
    if draft.kind == "person":
        return words[-len(wanted) :] == wanted
    last = words[-len(wanted) :] if draft.head else ()
    return (draft.anaphoric or len(wanted) == 1) and wanted in (words[: len(wanted)], last)
