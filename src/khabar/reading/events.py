"""Events of a report: the drafts of all sentences with status, parties, place, date, figures and links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from khabar.languages.drafts import EventDraft, Offsets, PartyDraft
from khabar.reading.events_links import linked, one_a_paragraph, with_antecedents
from khabar.reading.events_settings import Around, Settings
from khabar.reading.ids import Ids
from khabar.reading.mentions import Mentions
from khabar.record import Claim, Event, Figure, Place, Span, Time
from khabar.record.types import EventDate, EventPlace, Party
from khabar.record.vocabulary import Basis, EventStatus
from khabar.text.page import Page


@dataclass(frozen=True)
class Read:
    """What was read before the events."""

    page: Page
    claims: Sequence[Claim]
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
    read = Read(page, claims, Settings(page, claims, times, places))
    ids = Ids("e")
    made = [_event(read, one, ids.next(*one.draft.trigger)) for one in _drafts(page, found)]
    return linked(made)


def _drafts(page: Page, found: Sequence[Mentions]) -> list[Around]:
    from khabar.languages.ar.events import events as ar_events
    out: list[Around] = []
    told: set[EventType] = set()
    for paragraph, mentions in groupby(found, key=lambda m: m.sentence.paragraph):
        place = page.span(paragraph.first, paragraph.last)
        drafted = []
        for mention in mentions:
            if mention.pack.code != 'ar': continue
            sentence = page.span(mention.sentence.first, mention.sentence.last)
            drafted += [Around(draft, sentence, place) for draft in ar_events(mention.sentence)]
        sentences = {one.draft.trigger: one for one in drafted}
        for draft in one_a_paragraph(with_antecedents([one.draft for one in drafted], told)):
            out.append(replace(sentences[draft.trigger], draft=draft))
    return out


def _span(page: Page, offsets: Offsets) -> Span:
    return Span(offsets[0], offsets[1], page.text[offsets[0] : offsets[1]])


def _event(read: Read, one: Around, id_: str) -> Event:
    draft = one.draft
    claim = _claim(read.claims, draft.trigger)
    return Event(
        id=id_,
        trigger=_span(read.page, draft.trigger),
        type=draft.type,
        subtype=draft.subtype,
        method=_span(read.page, draft.method) if draft.method else None,
        status=_status(draft, claim),
        actor=_party(read.page, draft.actor),
        target=_party(read.page, draft.target),
        place=read.settings.place(one),
        date=read.settings.date(one),
        claim=claim.id if claim else None,
        rule=draft.rule,
    )


def _claim(claims: Sequence[Claim], trigger: Offsets) -> Claim | None:
    holding = [c for c in claims if c.content.start <= trigger[0] and trigger[1] <= c.content.end]
    return min(holding, key=lambda c: c.content.end - c.content.start, default=None)


_OF_ACT: dict[str, EventStatus] = {"order": "ordered", "request": "called_for", "threaten": "threatened", "deny": "denied", "reject": "refused"}


def _status(draft: EventDraft, claim: Claim | None) -> EventStatus:
    if claim is not None and claim.act in _OF_ACT and not draft.definite:
        return _OF_ACT[claim.act]
    return draft.status or "reported"


def _party(page: Page, party: PartyDraft | None) -> Party | None:
    if party is None:
        return None
    return Party(party.name, _span(page, party.span), None, party.near, party.basis)
