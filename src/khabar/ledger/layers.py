"""The items of a record as rows of the case's plain tables: what a desk filters by; the whole item is in the record's JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from khabar.record import Actor, Claim, Event, Figure, Place, Report, Span, Time, Withheld

Row = tuple[Any, ...]
"""Item id, start, end, words, then the columns of the layer in the order of schema.sql."""

LARGEST: Final = 2**63 - 1
"""The largest number of a column; a larger one ("10 to the 30") stands in the JSON only."""


def rows(report: Report) -> Iterator[tuple[str, list[Row]]]:
    """Each layer with its rows.  An actor whose name stands nowhere in the text has no row: a row points at words."""
    for layer, row in _ROWS.items():
        made = [row(item, report) for item in getattr(report, layer)]
        yield layer, [tuple(map(_storable, one)) for one in made if one]


def _storable(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    return None if isinstance(value, int) and abs(value) > LARGEST else value


def _claim(claim: Claim, _: Report) -> Row:
    via = json.dumps([link.name for link in claim.via], ensure_ascii=False) if claim.via else None
    cue = claim.cue.text if claim.cue else None
    return (claim.id, *_span(claim.content), claim.speaker_name, claim.actor, via, claim.act, claim.mode,
            claim.status or "", claim.polarity or "", claim.distance, cue, claim.found_by, claim.headline, claim.within,
            claim.same_as, claim.rule)  # fmt: skip


def _figure(figure: Figure, report: Report) -> Row:
    place = next((place.name for place in report.places if place.id == figure.place), None)
    return (figure.id, figure.start, figure.end, figure.text, figure.measure, figure.low, figure.high, figure.order,
            figure.bound, figure.of.text if figure.of else None, figure.side, figure.source, figure.claim, figure.event,
            place, figure.as_of, figure.implicit, figure.part_of, figure.same_as, figure.rule)  # fmt: skip


def _event(event: Event, _: Report) -> Row:
    actor, target = event.actor, event.target
    return (event.id, *_span(event.trigger), event.type, event.subtype, event.status, actor.text if actor else None,
            actor.basis if actor else None, target.text if target else None, event.place.name if event.place else None,
            event.date.value if event.date else None, event.claim, event.same_as, event.rule)  # fmt: skip


def _actor(actor: Actor, _: Report) -> Row:
    if not actor.mentions:
        return ()
    return (actor.id, *_span(actor.mentions[0]), actor.name, actor.name_en, actor.kind, actor.role, actor.country,
            actor.public_role, len(actor.mentions))  # fmt: skip


def _time(time: Time, _: Report) -> Row:
    return (time.id, time.start, time.end, time.text, time.value, time.kind, time.needs, time.basis, time.rule)


def _place(place: Place, _: Report) -> Row:
    return (place.id, place.start, place.end, place.text, place.name, place.name_ar, place.country, place.kind,
            place.geonames, place.lat, place.lon, place.rule)  # fmt: skip


def _withheld(silent: Withheld, _: Report) -> Row:
    return (silent.id, silent.start, silent.end, silent.text, silent.speaker_name, silent.what, silent.rule)


def _span(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, span.text


_ROWS: Final[dict[str, Callable[[Any, Report], Row]]] = {
    "claims": _claim,
    "figures": _figure,
    "events": _event,
    "actors": _actor,
    "times": _time,
    "places": _place,
    "withheld": _withheld,
}
LAYERS: Final[Sequence[str]] = tuple(_ROWS)
"""The layers that have a table, in the order of the record."""
