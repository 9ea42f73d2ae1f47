"""Events as sentences: on whose word, what deed, whether it is told as done, where, when, by whom, against whom."""

from __future__ import annotations

from typing import Final

from khabar.desk.telling.voice import Voice
from khabar.record import Claim, Event, EventDate, EventPlace, Party

# An event that its own claim orders, threatens … is told by that verb.
_BY_ACT: Final = {
    ("order", "ordered"): "order",
    ("threaten", "threatened"): "threaten",
    ("request", "called_for"): "request",
    ("deny", "denied"): "deny",
    ("reject", "refused"): "reject",
}
_VIOLENT: Final = frozenset({"ASSAULT", "COERCE"})


def event_sentence(event: Event, voice: Voice) -> str:
    """The sentence of an event.  What is ordered, threatened or denied is never told as having happened."""
    claim = voice.told.claims.get(event.claim or "")
    deed = voice.say(
        "deed_as", deed=voice.say(f"deed.{event.subtype or event.type}"), words=voice.quote(event.trigger.text)
    )
    rest = "".join((
        _where(event.place, voice), _when(event.date, voice), _actor(event.actor, claim, voice), _target(event, voice),
        voice.say("by_means", means=voice.quote(event.method.text)) if event.method and event.method.text.strip() else "",
    ))  # fmt: skip
    if claim is None:
        return voice.finished(
            voice.say("event.own", happening=voice.say(f"happening.{event.status}", deed=deed), rest=rest)
        )
    speaker = voice.told.speaker_of(claim)
    who, asides = voice.name(speaker), voice.asides(voice.of_claim(claim))
    if act := _BY_ACT.get((claim.act, event.status)):
        verb = voice.past(act, speaker)
        return voice.finished(voice.say(f"event.by.{act}", who=who, verb=verb, asides=asides, deed=deed, rest=rest))
    happening = voice.say(f"happening.{event.status}", deed=deed)
    verb = voice.past("inform", speaker)
    return voice.finished(voice.say("event.said", who=who, verb=verb, asides=asides, happening=happening, rest=rest))


def _where(place: EventPlace | None, voice: Voice) -> str:
    told = voice.place(place.name) if place else ""
    if not told or place is None:
        return ""
    return voice.say("in_scene" if place.from_ == "report" else "in_place", place=told)


def _when(date: EventDate | None, voice: Voice) -> str:
    return voice.say("when", date=voice.on(date.value)) if date and date.from_ != "report" else ""


def _actor(actor: Party | None, claim: Claim | None, voice: Voice) -> str:
    """The doer with the basis on which he is named; never without "according to" where others name him."""
    if actor is None or not actor.text.strip():
        return ""
    basis = actor.basis or "stated"
    if basis == "attributed_by_other" and claim is None:
        basis = "alleged"
    return voice.say(f"by.{basis}", who=_party(actor, voice))


def _target(event: Event, voice: Voice) -> str:
    target = event.target
    if target is None or not target.text.strip():
        return ""
    return voice.say("against" if event.type in _VIOLENT else "concerning", whom=_party(target, voice))


def _party(party: Party, voice: Voice) -> str:
    """A party in the report's words; its English name where the record holds one."""
    actor = voice.told.actors.get(party.id or "")
    if voice.words.code == "en" and actor is not None and actor.name_en:
        return voice.name(voice.told.speaker(actor.name, actor.id))
    return voice.quote(party.text)
