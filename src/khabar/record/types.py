"""The record of a report: frozen types, one for each kind of item.

Offsets are Unicode code points into `document.text`, half open.  What a report does not say is None, never
guessed.  The closed vocabularies stand in `vocabulary`; the JSON Schema is generated from these types.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from khabar.record.vocabulary import (
    Act,
    Basis,
    Bound,
    CaveatKind,
    CountKind,
    Distance,
    EventStatus,
    EventType,
    FoundBy,
    From,
    Measure,
    Mode,
    PlaceKind,
    Polarity,
    Population,
    Precision,
    PublishedBasis,
    Status,
    Subtype,
    TimeKind,
    TimeMod,
    UnitKind,
    UnreadWhy,
    ViaRole,
    WithheldWhat,
)


class _Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The base of all record types."""


class Span(_Item, frozen=True):
    """Words of the source: `document.text[start:end] == text`, always."""

    start: int
    end: int
    text: str


class MadeBy(_Item, frozen=True):
    """The program version and the hash of the rules that read the report."""

    khabar: str
    rules: str


class Document(_Item, frozen=True):
    """The report itself: what offsets count in, where it came from, when it was published and how that is known."""

    id: str
    sha256: str | None = None
    text_sha256: str | None = None
    text: str | None = None
    language: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: PublishedBasis = "unknown"
    flags: list[str] = []
    made_by: MadeBy | None = None


class Actor(_Item, frozen=True):
    """A person, body or group, with every place it is named in the report."""

    id: str
    name: str
    name_en: str | None = None
    kind: str = "unnamed"
    public_role: bool = False
    role: str | None = None
    country: str | None = None
    mentions: list[Span] = []


class Via(_Item, frozen=True):
    """One link of the chain between speaker and outlet, nearest to the speaker first."""

    name: str
    span: Span | None = None
    role: ViaRole = "relay"


class Caveat(_Item, frozen=True):
    """The outlet's own reserve, with its words."""

    kind: CaveatKind
    span: Span


class Claim(_Item, frozen=True):
    """Someone other than the outlet is made responsible for a content or an act of speech."""

    id: str
    content: Span
    cue: Span | None = None
    lemma: str | None = None
    speaker: Span | None = None
    speaker_name: str = "?"
    actor: str | None = None
    found_by: FoundBy = "explicit"
    via: list[Via] = []
    medium: Span | None = None
    addressee: Span | None = None
    quotes: list[Span] = []
    headline: bool = False
    mode: Mode = "indirect"
    act: Act = "say"
    status: Status | None = "asserted"
    polarity: Polarity | None = "positive"
    distance: Distance = "neutral"
    within: str | None = None
    time: str | None = None
    refers_to: list[str] = []
    caveats: list[Caveat] = []
    same_as: str | None = None
    rule: str = ""


class Withheld(_Item, frozen=True):
    """A source that did not say: no comment, no confirmation, no number."""

    id: str
    start: int
    end: int
    text: str
    speaker_name: str = "?"
    what: WithheldWhat = "not_confirmed"
    rule: str = ""


class PopulationSpan(_Item, frozen=True):
    """Who the counted people are, in the closed vocabulary, with the words that say so."""

    value: Population
    span: Span | None = None


class Figure(_Item, frozen=True):
    """A number of people affected or taking part, as it was worded.

    `count_kind` is told where the words tell it: a total is called a toll or a number (of the dead), is counted since a time or for
    all there was; a lone "12 were killed" is none.  A reclassified count was put elsewhere, or counted twice, before.
    """

    id: str
    start: int
    end: int
    text: str
    measure: Measure
    low: int | None = None
    high: int | None = None
    order: int | None = None
    bound: Bound = "exact"
    bound_span: Span | None = None
    implicit: bool = False
    unit: UnitKind = "person"
    of: Span | None = None
    population: list[PopulationSpan] = []
    side: str | None = None
    source: str | None = None
    claim: str | None = None
    count_kind: CountKind | None = None
    part_of: str | None = None
    since: str | None = None
    as_of: str | None = None
    place: str | None = None
    event: str | None = None
    caveats: list[Caveat] = []
    same_as: str | None = None
    rule: str = ""


class Time(_Item, frozen=True):
    """A calendar expression and the date it stands for; `needs` says what is missing when it has none."""

    id: str
    start: int
    end: int
    text: str
    value: str | None = None
    needs: str | None = None
    mod: TimeMod | None = None
    kind: TimeKind = "date"
    zone: str | None = None
    basis: str | None = None
    rule: str = ""


class Place(_Item, frozen=True):
    """A named place, with the country and point the gazetteer knows for it."""

    id: str
    start: int
    end: int
    text: str
    name: str
    name_ar: str | None = None
    country: str | None = None
    disputed: bool = False
    kind: PlaceKind = "settlement"
    relation: str | None = None
    precision: Precision | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    confidence: float = 1.0
    candidates: list[str] = []
    rule: str = ""


class Party(_Item, frozen=True):
    """Who did it or to whom, as written; `basis` says on whose word."""

    text: str
    span: Span | None = None
    id: str | None = None
    from_: From | None = msgspec.field(name="from", default=None)
    basis: Basis | None = None


class EventPlace(_Item, frozen=True):
    """Where an event was, and how far from its words that was read."""

    name: str
    id: str | None = None
    from_: From | None = msgspec.field(name="from", default=None)


class EventDate(_Item, frozen=True):
    """When an event was, and how far from its words that was read."""

    value: str
    id: str | None = None
    from_: From | None = msgspec.field(name="from", default=None)


class Event(_Item, frozen=True):
    """What was reported to happen, or was ordered, threatened, called for or denied."""

    id: str
    trigger: Span
    type: EventType
    subtype: Subtype | None = None
    method: Span | None = None
    status: EventStatus = "reported"
    actor: Party | None = None
    target: Party | None = None
    place: EventPlace | None = None
    date: EventDate | None = None
    figures: list[str] = []
    claim: str | None = None
    same_as: str | None = None
    rule: str = ""


class Unread(_Item, frozen=True):
    """Words from which nothing was read."""

    start: int
    end: int
    text: str
    why: UnreadWhy


class Number(_Item, frozen=True):
    """A number expression of any kind (`--numbers`): its value, bounds and unit word."""

    start: int
    end: int
    text: str
    value: float | int | None = None
    low: float | int | None = None
    high: float | int | None = None
    order: int | None = None
    bound: Bound = "exact"
    unit: str | None = None
    rule: str = ""


class Report(_Item, frozen=True):
    """The whole record of one report."""

    document: Document
    khabar: Literal[1] = 1
    actors: list[Actor] = []
    claims: list[Claim] = []
    withheld: list[Withheld] = []
    figures: list[Figure] = []
    times: list[Time] = []
    places: list[Place] = []
    events: list[Event] = []
    caveats: list[Caveat] = []
    unread: list[Unread] = []
    numbers: list[Number] | None = None

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dicts and lists, in the field order of the file format; `numbers` only when asked for."""
        made: dict[str, Any] = msgspec.to_builtins(self)
        made = {"khabar": made.pop("khabar"), **made}
        if self.numbers is None:
            del made["numbers"]
        if self.document.text is None:
            del made["document"]["text"]
        return made

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Report:
        """A record out of `to_dict` or of a parsed line.  Raises msgspec.ValidationError naming the place of what is wrong."""
        return msgspec.convert(data, cls)
