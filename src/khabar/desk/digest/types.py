"""What a digest is made of: frozen types over the items of the record.

Speakers: a name as the report has it; None is the outlet's own voice; "?" a source that the report does not tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from khabar.reconcile import Disagreement, Finding
from khabar.record import Actor, Caveat, Claim, Document, Event, EventDate, EventPlace, Figure, Party, Unread
from khabar.record.vocabulary import EventStatus, Measure, Population, UnreadWhy


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts of the strip.

    `named`: distinct named speakers (origins, not articles); `unnamed`: wordings of sources that are not named, which
    cannot be told apart; `unread`: what was not read, by kind, kinds without any left out.
    """

    named: int
    unnamed: int
    disagreements: int
    headline: int
    caveats: int
    unread: tuple[tuple[UnreadWhy, int], ...]


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """Words that were not read, and the few words they stand in (`around`): "" for a whole sentence or without text."""

    item: Unread
    around: str


@dataclass(frozen=True, slots=True)
class CaveatLine:
    """A reserve of the outlet, once however many items it limits; `items` are their ids, empty for the whole report."""

    caveat: Caveat
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """One who gives a number: `via` are the relays of his first telling with any, nearest to him first; `cue` his verb or noun."""

    speaker: str | None
    via: tuple[str, ...] = ()
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure with its later tellings, who says it and through whom, and its subsets.

    `words`: number and counted people as written; `voices`: those of all tellings, each once; `sourced`: the first telling that
    names who gives the number, else the first one; `parts`: figures that are contained in it; `deniers`: who denies that
    number, which is none of theirs; `standing`: how its deed stands when no telling says it is done, a status of events or
    "future"; `day`: when the event came to pass that it counts, where that is told otherwise than by the day of the report.
    """

    figure: Figure
    again: tuple[Figure, ...]
    words: str
    voices: tuple[Voice, ...]
    sourced: Figure
    parts: tuple[FigureLine, ...] = ()
    deniers: tuple[str, ...] = ()
    standing: str | None = None
    day: str | None = None

    @property
    def standing_label(self) -> tuple[str, str] | None:
        """The table and key of the words for `standing`."""
        return ("status" if self.standing == "future" else "event_status", self.standing) if self.standing else None


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures of one measure and population (empty: not said): those of the lead first, then the highest; older events last.

    Populations that the measure names already (the detained among the arrested) part no group.
    """

    measure: Measure
    population: tuple[Population, ...]
    lines: tuple[FigureLine, ...]


@dataclass(frozen=True, slots=True)
class Blame:
    """Who claims a deed or is accused of it.

    kind: "claimed" (by the doer's own side), "accused" (by a speaker), "alleged" (nobody in particular says so).
    `speaker` says it, `whom` is named as the doer where the words were read; `words` are the content or the deed, `target`
    whom or what the deed befell.
    """

    kind: Literal["claimed", "accused", "alleged"]
    item: str
    speaker: str | None
    whom: str | None
    words: str
    target: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim with its later tellings."""

    claim: Claim
    again: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class SpeakerGroup:
    """What one speaker says, in the order of the text; what is ordered, threatened and denied stands apart."""

    name: str
    actor: Actor | None
    unnamed: bool
    said: tuple[ClaimLine, ...]
    ordered: tuple[ClaimLine, ...]
    threatened: tuple[ClaimLine, ...]
    denied: tuple[ClaimLine, ...]

    @property
    def all(self) -> tuple[ClaimLine, ...]:
        """Every claim of the group, what was said first."""
        return (*self.said, *self.ordered, *self.threatened, *self.denied)


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event with its later tellings ("×4 in the text").

    Parties, place and date are those of the first telling that has them; `statuses` those of all tellings, each once;
    `speakers`: on whose word, each once; None is the outlet's own voice.
    """

    event: Event
    again: tuple[Event, ...]
    statuses: tuple[EventStatus, ...]
    speakers: tuple[str | None, ...]
    actor: Party | None
    target: Party | None
    place: EventPlace | None
    date: EventDate | None

    @property
    def told(self) -> int:
        """How often the event is told in the text."""
        return 1 + len(self.again)


@dataclass(frozen=True, slots=True)
class Digest:
    """A report as a desk sees it, in the order of the views.

    `carrier`: the outermost relay of all its claims, where it is one and the same: it need not be said of each.
    """

    document: Document
    counts: Counts
    disagreements: tuple[Disagreement, ...]
    headline: tuple[Finding, ...]
    caveats: tuple[CaveatLine, ...]
    figures: tuple[FigureGroup, ...]
    blame: tuple[Blame, ...]
    speakers: tuple[SpeakerGroup, ...]
    events: tuple[EventLine, ...]
    unread: tuple[UnreadLine, ...]
    carrier: str | None = None
