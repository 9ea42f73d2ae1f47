"""What a report's own sources say against one another: figure against figure, denial against claim.

A disagreement is shown to a person who has ten seconds.  So only real ones: numbers whose wordings leave room for one
another agree ("dozens" and 26), a part never contradicts its whole, other people, places, sides and events are
other figures.  Where that cannot be told, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal

from khabar.reconcile.within.comparing import Comparison
from khabar.reconcile.within.denials import denied
from khabar.reconcile.within.layout import Layout
from khabar.reconcile.within.stance import stated
from khabar.reconcile.within.tellings import Telling
from khabar.record import Figure, Report
from khabar.record.vocabulary import Measure

Kind = Literal["different_value", "revision", "different_time", "denial"]
_CLOSERS: Final = {'"': '"', "“": "”", "«": "»", "‘": "’"}
_PARTS = re.compile("[,،;؛]")
_OPENERS = re.compile('["“«‘]')
_STRONGEST: Final[tuple[Kind, ...]] = ("different_value", "revision", "different_time", "denial")


@dataclass(frozen=True, slots=True)
class Side:
    """One side: the item that says it, its words and who says so.

    `speakers`: names in the order of the tellings; None is the outlet's own voice, "?" a source that is not told.
    `when`: the date it is told for (`as_of`) or told on, where one was read.
    """

    item: str
    words: str
    speakers: tuple[str | None, ...]
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two sides or more that cannot all be so.  `measure` is that of figures; `layer` tells what the sides' items are."""

    kind: Kind
    layer: Literal["figures", "claims"]
    sides: tuple[Side, ...]
    measure: Measure | None = None


def disagreements(report: Report, layout: Layout | None = None) -> tuple[Disagreement, ...]:
    """The disagreements inside a report: figures in the order of the text, then denials."""
    layout = layout or Layout(report)
    return (*_of_figures(report, layout), *_of_denials(report))


def _of_figures(report: Report, layout: Layout) -> Iterable[Disagreement]:
    """One disagreement for each set of figures that differ in one way, directly or through a third figure."""
    comparison = Comparison(report, layout)
    by_measure: dict[str, list[Telling]] = {}
    for told in stated(report):
        if not comparison.is_headline_only(told):
            by_measure.setdefault(told.figure.measure, []).append(told)
    for group in by_measure.values():
        kinds: dict[tuple[int, int], Kind] = {}
        comparison.among(group)
        for one, other in combinations(range(len(group)), 2):
            if _adds_up(group, one, other) and not comparison.is_replaced(group[one], group[other]):
                continue
            if kind := comparison.kind(group[one], group[other]):
                kinds[one, other] = kind
        for strongest in _STRONGEST:
            for members in _connected(pair for pair, how in kinds.items() if how == strongest):
                sides = tuple(_side(group[number], report) for number in sorted(members))
                yield Disagreement(strongest, "figures", sides, group[0].figure.measure)


def _adds_up(group: list[Telling], one: int, other: int) -> bool:
    """Whether a third number of the report is the sum of two or their difference: then they are a whole and its parts."""
    told = [t.figure for n, t in enumerate(group) if n not in (one, other)]
    numbers = [figure.low for figure in told if figure.bound == "exact" and not figure.implicit]
    first, second = group[one].figure.low, group[other].figure.low
    if not first or not second or first == second:
        return False
    return abs(first - second) in numbers or first + second in numbers


def _connected(pairs: Iterable[tuple[int, int]]) -> list[set[int]]:
    """The sets of numbers that pairs connect, in the order of their smallest."""
    sets: list[set[int]] = []
    for pair in pairs:
        touching = [s for s in sets if s & set(pair)]
        sets = [s for s in sets if s not in touching] + [set(pair).union(*touching)]
    return sorted(sets, key=min)


def _side(told: Telling, report: Report) -> Side:
    speakers = tuple(dict.fromkeys(figure.source for figure in told.all))
    named = tuple(name for name in speakers if name is not None)
    return Side(told.figure.id, worded(told.figure, report), named or speakers, told.figure.as_of)


def worded(figure: Figure, report: Report) -> str:
    """The words of a figure with the people it counts, as one stretch where they stand side by side.

    Else the people stand in brackets, so that nothing looks like words of the report that do not stand there.
    """
    of, text = figure.of, report.document.text or ""
    if of is None or of.text == figure.text or not text:
        return figure.text
    start, end = min(figure.start, of.start), max(figure.end, of.end)
    opened = _OPENERS.search(text[start:end])
    if (
        opened
        and text[end : end + 1] == _CLOSERS[opened.group()]
        and _CLOSERS[opened.group()] not in text[opened.end() + start : end]
    ):
        end += 1
    parted = _PARTS.search(text[min(figure.end, of.end) : max(figure.start, of.start)])  # of 27 hurt, five
    if end - start <= len(figure.text) + len(of.text) + 3 and not parted:
        return text[start:end]
    return f"{figure.text} ({of.text})"


def _of_denials(report: Report) -> Iterable[Disagreement]:
    """Who denies what, with the claims or events that the denial stands against where they are told."""
    for denial, against in denied(report):
        deny = Side(denial.id, denial.content.text, (denial.speaker_name,), denial.time)
        others = tuple(Side(c.id, c.content.text, (c.speaker_name,), c.time) for c in against)
        yield Disagreement("denial", "claims", (deny, *others))
