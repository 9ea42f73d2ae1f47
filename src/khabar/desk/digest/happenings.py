"""Events merged, and who claims a deed or is accused of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, TypeVar

from khabar.desk.digest.types import Blame, EventLine
from khabar.reconcile.within.tellings import roots_of
from khabar.record import Claim, Event, Report
from khabar.record.vocabulary import FORCE

_T = TypeVar("_T")
_KINDS: Final[dict[str, Literal["claimed", "accused", "alleged"]]] = {
    "claimed_by_actor": "claimed",
    "attributed_by_other": "accused",
    "alleged": "alleged",
}


def event_lines(report: Report) -> tuple[EventLine, ...]:
    """The events in the order of their first telling."""
    roots = roots_of({event.id: event.same_as for event in report.events})
    merged: dict[str, list[Event]] = {}
    for event in report.events:
        merged.setdefault(roots[event.id], []).append(event)
    claims = {claim.id: claim for claim in report.claims}
    return tuple(_line(told, claims) for told in merged.values())


def _line(told: list[Event], claims: dict[str, Claim]) -> EventLine:
    speakers = [claims[event.claim].speaker_name if event.claim in claims else None for event in told]
    return EventLine(
        event=told[0],
        again=tuple(told[1:]),
        statuses=tuple(dict.fromkeys(event.status for event in told)),
        speakers=tuple(dict.fromkeys(speakers)),
        actor=_first(event.actor for event in told),
        target=_first(event.target for event in told),
        place=_first(event.place for event in told),
        date=_first(event.date for event in told),
    )


def _first(values: Iterable[_T | None]) -> _T | None:
    return next((value for value in values if value is not None), None)


def blame(report: Report) -> tuple[Blame, ...]:
    """Claims of responsibility and accusations, in the order of the text, each deed and doer once."""
    found: list[tuple[int, Blame]] = []
    spoken: list[Claim] = []
    for claim in report.claims:
        kind: Literal["claimed", "accused"] | None = (
            "claimed" if claim.act == "claim_responsibility" else "accused" if claim.act == "accuse" else None
        )
        if kind and claim.same_as is None:
            spoken.append(claim)
            whom = claim.speaker_name if kind == "claimed" else claim.addressee.text if claim.addressee else None
            found.append((claim.content.start, Blame(kind, claim.id, claim.speaker_name, whom, claim.content.text)))
    claims = {claim.id: claim for claim in report.claims}
    told: set[tuple[str, str]] = set()
    for event in report.events:
        basis = _KINDS.get(event.actor.basis or "") if event.actor else None
        if basis is None or event.actor is None or any(_inside(event, claim) for claim in spoken):
            continue
        if basis == "claimed" and event.type != "ASSAULT":  # the police that tell of an arrest claim no responsibility
            continue
        if event.type not in FORCE or event.subtype == "armed_clash":
            continue  # who is told to talk, to march in or to fight back is accused of nothing
        key = (event.same_as or event.id, event.actor.text)
        if key not in told:
            told.add(key)
            governing = claims.get(event.claim or "")
            speaker = governing.speaker_name if governing else None
            target = event.target.text if event.target else None
            line = Blame(basis, event.id, speaker, event.actor.text, event.trigger.text, target)
            found.append((event.trigger.start, line))
    return tuple(line for _, line in sorted(found, key=lambda pair: pair[0]))


def _inside(event: Event, claim: Claim) -> bool:
    """Whether an event is told in the words of a claim that stands in the list already."""
    return claim.content.start <= event.trigger.start < claim.content.end
