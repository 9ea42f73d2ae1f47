"""Caveats find what they limit: a figure or a claim of their own sentence, else the report as a whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

import msgspec

from khabar.languages.drafts import CaveatDraft, Offsets
from khabar.reading.mentions import Mentions
from khabar.record import Caveat, Claim, Figure, Span
from khabar.text.fold import fold_word
from khabar.text.page import Page

_Item = TypeVar("_Item", bound=Claim | Figure)


class Limited(NamedTuple):
    """Claims and figures with the caveats that limit them, and the caveats that limit no single item."""

    claims: list[Claim]
    figures: list[Figure]
    caveats: list[Caveat]


def caveat_drafts(found: Sequence[Mentions]) -> list[list[CaveatDraft]]:
    """The caveats that the sentences show, one list a sentence."""
    return [mention.pack.caveats(mention.sentence) for mention in found]


def attach_caveats(
    page: Page,
    found: Sequence[Mentions],
    drafted: Sequence[Sequence[CaveatDraft]],
    claims: Sequence[Claim],
    figures: Sequence[Figure],
) -> Limited:
    """Every caveat of a report on the one item it limits; nothing is limited from another paragraph."""
    of_claims: dict[str, list[Caveat]] = {}
    of_figures: dict[str, list[Caveat]] = {}
    loose: list[Caveat] = []
    places = [page.span(m.sentence.first, m.sentence.last) for m in found]
    claims_in, figures_in = _Within(claims), _Within(figures)
    for at, (mention, drafts) in enumerate(zip(found, drafted, strict=True)):
        if not drafts:
            continue
        here = places[at]
        before = places[at - 1] if at and found[at - 1].sentence.paragraph is mention.sentence.paragraph else None
        for draft in drafts:
            start, end = draft.span
            near_claims, near_figures = claims_in(here), figures_in(here)
            if not draft.by_source and _is_spoken(draft, near_claims):
                continue
            caveat = Caveat(draft.kind, Span(start, end, page.source[start:end]))
            item = _limited(draft, _before_the_turn(page.text, draft, near_claims), near_figures)
            paragraph = page.span(mention.sentence.paragraph.first, mention.sentence.paragraph.last)
            item = _in_its_medium(caveat.span.text, claims_in((paragraph[0], start))) or item
            if item is None and before is not None:
                item = _limited_before(draft, claims_in(before), figures_in(before))
            if item is None and draft.kind == "provisional":
                item = _claim_around(draft, near_claims, whole=False)
            if item is None:
                loose.append(caveat)
            else:
                (of_figures if isinstance(item, Figure) else of_claims).setdefault(item.id, []).append(caveat)
    return Limited(_with(claims, of_claims), _with(figures, of_figures), loose)


def _before_the_turn(text: str, draft: CaveatDraft, claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims of its sentence that a caveat may limit: none behind a comma (could not be verified, | but X said)."""
    comma = next((k for k in range(draft.span[1], len(text)) if text[k] in _TURNS), len(text))
    return [c for c in claims if _start(c) < comma or draft.limits == "speaker"]


_TURNS = ",\N{ARABIC COMMA}\n"


def _with(items: Sequence[_Item], caveats: dict[str, list[Caveat]]) -> list[_Item]:
    return [msgspec.structs.replace(i, caveats=[*i.caveats, *caveats[i.id]]) if i.id in caveats else i for i in items]


def _start(item: Claim | Figure) -> int:
    if isinstance(item, Figure):
        return item.start
    return (item.cue or item.content).start


class _Within(Generic[_Item]):
    """The items that begin in a sentence."""

    def __init__(self, items: Sequence[_Item]) -> None:
        self._items = sorted(items, key=_start)
        self._starts = [_start(item) for item in self._items]

    def __call__(self, place: Offsets) -> list[_Item]:
        return self._items[bisect_left(self._starts, place[0]) : bisect_left(self._starts, place[1])]


def _is_spoken(draft: CaveatDraft, claims: Sequence[Claim]) -> bool:
    """Whether a source says it, not the outlet: inside quotation marks always, words that sources use too also in reported
    speech.  "What it calls" in reported speech is the outlet's.
    """
    start, end = draft.span
    for claim in claims:
        if any(quote.start <= start and end <= quote.end for quote in claim.quotes):
            return True
        if draft.limits == "word" and claim.content.start <= start and end <= claim.content.end:
            return True
    return False


_DIGIT = re.compile(r"\d")


def _limited(draft: CaveatDraft, claims: Sequence[Claim], figures: Sequence[Figure]) -> Claim | Figure | None:
    """The item of the caveat's own sentence."""
    if draft.limits == "speaker":
        return _of_speaker(draft, claims)
    holding = _claim_around(draft, claims, whole=False) if draft.kind == "provisional" else None
    counted = holding is None or any(holding.content.start <= f.start < holding.content.end for f in figures)
    if holding is not None and not counted and _DIGIT.search(holding.content.text):
        return holding  # a toll of what is no figure (losses of 175 million, a first estimate)
    if draft.limits == "figure" and figures:
        return _nearest(draft, figures)
    if draft.kind == "provisional":
        return None
    return _claim_around(draft, claims, whole=draft.limits == "claim")


def _in_its_medium(words: str, told: Sequence[Claim]) -> Claim | None:
    """The claim of the paragraph that came in the statement, the recording that could not be verified."""
    named = fold_word(words.rpartition(" ")[2]).removeprefix(_ARTICLE)
    media = (c for c in told if c.medium is not None)
    return next((c for c in media if c.medium and fold_word(c.medium.text.partition(" ")[0]) == named), None)


_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"


def _limited_before(draft: CaveatDraft, claims: Sequence[Claim], figures: Sequence[Figure]) -> Claim | Figure | None:
    """The item of the sentence before, in the same paragraph: the last claim ("that could not be verified"), the last
    figure ("the toll is provisional").  Labels and unnamed sources limit nothing outside their sentence.
    """
    if draft.limits == "figure" and figures:
        return figures[-1]
    if draft.limits in ("figure", "claim") and claims and draft.kind != "provisional":
        return claims[-1]
    return None


def _nearest(draft: CaveatDraft, figures: Sequence[Figure]) -> Figure:
    """The last whole figure before the caveat, else the last that is a number, else the first behind it."""
    start = draft.span[0]
    before = [f for f in figures if f.start < start]
    best = [f for f in before if f.part_of is None] or [f for f in before if not f.implicit] or before
    return best[-1] if best else figures[0]


def _of_speaker(draft: CaveatDraft, claims: Sequence[Claim]) -> Claim | None:
    """The claim whose speaker stands right before the words, else the one whose speaker or cue is nearest."""
    start, end = draft.span
    spoken = [c for c in claims if c.speaker is not None]
    inside = [c for c in spoken if c.speaker and c.speaker.start <= start and end <= c.speaker.end]
    if inside:
        return inside[-1]
    before = [c for c in spoken if c.speaker and c.speaker.end <= start]
    if before:
        return max(before, key=lambda c: c.speaker.end if c.speaker else 0)
    return min(claims, key=lambda c: abs(_start(c) - start), default=None)


def _claim_around(draft: CaveatDraft, claims: Sequence[Claim], *, whole: bool) -> Claim | None:
    """The innermost claim whose content or attribution holds the words; with `whole`, else the last one before them."""
    start, end = draft.span
    holding = [c for c in claims if c.content.start <= start and end <= c.content.end]
    if holding:
        return min(holding, key=lambda c: c.content.end - c.content.start)
    touching = [
        c
        for c in claims
        if c.cue and min(c.cue.start, c.content.start) <= start <= max(c.cue.end, c.content.end) + _NEAR
    ]
    if touching:
        return touching[-1]
    if not whole:
        return None
    before = [c for c in claims if _start(c) < start]
    return before[-1] if before else (claims[0] if claims else None)


_NEAR = 3
