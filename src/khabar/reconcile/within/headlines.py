"""The headline against the body: figures and events that the body does not bear out.

Headlines are shortened, so what a headline leaves out says nothing.  What it adds does: a number that no telling in
the body leaves room for, a deed told as done that the body tells as ordered, threatened or denied.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from khabar.reconcile.amounts import Interval, agree, interval_of
from khabar.reconcile.within.disagreements import Side, worded
from khabar.reconcile.within.layout import Layout
from khabar.reconcile.within.tellings import roots_of
from khabar.record import Event, Figure, Report

FindingKind = Literal["stronger", "different", "not_in_body", "not_happened"]
_MOST_SIDES: Final = 4
_ROUNDED: Final = 0.9
"""The part of a headline's number that a body's lower bound must reach: headlines round up."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the headline says that the body does not bear out.

    kind: "stronger" (a higher number than any in the body), "different" (another number), "not_in_body" (the body counts
    nothing of the kind), "not_happened" (told as done; in the body only `status`).
    `headline` is the side of the headline, `body` what the body says instead.
    """

    kind: FindingKind
    layer: Literal["figures", "events"]
    headline: Side
    body: tuple[Side, ...]
    status: str | None = None


def headline_findings(report: Report, layout: Layout | None = None) -> tuple[Finding, ...]:
    """What the headline of a report says beyond its body; nothing where there is no headline."""
    layout = layout or Layout(report)
    if not layout.headline_end:
        return ()
    return (*_figures(report, layout), *_events(report, layout))


def _figures(report: Report, layout: Layout) -> Iterator[Finding]:
    body = [figure for figure in report.figures if not layout.in_headline(figure.start)]
    roots = roots_of({figure.id: figure.same_as for figure in report.figures})
    for figure in report.figures:
        if not layout.in_headline(figure.start) or figure.implicit:
            continue
        if any(roots[other.id] == roots[figure.id] for other in body):
            continue
        like = [other for other in body if other.measure == figure.measure and other.unit == figure.unit]
        told = interval_of(figure)
        if told.low is None or any(
            _bears_out(told, interval_of(other)) and _not_wider(figure, other) for other in like
        ):
            continue
        like = [other for other in like if _may_be_the_same_people(figure, other, report)]
        higher = bool(like) and all(told.low > (interval_of(other).low or 0) for other in like)
        kind: FindingKind = "stronger" if higher else "different" if like else "not_in_body"
        sides = [_figure_side(other, report) for other in like if other.same_as is None]
        yield Finding(kind, "figures", _figure_side(figure, report), tuple(sides[:_MOST_SIDES]))


def _may_be_the_same_people(headline: Figure, other: Figure, report: Report) -> bool:
    """Whether a body figure may count whom the headline counts: not other people, those of another event, nor those of a war."""
    ours, theirs = ({people.value for people in figure.population} for figure in (headline, other))
    if ours and theirs and not ours & theirs:
        return False
    if other.since is not None and headline.since is None:
        return False
    roots = roots_of({event.id: event.same_as for event in report.events})
    events = {roots.get(figure.event or "") for figure in (headline, other)} - {None}
    return len(events) < _TWO


_TWO: Final = 2


def _bears_out(headline: Interval, body: Interval) -> bool:
    """Whether a body figure says the headline's number.  "At least 10" leaves room for hundreds but does not say them."""
    return agree(headline, body) and not (body.is_open and (body.low or 0) < _ROUNDED * (headline.low or 0))


def _not_wider(headline: Figure, body: Figure) -> bool:
    """Whether a body figure may be the headline's: a part of another figure is not, unless it names its people too."""
    return body.part_of is None or bool(body.population) or headline.part_of is not None or headline.low == body.low


def _figure_side(figure: Figure, report: Report) -> Side:
    return Side(figure.id, worded(figure, report), (figure.source,), figure.as_of)


def _events(report: Report, layout: Layout) -> Iterator[Finding]:
    """Events the headline tells as having happened, and the body only as ordered, threatened, denied or the like."""
    roots = roots_of({event.id: event.same_as for event in report.events})
    for event in report.events:
        if not layout.in_headline(event.trigger.start) or event.status != "reported":
            continue
        body = [other for other in report.events if not layout.in_headline(other.trigger.start)]
        like = [other for other in body if roots[other.id] == roots[event.id]]
        like = like or [other for other in body if _alike(event, other)]
        # a plan stands in the headline's present tense as a matter of course
        if like and not {other.status for other in like} & {"reported", "planned"}:
            sides = tuple(_event_side(other, report) for other in like[:_MOST_SIDES])
            yield Finding("not_happened", "events", _event_side(event, report), sides, like[0].status)


def _alike(one: Event, other: Event) -> bool:
    return one.type == other.type and one.subtype == other.subtype


def _event_side(event: Event, report: Report) -> Side:
    speakers = {claim.id: claim.speaker_name for claim in report.claims}
    return Side(
        event.id, event.trigger.text, (speakers.get(event.claim or ""),), event.date.value if event.date else None
    )
