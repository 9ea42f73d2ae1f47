"""Figures by measure and population, restatements folded, subsets under their whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

from khabar.desk.digest.types import FigureGroup, FigureLine
from khabar.desk.telling import day_of
from khabar.reconcile import Telling, denied_figures, interval_of, not_done, tellings
from khabar.reconcile.within.disagreements import worded
from khabar.record import Claim, Event, Figure, Report
from khabar.record.vocabulary import Measure, Population

_MEASURES: tuple[Measure, ...] = get_args(Measure)
_POPULATIONS: tuple[Population, ...] = get_args(Population)


def figure_groups(report: Report) -> tuple[FigureGroup, ...]:
    """The groups in the order of the vocabularies; a subset stands under its whole, not in a group of its own."""
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

    groups: dict[tuple[Measure, tuple[Population, ...]], list[FigureLine]] = {}
    for told in folded:
        if told.figure.id not in above:
            groups.setdefault((told.figure.measure, population_of(told.figure)), []).append(line(told))
    return tuple(
        FigureGroup(measure, population, tuple(sorted(lines, key=_size, reverse=True)))
        for (measure, population), lines in sorted(groups.items(), key=_place)
    )


def population_of(figure: Figure) -> tuple[Population, ...]:
    """The populations of a figure, each once, in the order of the vocabulary."""
    values = {population.value for population in figure.population}
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


def _place(group: tuple[tuple[Measure, tuple[Population, ...]], list[FigureLine]]) -> tuple[int, tuple[int, ...]]:
    (measure, population), _ = group
    return _MEASURES.index(measure), tuple(_POPULATIONS.index(value) for value in population)


def _size(line: FigureLine) -> int:
    return interval_of(line.figure).low or 0


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
    speakers = tuple(dict.fromkeys(figure.source for figure in stated))
    named = tuple(name for name in speakers if name is not None)
    governing = [claim for f in stated or told.all if (claim := claims.get(f.claim or ""))]
    relayed = next((claim for claim in governing if claim.via), None)
    claim = governing[0] if governing else None
    ways = [not_done(claims.get(figure.claim or ""), events.get(figure.event or "")) for figure in stated]
    return FigureLine(
        figure=told.figure,
        again=told.again,
        words=worded(told.figure, report),
        speakers=named or speakers,
        via=tuple(via.name for via in relayed.via) if relayed else (),
        cue=claim.cue.text if claim and claim.cue else None,
        claim=claim,
        parts=parts,
        deniers=tuple(dict.fromkeys(f.source or "?" for f in told.all if f.id in denied)),
        standing=ways[0] if ways and all(ways) else None,
        day=day_of(told.figure, events.get(told.figure.event or ""), report.document.published),
    )
