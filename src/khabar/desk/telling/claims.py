"""Claims and withheld answers as sentences: who said what, how and through whom."""

from __future__ import annotations

from khabar.desk.telling.voice import Voice
from khabar.record import Claim, Withheld


def claim_sentence(claim: Claim, voice: Voice) -> str:
    """The sentence of a claim.  Quoted words are marked off from what the report words itself."""
    speaker = voice.told.speaker_of(claim)
    verb, whom = voice.verb(claim, speaker), voice.object_of(claim)
    parts = [*voice.in_words_of(claim), *voice.of_claim(claim, addressed=not whom)]
    if claim.time:
        parts.append(voice.on(claim.time))
    before = voice.asides(parts) if voice.asides_come_first(verb) else ""
    if before:
        parts = []
    if claim.mode != "direct":
        parts.append(voice.say("reworded"))
    tail = voice.tails(
        [*(caveat.kind for caveat in claim.caveats), *(["distances"] if claim.distance == "distances" else [])]
    )
    joined = voice.joined(claim)
    asides = voice.asides(parts)
    told = voice.say(
        "claim.said",
        who=" ".join(filter(None, (voice.name(speaker) + before, whom))),
        verb=verb,
        asides=asides.removesuffix(voice.say("aside_end")) if joined.startswith(":") else asides,
        joined=joined,
        content=voice.quote(voice.told.words_of(claim.content)),
        tail=tail,
    )
    return voice.finished(voice.say("claim.headline", told=told) if claim.headline else told)


def withheld_sentence(item: Withheld, voice: Voice) -> str:
    """The sentence of an answer that was not given."""
    speaker = voice.told.speaker(item.speaker_name)
    told = voice.say(f"withheld.{item.what}", who=voice.behind(speaker), words=voice.quote(item.text))
    return voice.finished(told)
