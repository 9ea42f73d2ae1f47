"""Who is accused of a deed, and who denies it for the same side: an accuser and a denier of one deed meet by the doer.

Two opposed outlets seldom use the same words: "the planes bombed the hospital twice", "our air force hit no medical site".  What
they share is the side that did it or did not, the kind of deed, the country and the days, and one thing more: whom or what it
befell, its town, or that any such deed is denied.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from khabar.reconcile.across.actors.doers import Sides, doers_of, is_own
from khabar.reconcile.across.entry import Entry, within_days
from khabar.reconcile.across.events.scenes import Where, days_of, where_is
from khabar.reconcile.across.events.words import all_sites, marks_in, sites_in
from khabar.reconcile.across.joining import Group, Groups
from khabar.reconcile.across.statements.denying import Denial, Said, event_by, events_told, said_by
from khabar.reconcile.within.denials import all_stems_of
from khabar.reconcile.words import folded_words, listed
from khabar.record import Claim, Event, Place
from khabar.record.vocabulary import OWN_SENTENCE, EventStatus, EventType

_DEEDS: Final = ("ASSAULT", "COERCE", "RETREAT")
_WIDE: Final = ("admin1", "admin2", "area", "natural")
_DAYS: Final = 4
"""Days between an accusation and the denial that answers it."""
_BEFORE: Final = 10
"""Days that a deed may lie back of which somebody is accused anew."""
_KINDS: Final = {
    "explosive": "fire", "suicide_bomb": "fire", "air_strike": "fire", "shelling": "fire", "destruction": "fire",
    "shooting": "shooting", "execution": "shooting", "armed_clash": "shooting", "abduction": "abduction",
    "torture": "torture", "sexual_violence": "sexual violence", "looting": "looting", "arson": "fire",
    "arrest": "arrest", "raid": "arrest",
}  # fmt: skip
"""Kinds of deeds; a plain attack or killing may be of any."""


@dataclass(frozen=True, slots=True)
class _Deed:
    """A deed as one report tells it of a side, or as somebody denies it."""

    entry: Entry
    event: Event
    said: Said
    doers: Sides
    where: Where | None
    day: dt.date | None
    befell: frozenset[str]
    sites: frozenset[str]
    any: bool


def deeds_denied(
    entries: Iterable[Entry], events: Groups, voices: Groups, known: Iterable[Denial] = ()
) -> list[Denial]:
    """Denials of deeds that other reports lay on the same side, but for those that are `known`.  Costs the deeds, and for each
    denial those of its side.
    """
    every = tuple(entries)
    denied = [*_deeds(every, "denied", _DEEDS, voices)]
    laid: dict[str, list[_Deed]] = defaultdict(list)
    for deed in _deeds(every, "reported", {deed.event.type for deed in denied}, voices):
        for side in deed.doers:
            laid[side].append(deed)
    seen = {(one.denied.entry.document, one.denied.voice, said.entry.document) for one in known for said in one.said}
    return list(_met(denied, laid, seen, events_told(events)))


def _met(
    denied: list[_Deed],
    laid: dict[str, list[_Deed]],
    seen: set[tuple[int, object, int]],
    told: dict[int, set[Group]],
) -> Iterator[Denial]:
    """Each denial with the first telling by each report that it answers, once a pair of reports and voice; `told`: the events of
    each report that others tell too.
    """
    for deed in sorted(denied, key=lambda one: (one.entry.order, one.event.trigger.start)):
        against = {
            id(other): other for side in sorted(deed.doers) for other in laid[side] if _is_one(deed, other, told)
        }
        found: dict[int, Said] = {}
        for other in sorted(against.values(), key=lambda one: (one.entry.order, one.event.trigger.start)):
            pair = (deed.entry.document, deed.said.voice, other.entry.document)
            if other.said.voice != deed.said.voice and pair not in seen:
                found.setdefault(other.entry.document, other.said)
        seen |= {(deed.entry.document, deed.said.voice, document) for document in found}
        if found:
            yield Denial(deed.said, tuple(found.values()))


def _deeds(
    entries: tuple[Entry, ...], status: EventStatus, types: Container[EventType], voices: Groups
) -> Iterator[_Deed]:
    """The deeds of these types that reports tell with this status and lay on somebody."""
    for entry in entries:
        told = [event for event in entry.report.events if event.status == status and event.type in types]
        claims = {claim.id: claim for claim in entry.report.claims} if told else {}
        for event in told:
            if (deed := _deed(entry, event, claims.get(event.claim or ""), voices)) is not None:
                yield deed


def _deed(entry: Entry, event: Event, claim: Claim | None, voices: Groups) -> _Deed | None:
    """A deed with the sides that did it, or did not; None where nobody is named."""
    doers = doers_of(entry, event, claim)
    if not doers or (claim is None and event.status == "denied"):
        return None
    told = _told_of(event)
    place = next((p for p in entry.report.places if event.place and p.id == event.place.id), None)
    own = event.place is not None and event.place.from_ in OWN_SENTENCE
    site = f" {place.text}" if own and place is not None and place.kind == "facility" else ""
    days = days_of(event.date.value) if event.date and event.date.from_ in OWN_SENTENCE else None
    said = said_by(entry, claim, voices) if claim else event_by(entry, event, None, voices)
    befell = _befell(told + site)
    return _Deed(
        entry,
        event,
        said,
        doers,
        _where(place, event.place.name) if own and event.place else None,
        days[0] if days else None,
        befell,
        befell & all_sites() or frozenset(sites_in(said.words)),
        not listed("any").isdisjoint(folded_words(told)[:1]) or not (told or own),
    )


def _where(place: Place | None, name: str) -> Where:
    """Where a deed was; a countryside or a province is no town."""
    found = where_is(place, name)
    return found._replace(spot=None) if place is not None and place.kind in _WIDE else found


def _told_of(event: Event) -> str:
    """The words for whom or what a deed befell; behind "our forces", where nothing else is told, they stand with these."""
    if event.target is not None and event.target.from_ in OWN_SENTENCE:
        return event.target.text
    own = event.actor is not None and is_own(event.actor.text)
    return event.actor.text.partition(" ")[2] if own and event.actor else ""


def _befell(words: str) -> frozenset[str]:
    """What tells whom or what a deed befell: kinds of sites, and the stems of its words."""
    return frozenset((*sites_in(words), *(stem for mark in marks_in(words) for stem in all_stems_of(mark))))


def _is_one(denied: _Deed, laid: _Deed, told: dict[int, set[Group]]) -> bool:
    """Whether a deed that is denied may be the one that another report lays on that side."""
    if denied.entry is laid.entry or denied.event.type != laid.event.type or not _is_one_kind(denied.event, laid.event):
        return False
    if not within_days(denied.entry.published, laid.entry.published, _DAYS) or not _in_days(denied, laid):
        return False
    if _are_apart(denied.where, laid.where):
        return False
    if denied.sites and laid.sites and denied.sites.isdisjoint(laid.sites):
        return False  # no school for a hospital
    one_kind = None not in _kinds(denied.event, laid.event)
    here, there = (told.get(deed.entry.document, set[Group]()) for deed in (denied, laid))
    near = one_kind and (_is_in_town(denied, laid) or not here.isdisjoint(there))
    return denied.any or near or not denied.befell.isdisjoint(laid.befell)


def _is_in_town(denied: _Deed, laid: _Deed) -> bool:
    """Whether both are set in one town."""
    return denied.where is not None and laid.where is not None and denied.where.spot == laid.where.spot is not None


def _kinds(*events: Event) -> set[str | None]:
    """The kinds of deeds, None for one that may be of any."""
    return {event.type if event.type == "RETREAT" else _KINDS.get(event.subtype or "") for event in events}


def _is_one_kind(one: Event, other: Event) -> bool:
    kinds = _kinds(one, other)
    return len(kinds) == 1 or None in kinds


def _in_days(denied: _Deed, laid: _Deed) -> bool:
    """Whether a deed is told of a day near that of the denial: nobody denies now what was done last year."""
    if denied.day and laid.day:
        return abs((denied.day - laid.day).days) <= 1
    if laid.day is None or denied.entry.published is None:
        return laid.day is not None or laid.event.date is None or laid.event.date.from_ not in OWN_SENTENCE
    return -1 <= (dt.date.fromisoformat(denied.entry.published) - laid.day).days <= _BEFORE


def _are_apart(one: Where | None, other: Where | None) -> bool:
    """Whether two places are told of which neither may lie in the other."""
    if one is None or other is None:
        return False
    if one.country and other.country and one.country != other.country:
        return True
    spots = one.spot and other.spot and one.spot != other.spot
    divisions = one.division and other.division and one.division != other.division
    return bool(spots or divisions)
