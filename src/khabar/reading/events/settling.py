"""Events of a report: the drafts of all sentences with status, parties, place, date, figures and links."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

import msgspec
from msgspec.structs import replace

from khabar.languages.drafts import EventDraft, Offsets, PartyDraft
from khabar.reading.contents import Contents
from khabar.reading.events.antecedents import brought_in, with_antecedents
from khabar.reading.events.bases import basis_of, without_denied_doer
from khabar.reading.events.counts_apart import Acts
from khabar.reading.events.dates import is_later
from khabar.reading.events.days import Days
from khabar.reading.events.ends import ended
from khabar.reading.events.figures import Timed, causes, with_figures
from khabar.reading.events.known_names import Names
from khabar.reading.events.lending import doer_of, victim_of
from khabar.reading.events.links import Cluster, clusters
from khabar.reading.events.names import basis_told_again
from khabar.reading.events.owned import with_owners
from khabar.reading.events.paragraphs import one_a_paragraph
from khabar.reading.events.set_in import date_of, place_of
from khabar.reading.events.settings import Settings, Told
from khabar.reading.events.specific import Around, belongs, is_apart, without_talk
from khabar.reading.events.taken_up import towns_of_figures
from khabar.reading.events.vows import ORDERS, is_demanded, is_ordered, is_vowed
from khabar.reading.ids import Ids
from khabar.reading.mentions import Mentions
from khabar.reading.spans import span_of, without_of
from khabar.reading.speakers.speakers import UNKNOWN
from khabar.record import Actor, Caveat, Claim, Event, Figure, Place, Span, Time
from khabar.record.types import Party
from khabar.record.vocabulary import NOBODYS, Basis, EventStatus, EventType, Subtype
from khabar.text.page import Page


@dataclass(frozen=True)
class Read:
    """What was read before the events; `caveats`: those of no single item; `today`: the day the report is told on, None when
    unknown.
    """

    page: Page
    claims: Sequence[Claim]
    figures: Sequence[Figure]
    times: Sequence[Time]
    places: Sequence[Place]
    actors: Sequence[Actor] = ()
    caveats: Sequence[Caveat] = ()
    today: date | None = None

    @cached_property
    def contents(self) -> Contents:
        """The contents of the claims."""
        return Contents(self.claims)

    @cached_property
    def accusing(self) -> list[Claim]:
        """The claims that lay something on somebody."""
        return [c for c in self.claims if c.act == "accuse" and c.addressee is not None]

    def speaker_of(self, claim: Claim) -> Actor | None:
        """The actor who speaks in a claim."""
        return self._actors.get(claim.actor or "")

    @cached_property
    def _actors(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def counts(self) -> list[tuple[int, int]]:
        """Where every count of people stands, and how many it says, in text order."""
        known = ((f.start, f.low or f.high) for f in self.figures if not f.implicit)
        return sorted((start, number) for start, number in known if number is not None)

    def number_in(self, party: PartyDraft | None) -> int | None:
        """How many people a party is, where its words count them."""
        if party is None:
            return None
        at = bisect_left(self.counts, (party.span[0], 0))
        return self.counts[at][1] if at < len(self.counts) and self.counts[at][0] < party.span[1] else None

    @cached_property
    def told_before(self) -> dict[Offsets, Span]:
        """The people of numbers that stand alone and count people whom the words before them name (18 of them)."""
        alone = (f for f in self.figures if f.of is not None and f.of.end <= f.start)
        return {(f.start, f.end): without_of(f.of) for f in alone if f.of is not None}

    @cached_property
    def mentions(self) -> list[tuple[int, int, str]]:
        """Start, end and actor of every mention, in text order."""
        return sorted((m.start, m.end, actor.id) for actor in self.actors for m in actor.mentions)


def settle_events(found: Sequence[Mentions], read: Read) -> Acts:
    """All events of a report, one an act and paragraph, in text order, with what their words say."""
    page = read.page
    settings = Settings(page, read.claims, read.places, towns_of_figures(found, read.figures, read.caveats))
    days = Days(read.times, read.contents, page.text, read.today)
    told = _tellings(read, settings, days, found)
    settings.learn(told)
    days.learn(told, settings.lead)
    ids = Ids("e")
    of_each = clusters(told)
    statuses = [_status(read, one, cluster) for one, cluster in zip(told, of_each, strict=True)]
    year = read.today.year if read.today else None
    kept = without_talk(told, of_each, statuses, Around(page, read.figures, read.places, read.claims, year))
    named = {id(told[k]): ids.next(*told[k].draft.trigger) for k in kept}
    tellings = [Telling(told[k], of_each[k], statuses[k], named) for k in kept]
    made = [_event(read, settings, days, telling) for telling in tellings]
    made = with_owners(made, [told[k] for k in kept], [of_each[k] for k in kept], read.accusing, page.text)
    timed = Timed(page.text, read.times)
    made = with_figures(made, causes(made, [told[k].sentences for k in kept], read.figures, timed))
    return Acts(made, [told[k].draft for k in kept], read.places)


class Telling(msgspec.Struct, frozen=True):
    """A telling with the cluster of tellings it belongs to, and the ids of all."""

    told: Told
    cluster: Cluster
    status: EventStatus
    ids: dict[int, str]


def _tellings(read: Read, settings: Settings, times: Days, found: Sequence[Mentions]) -> list[Told]:
    """The drafts of all paragraphs, each act once a paragraph, with the place and day of its own clause.

    Headlines take up what the report tells further on.
    """
    told: list[Told] = []
    types: set[EventType | str] = set()
    gathered = _by_paragraph(read, found)
    ahead = brought_in(draft for _, drafts in gathered for draft in drafts)
    for number, (around, drafts) in enumerate(gathered):
        days = times.of_all(drafts)
        heads = {d.trigger: d for d in drafts}
        drafts = [replace(d, status=_said(read, d, days[d.trigger]) or _in_list(read, d, heads)) for d in drafts]
        drafts = [without_denied_doer(d, read.contents.innermost(*d.trigger)) for d in drafts]
        heads_it = number < _HEADLINES and len(read.page.text[around[0] : around[1]].split()) <= _HEADLINE
        drafts = with_antecedents(drafts, types, ahead if heads_it else frozenset())
        heads_it = heads_it and not read.page.text[around[0] : around[1]].rstrip().endswith(".")
        tellings = [
            Told(
                *(end, d.sentence, around, settings.own_place(d), day := times.unless_of_demand(d, days[d.trigger])),
                heads=heads_it,
                old=day is not None and times.is_old(day),
                named=settings.towns_in(d.sentence) if d.definite else frozenset(),
            )
            for d, end in ended(drafts)
        ]
        told += [replace(one, number=read.number_in(one.draft.target)) for one in one_a_paragraph(tellings)]
    return told


_HEADLINES, _HEADLINE = 2, 16  # paragraphs that may be headlines, and the words of one


def _by_paragraph(read: Read, found: Sequence[Mentions]) -> list[tuple[Offsets, list[EventDraft]]]:
    """The offsets of each paragraph and its drafts, without words that are part of a name, or of games and markets."""
    page, names, apart = read.page, Names(read.places, read.actors), is_apart(found)
    gathered = []
    for paragraph, mentions in groupby(found, key=lambda m: m.sentence.paragraph):
        drafts = [draft for mention in mentions for draft in mention.pack.events(mention.sentence)]
        deadly = any(d.outcome for d in drafts)  # people die at games too
        drafts = [d for d in drafts if belongs(d, apart, deadly=deadly) and not names.hold(d.trigger)]
        drafts = [d for d in drafts if not d.of_person or (d.actor is not None and names.begin(d.actor.span))]
        gathered.append((page.span(paragraph.first, paragraph.last), [names.checked(d) for d in drafts]))
    return gathered


def _event(read: Read, settings: Settings, days: Days, telling: Telling) -> Event:
    one, cluster = telling.told, telling.cluster
    draft = one.draft
    hit = draft.target if draft.target is not None and not draft.target.loose else None
    claim = read.contents.innermost(*draft.trigger)
    first = cluster.told[0]
    actor = _by_claim(read, draft, claim)
    if actor is not None and hit is not None and actor.text == hit.name:
        hit = None  # whoever says that they did it did it to others
    return Event(
        id=telling.ids[id(one)],
        trigger=span_of(read.page, draft.trigger),
        type=draft.type,
        subtype=_subtype(one, cluster),
        method=span_of(read.page, draft.method) if draft.method else None,
        status=telling.status,
        actor=actor or _party(read, draft.actor, doer_of(one, cluster, read.accusing, read.page.text)),
        target=_party(read, hit, None if hit else victim_of(one, cluster)),
        place=place_of(settings, one, cluster, read.speaker_of(claim) if claim else None),
        date=date_of(days, one, cluster),
        claim=claim.id if claim else None,
        same_as=telling.ids[id(first)] if first is not one else None,
        rule=draft.rule,
    )


_OF_ACT: dict[str, EventStatus] = {
    "order": "ordered",
    "request": "called_for",
    "promise": "planned",
    "threaten": "threatened",
    "warn": "possible",
    "expect": "possible",
    "deny": "denied",
    "reject": "refused",
}


def _said(read: Read, draft: EventDraft, day: Time | None) -> EventStatus | None:
    """What the claim an event is the matter of does to it, what its own words say, or what its date tells; else None."""
    claim = read.contents.innermost(*draft.trigger)
    matters = claim is not None and _is_matter(read.page, draft, claim)
    if claim is not None and claim.act in ("threaten", "warn") and draft.status == "called_for":
        return "called_for"  # what is to be done or the threat is carried out
    keeps = _DONE if draft.done else _HAS_DONE if draft.status == "refused" else ("promise",) if draft.status else ()
    own = draft.status == "denied" or (claim is not None and claim.act in keeps)
    if claim is not None and matters and claim.act in _OF_ACT and not draft.background and not own:
        return "planned" if _is_due(draft, claim) else _OF_ACT[claim.act]
    if draft.status is not None or draft.done:
        return draft.status
    future = claim is not None and matters and claim.status == "future" and draft.kind == "verb"
    return "planned" if future or (day and is_later(day.value or "", read.today)) else None


def _is_due(draft: EventDraft, claim: Claim) -> bool:
    """Whether what is expected to come is somebody's plan (the arrival of a force, a meeting), no violence that may come."""
    said = draft.status in (None, "planned")  # not in case that it comes
    return said and claim.act == "expect" and claim.status == "future" and draft.type in _ARRANGED


_ARRANGED = ("MOBILIZE", "RETREAT", "CONSULT", "AGREE", "OFFICE", "AID")


def _in_list(read: Read, draft: EventDraft, heads: Mapping[Offsets, EventDraft]) -> EventStatus | None:
    """What is said of the first event of the list that a draft goes on with; `heads`: the drafts by their triggers."""
    head = draft
    while head.follows is not None and head.follows in heads and head.follows < head.trigger:
        head = heads[head.follows]
    return _said(read, head, None) if head is not draft else None


def _status(read: Read, one: Told, cluster: Cluster) -> EventStatus:
    """What is said of the event, or of what its known words take up."""
    draft = one.draft
    if draft.status is not None:
        return draft.status
    known = cluster.date.value if draft.definite and one.date is None and cluster.date else None
    said = (t.date.value for t in cluster.told if t.date and t.sentence < one.sentence)
    if known and is_later(known, read.today) and known in said:
        return "planned"
    first = cluster.told[0].draft
    if read.today and one.date and not is_later(one.date.value or "", read.today):
        return "reported"
    return "planned" if draft.definite and not draft.war and first.status == "planned" else "reported"


_NEAR_HEAD, _FAR_HEAD, _LONG_LIST = 6, 10, 25


def _is_matter(page: Page, draft: EventDraft, claim: Claim) -> bool:
    """Whether the event is what the claim is about: at the head of its content; a known one only as its first words."""
    words = len(page.text[claim.content.start : draft.trigger[0]].split())
    if draft.end is not None and claim.act in ORDERS:
        return words <= _LONG_LIST  # a stop to the attacks is asked for, known as they are
    if draft.outcome and claim.act in _HAS_DONE:  # an inquiry into a killing is asked for; the killing itself is feared
        return claim.act == "warn" and words == 0 and not draft.definite
    if claim.act in ("deny", "reject") and claim.cue is not None and claim.content.end <= claim.cue.start:
        return False  # told by another, and denied in the next breath
    if draft.opens and claim.act in ("expect", "warn"):
        return False  # that the agreement does not go far enough: it is there
    taken_up = draft.definite and draft.status != "possible"  # "any possibility of the talks" takes up none
    return words <= (1 if taken_up else _FAR_HEAD if claim.act == "deny" else _NEAR_HEAD)


_NARROWER: dict[Subtype | None, frozenset[Subtype]] = {
    "attack": frozenset(("suicide_bomb", "shooting", "explosive", "air_strike", "shelling", "execution", "arson")),
    "explosive": frozenset(("suicide_bomb",)),
    "shelling": frozenset(("air_strike",)),
    "peaceful": frozenset(("violent", "intervened")),
}


def _subtype(one: Told, cluster: Cluster) -> Subtype | None:
    """The most specific kind that the report tells of the event."""
    if len(cluster.told) == 1:
        return one.draft.subtype
    if one.draft.subtype == "attack" and one.draft.definite and any(_says_how(one, t) for t in cluster.told):
        return "sexual_violence"
    several = one.draft.plural and one.draft.type == "ASSAULT"  # attacks are not all of the kind of one of them
    others = Counter(t.draft.subtype for t in cluster.told if t.draft.plural or not several)
    if one.draft.subtype == "shelling" and one.draft.method is not None:
        return "shelling"  # its own words say with what
    found = one.draft.subtype or max((k for k in others if k is not None), key=lambda k: others[k], default=None)
    while found in _NARROWER and (narrower := others.keys() & _NARROWER[found]):
        found = max(narrower, key=lambda k: (others[k], k))
    return "intervened" if found == "violent" and "intervened" in others else found


def _says_how(one: Told, other: Told) -> bool:
    """Whether another telling in the same word says that the assault was a sexual one."""
    return other.draft.subtype == "sexual_violence" and other.draft.stem == one.draft.stem


def _party(read: Read, own: PartyDraft | None, told: PartyDraft | None) -> Party | None:
    """A party as the event's own sentence names it, else as another telling of the event does."""
    party = own or told
    if party is None:
        return None
    near, basis = (own.near, own.basis) if own else ("report", basis_told_again(party))
    if (whom := read.told_before.get(party.span)) is not None:
        return Party(whom.text, whom, _actor_at(read, (whom.start, whom.end)), near, basis)
    return Party(party.name, span_of(read.page, party.span), _actor_at(read, party.span), near, basis)


def _actor_at(read: Read, span: Offsets) -> str | None:
    """The actor of the report that a stretch mentions, None when it mentions none, or several."""
    row = read.mentions
    inside = row[bisect_left(row, (span[0], 0, "")) : bisect_left(row, (span[1], 0, ""))]
    found = {actor for _, end, actor in inside if end <= span[1]}
    return found.pop() if len(found) == 1 else None


_HAS_DONE, _DONE = ("order", "request", "warn"), ("order", "request", "warn", "promise", "reject")


def _is_asked(page: Page, draft: EventDraft, claim: Claim) -> bool:
    """Whether the act itself is what is asked for, not what is to be condemned or averted (to condemn | the war)."""
    before = page.text[claim.content.start : draft.trigger[0]]
    return len(before.split()) <= (0 if draft.definite else _ASKED) and not any(mark in before for mark in _COMMAS)


_ASKED, _COMMAS = 2, (",", "\N{ARABIC COMMA}")


def _by_claim(read: Read, draft: EventDraft, claim: Claim | None) -> Party | None:
    """The doer that the claim tells: who threatens, refuses or owns the act, who is ordered to it, "they" who say they did."""
    if claim is None:
        return None
    if claim.act == "claim_responsibility" and draft.type == "ASSAULT":
        return _claimant(read, claim, "claimed_by_actor")
    if draft.actor is not None:
        basis = basis_of(draft, claim, read.speaker_of(claim))
        told = _party(read, draft.actor, None)
        return replace(told, basis=basis) if basis is not None and told is not None else None
    accused = claim.addressee if claim.act == "accuse" else None
    if draft.dropped and claim.act == "accuse":  # who accuses somebody of having done it did not
        return Party(accused.text, accused, None, "sentence", "alleged") if accused is not None else None
    if accused is not None and _is_the_charge(draft, claim):
        return Party(accused.text, accused, None, "sentence", "attributed_by_other")
    if draft.dropped or (draft.announced and _owns(read, claim)):
        return _claimant(read, claim, "stated" if draft.status == "refused" else "claimed_by_actor")
    if draft.background or draft.type in NOBODYS or not _is_matter(read.page, draft, claim):
        return None
    if is_vowed(draft, claim):
        reply = draft.another and draft.kind == "noun" and draft.subtype is None
        told_of = (draft.definite or reply) and claim.speaker is None  # the answer will be hard: whose, no word says
        return _claimant(read, claim, "inferred" if told_of else "stated")
    to = claim.addressee
    if not is_demanded(draft, claim) or not _is_asked(read.page, draft, claim):
        return None
    if to is not None:
        return Party(to.text, to, None, "sentence", "stated")
    return _claimant(read, claim, "stated") if is_ordered(draft, claim) else None


def _is_the_charge(draft: EventDraft, claim: Claim) -> bool:
    """Whether an act noun is what somebody is accused of, as the first words of that say (accused the front of | killing six)."""
    return draft.kind == "noun" and draft.type == "ASSAULT" and 0 <= draft.trigger[0] - claim.content.start <= 1


def _claimant(read: Read, claim: Claim, basis: Basis) -> Party | None:
    """Whoever speaks, as a party; the body behind a document that speaks, which does nothing."""
    if claim.speaker_name == UNKNOWN:
        return None
    speaker, actor = claim.speaker, read.speaker_of(claim)
    if speaker is not None and actor is not None and actor.kind in _BODIES:
        body = next((m for m in actor.mentions if speaker.start < m.start and m.end <= speaker.end), None)
        if body is not None and body.text != speaker.text:
            return Party(claim.speaker_name, body, claim.actor, "sentence", basis)
    name = speaker.text if speaker is not None else claim.speaker_name
    return Party(name, speaker, claim.actor, "sentence", basis)


_BODIES = ("organisation", "group", "government")


def _owns(read: Read, claim: Claim) -> bool:
    """Whether a body tells it as its own, not a person who speaks for one, nor a source; who only talks of it announces nothing."""
    actor = read.speaker_of(claim)
    return actor is not None and actor.kind in _BODIES and claim.act != "other"
