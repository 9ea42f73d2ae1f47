"""Times, places and actors as sentences: what a name or a date word stands for."""

from __future__ import annotations

from khabar.atlas import AtlasMissing, shared_atlas
from khabar.desk.telling.lists import is_arabic
from khabar.desk.telling.voice import Voice
from khabar.record import Actor, Place, Time


def time_sentence(time: Time, voice: Voice) -> str:
    """What day a calendar expression stands for, or what is missing to tell."""
    words = voice.quote(time.text)
    if time.value is None:
        missing = time.needs if time.needs in ("year", "published") else "published"
        return voice.finished(voice.say("time.undated", words=words, missing=voice.say(f"time.needs.{missing}")))
    mod = voice.say(f"time.mod.{time.mod}") if time.mod else ""
    return voice.finished(voice.say("time.dated", words=words, mod=mod, date=voice.date(time.value)))


def place_sentence(place: Place, voice: Voice) -> str:
    """What place a name stands for."""
    country = country_name(place.country, voice.words.code) if place.country and place.kind != "country" else ""
    name = place.name_ar if voice.words.code == "ar" and place.name_ar else place.name
    if name == place.text and place.country is None and place.lat is None:
        kind = voice.words.label("place_kind", place.kind)
        return voice.finished(voice.say("place.unlisted", words=voice.quote(place.text), kind=kind))
    told = voice.say(
        "place.named",
        words=voice.quote(place.text),
        name=name if is_arabic(name) == (voice.words.code == "ar") else voice.quote(name),
        kind=voice.words.label("place_kind", place.kind),
        country=voice.say("place.country", country=country) if country else "",
        disputed=voice.say("place.disputed") if place.disputed else "",
    )
    return voice.finished(told)


def actor_sentence(actor: Actor, voice: Voice) -> str:
    """Who somebody is in the report."""
    name = voice.quote(actor.name)
    parts = [voice.words.label("actor_kind", actor.kind)] if actor.kind in voice.words.tables["actor_kind"] else []
    if actor.role and actor.role.strip() and actor.role != actor.name:
        parts.append(voice.quote(actor.role))
    if actor.country:
        parts.append(country_name(actor.country, voice.words.code))
    told = "actor.mentioned" if actor.kind == "unnamed" else "actor.named"
    return voice.finished(
        voice.say(told, name=name, parts=voice.say("comma").join(parts), n=max(len(actor.mentions), 1))
    )


def country_name(code: str, ui: str) -> str:
    """The name of a country by its ISO code; the code itself where the atlas does not have it."""
    try:
        found = shared_atlas().country(code)
    except (AtlasMissing, LookupError, ValueError):
        return code
    return (found.name_ar if ui == "ar" else None) or found.name
