"""Events as sentences: on whose word, what deed, whether it is told as done, where, when, by whom, against whom."""

from __future__ import annotations

from typing import Final

from khabar.desk.telling.voice import Voice
from khabar.record import Claim, Event, EventDate, EventPlace, Party
from khabar.record.vocabulary import FORCE

# An event that its own claim orders, threatens … is told by that verb.
_BY_ACT: Final = {
    ("order", "ordered"): "order",
    ("threaten", "threatened"): "threaten",
    ("request", "called_for"): "request",
    ("deny", "denied"): "deny",
    ("reject", "refused"): "reject",
}


def event_sentence(event: Event, voice: Voice) -> str:
    """The sentence of an event.  What is ordered, threatened or denied is never told as having happened."""
    claim = voice.told.claims.get(event.claim or "")
    deed = _deed(event, voice)
    rest = "".join((
        _where(event.place, voice), _when(event.date, voice), _actor(event.actor, claim, voice), _target(event, voice),
        voice.say("by_means", means=voice.quote(event.method.text)) if event.method and event.method.text.strip() else "",
    ))  # fmt: skip
    if claim is None:
        return voice.finished(
            voice.say(
                "event.own",
                happening=voice.say(f"happening.{event.status}", deed=deed, done=_done(event, deed, voice)),
                rest=rest,
            )
        )
    speaker = voice.told.speaker_of(claim)
    who, asides = voice.name(speaker), voice.asides(voice.of_claim(claim))
    if act := _told_by(claim, event):
        verb, whom = voice.past(act, speaker), voice.object_of(claim, voice.say(f"verb.{act}"))
        if whom:
            who, asides = f"{who} {whom}", voice.asides(voice.of_claim(claim, addressed=False))
        if voice.asides_come_first(verb):
            who, asides = who + asides, ""
        return voice.finished(voice.say(f"event.by.{act}", who=who, verb=verb, asides=asides, deed=deed, rest=rest))
    happening = voice.say(f"happening.{event.status}", deed=deed, done=_done(event, deed, voice))
    verb = voice.past("inform", speaker)
    return voice.finished(voice.say("event.said", who=who, verb=verb, asides=asides, happening=happening, rest=rest))


def _deed(event: Event, voice: Voice) -> str:
    """What kind of deed it was, with the report's word for it where that is another one."""
    kind, word = voice.say(f"deed.{event.subtype or event.type}"), voice.told.words_of(event.trigger)
    if voice.is_said_by(word, kind):
        return kind
    behind = "" if event.target or event.actor else voice.told.object_behind(event.trigger)
    return voice.say("deed_as", deed=kind, words=voice.quote(f"{word} {behind}"))


def _told_by(claim: Claim, event: Event) -> str | None:
    """The act whose verb tells the event; what a wish or a threat asks for is asked for by whoever utters it."""
    if event.status == "called_for" and (claim.status == "directive" or claim.act == "threaten"):
        return None if claim.act == "deny" else "request"
    return _BY_ACT.get((claim.act, event.status))


def _done(event: Event, deed: str, voice: Voice) -> str:
    """That it was done, in the words of its kind: an arrest took place, a curfew was imposed."""
    own = voice.words.tables["tell"]["done"]
    return voice.say(f"done.{event.subtype if event.subtype in own else event.type}", deed=deed)


def _where(place: EventPlace | None, voice: Voice) -> str:
    told = voice.place(place.name) if place else ""
    if not told or place is None:
        return ""
    return voice.say(f"{voice.preposition(place.name)}_{'scene' if place.from_ == 'report' else 'place'}", place=told)


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
    return voice.say("against" if event.type in FORCE else "concerning", whom=_party(target, voice))


def _party(party: Party, voice: Voice) -> str:
    """A party in the report's words; its English name where the record holds one."""
    actor = voice.told.actors.get(party.id or "")
    if voice.words.code == "en" and actor is not None and actor.name_en:
        return voice.name(voice.told.speaker(actor.name, actor.id))
    return voice.quote(voice.told.words_of_party(party))
