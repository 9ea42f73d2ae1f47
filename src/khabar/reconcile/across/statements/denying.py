"""What one voice denies and another says, in different reports: claim against claim, event denied against event reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from khabar.reconcile.across.actors.doers import Sides, doers_of, sides_of, sides_of_speaker
from khabar.reconcile.across.entry import Entry, Ref, within_days
from khabar.reconcile.across.figures.counts import Count
from khabar.reconcile.across.figures.differing import Point
from khabar.reconcile.across.joining import Group, Groups
from khabar.reconcile.within.denials import calls_untrue, content_stems, denies_too
from khabar.reconcile.within.disagreements import worded
from khabar.reconcile.within.tellings import roots_of
from khabar.reconcile.words import folded_words, listed
from khabar.record import Claim, Event, Figure

_SAYING: Final = frozenset({"say", "affirm", "accuse", "claim_responsibility", "warn", "other", "condemn"})
_SHARED: Final = 3
"""Content words that a denial must share with what it denies, fewer where it has no more."""
_FEWEST: Final = 2
"""Content words of a denial below which nothing tells what it denies in another report."""
_PART: Final = 0.6
_DAYS: Final = 7
_HAPPENED: Final = ("reported", "denied")
_COMMON: Final = 200
"""Claims that hold a word from which it no longer finds any: everybody's word tells nothing."""


@dataclass(frozen=True, slots=True)
class Said:
    """A claim or event of one report with its voice, by group, or a Ref where it cannot be told; None is the outlet's own."""

    ref: Ref
    entry: Entry
    voice: Group | None
    speaker: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Denial:
    """A denial and what others say, the earliest first."""

    denied: Said
    said: tuple[Said, ...]


def denials(entries: Iterable[Entry], events: Groups, voices: Groups, points: Iterable[Point] = ()) -> list[Denial]:
    """Denials that stand against what other reports say.  Costs the claims, and for each denial those that share its words."""
    known = tuple(entries)
    return [
        *_of_claims(known, events, voices),
        *_of_events(known, events, voices),
        *_of_numbers(known, voices, tuple(points)),
        *_of_acts(known, events, voices),
    ]


def _of_numbers(entries: tuple[Entry, ...], voices: Groups, points: tuple[Point, ...]) -> Iterator[Denial]:
    """Denials of "these figures", and who calls a number exaggerated: the number that their report told last before, with all
    reports that carry it.
    """
    of = {ref: point for point in points for count in point.counts for ref in count.refs}
    alike: dict[Hashable, list[Count]] = defaultdict(list)
    for point in points:
        alike[_number(point)] += point.counts
    for entry in entries:
        for claim in entry.report.claims:
            words = folded_words(claim.content.text)
            if not set(words) & listed("numbers") or not (claim.act == "deny" or calls_untrue(words)):
                continue
            told = [
                f for f in entry.report.figures if f.end <= claim.content.start and not f.part_of and not f.implicit
            ]
            denied = said_by(entry, claim, voices)
            here = of.get(Ref(entry.document, told[-1].id)) if told else None
            counts = alike[_number(here)] if here is not None else []
            said = _carried(entry, told[-1], counts, voices) if told else []
            if said and not all(one.voice == denied.voice and claim.act != "deny" for one in said):
                yield Denial(denied, tuple(sorted(said, key=_order)))


def _number(point: Point) -> Hashable:
    """What points have in common that tell one number, each on somebody else's word; one of no series is alone."""
    return (point.series, point.measure, point.people, point.amount) if point.series is not None else id(point)


def _carried(entry: Entry, figure: Figure, counts: Iterable[Count], voices: Groups) -> list[Said]:
    """A number with all that carry it, on whose word ever; one that belongs to no series stands in its own report alone."""
    if carried := [Said(c.ref, c.entry, c.voice, c.speaker, worded(c.figure, c.entry.report)) for c in counts]:
        return carried
    claim = next((claim for claim in entry.report.claims if claim.id == figure.claim), None)
    voice = _voice(entry, claim, voices) if claim else None
    return [Said(Ref(entry.document, figure.id), entry, voice, figure.source, worded(figure, entry.report))]


def _of_acts(entries: tuple[Entry, ...], events: Groups, voices: Groups) -> Iterator[Denial]:
    """Who denies to stand behind an event that some report has him claim, or lays on him."""
    attacks = [(entry, _groups_of(entry, events)) for entry in entries]
    laid: dict[Group, list[tuple[Entry, Claim, Sides]]] = defaultdict(list)
    for entry, groups in attacks:
        for claim in entry.report.claims:
            if (claim.act == "claim_responsibility" or _accuses(claim)) and claim.same_as is None:
                for group in groups:
                    laid[group].append((entry, claim, _laid_on(entry, claim)))
    for entry, groups in attacks:
        shared = groups & laid.keys()
        for claim in entry.report.claims if shared else ():
            if claim.act != "deny" or claim.same_as or not _is_of_a_part(claim):
                continue
            denied, sides = said_by(entry, claim, voices), sides_of_speaker(entry, claim)
            meant = {
                Ref(other.document, c.id): (other, c)
                for group in shared
                for other, c, on in laid[group]
                if within_days(other.published, entry.published, _DAYS) and _may_meet(sides, on)
            }
            owned = [one for one in meant.values() if not _accuses(one[1])]
            told = [said_by(other, c, voices) for other, c in owned or meant.values()]
            if told:
                yield Denial(denied, tuple(sorted(told, key=_order)))


def _may_meet(one: Sides, other: Sides) -> bool:
    """Whether two may be one side: one of them is not known, or they are."""
    return not one or not other or not one.isdisjoint(other)


def _is_of_a_part(claim: Claim) -> bool:
    """Whether a claim is that somebody had a part in something, or had none: stood "behind" it."""
    return not listed("behind").isdisjoint(folded_words(claim.content.text))


def _accuses(claim: Claim) -> bool:
    return claim.act == "accuse" and claim.addressee is not None


def _laid_on(entry: Entry, claim: Claim) -> Sides:
    """The sides that claim a deed, or that somebody accuses of it; none for what is only said."""
    if claim.act == "accuse" and claim.addressee is not None:
        return sides_of(claim.addressee.text, entry.scene)
    return sides_of_speaker(entry, claim) if claim.act == "claim_responsibility" else frozenset()


def _groups_of(entry: Entry, events: Groups) -> set[Group]:
    """The attacks that a report tells as having been, or as not having been."""
    refs = (Ref(entry.document, e.id) for e in entry.report.events if e.type == "ASSAULT" and e.status in _HAPPENED)
    return {group for ref in refs if (group := events.of.get(ref)) is not None}


def _of_claims(entries: tuple[Entry, ...], events: Groups, voices: Groups) -> Iterator[Denial]:
    """Denials of what a report says that tells an event of theirs: the same few words stand in reports of anything."""
    told_of = events_told(events)
    index: dict[str, list[tuple[Entry, Claim]]] = defaultdict(list)
    stems: dict[Ref, frozenset[str]] = {}
    for entry in entries:
        for claim in entry.report.claims:
            ref = Ref(entry.document, claim.id)
            stems[ref] = content_stems(claim)
            if claim.act in _SAYING and claim.same_as is None:
                for stem in stems[ref]:
                    index[stem].append((entry, claim))
    for entry in entries:
        told = set[frozenset[str]]()
        for claim in entry.report.claims:
            words = stems[Ref(entry.document, claim.id)]
            if claim.act != "deny" or claim.same_as or len(words) < _FEWEST or words in told:
                continue
            told.add(words)
            denied = said_by(entry, claim, voices)
            own = sides_of_speaker(entry, claim) if _is_of_a_part(claim) else frozenset[str]()
            against = _against(denied, words, own, (index, stems, voices, told_of))
            if against:
                yield Denial(denied, against)


def _against(
    denied: Said,
    words: frozenset[str],
    own: Sides,
    known: tuple[dict[str, list[tuple[Entry, Claim]]], dict[Ref, frozenset[str]], Groups, Mapping[int, set[Group]]],
) -> tuple[Said, ...]:
    """What other reports say that a denial answers; `own`: the sides of who denies to have had a part in it, whom nobody else's
    deed touches.
    """
    index, stems, voices, told_of = known
    here = told_of.get(denied.entry.document, set())
    candidates = {
        Ref(entry.document, claim.id): (entry, claim)
        for word in words
        for entry, claim in (index.get(word, ()) if len(index.get(word, ())) <= _COMMON else ())
    }
    found = []
    for ref, (entry, claim) in candidates.items():
        needed = max(min(_SHARED, len(words)), _PART * len(words))
        if (
            entry is denied.entry
            or here.isdisjoint(told_of.get(entry.document, ()))
            or claim.polarity == "negative"
            or denies_too(claim, denied.words)
            or len(words & stems[ref]) < needed
            or not within_days(entry.published, denied.entry.published, _DAYS)
        ):
            continue
        said = said_by(entry, claim, voices)
        if said.voice != denied.voice and _may_meet(own, _laid_on(entry, claim)):
            found.append(said)
    return tuple(sorted(found, key=_order))


def events_told(events: Groups) -> dict[int, set[Group]]:
    """The events that each report tells, those alone that others tell too."""
    told: dict[int, set[Group]] = defaultdict(set)
    for group, refs in events.members.items():
        if len(documents := {ref.document for ref in refs}) > 1:
            for document in documents:
                told[document].add(group)
    return told


def _of_events(entries: tuple[Entry, ...], events: Groups, voices: Groups) -> Iterator[Denial]:
    """Events that one report has as denied and another as reported, by other voices; a denial that its headline and its text tell
    is one.  Who denies to have done it does not deny that others did.
    """
    told: dict[Group, list[_Told]] = defaultdict(list)
    for entry in entries:
        roots = roots_of({event.id: event.same_as for event in entry.report.events})
        claims = {claim.id: claim for claim in entry.report.claims}
        for event in entry.report.events:
            group = events.of.get(Ref(entry.document, roots[event.id]))
            if group is not None and event.status in ("denied", "reported"):
                claim = claims.get(event.claim or "")
                told[group].append(_Told(event, claim, event_by(entry, event, claim, voices)))
    for tellings in told.values():
        denied = [one for one in tellings if one.event.status == "denied"]
        reported = [one for one in tellings if one.event.status == "reported"]
        known = set[tuple[int, Group | None]]()
        voiced = {one.said.entry.document for one in denied if one.claim is not None}
        for one in denied:
            said = [other.said for other in reported if _denies(one, other)]
            key = (one.said.entry.document, one.said.voice)
            again = one.claim is None and one.said.entry.document in voiced  # whose denial the outlet goes on with
            if said and key not in known and not again:
                known.add(key)
                yield Denial(one.said, tuple(sorted(said, key=_order)))


@dataclass(frozen=True)
class _Told:
    event: Event
    claim: Claim | None
    said: Said

    @cached_property
    def doers(self) -> Sides:
        """The sides that did it, or did not."""
        return doers_of(self.said.entry, self.event, self.claim)


def _denies(one: _Told, other: _Told) -> bool:
    """Whether a telling that denies an event denies what another report tells of it."""
    if other.said.entry is one.said.entry or other.said.voice == one.said.voice:
        return False
    part = one.claim is not None and _is_of_a_part(one.claim)
    own, others = one.doers, other.doers
    return not own.isdisjoint(others) or not (part or (own and others))


def said_by(entry: Entry, claim: Claim, voices: Groups) -> Said:
    """A claim with its voice."""
    return Said(
        Ref(entry.document, claim.id), entry, _voice(entry, claim, voices), claim.speaker_name, claim.content.text
    )


def event_by(entry: Entry, event: Event, claim: Claim | None, voices: Groups) -> Said:
    """An event with the voice that tells it."""
    voice = _voice(entry, claim, voices) if claim else None
    return Said(Ref(entry.document, event.id), entry, voice, claim.speaker_name if claim else None, event.trigger.text)


def _voice(entry: Entry, claim: Claim, voices: Groups) -> Group:
    if claim.actor is None:
        return Ref(entry.document, claim.id)
    ref = Ref(entry.document, claim.actor)
    return voices.of.get(ref, ref)


def _order(said: Said) -> tuple[tuple[str, str, str], Ref]:
    return said.entry.order, said.ref
