"""What is to be marked in the text of a report, as plain marks: start, end, kind, the key of the item they belong to.

Every item of the record gets a key, which is its id; caveats and unread words have none in the record and are called
by their kind and offsets here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from khabar.record import Caveat, Claim, Event, Figure, Report, Span

WRAPS: Final = frozenset({"said", "quoted", "withheld", "caveat", "unread"})
"""Kinds that run over long stretches, in which other items stand."""
ANCHORS: Final = frozenset({"cue", "figure", "event", "place", "time", "layout"})
"""Kinds that are the words an item is read from: each leads to its item."""


class Mark(NamedTuple):
    """A stretch of the text, half open, that belongs to an item; all kinds but WRAPS and ANCHORS are parts of one."""

    start: int
    end: int
    kind: str
    item: str


def key_of(kind: str, start: int, end: int) -> str:
    """The key of an item without an id, such as "unread-12-30"."""
    return f"{kind}-{start}-{end}"


def marks_of(report: Report) -> list[Mark]:
    """All marks of a report, in no particular order; none is empty or lies outside the text."""
    length = len(report.document.text or "")
    return [mark for mark in _marks(report) if 0 <= mark.start < mark.end <= length]


def _marks(report: Report) -> Iterator[Mark]:
    for claim in report.claims:
        yield from _claim(claim)
    for figure in report.figures:
        yield from _figure(figure)
    for event in report.events:
        yield from _event(event)
    for time in report.times:
        yield Mark(time.start, time.end, "time", time.id)
    for place in report.places:
        yield Mark(place.start, place.end, "place", place.id)
    for actor in report.actors:
        yield from (Mark(m.start, m.end, "mention", actor.id) for m in actor.mentions)
    for item in report.withheld:
        yield Mark(item.start, item.end, "withheld", item.id)
    for unread in report.unread:
        yield Mark(unread.start, unread.end, "unread", key_of("unread", unread.start, unread.end))
    for caveat in caveats_of(report):
        span = caveat.span
        yield Mark(span.start, span.end, "caveat", key_of("caveat", span.start, span.end))


def caveats_of(report: Report) -> list[Caveat]:
    """Every caveat of the report, its own and those of claims and figures, each of its words once, in their order."""
    found = [*report.caveats]
    found += [caveat for claim in report.claims for caveat in claim.caveats]
    found += [caveat for figure in report.figures for caveat in figure.caveats]
    return list({(c.span.start, c.span.end): c for c in sorted(found, key=lambda c: c.span.start)}.values())


def _part(kind: str, span: Span | None, item: str) -> Iterator[Mark]:
    if span is not None:
        yield Mark(span.start, span.end, kind, item)


def _claim(claim: Claim) -> Iterator[Mark]:
    yield Mark(claim.content.start, claim.content.end, "said", claim.id)
    quotes = claim.quotes or ([claim.content] if claim.mode == "direct" else [])
    yield from (Mark(q.start, q.end, "quoted", claim.id) for q in quotes)
    # What is told by the layout alone (an embedded post) is led to by the name of its account, or by its own words.
    yield from _part("cue", claim.cue, claim.id)
    if claim.distance == "distances":
        yield from _part("distance", claim.cue, claim.id)
    if claim.cue is None:
        yield from _part("layout", claim.speaker or claim.content, claim.id)
    yield from _part("speaker", claim.speaker, claim.id)
    yield from _part("medium", claim.medium, claim.id)
    yield from _part("addressee", claim.addressee, claim.id)
    for relay in claim.via:
        yield from _part("via", relay.span, claim.id)


def _figure(figure: Figure) -> Iterator[Mark]:
    yield Mark(figure.start, figure.end, "figure", figure.id)
    yield from _part("counted", figure.of, figure.id)
    yield from _part("bound", figure.bound_span, figure.id)
    for people in figure.population:
        yield from _part("counted", people.span, figure.id)


def _event(event: Event) -> Iterator[Mark]:
    yield Mark(event.trigger.start, event.trigger.end, "event", event.id)
    yield from _part("method", event.method, event.id)
    for party in (event.actor, event.target):
        yield from _part("party", party.span if party else None, event.id)
