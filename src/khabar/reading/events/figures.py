"""Figures of events: each count of people belongs to the nearest event of its sentence that can have caused it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

import msgspec

from khabar.languages.drafts import Offsets
from khabar.reading.figures.periods import ends_before, own_time
from khabar.record import Event, Figure, Time
from khabar.record.vocabulary import HARM, HURT, EventType


class Timed(NamedTuple):
    """The text of a report and the times in it, in text order."""

    text: str
    times: Sequence[Time]

    def times_from(self, start: int) -> Sequence[Time]:
        """The few times that begin at or behind an offset."""
        at = bisect_left(self.times, start, key=attrgetter("start"))
        return self.times[at : at + _FEW]


_FEW = 2
_CAUSES: dict[str, tuple[EventType, ...]] = {
    "killed": HARM,
    "injured": HARM,
    "neutralised": ("ASSAULT",),
    "casualties": HARM,
    "arrested": ("COERCE",),
    "missing": HARM,
    "displaced": (*HARM, "COERCE"),
    "abducted": ("ASSAULT",),
    "rescued": ("AID",),
    "released": ("RETREAT",),
    "evacuated": ("AID", "COERCE"),
    "protesters": ("PROTEST",),
    "forces": ("MOBILIZE", "RETREAT"),
    "destroyed": HARM,
}

_GOES_ON = (1, 2)
_COMMA = re.compile("[,;\N{ARABIC COMMA}\N{ARABIC SEMICOLON}]")


def causes(
    events: Sequence[Event], sentences: Sequence[Sequence[Offsets]], figures: Sequence[Figure], read: Timed
) -> dict[str, str]:
    """Figure id → event id.  `sentences`: the offsets of the sentences of each event: its own, and those that take it up.

    An event of the figure's own sentence comes before one that the sentence only takes up, and one before the number in its own
    clause before one that a comma parts from it: "an attack that left two dead, while jets shelled …".  What its own words set in
    an earlier time ("against 80 in the same months of last year") counts nobody of an event that came after.
    """
    found: dict[str, str] = {}
    for figure in figures:
        types = _CAUSES.get(figure.measure, ())
        own = own_time(figure, read.times_from(figure.start)) if types else None
        near = [
            (
                event.type not in types,
                not _hits(event, figure),
                number > 0,
                _is_parted(event, figure, read.text),
                abs(event.trigger.start - figure.start),
                event.id,
            )
            for event, told in zip(events, sentences, strict=True)
            for number, (start, end) in enumerate(told)
            if (event.type in types or (event.type == "PROTEST" and figure.measure in HURT))
            and event.status == "reported"
            and start <= figure.start < end
            and not _is_later(event, own)
        ]
        if near:
            found[figure.id] = min(near)[-1]
    measures = {figure.id: figure.measure for figure in figures}
    for figure in figures:  # what counts some of the dead counts those of the event that left them
        whole = figure.part_of
        if whole in found and measures[whole] == figure.measure:
            found[figure.id] = found[whole]
    return found


def _is_later(event: Event, own: Time | None) -> bool:
    """Whether an event came after the time that a number is of."""
    if own is None or own.value is None or event.date is None or event.date.value is None:
        return False
    return ends_before(own.value, event.date.value)


def _hits(event: Event, figure: Figure) -> bool:
    """Whether the number counts what the event hit."""
    hit = event.target.span if event.target is not None else None
    return hit is not None and hit.start <= figure.start < hit.end


def _is_parted(event: Event, figure: Figure, text: str) -> bool:
    """Whether an event is told behind a number and its clause; a word or two behind the comma ("three were hurt, in an attack")
    go on with it.
    """
    _, *behind = _COMMA.split(text[figure.end : event.trigger.start], maxsplit=1)
    return bool(behind) and len(behind[0].split()) not in _GOES_ON


def with_figures(events: Sequence[Event], of_figure: dict[str, str]) -> list[Event]:
    """The events with the ids of their figures."""
    ids: dict[str, list[str]] = {}
    for figure, event in of_figure.items():
        ids.setdefault(event, []).append(figure)
    return [msgspec.structs.replace(e, figures=ids[e.id]) if e.id in ids else e for e in events]


def with_events(figures: Sequence[Figure], events: Sequence[Event]) -> list[Figure]:
    """The figures with the event each belongs to."""
    of_figure = {figure: event.id for event in events for figure in event.figures}
    return [msgspec.structs.replace(f, event=of_figure[f.id]) if f.id in of_figure else f for f in figures]
