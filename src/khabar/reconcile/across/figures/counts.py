"""The figures of all reports as counts: whose, of what event, of whom, and for which day; one count a report and telling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.across.events.scenes import Where, day_of, scenes
from khabar.reconcile.across.figures.people import People, of_attackers
from khabar.reconcile.across.figures.ties import Ties, is_act, is_bare
from khabar.reconcile.across.joining import Group, Groups
from khabar.reconcile.amounts import Interval, interval_of
from khabar.reconcile.within.stance import stated
from khabar.reconcile.within.tellings import Telling
from khabar.record import Figure
from khabar.record.vocabulary import Measure

_MOST_PARTS: Final = 6


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of one report with all its tellings there.

    `event` is the group of the event that it is of; None where that cannot be told.  `voice` is the group of who gives it, a Ref
    for a source that cannot be told apart from others, None for the outlet's own voice; `speaker` is the name that the report
    has.  `day` is the day that it is told for where the report says one, else that of publication; `told_for` whether it was said.
    `past` is the date of an older event that it is of, told in the background.
    `stretch`: the words for the stretch of time that it is counted over ("in the last 24 hours").
    `part`: it is contained in another number of its report; `some`: it is some of the people of that number, not a kind of its
    own among them ("two of them", and not "two children").  `incident`: its event is one act of a place and day; else it belongs
    to a state of things, unrest or war, and `where` is what it is of.  `whole`: its words or its event say that it is the toll of
    all that, not of something in it.
    """

    refs: tuple[Ref, ...]
    entry: Entry
    figure: Figure
    event: Group | None
    people: People
    amount: Interval
    voice: Group | None
    speaker: str | None
    via: tuple[str, ...]
    day: str | None
    told_for: bool
    part: bool
    some: bool
    incident: bool
    where: Where | None
    whole: bool
    past: str | None = None
    stretch: str | None = None

    @property
    def series(self) -> Hashable | None:
        """What its numbers are compared within: the incident, else the country with the measure; None where neither is known."""
        if self.past:
            return ("past", self.past)
        if self.incident:
            return self.event
        told = (self.where.country or self.where.spot) if self.where else None
        return ("situation", told) if told else None

    @property
    def measure(self) -> Measure:
        """What happened to the counted."""
        return self.figure.measure

    @property
    def ref(self) -> Ref:
        """The first telling."""
        return self.refs[0]


def counts_of(
    entries: Iterable[Entry],
    events: Groups,
    voices: Groups,
    acts: Mapping[Ref, bool] = MappingProxyType({}),
    measure: str | None = None,
) -> Iterator[Count]:
    """The counts of all reports, or those of a measure.  Costs their figures and events; single victims without a number word are
    no counts.

    `acts`: what `acts_told` says of reports that are not among the entries, and tell of their events.
    """
    told = [(entry, entry.once(scenes)) for entry in entries]
    known = {**acts, **{ref: act for entry, _ in told for ref, act in acts_told(entry).items()}}
    groups = _acts(known, events)
    for entry, here in told:
        ties = Ties(entry, events, voices, {scene.ref: scene for scene in here})
        yield from _counts(entry, _tellings(entry, measure), ties, groups)


def acts_told(entry: Entry) -> dict[Ref, bool]:
    """Of each event of a report whether it is told as one act of a place and day."""
    here = entry.once(scenes)
    unrest = any(scene.real and (scene.general or scene.type == "PROTEST") for scene in here)
    return {scene.ref: is_act(scene) and not (unrest and is_bare(scene)) for scene in here}


def _acts(told: Mapping[Ref, bool], events: Groups) -> set[Group]:
    """The groups of which most reports tell one act."""
    says: dict[Group, list[bool]] = defaultdict(list)
    for ref, act in told.items():
        if ref in events.of:
            says[events.of[ref]].append(act)
    return {group for group, answers in says.items() if 2 * sum(answers) > len(answers)}


def _tellings(entry: Entry, measure: str | None) -> Iterator[Telling]:
    """The numbers of a report, those of each source by themselves; a number that is denied is nobody's."""
    for told in stated(entry.report):
        if measure is None or measure in {figure.measure for figure in told.all}:
            yield from _by_source(told)


def _counts(entry: Entry, told_here: Iterable[Telling], ties: Ties, acts: set[Group]) -> Iterator[Count]:
    summed = summands(entry.report.figures)
    for told in told_here:
        figure = _told_best(told)
        if figure.implicit:
            continue
        voice, speaker, via = ties.voice(told)
        day = day_of(figure.as_of)  # "7 July" of no year is none
        event, past = ties.event(told), ties.past(told)
        yield Count(
            refs=tuple(Ref(entry.document, one.id) for one in told.all),
            entry=entry,
            figure=figure,
            event=event,
            people=ties.people(told),
            amount=interval_of(figure),
            voice=voice,
            speaker=speaker,
            via=via,
            day=str(day) if day else _day_of(past) if past else entry.published,
            told_for=day is not None,
            part=(part := ties.is_part(told, summed)),
            some=part and ties.is_some(told),
            incident=past is None and event is not None and event in acts,
            where=ties.where(told),
            whole=ties.is_whole(told),
            past=past,
            stretch=ties.stretch(told),
        )


def _day_of(past: str) -> str | None:
    """The day of an older event, None where only its month or year is told."""
    day = day_of(past)
    return str(day) if day else None


def summands(figures: Iterable[Figure]) -> frozenset[str]:
    """Ids of figures that, with others behind or before them, make up a larger number of the same measure in the report.

    "40 injured: 8 flown out, 24 in hospital, 8 at home": a report breaks a toll down without saying that these are its parts.
    """
    by_measure: dict[str, list[Figure]] = defaultdict(list)
    told = list(figures)
    totals = {name for one in told if one.count_kind == "total" for name in (one.id, one.same_as) if name}
    for figure in told:
        if figure.low and figure.bound == "exact" and not figure.implicit and not {figure.id, figure.same_as} & totals:
            by_measure[figure.measure].append(figure)
    found = set[str]()
    for group in by_measure.values():
        wholes = {figure.low for figure in group}
        for start in range(len(group)):
            total, parts = 0, set[int]()
            for figure in group[start : start + _MOST_PARTS]:
                total += figure.low or 0
                parts.add(figure.low or 0)
                if figure.id != group[start].id and total in wholes - parts:
                    found.update(one.id for one in group[start : group.index(figure) + 1])
    return frozenset(found)


def _by_source(told: Telling) -> Iterator[Telling]:
    """The tellings of a number, those of each source by themselves: two who say the same are two voices.  Five attackers and
    five soldiers are two numbers, too.

    What the report tells in its own voice goes with the first source.
    """
    first = next((figure.source for figure in told.all if figure.source), None)
    parts: dict[Hashable, list[Figure]] = {}
    for figure in told.all:
        parts.setdefault((figure.source or first, of_attackers(figure)), []).append(figure)
    for figures in parts.values():
        yield Telling(figures[0], tuple(figures[1:]))


def _told_best(told: Telling) -> Figure:
    """The telling that says most: one with a source, one that says whom it counts, a number rather than a bound; of equals the
    first.
    """
    return max(
        told.all,
        key=lambda one: (one.source is not None, one.of is not None, one.bound == "exact", -one.start),
    )
