"""Figures by measure and population, restatements folded, subsets under their whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final, get_args

from khabar.desk.digest.types import FigureGroup, FigureLine, Voice
from khabar.desk.telling import day_of, said_by_measure
from khabar.reconcile import Telling, denied_figures, interval_of, not_done, tellings
from khabar.reconcile.within.disagreements import worded
from khabar.reconcile.within.layout import Layout
from khabar.record import Claim, Event, Figure, Report
from khabar.record.vocabulary import Measure, Population

_MEASURES: tuple[Measure, ...] = get_args(Measure)
_POPULATIONS: tuple[Population, ...] = get_args(Population)
_DAY: Final = 10
"""Characters of a year, a month and a day."""
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LEAD: Final = 2
"""Sentences that tell the news: the headline and the first one of the body, or the first two."""
_LONG_AGO: Final = timedelta(days=31)
"""How far an event lies back at least that is another one than the report's own."""


def figure_groups(report: Report, layout: Layout | None = None) -> tuple[FigureGroup, ...]:
    """The groups in the order of the vocabularies; a subset stands under its whole, not in a group of its own.

    The numbers that the report begins with are its news and stand first in their group: the toll of a whole war, told at the
    end for comparison, is higher than that of yesterday's attack.
    """
    folded = tellings(report.figures)
    roots = {figure.id: told.figure.id for told in folded for figure in told.all}
    above = _wholes(folded, roots)
    claims = {claim.id: claim for claim in report.claims}
    events = {event.id: event for event in report.events}
    below: dict[str, list[Telling]] = {}
    for told in folded:
        if whole := above.get(told.figure.id):
            below.setdefault(whole, []).append(told)

    def line(told: Telling) -> FigureLine:
        made = _line(told, tuple(line(part) for part in below.get(told.figure.id, ())), claims, events, report)
        return replace(made, parts=tuple(replace(p, day=None) if p.day == made.day else p for p in made.parts))

    before, cut = _long_before(report.document.published), layout or Layout(report)

    def order(line: FigureLine) -> tuple[bool, bool]:
        return _is_old(line, before), all(cut.sentence_at(f.start) > _LEAD for f in (line.figure, *line.again))

    groups: dict[tuple[Measure, tuple[Population, ...]], list[FigureLine]] = {}
    for told in folded:
        if told.figure.id not in above:
            groups.setdefault((told.figure.measure, population_of(told.figure)), []).append(line(told))
    made = [
        FigureGroup(measure, population, tuple(sorted(lines, key=lambda line: (order(line), -_size(line)))))
        for (measure, population), lines in groups.items()
    ]
    return tuple(sorted(made, key=lambda g: (_MEASURES.index(g.measure), order(g.lines[0]), _populations(g))))


def population_of(figure: Figure) -> tuple[Population, ...]:
    """The populations of a figure that its measure does not name already, each once, in the order of the vocabulary."""
    values = {population.value for population in figure.population} - said_by_measure(figure.measure)
    return tuple(value for value in _POPULATIONS if value in values)


def _wholes(folded: list[Telling], roots: dict[str, str]) -> dict[str, str]:
    """For each folded figure that is a part: the whole, circles broken."""
    above: dict[str, str] = {}
    for told in folded:
        whole = next((roots[f.part_of] for f in told.all if f.part_of in roots), None)
        step: str | None = whole
        while step is not None and step != told.figure.id:
            step = above.get(step)
        if whole is not None and step is None:
            above[told.figure.id] = whole
    return above


def _populations(group: FigureGroup) -> tuple[int, ...]:
    """Where a group stands among those of its measure by its people: those who are not parted by kind first."""
    return tuple(_POPULATIONS.index(value) for value in group.population)


def _size(line: FigureLine) -> int:
    return interval_of(line.figure).low or 0


def _long_before(published: str | None) -> str:
    """The day before which an event is not that of the report; nothing lies before it where the report has no day."""
    day = (published or "")[:_DAY]
    return (date.fromisoformat(day) - _LONG_AGO).isoformat() if _WHOLE_DAY.fullmatch(day) else ""


def _is_old(line: FigureLine, before: str) -> bool:
    """Whether a number counts an older event (a toll of another year), which stands behind those of the news."""
    return line.day is not None and line.day[:_DAY] < before


def _line(
    told: Telling,
    parts: tuple[FigureLine, ...],
    claims: Mapping[str, Claim],
    events: Mapping[str, Event],
    report: Report,
) -> FigureLine:
    around = [claims.get(figure.claim or "") for figure in told.all]
    denied = denied_figures(told.all, (claim for claim in around if claim is not None))
    stated = [figure for figure in told.all if figure.id not in denied]
    ways = [not_done(claims.get(figure.claim or ""), events.get(figure.event or "")) for figure in stated]
    return FigureLine(
        figure=told.figure,
        again=told.again,
        words=worded(told.figure, report),
        voices=_voices(stated, claims),
        sourced=next((figure for figure in stated if figure.source), told.figure),
        parts=parts,
        deniers=tuple(dict.fromkeys(f.source or "?" for f in told.all if f.id in denied)),
        standing=ways[0] if ways and all(ways) else None,
        day=day_of(told.figure, events.get(told.figure.event or ""), report.document.published),
    )


def _voices(stated: Iterable[Figure], claims: Mapping[str, Claim]) -> tuple[Voice, ...]:
    """Who gives the number, each once with his first relays and verb; the outlet itself only where nobody else does."""
    found: dict[str | None, Voice] = {}
    for figure in stated:
        claim, known = claims.get(figure.claim or ""), found.get(figure.source, Voice(figure.source))
        cue = (
            claim.cue.text if claim and claim.cue and any(map(str.isalnum, claim.cue.text)) else None
        )  # a colon is no word
        via = tuple(via.name for via in claim.via) if claim else ()
        found[figure.source] = Voice(figure.source, known.via or via, known.cue or cue)
    return tuple(voice for name, voice in found.items() if name is not None or len(found) == 1)
