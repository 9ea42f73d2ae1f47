"""One event that reports set on different days or in different places.

A day or place is evidence only where a report sets the event there in so many words: it stands in the clause of the event, no
other event or speaker between them, a day by its name or date.  What was reckoned from the day of publication ("today",
"yesterday"), lent by the rest of the report, or told of things that last, is none.  A day is a day: the night between two of
them, and a weekday that may be that of the week before, contradict nothing; neither do two places of which one lies in the
other or a short way from it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Final, Literal

from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.across.events.scenes import Where, days_of, where_is
from khabar.reconcile.across.events.words import general_kind
from khabar.reconcile.across.figures.differing import Point
from khabar.reconcile.across.joining import Group, Groups
from khabar.reconcile.within.tellings import roots_of
from khabar.reconcile.words import folded_words, listed
from khabar.record import Event, Place, Time

What = Literal["date", "place"]
Reason = Literal["other_day", "next_day", "same_weekday", "other_place", "reset"]
_ACTS: Final = ("ASSAULT", "ACCIDENT")
"""Events that are of one moment; unrest, storms and meetings last or move."""
_NAMED: Final = ("weekday on or before", "as written", "year from", "Hijri date")
"""How a day was reckoned that the report names: by its weekday or its date."""
_BY_WEEKDAY: Final = "weekday on or before"
_BEHIND: Final = 160
"""Characters behind the words of an event in which its day or place may stand, and before them."""
_BEFORE: Final = 15
_RIGHT_BEFORE: Final = 1
"""The same of a place: what stands farther before is the place of another."""
_SENTENCE_END: Final = re.compile(r"[.!?؟؛\n]")
_TOWNS: Final = ("settlement", "admin1", "admin2")
_KM: Final = 40.0
"""So far from one another two towns may lie of which reports name one for the other."""
_EARTH: Final = 6371.0
_WEEK: Final = 7
_TELLING: Final = 20
"""From this number on, where it is no round one, the number of one voice is of one event, whatever its reports join it to."""


@dataclass(frozen=True, slots=True)
class SetOn:
    """A telling with the day or place that it sets its event on or in, in the words of the report.

    `ref` is that day or place, `night` tells that it may belong to two days, `by_weekday` that its week was reckoned.
    """

    ref: Ref
    entry: Entry
    voice: Group | None
    speaker: str | None
    words: str
    day: dt.date | None = None
    place: Place | None = None
    night: bool = False
    by_weekday: bool = False


@dataclass(frozen=True, slots=True)
class Apart:
    """Two sides that set one event on other days or in other places, the earlier told first; real where `raised`."""

    what: What
    reason: Reason
    one: tuple[SetOn, ...]
    other: tuple[SetOn, ...]
    raised: bool


def when_and_where(entries: Iterable[Entry], events: Groups, voices: Groups, points: Iterable[Point]) -> list[Apart]:
    """All such pairs of sides: of each event the day that most reports set it on against each other one, and so its places.

    One event is also what one voice gives the same large number of, however its reports are joined.
    Costs the events, and of each event its days and places.
    """
    known = {entry.document: entry for entry in entries}
    told = {ref: list(sets) for entry in known.values() for ref, sets in _sets(entry, voices).items()}
    groups = [*events.members.values(), *_of_one_number(points, events)]
    seen = set[tuple[Ref, Ref]]()
    found = []
    for refs in groups:
        sets = [one for ref in refs for one in told.get(ref, ()) if len(refs) > 1]
        for apart in (*_days_apart([s for s in sets if s.day]), *_places_apart([s for s in sets if s.place])):
            pair = (apart.one[0].ref, apart.other[0].ref)
            if pair not in seen:
                seen.add(pair)
                found.append(apart)
    return found


def _of_one_number(points: Iterable[Point], events: Groups) -> Iterator[list[Ref]]:
    """The events that one voice gives one number of, where they are several and of one report each."""
    for point in points:
        low = point.amount.low
        if (
            not isinstance(point.voice, str)
            or low is None
            or low != point.amount.high
            or low < _TELLING
            or low % 10 == 0
        ):
            continue
        named = (count for count in point.counts if count.voice == point.voice)
        refs = dict.fromkeys(ref for count in named if (ref := _event_of(count.entry, count.figure.event)))
        if len({events.of.get(ref) for ref in refs}) > 1:
            yield list(refs)


def _event_of(entry: Entry, event: str | None) -> Ref | None:
    roots = roots_of({one.id: one.same_as for one in entry.report.events}) if event else {}
    return Ref(entry.document, roots[event]) if event in roots else None


# ---------------------------------------------------------------- what a report sets on a day or in a place


def _sets(entry: Entry, voices: Groups) -> Mapping[Ref, list[SetOn]]:
    """The days and places of a report's acts that stand beside their words, by the first telling of each."""
    report = entry.report
    roots = roots_of({event.id: event.same_as for event in report.events})
    times = {time.id: time for time in report.times}
    places = {place.id: place for place in report.places}
    stops = sorted({*(e.trigger.start for e in report.events), *(c.cue.start for c in report.claims if c.cue)})
    made: dict[Ref, list[SetOn]] = defaultdict(list)
    for event in report.events:
        if event.type not in _ACTS or event.status != "reported" or general_kind(event.trigger.text):
            continue
        ref = Ref(entry.document, roots[event.id])
        time = times.get(event.date.id or "") if event.date and event.date.from_ == "predicate" else None
        place = places.get(event.place.id or "") if event.place and event.place.from_ == "predicate" else None
        if time is not None and _is_beside(entry, event, (time.start, time.end, _BEFORE), stops):
            made[ref] += _on_day(entry, event, time, voices)
        if place is not None and _is_beside(entry, event, (place.start, place.end, _RIGHT_BEFORE), stops):
            made[ref] += _in_place(entry, event, place, voices)
    return made


def _is_beside(entry: Entry, event: Event, at: tuple[int, int, int], stops: list[int]) -> bool:
    """Whether what stands `at` (start, end, and how far before) stands behind an event or that far before it, and nothing else
    that is told stands between.
    """
    trigger, (start, end, before) = event.trigger, at
    first, last = (trigger.end, start) if start >= trigger.end else (end, trigger.start)
    if not 0 <= last - first <= (_BEHIND if start >= trigger.end else before):
        return False
    between = (entry.report.document.text or "")[first:last]
    return not _SENTENCE_END.search(between) and not any(first <= stop < last for stop in stops)


def _on_day(entry: Entry, event: Event, time: Time, voices: Groups) -> Iterator[SetOn]:
    span = days_of(time.value or "")
    named = (time.basis or "").startswith(_NAMED) or not listed("weekday").isdisjoint(folded_words(time.text))
    if span is None or span[0] != span[1] or not named or time.mod is not None:
        return
    voice, speaker = _voice(entry, event, voices)
    night = (time.value or "").endswith("TNI") or not listed("night").isdisjoint(folded_words(time.text))
    weekday = (time.basis or "").startswith(_BY_WEEKDAY)
    yield SetOn(Ref(entry.document, time.id), entry, voice, speaker, time.text, span[0], None, night, weekday)


def _in_place(entry: Entry, event: Event, place: Place, voices: Groups) -> Iterator[SetOn]:
    """A town or province of the country that the report speaks of: another one is the place of another thing, or no place."""
    known = place.kind in _TOWNS and place.relation is None and place.lat is not None and place.lon is not None
    if known and place.country == entry.scene:
        voice, speaker = _voice(entry, event, voices)
        yield SetOn(Ref(entry.document, place.id), entry, voice, speaker, place.text, place=place)


def _voice(entry: Entry, event: Event, voices: Groups) -> tuple[Group | None, str | None]:
    claim = next((one for one in entry.report.claims if one.id == event.claim), None)
    if claim is None:
        return None, None
    ref = Ref(entry.document, claim.actor or claim.id)
    return voices.of.get(ref, ref), claim.speaker_name


# ---------------------------------------------------------------- side against side


def _days_apart(sets: list[SetOn]) -> Iterator[Apart]:
    by_day = _sides(sets, lambda one: one.day, lambda one, other: one.day == other.day)
    for one, other in _against_most(by_day):
        yield Apart("date", reason := _reason_of_days(one, other), one, other, reason == "other_day")


def _reason_of_days(one: tuple[SetOn, ...], other: tuple[SetOn, ...]) -> Reason:
    days = [side[0].day.toordinal() for side in (one, other) if side[0].day]
    gap = abs(days[0] - days[1])
    if _is_said_anew(one, other):
        return "reset"
    if gap == 1 and any(all(told.night for told in side) for side in (one, other)):
        return "next_day"
    if gap % _WEEK == 0 and any(all(told.by_weekday for told in side) for side in (one, other)):
        return "same_weekday"
    return "other_day"


def _places_apart(sets: list[SetOn]) -> Iterator[Apart]:
    by_place = _sides(sets, lambda one: one.place and one.place.name, lambda one, other: not _are_apart(one, other))
    for one, other in _against_most(by_place):
        if _are_apart(one[0], other[0]):
            reason: Reason = "reset" if _is_said_anew(one, other) else "other_place"
            yield Apart("place", reason, one, other, reason == "other_place")


def _are_apart(one: SetOn, other: SetOn) -> bool:
    """Whether two places are two: neither lies in the other, nor beside it."""
    if one.place is None or other.place is None:
        return False
    first, second = (where_is(side.place, side.place.name) for side in (one, other) if side.place)
    return not (_holds(first, second) or _holds(second, first)) and _km(one.place, other.place) > _KM


def _holds(wide: Where, narrow: Where) -> bool:
    """Whether a place is the other one, or the division that it lies in, or may lie in."""
    if wide.spot is not None:
        return wide.spot == narrow.spot
    return narrow.division in (None, wide.division) and narrow.country == wide.country


def _km(one: Place, other: Place) -> float:
    """The way between two places as the crow flies."""
    north, east, to_north, to_east = (
        radians(value) for value in (one.lat or 0, one.lon or 0, other.lat or 0, other.lon or 0)
    )
    half = sin((to_north - north) / 2) ** 2 + cos(north) * cos(to_north) * sin((to_east - east) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half))


def _sides(
    sets: list[SetOn], of: Callable[[SetOn], Hashable], same: Callable[[SetOn, SetOn], bool]
) -> list[tuple[SetOn, ...]]:
    """The tellings by what they say, without those of reports that say two things themselves: they tell of two acts, or of how
    one went on.
    """
    by_report: dict[int, list[SetOn]] = defaultdict(list)
    for one in sets:
        by_report[one.entry.document].append(one)
    sides: dict[Hashable, list[SetOn]] = defaultdict(list)
    for told in by_report.values():
        if all(same(told[0], other) for other in told):
            sides[of(told[0])].append(told[0])
    return [tuple(sorted(side, key=lambda one: (one.entry.order, one.ref))) for side in sides.values()]


def _against_most(sides: list[tuple[SetOn, ...]]) -> Iterator[tuple[tuple[SetOn, ...], tuple[SetOn, ...]]]:
    """What most reports say against each other side; of two the one told first stands first."""
    ordered = sorted(sides, key=lambda side: (-len(side), side[0].entry.order, side[0].ref))
    for other in ordered[1:]:
        one, second = sorted((ordered[0], other), key=lambda side: (side[0].entry.order, side[0].ref))
        yield one, second


def _is_said_anew(one: tuple[SetOn, ...], other: tuple[SetOn, ...]) -> bool:
    """Whether one voice, or one outlet in its own, says both, on different days: then the later takes the place of the earlier."""
    voices = {_who(told) for told in one}
    last = max(told.entry.published or "9999" for told in one)
    later = all(last < (told.entry.published or "") for told in other)
    return later and voices == {_who(told) for told in other} and len(voices) == 1 and None not in voices


def _who(told: SetOn) -> Hashable:
    if told.voice is None:
        return ("outlet", told.entry.outlet) if told.entry.outlet else None
    return told.voice if isinstance(told.voice, str) else None
