"""Figures of a report: the drafts of all sentences with their claims, sources, parts, repetitions, times and places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import msgspec
from msgspec.structs import replace

from khabar.languages.drafts import FigureDraft, Offsets
from khabar.languages.quantities import Amount
from khabar.reading.contents import Contents
from khabar.reading.figures.fellows import with_fellows
from khabar.reading.figures.links import Drafted, linked
from khabar.reading.figures.periods import period_of
from khabar.reading.ids import Ids
from khabar.reading.mentions import Mentions
from khabar.reading.spans import span_of
from khabar.reading.speakers.speakers import UNKNOWN
from khabar.record import Claim, Figure, Place, Time
from khabar.record.types import PopulationSpan
from khabar.record.vocabulary import FATES
from khabar.text.fold import fold_word
from khabar.text.page import Page, ParagraphKind

_COMMAS = ",;\N{ARABIC COMMA}\N{ARABIC SEMICOLON}"
_FAR = 60


class Frame(NamedTuple):
    """When and where: the times and places of a report, and which places the words make a scene (see `places.Settled`)."""

    times: Sequence[Time]
    places: Sequence[Place]
    scenes: Mapping[Offsets, bool]


def settle_figures(page: Page, found: Sequence[Mentions], claims: Sequence[Claim], frame: Frame) -> list[Figure]:
    """All figures of a report, in text order, one a number, each linked to the claim it stands in."""
    drafted = _drafts(page, found)
    ids = Ids("f")
    made = [_figure(page, one, ids.next(*one.draft.span)) for one in drafted]
    sayings = _Sayings(page.text, claims)
    made = [_attributed(figure, one.draft, sayings) for figure, one in zip(made, drafted, strict=True)]
    said = {claim.id: claim for claim in claims}
    rows = _by_place(page, frame, sayings.contents, made)
    made = [_framed(f, one, said.get(f.claim or ""), rows) for f, one in zip(made, drafted, strict=True)]
    towns = {place.name for place in frame.places if place.kind == "settlement" and place.geonames is not None}
    return linked(page, made, drafted, towns)


def _drafts(page: Page, found: Sequence[Mentions]) -> list[Drafted]:
    """The drafts of all sentences; a line printed twice by the page is read once more, as any telling."""
    drafted: list[Drafted] = []
    waiting: list[Drafted] = []  # parts that open a headline, before those whom they belong to are counted
    for number, mention in enumerate(found):
        sentence = mention.sentence
        place = page.span(sentence.first, sentence.last)
        for draft in mention.pack.figures(sentence):
            made = Drafted(draft, number, place)
            taken = _of_the_crowd(made, drafted) or (_taken_up(made, drafted) if draft.leans else [made])
            waiting += [made] if not taken and sentence.paragraph.kind == ParagraphKind.HEADLINE else []
            drafted += taken
            if taken and waiting:
                drafted += [part for one in waiting for part in _taken_up(one, taken)]
                waiting = []
    drafted.sort(key=lambda one: one.draft.span)
    return with_fellows([_as_the_body_tells(page, one, drafted) for one in drafted])


_LINE: Final = 14  # words of a heading


def _as_the_body_tells(page: Page, one: Drafted, drafted: Sequence[Drafted]) -> Drafted:
    """A count in a heading that says nothing of what befell the people ("26 gunmen and 18 of the guard") has the fate of the
    same number in the text.
    """
    start, end = one.place
    line = page.text[start:end]
    if one.draft.measure not in _UNTOLD or one.draft.implicit or len(line.split()) > _LINE or line.endswith(_STOPS):
        return one
    if page.text[end : end + 1] not in ("", "\n") or page.text[max(0, start - 1) : start] not in ("", "\n"):
        return one
    number = one.draft.quantity
    for other in drafted:
        same = (other.draft.quantity.low, other.draft.quantity.high) == (number.low, number.high)
        if same and number.low is not None and other.draft.measure in FATES and not other.draft.implicit:
            return Drafted(replace(one.draft, measure=other.draft.measure), one.sentence, one.place)
    return one


_UNTOLD: Final = frozenset({"forces", "other"})
_STOPS: Final = (".", "!", "?", "\N{ARABIC QUESTION MARK}")
_LATELY, _SENTENCES = 8, 2  # counts and sentences in which the people taken up were counted


def _of_the_crowd(one: Drafted, before: Sequence[Drafted]) -> list[Drafted]:
    """The draft as one of protesters, where it is "their number" or that of "those who took part" and a crowd of protesters was
    counted just before; else none.
    """
    if not one.draft.crowd or one.draft.measure != "other":
        return []
    lately = [o for o in before[-_LATELY:] if one.sentence - o.sentence <= _SENTENCES and o.draft.measure in _LIKENED]
    if not lately or lately[-1].draft.measure != "protesters":
        return []
    return [Drafted(replace(one.draft, measure="protesters"), one.sentence, one.place)]


def _taken_up(one: Drafted, before: Sequence[Drafted]) -> list[Drafted]:
    """The draft with the fate of the larger count whose people it takes up; none where nobody was counted just before."""
    for other in reversed(before[-_LATELY:]):
        near = abs(one.sentence - other.sentence) <= _SENTENCES
        listed = one.draft.implicit and other.draft.rule == one.draft.rule  # the line before, of one list
        befell = other.draft.measure in FATES and (listed or not other.draft.implicit)
        if near and befell and (listed or (other.draft.quantity.low or 0) > (one.draft.quantity.low or 0)):
            whole = other.draft.whole if listed else other.draft.span
            draft = replace(one.draft, measure=other.draft.measure, whole=whole)
            return [Drafted(draft, one.sentence, one.place)]
    return []


_LIKENED: Final = FATES | {"protesters"}


def _whole(amount: Amount | None) -> int | None:
    return None if amount is None else int(amount)


def _figure(page: Page, one: Drafted, id_: str) -> Figure:
    draft = one.draft
    quantity = draft.quantity
    start, end = draft.span
    return Figure(
        id=id_,
        start=start,
        end=end,
        text=page.source[start:end],
        measure=draft.measure,
        low=_whole(quantity.low),
        high=_whole(quantity.high),
        order=quantity.order,
        bound=quantity.bound,
        bound_span=span_of(page, quantity.bound_words) if quantity.bound_words else None,
        implicit=draft.implicit,
        unit=draft.unit,
        of=span_of(page, draft.of) if draft.of else None,
        population=[PopulationSpan(value, span_of(page, at) if at else None) for value, at in draft.population],
        count_kind=draft.count_kind,
        rule=draft.rule,
    )


# ---------------------------------------------------------------- source, time, place


class _Sayings:
    """The claims of a report by what their contents hold and by where their cues stand."""

    def __init__(self, text: str, claims: Sequence[Claim]) -> None:
        self._text = text
        self.contents = Contents(claims)
        self._cued = sorted((c for c in claims if c.cue is not None), key=_cue_start)
        self._names = {name: _folded(name) for name in dict.fromkeys(c.speaker_name for c in claims)}

    def holding(self, figure: Figure) -> Claim | None:
        """The innermost claim whose content holds the figure; of two that hand it on, the one it came from; of one that denies
        in the next breath what another said, the other; of one that turns down an offer, whoever tells so.
        """
        held = sorted(self.contents.holding(figure.start, figure.end), key=lambda c: c.content.end - c.content.start)
        held = [claim for claim in held if claim.act != "reject" and not _answers(claim)] or held
        for claim in held[1:]:
            later = _cue_start(claim) > _cue_start(held[0])
            if later and any(via.name == held[0].speaker_name for via in claim.via):
                return claim
        return held[0] if held else None

    def behind(self, figure: Figure) -> Claim | None:
        """The claim of a relative clause right behind the counted (26 men who, the ministry said, had been killed)."""
        end = max(figure.end, figure.of.end if figure.of else 0)
        at = bisect_left(self._cued, end, key=_cue_start)
        claim = self._cued[at] if at < len(self._cued) else None
        if claim is None or claim.cue is None or claim.found_by != "explicit" or claim.content.start < claim.cue.start:
            return None
        if not claim.cue.text[:1].isalpha():
            return None  # a colon
        return claim if claim.cue.start - end <= 1 and not self._text[end : claim.cue.start].strip() else None

    def fullest(self, name: str, at: int) -> str:
        """The name of a speaker of the report that begins with these words (the ministry: the ministry of health), of several the
        one that a claim near `at` means by them.
        """
        words = _folded(name)
        first, last = (bisect_left(self._cued, at + step, key=_cue_start) for step in (-_AROUND, _AROUND))
        for claim in self._cued[first:last]:
            if claim.speaker is not None and _folded(claim.speaker.text) == words:
                return claim.speaker_name
        longer = (full for full, own in self._names.items() if own[: len(words)] == words)
        return next(longer, name)


_AROUND: Final = 120  # characters


def _answers(claim: Claim) -> bool:
    """Whether a claim denies what stands before its cue (…, which the army denies)."""
    return claim.act in ("deny", "reject") and claim.cue is not None and claim.content.end <= claim.cue.start


def _cue_start(claim: Claim) -> int:
    return claim.cue.start if claim.cue is not None else -1


def _folded(name: str) -> list[str]:
    return [fold_word(word).removeprefix(_ARTICLE) for word in name.split()]


_ARTICLE: Final = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"


def _attributed(figure: Figure, draft: FigureDraft, sayings: _Sayings) -> Figure:
    """The claim that holds the figure, and its speaker; none in the outlet's own narration.

    What the outlet adds in a relative clause behind the words it quotes is its own, and so is what a deed left behind that
    somebody owns, or denies to have done.
    """
    claim = sayings.holding(figure)
    if claim is not None and claim.act in _OF_THE_DEED and draft.laid is not None and draft.laid >= claim.content.start:
        return figure
    quotes = claim.quotes if claim is not None and draft.aside is not None else ()
    if quotes and (draft.aside or 0) >= max(quote.end for quote in quotes):
        return figure
    claim = claim or sayings.behind(figure)
    if claim is not None:
        own = draft.author if claim.speaker_name == UNKNOWN else None
        source = sayings.fullest(own, figure.start) if own else claim.speaker_name
        return msgspec.structs.replace(figure, claim=claim.id, source=source)
    if draft.author is not None:
        return msgspec.structs.replace(figure, source=sayings.fullest(draft.author, figure.start))
    return figure


_OF_THE_DEED: Final = frozenset({"claim_responsibility", "deny"})


class _Rows(NamedTuple):
    """Times and scenes sorted by where they stand, so that those of a sentence are found by bisection."""

    text: str
    times: list[Time]
    starts: list[int]
    scenes: list[Place]
    begins: list[int]
    located: Mapping[Offsets, bool]
    contents: Contents
    # Where places begin that are said of a part alone, right behind its number (of whom 103 in the capital).
    own: frozenset[int]
    # Where times begin that tell when something was said: between a cue and its content, or behind one that ends what was said.
    said: frozenset[int]

    def times_in(self, place: Offsets) -> list[Time]:
        """The times that stand in a stretch of the text."""
        return self.times[bisect_left(self.starts, place[0]) : bisect_left(self.starts, place[1])]

    def scenes_in(self, place: Offsets) -> list[Place]:
        """The scenes that stand in a stretch of the text."""
        return self.scenes[bisect_left(self.begins, place[0]) : bisect_left(self.begins, place[1])]


_LIES: Final = 12  # characters: in the north of
_IN_IT: Final = 7  # characters of "in", its spaces and a conjunction


def _by_place(page: Page, frame: Frame, contents: Contents, made: Sequence[Figure]) -> _Rows:
    times = sorted(frame.times, key=lambda time: time.start)
    scenes = sorted((p for p in frame.places if (p.start, p.end) in frame.scenes), key=lambda place: place.start)
    parts = {f.end for f in made if f.count_kind == "subset" and (f.of is None or f.of.end < f.end)}
    own = frozenset(p.start for p in scenes if any(p.start - k in parts for k in range(2, _IN_IT)))
    starts = [t.start for t in times]
    return _Rows(
        page.text,
        times,
        starts,
        scenes,
        [p.start for p in scenes],
        frame.scenes,
        contents,
        own,
        _said(contents, starts),
    )


def _said(contents: Contents, starts: Sequence[int]) -> frozenset[int]:
    """Where times begin between the cue of a claim and what was said, or not far behind a cue that follows it."""
    return frozenset(
        [
            at
            for claim in contents.claims
            if claim.cue is not None
            for at in starts
            if claim.cue.end <= at < claim.content.start
            or (claim.content.end <= claim.cue.start and 0 <= at - claim.cue.end <= _SAID)
        ]
    )


_SAID: Final = 40  # characters: its speaker, named behind the cue


def _framed(figure: Figure, one: Drafted, claim: Claim | None, rows: _Rows) -> Figure:
    """Since when and as of when it is counted, where the words say so; where, when its sentence has a scene."""
    frames = (one.draft.since, one.draft.as_of)
    period = period_of(figure, frames, claim, rows.times_in(one.place), rows.said)
    place = _scene(figure, rows.scenes_in(one.place), rows)
    return msgspec.structs.replace(
        figure,
        since=period.since,
        as_of=period.as_of,
        place=place.name if place else None,
        side=one.draft.side,
    )


def _scene(figure: Figure, scenes: Sequence[Place], rows: _Rows) -> Place | None:
    """The nearest town or region that something is said to be in; a place only called by its kind when it stands before
    the number (the province of X saw); a country when nothing smaller is told.
    """
    if not scenes:
        return None
    scenes = [p for p in scenes if p.start not in rows.own or figure.count_kind == "subset"]
    told = [p for p in scenes if rows.located[p.start, p.end] or p.end <= figure.start]
    told = [p for p in told if not _is_told_apart(p, figure, rows)] if figure.claim and told else told
    told = [p for k, p in enumerate(told) if not (k and _lies_there(told[k - 1], p))]
    told = [p for p in told if not _is_of_the_count_before(p, figure, told, rows.text)] if len(told) > 1 else told
    smaller = [p for p in told if p.kind != "country"]
    return min(smaller or told, key=lambda p: _gap(p, figure, rows), default=None)


def _lies_there(town: Place, place: Place) -> bool:
    """Whether a place right behind a town only says where it lies (the town of X, in the north of Y)."""
    return place.relation not in (None, "near") and place.start - town.end <= _LIES


def _is_of_the_count_before(place: Place, figure: Figure, told: Sequence[Place], text: str) -> bool:
    """Whether a place that only "and" parts from a number belongs to the count before it: the number has its own place, right
    behind it (six dead in X and three injured in Y).
    """
    if text[place.end : figure.start].strip() not in _AND:
        return False
    return any(p.start >= figure.end and not _is_parted(text[figure.end : p.start]) for p in told)


def _is_parted(between: str) -> bool:
    return len(between) > _FAR or any(mark in between for mark in _COMMAS)


_AND: Final = frozenset(("and", "\N{ARABIC LETTER WAW}"))


def _is_told_apart(place: Place, figure: Figure, rows: _Rows) -> bool:
    """Whether a place stands in the words of another claim, which do not hold the figure (…, adding that the boat left X)."""
    around = rows.contents.holding(place.start, place.end)
    return bool(around) and all(
        claim.content.end <= figure.start or figure.end <= claim.content.start for claim in around
    )


def _gap(place: Place, figure: Figure, rows: _Rows) -> int:
    """Characters between, a comma counting for many; a place behind the figure is nearer than one before it."""
    behind = place.start >= figure.end
    between = rows.text[figure.end : place.start] if behind else rows.text[place.end : figure.start]
    commas = sum(between.count(mark) for mark in _COMMAS)
    typed = 0 if rows.located[place.start, place.end] else _FAR
    return (1 if behind else 2) * len(between) + _FAR * commas + typed
