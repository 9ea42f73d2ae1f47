"""Events of a report: the drafts of all sentences with status, parties, place, date, figures and links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import cast

from khabar.languages.drafts import EventDraft, Offsets, PartyDraft
from khabar.reading.events_links import Cluster, clusters, one_a_paragraph, with_antecedents
from khabar.reading.events_settings import Settings, Told, breadth
from khabar.reading.ids import Ids
from khabar.reading.mentions import Mentions
from khabar.record import Claim, Event, Figure, Place, Span, Time
from khabar.record.types import EventDate, EventPlace, Party
from khabar.record.vocabulary import EventStatus, EventType, From
from khabar.text.page import Page


@dataclass(frozen=True)
class Read:
    """What was read before the events."""

    page: Page
    claims: Sequence[Claim]
    figures: Sequence[Figure]
    settings: Settings


def settle_events(
    page: Page,
    found: Sequence[Mentions],
    claims: Sequence[Claim],
    figures: Sequence[Figure],
    times: Sequence[Time],
    places: Sequence[Place],
) -> list[Event]:
    """All events of a report, one an act and paragraph, in text order."""
    read = Read(page, claims, figures, Settings(page, claims, times, places))
    told = _tellings(read, found)
    read.settings.learn(told)
    ids = Ids("e")
    named = {id(one): ids.next(*one.draft.trigger) for one in told}
    return [_event(read, one, cluster, named) for one, cluster in zip(told, clusters(told), strict=True)]


def _tellings(read: Read, found: Sequence[Mentions]) -> list[Told]:
    """The drafts of all paragraphs, each act once a paragraph, with the place and day of its own clause."""
    from khabar.languages.ar.events import events as ar_events
    told: list[Told] = []
    types: set[EventType] = set()
    page = read.page
    for paragraph, mentions in groupby(found, key=lambda m: m.sentence.paragraph):
        around = page.span(paragraph.first, paragraph.last)
        drafts: list[EventDraft] = []
        for mention in mentions:
            if mention.pack.code != 'ar': continue
            sentence = page.span(mention.sentence.first, mention.sentence.last)
            drafts += [replace(d, sentence=sentence) for d in ar_events(mention.sentence)]
        for draft in one_a_paragraph(with_antecedents(drafts, types)):
            own = read.settings.own_place(draft), read.settings.own_date(draft)
            told.append(Told(draft, draft.sentence, around, *own))
    return told


def _span(page: Page, offsets: Offsets) -> Span:
    return Span(offsets[0], offsets[1], page.text[offsets[0] : offsets[1]])


def _event(read: Read, one: Told, cluster: Cluster, ids: dict[int, str]) -> Event:
    draft = one.draft
    claim = _claim(read.claims, draft.trigger)
    first = cluster.told[0]
    return Event(
        id=ids[id(one)],
        trigger=_span(read.page, draft.trigger),
        type=draft.type,
        subtype=_subtype(one, cluster),
        method=_span(read.page, draft.method) if draft.method else None,
        status=_status(draft, claim),
        actor=_party(read.page, draft.actor, [t.draft.actor for t in cluster.told]),
        target=_party(read.page, draft.target, [t.draft.target for t in cluster.told]),
        place=_place(read.settings, one, cluster),
        date=_date(read.settings, one, cluster),
        claim=claim.id if claim else None,
        same_as=ids[id(first)] if first is not one else None,
        rule=draft.rule,
    )


def _claim(claims: Sequence[Claim], trigger: Offsets) -> Claim | None:
    holding = [c for c in claims if c.content.start <= trigger[0] and trigger[1] <= c.content.end]
    return min(holding, key=lambda c: c.content.end - c.content.start, default=None)


_OF_ACT: dict[str, EventStatus] = {
    "order": "ordered",
    "request": "called_for",
    "threaten": "threatened",
    "deny": "denied",
    "reject": "refused",
}


def _status(draft: EventDraft, claim: Claim | None) -> EventStatus:
    if claim is not None and claim.act in _OF_ACT and not draft.definite:
        return _OF_ACT[claim.act]
    return draft.status or "reported"


_GENERAL = (None, "attack")


def _subtype(one: Told, cluster: Cluster) -> object:
    """The most specific kind that the report tells of the event."""
    if one.draft.subtype not in _GENERAL:
        return one.draft.subtype
    return next((t.draft.subtype for t in cluster.told if t.draft.subtype not in _GENERAL), one.draft.subtype)


def _party(page: Page, own: PartyDraft | None, told: Sequence[PartyDraft | None]) -> Party | None:
    """A party as the event's own sentence names it, else as another telling of the event does."""
    if own is not None:
        return Party(own.name, _span(page, own.span), None, own.near, own.basis)
    other = next((p for p in told if p is not None), None)
    return Party(other.name, _span(page, other.span), None, "report", "inferred") if other else None


def _place(settings: Settings, one: Told, cluster: Cluster) -> EventPlace | None:
    """The narrowest place that the event's clause or another telling names, else the nearest, else the main scene."""
    own = [(p, near) for p, near in ((one.place, "predicate"), (cluster.place, "report")) if p is not None]
    if own:
        place, near = min(own, key=lambda option: breadth(option[0]))
        return EventPlace(place.name, place.id, cast(From, near))
    rings: tuple[tuple[From, Place | None], ...] = (
        ("sentence", settings.place_in(one, one.sentence)),
        ("paragraph", settings.place_in(one, one.paragraph)),
        ("report", settings.scene),
    )
    return next((EventPlace(place.name, place.id, near) for near, place in rings if place is not None), None)


def _date(settings: Settings, one: Told, cluster: Cluster) -> EventDate | None:
    """The day that the event's clause or another telling names, else the nearest, else that of the main scene."""
    options: list[tuple[Time | None, From]] = [(one.date, "predicate"), (cluster.date, "report")]
    if all(time is None for time, _ in options) and one.draft.status in (None, "reported"):
        options.append((settings.date_in(one, one.sentence), "sentence"))
        options.append((settings.date_in(one, one.paragraph), "paragraph"))
        options.append((settings.day, "report"))
    return next((EventDate(t.value, t.id, near) for t, near in options if t is not None and t.value is not None), None)
