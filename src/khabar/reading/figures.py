"""Figures of a report: the drafts of all sentences with their claims, sources, parts, repetitions, times and places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from khabar.languages.drafts import FigureDraft, Offsets
from khabar.languages.quantities import Amount
from khabar.reading.ids import Ids
from khabar.reading.mentions import Mentions
from khabar.record import Claim, Figure, Place, Span, Time
from khabar.record.types import PopulationSpan
from khabar.record.vocabulary import Population
from khabar.text.fold import fold_word
from khabar.text.page import Page

_TENFOLD = 10
_MOST_PARTS = 4
_LEAST_TOTAL = 5
# Characters between the first and the last part, and between the total and its nearest part.
_CLOSE, _BESIDE = 500, 600
_LONG_ENOUGH = 3
_ROOT_LETTERS = 2
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"


@dataclass(frozen=True)
class _Drafted:
    """A draft with the number of its sentence and the offsets of that sentence."""

    draft: FigureDraft
    sentence: int
    place: Offsets


def settle_figures(
    page: Page, found: Sequence[Mentions], claims: Sequence[Claim], times: Sequence[Time], places: Sequence[Place]
) -> list[Figure]:
    """All figures of a report, in text order, one a number, each linked to the claim it stands in."""
    drafted = _drafts(page, found)
    ids = Ids("f")
    made = [_figure(page, one, ids.next(*one.draft.span)) for one in drafted]
    made = [_attributed(figure, claims) for figure in made]
    made = [_framed(figure, one, times, places) for figure, one in zip(made, drafted, strict=True)]
    made = _parts(made, drafted)
    return _repeated(made)


def _drafts(page: Page, found: Sequence[Mentions]) -> list[_Drafted]:
    """The drafts of all sentences; a line printed twice by the page is read once more, as any telling."""
    drafted = []
    for number, mention in enumerate(found):
        sentence = mention.sentence
        place = page.span(sentence.first, sentence.last)
        drafted += [_Drafted(draft, number, place) for draft in mention.pack.figures(sentence)]
    return sorted(drafted, key=lambda one: one.draft.span)


def _span(page: Page, offsets: Offsets) -> Span:
    return Span(offsets[0], offsets[1], page.text[offsets[0] : offsets[1]])


def _whole(amount: Amount | None) -> int | None:
    return None if amount is None else int(amount)


def _figure(page: Page, one: _Drafted, id_: str) -> Figure:
    draft = one.draft
    quantity = draft.quantity
    start, end = draft.span
    return Figure(
        id=id_,
        start=start,
        end=end,
        text=page.text[start:end],
        measure=draft.measure,
        low=_whole(quantity.low),
        high=_whole(quantity.high),
        order=quantity.order,
        bound=quantity.bound,
        bound_span=_span(page, quantity.bound_words) if quantity.bound_words else None,
        implicit=draft.implicit,
        unit=draft.unit,
        of=_span(page, draft.of) if draft.of else None,
        population=[PopulationSpan(value, _span(page, at) if at else None) for value, at in draft.population],
        count_kind=draft.count_kind,
        rule=draft.rule,
    )


# ---------------------------------------------------------------- source, time, place


def _attributed(figure: Figure, claims: Sequence[Claim]) -> Figure:
    """The innermost claim whose content holds the figure, and its speaker; none in the outlet's own narration."""
    holding = [c for c in claims if c.content.start <= figure.start and figure.end <= c.content.end]
    if not holding:
        return figure
    claim = min(holding, key=lambda c: c.content.end - c.content.start)
    return msgspec.structs.replace(figure, claim=claim.id, source=claim.speaker_name)


def _framed(figure: Figure, one: _Drafted, times: Sequence[Time], places: Sequence[Place]) -> Figure:
    """Since when and as of when it is counted, where the words say so; the nearest place of the same sentence."""
    start, end = one.place
    near = [p for p in places if start <= p.start and p.end <= end and p.kind != "country"]
    near = near or [p for p in places if start <= p.start and p.end <= end]
    place = min(near, key=lambda p: _gap(p.start, p.end, figure), default=None)
    return msgspec.structs.replace(
        figure,
        since=_value_at(one.draft.since, times),
        as_of=_value_at(one.draft.as_of, times),
        place=place.name if place else None,
    )


def _gap(start: int, end: int, figure: Figure) -> int:
    """Characters between; a place behind the figure is nearer than one before it."""
    return start - figure.end if start >= figure.end else 2 * (figure.start - end)


def _value_at(span: Offsets | None, times: Sequence[Time]) -> str | None:
    if span is None:
        return None
    return next((t.value for t in times if t.start < span[1] and span[0] < t.end), None)


# ---------------------------------------------------------------- links


def _parts(made: list[Figure], drafted: list[_Drafted]) -> list[Figure]:
    """Each subset points at its whole: the one its sentence shows, else the last larger count of its measure before."""
    linked = []
    for at, (figure, one) in enumerate(zip(made, drafted, strict=True)):
        whole = None
        if one.draft.whole is not None:
            whole = next((f for f in made if (f.start, f.end) == one.draft.whole), None)
        elif one.draft.subset:
            whole = next((f for f in reversed(made[:at]) if f.measure == figure.measure and _larger(f, figure)), None)
        linked.append(msgspec.structs.replace(figure, part_of=whole.id) if whole is not None else figure)
    return _increments(_listed_parts(linked))


def _increments(made: list[Figure]) -> list[Figure]:
    """What was added lately belongs to the total of the same people that the same source gives."""
    linked = []
    for figure in made:
        total = None
        if figure.count_kind in ("increment", "remaining") and figure.part_of is None:
            total = next((f for f in made if f.count_kind == "total" and _holds(f, figure)), None)
        linked.append(msgspec.structs.replace(figure, part_of=total.id) if total is not None else figure)
    return linked


def _holds(total: Figure, figure: Figure) -> bool:
    return total.measure == figure.measure and total.source == figure.source and _larger(total, figure)


def _listed_parts(made: list[Figure]) -> list[Figure]:
    """Neighbouring counts that come exactly to a count told beside them are the list of its parts.

    Only links are drawn: no number is ever added up in the record.
    """
    links: dict[str, str] = {}
    plain = [f for f in made if f.part_of is None and f.unit == "person" and f.bound != "vague"]
    for total in plain:
        for size in range(2, _MOST_PARTS + 1):
            for first in range(len(plain) - size + 1):
                run = plain[first : first + size]
                if _makes_up(run, total) and not any(f.id in links for f in run):
                    links |= {f.id: total.id for f in run}
    return [msgspec.structs.replace(f, part_of=links[f.id]) if f.id in links else f for f in made]


def _makes_up(run: Sequence[Figure], total: Figure) -> bool:
    """Whether a run of counts of one measure, told close together, comes to the total exactly."""
    if total in run or (total.low or 0) < _LEAST_TOTAL or total.low != sum(f.low or 0 for f in run):
        return False
    if any(f.measure != total.measure for f in run) or sum(f.implicit for f in run) > 1:
        return False
    return run[-1].start - run[0].end < _CLOSE and min(abs(f.start - total.start) for f in run) < _BESIDE


def _larger(one: Figure, other: Figure) -> bool:
    return _size(one) > _size(other)


def _size(figure: Figure) -> int:
    return figure.low or figure.high or figure.order or 0


def _repeated(made: list[Figure]) -> list[Figure]:
    """Each figure told before points at its first telling."""
    firsts: list[Figure] = []
    linked = []
    for figure in made:
        first = next((f for f in firsts if _same(f, figure)), None)
        if first is None:
            firsts.append(figure)
            linked.append(figure)
        else:
            linked.append(msgspec.structs.replace(figure, same_as=first.id))
    return _parts_of_firsts(linked)


def _parts_of_firsts(made: list[Figure]) -> list[Figure]:
    """A part of a count told again is a part of its first telling."""
    first = {f.id: f.same_as for f in made if f.same_as}
    return [msgspec.structs.replace(f, part_of=first[f.part_of]) if f.part_of in first else f for f in made]


def _same(first: Figure, again: Figure) -> bool:
    """Whether a figure tells the same count again: one measure, one number, no other people."""
    if first.measure != again.measure or first.implicit != again.implicit or "object" in (first.unit, again.unit):
        return False
    if first.implicit or again.part_of == first.id or not _same_people(first, again):
        return False
    if (first.low, first.high, first.order) == (again.low, again.high, again.order):
        return True
    if "vague" in (first.bound, again.bound):
        return first.source == again.source and _of_order(first, again) and _same_noun(first, again)
    return _bounds_only(first, again)


def _bounds_only(first: Figure, again: Figure) -> bool:
    """The same number with and without "at least" or "about"."""
    return (
        bool(_size(first))
        and _size(first) == _size(again)
        and {first.bound, again.bound} <= {"exact", "about", "at_least"}
    )


def _of_order(first: Figure, again: Figure) -> bool:
    vague, told = (first, again) if first.bound == "vague" else (again, first)
    order = vague.order or 0
    return told.bound != "vague" and bool(order) and order <= _size(told) < order * _TENFOLD


def _same_people(first: Figure, again: Figure) -> bool:
    """No contradiction in who they are: populations that share a value, or are unstated on one side."""
    ours, theirs = _populations(first), _populations(again)
    return not ours or not theirs or bool(ours & theirs)


def _same_noun(first: Figure, again: Figure) -> bool:
    """Whether both count the same noun: singular and plural share the first letters (qatil, qatla)."""
    return bool(_beginnings(first) & _beginnings(again))


def _beginnings(figure: Figure) -> set[str]:
    words = [fold_word(word) for word in figure.of.text.split()] if figure.of else []
    bare = [word.removeprefix(_ARTICLE) for word in words]
    return {word[:_ROOT_LETTERS] for word in bare if len(word) >= _LONG_ENOUGH}


def _populations(figure: Figure) -> set[Population]:
    return {p.value for p in figure.population}
