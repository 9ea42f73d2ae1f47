"""Figures over time: for an event and a measure the points of each voice, and who repeats whom without saying so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations

from khabar.reconcile.across.entry import within_days
from khabar.reconcile.across.figures.counts import Count
from khabar.reconcile.across.figures.differing import Difference, Point, difference, near
from khabar.reconcile.across.figures.people import may_be_same

_TELLING = 5
"""From this number on two numbers that are equal are hardly so by chance."""
_DAYS = 4
_PARTIAL = frozenset({"increment", "remaining", "reclassified"})


def points(counts: Iterable[Count]) -> list[Point]:
    """The points of all counts, in the order of days.  Near-linear: only counts of one measure and number meet."""
    by_number: dict[Hashable, list[Count]] = defaultdict(list)
    for count in counts:
        if count.series is not None:
            by_number[count.measure, count.amount].append(count)
    made = [point for group in by_number.values() for point in _points_of(group)]
    return sorted(
        made,
        key=lambda point: (point.day or "9999", str(point.series), point.measure, str(point.voice), str(point.amount)),
    )


def _points_of(group: list[Count]) -> Iterator[Point]:
    """Counts of one measure and number, folded where voice, people and what they are of are the same.

    An outlet that gives a number in its own voice carries somebody's: where a voice gave the same number of the same people, it
    is a carrier of that, uncredited; else a point of the outlet's own.
    """
    ordered = sorted(
        group, key=lambda c: (c.day or "9999", c.entry.published or "", c.entry.outlet or "", c.entry.name, c.ref.item)
    )
    folded: list[list[Count]] = []
    for count in [c for c in ordered if c.voice is not None] + [c for c in ordered if c.voice is None]:
        place = next((told for told in folded if any(_one_point(one, count) for one in told)), None)
        if place is None:
            folded.append([count])
        else:
            place.append(count)
    for told in folded:
        wide = next((count for count in told if not count.incident), told[0])
        yield Point(wide.series, wide.measure, wide.people, wide.amount, told[0].voice, tuple(told))


def _one_point(told: Count, count: Count) -> bool:
    """Whether two counts of one number are one statement, or an outlet's repetition of it.

    A number of five or more that one voice gives of the same people in the same days is one, to whatever its reports tie it.
    """
    if not may_be_same(told.people, count.people) or not (near(told, count) or _one_number(told, count)):
        return False
    if count.voice is None and (told.voice is not None or told.entry.outlet == count.entry.outlet):
        return True
    return told.voice == count.voice is not None


def _one_number(one: Count, other: Count) -> bool:
    amount = one.amount
    telling = amount.low is not None and amount.low == amount.high and amount.low >= _TELLING
    countries = {count.where.country for count in (one, other) if count.where and count.where.country}
    return telling and len(countries) == 1 and within_days(one.day, other.day, _DAYS)


def uncredited(point: Point) -> tuple[Count, ...]:
    """The counts of a point by outlets that do not say whose number it is."""
    return tuple(count for count in point.counts if count.voice is None) if point.voice is not None else ()


def differences(found: Iterable[Point]) -> list[Difference]:
    """All that is to be said of points of one event and measure, contradictions first, then by day."""
    by_event: dict[tuple[Hashable, str], list[Point]] = defaultdict(list)
    for point in found:
        by_event[point.series, point.measure].append(point)
    made = [
        different
        for group in by_event.values()
        for one, other in combinations(group, 2)
        if not (_partial(one, other) or _of_one_report(one, other))
        and not _explained(one, other, group)
        and (different := difference(one, other))
    ]
    return sorted(
        made, key=lambda d: (not d.raised, d.one.day or "", d.other.day or "", str(d.one.series), str(d.one.amount))
    )


def _of_one_report(one: Point, other: Point) -> bool:
    """Whether both stand in one report only: what it says against itself is found where it is read."""
    return len(_documents(one, other)) == 1


def _partial(one: Point, other: Point) -> bool:
    """Whether one of them is no whole toll: an addition, what remains."""
    kinds = {point.first.figure.count_kind for point in (one, other)}
    return bool(kinds & _PARTIAL) and len(kinds) > 1


def _explained(one: Point, other: Point, group: list[Point]) -> bool:
    """Whether a third number is the difference or the sum of two: then they are a whole and its parts, whatever their words."""
    first, second = one.amount.low, other.amount.low
    if first is None or second is None or first == second or {one.amount.high, other.amount.high} == {None}:
        return False
    nearby = {
        p.amount.low
        for p in group
        if p is not one and p is not other and p.counts[0].entry.document in _documents(one, other)
    }
    return abs(first - second) in nearby or first + second in nearby


def _documents(*told: Point) -> set[int]:
    return {count.entry.document for point in told for count in point.counts}
