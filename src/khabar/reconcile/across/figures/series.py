"""Figures over time: for an event and a measure the points of each voice, and who repeats whom without saying so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from itertools import combinations

from khabar.reconcile.across.entry import within_days
from khabar.reconcile.across.figures.counts import Count
from khabar.reconcile.across.figures.differing import (
    Difference,
    Point,
    are_rivals,
    difference,
    is_toll,
    near,
    of_two_places,
)
from khabar.reconcile.across.figures.people import People, may_be_same
from khabar.reconcile.across.figures.ties import is_vague
from khabar.reconcile.across.joining import Group

_TELLING = 5
"""From this number on two numbers that are equal are hardly so by chance."""
_ALONE = 10
"""From this number on it is enough that one of two does not say whom it counts."""
_NOBODY: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
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
    for count in sorted(ordered, key=lambda c: (c.voice is None, is_vague(c.voice))):
        place = next((told for told in folded if any(_one_point(one, count) for one in told)), None)
        if place is None:
            folded.append([count])
        else:
            place.append(count)
    for told in folded:
        wide = next((count for count in told if not count.incident), told[0])
        yield Point(wide.series, wide.measure, _most_tell(told), wide.amount, told[0].voice, tuple(told))


def _most_tell(told: list[Count]) -> People:
    """The people of a point: as most of its counts tell them; of equals the closer one, "18 policemen" for "18 dead"."""
    anybody = sum(count.people.anybody for count in told)
    close = next((count.people for count in told if not count.people.anybody), None)
    return close if close and 2 * anybody <= len(told) else told[0].people if anybody == 0 else People(*_NOBODY)


def _of_one_state(one: Group | None, other: Group | None) -> bool:
    return str(one).rpartition(" ")[2] == str(other).rpartition(" ")[2]


def _one_point(told: Count, count: Count) -> bool:
    """Whether two counts of one number are one statement, or a repetition of it by who does not say whose it is.

    A number of five or more that one voice gives of the same people in the same days is one, to whatever its reports tie it.
    """
    if not _one_speaker(told, count):
        return False
    return _one_people(told, count) and (near(told, count) or _one_number(told, count))


def _one_speaker(told: Count, count: Count) -> bool:
    """Whether two counts may be of one voice: who does not say whose it is may have it from any, "the authorities" from a body."""
    if count.voice is None:
        return told.voice is not None or told.entry.outlet == count.entry.outlet
    if told.voice is not None and is_vague(count.voice) and _is_telling(count):
        return _of_one_state(told.voice, count.voice)
    return told.voice == count.voice


def _one_people(one: Count, other: Count) -> bool:
    """Whether two counts of one number may be of the same people; a telling number that one of them tells of nobody in
    particular ("18 dead") is of those whom the other names ("18 policemen").
    """
    anybody = one.people.anybody or other.people.anybody
    return may_be_same(one.people, other.people) or (anybody and _is_telling(one, _ALONE))


def _is_telling(count: Count, least: int = _TELLING) -> bool:
    """Whether a number is large and exact enough to be hardly equal to another by chance."""
    low = count.amount.low
    return low is not None and low == count.amount.high and low >= least


def _one_number(one: Count, other: Count) -> bool:
    telling = _is_telling(one)
    countries = {count.where.country for count in (one, other) if count.where and count.where.country}
    return telling and len(countries) == 1 and within_days(one.day, other.day, _DAYS)


def uncredited(point: Point) -> tuple[Count, ...]:
    """The counts of a point by outlets that do not say whose number it is."""
    return tuple(count for count in point.counts if count.voice is None) if point.voice is not None else ()


def differences(found: Iterable[Point], documents: Collection[int] | None = None) -> list[Difference]:
    """All that is to be said of points of one event and measure, contradictions first, then by day; where documents are given, of
    those points that one of them tells, against all.
    """
    by_event: dict[tuple[Hashable, str], list[Point]] = defaultdict(list)
    for point in found:
        by_event[point.series, point.measure].append(point)
    made = [different for group in by_event.values() for different in _in_group(group, documents)]
    return sorted(
        made, key=lambda d: (not d.raised, d.one.day or "", d.other.day or "", str(d.one.series), str(d.one.amount))
    )


def _in_group(group: list[Point], documents: Collection[int] | None) -> Iterator[Difference]:
    asked = {id(point) for point in group if documents is None or not point.documents.isdisjoint(documents)}
    if not asked:
        return
    wholes: dict[int, set[int]] = defaultdict(set)
    for point in group:
        if point.people.anybody and not point.part and point.amount.low is not None:
            for count in point.counts:
                wholes[count.entry.document].add(point.amount.low)
    for one, other in combinations(group, 2):
        if asked.isdisjoint((id(one), id(other))):
            continue
        found = None if _partial(one, other) else _difference(one, other, group)
        if found and found.reason == "grew_later" and one.part and other.part and _of_one_whole(one, other, wholes):
            found = Difference("different value", "same_whole", found.one, found.other)
        if found:
            yield found


def _of_one_whole(one: Point, other: Point, wholes: Mapping[int, set[int]]) -> bool:
    """Whether two parts are broken down from a toll that their reports give alike: then nothing grew between them."""
    first, second = ({n for c in point.counts for n in wholes.get(c.entry.document, ())} for point in (one, other))
    least = max(one.amount.low or 0, other.amount.low or 0)
    return any(whole > least for whole in first & second)


def _difference(one: Point, other: Point, group: list[Point]) -> Difference | None:
    if _of_one_report(one, other):
        return of_two_places(one, other)
    return difference(one, other, parted=_parted(one, other, group))


def _of_one_report(one: Point, other: Point) -> bool:
    """Whether both stand in one report only: what it says against itself is found where it is read."""
    return len(one.documents | other.documents) == 1


def _partial(one: Point, other: Point) -> bool:
    """Whether one of them is no whole toll: an addition, what remains."""
    kinds = {point.first.figure.count_kind for point in (one, other)}
    return bool(kinds & _PARTIAL) and len(kinds) > 1


def _parted(one: Point, other: Point, group: list[Point]) -> bool:
    """Whether the other numbers of a series tell that two are of different people: one is missing from the other, or a report
    that has one has twice as many beside it ("four are not yet known by name").
    """
    return _explained(one, other, group) or _is_few(one, group) or _is_few(other, group)


def _is_few(point: Point, group: list[Point]) -> bool:
    low = point.amount.low
    if low is None or not point.people.anybody or (is_toll(point) and not point.first.incident):
        return False
    here = point.documents
    return any(
        p.people.anybody
        and not p.some
        and (p.amount.low or 0) >= 2 * low
        and not p.documents.isdisjoint(here)
        and not are_rivals(p, point)
        for p in group
    )


def _explained(one: Point, other: Point, group: list[Point]) -> bool:
    """Whether two numbers are a whole and its part, whatever their words: a third one is what is missing, and stands beside
    the smaller one in a report.

    Two wholes of nobody in particular ("34 dead" for "37 dead") are no part of one another, whatever their difference.
    """
    first, second = one.amount.low, other.amount.low
    if first is None or second is None or first == second or {one.amount.high, other.amount.high} == {None}:
        return False
    smaller = min(one, other, key=lambda point: point.amount.low or 0)
    if smaller.people.anybody and not smaller.part:
        return False
    beside = smaller.documents
    nearby = {p.amount.low for p in group if p is not one and p is not other and not p.documents.isdisjoint(beside)}
    return abs(first - second) in nearby
