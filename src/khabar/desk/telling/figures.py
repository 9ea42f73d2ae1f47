"""Figures as sentences: who gives the number, whom it counts, where and as of when."""

from __future__ import annotations

from typing import Final

from khabar.desk.telling.voice import Voice, is_vague
from khabar.reconcile import not_done
from khabar.record import Claim, Event, Figure

_DAY: Final = 10
"""Characters of a year, a month and a day."""


def figure_sentence(figure: Figure, voice: Voice) -> str:
    """The sentence of a figure."""
    claim = voice.told.claims.get(figure.claim or "")
    name = figure.source or (claim.speaker_name if claim else None)
    governing = claim if claim and claim.speaker_name == name else None
    governed = not_done(claim, voice.told.events.get(figure.event or ""))
    where = _circumstances(figure, voice)
    caveats = voice.tails(caveat.kind for caveat in (*figure.caveats, *(claim.caveats if claim else ())))
    fields = {"where": where, "tail": caveats}
    mentioned = _only_mentioned(figure, claim)
    if name is None:
        key = "figure.own_not_done" if governed else "figure.own_mentioned" if mentioned else "figure.own"
        return voice.finished(
            voice.say(key, clause=_clause(figure, voice), **_nominal(figure, voice, governed), **fields)
        )
    speaker = voice.told.speaker(name, claim.actor if governing and claim else None)
    asides = voice.asides(voice.of_claim(governing))
    if governed or mentioned:
        verb = voice.past("spoke_of", speaker)
        told = voice.say(
            "figure.not_done" if governed else "figure.mentioned",
            who=voice.name(speaker), verb=verb, asides=asides, **_nominal(figure, voice, governed), **fields,
        )  # fmt: skip
    else:
        verb, link = voice.telling(governing, speaker)
        told = voice.say(
            "figure.said",
            who=voice.name(speaker), verb=verb, asides=asides, link=link, clause=_clause(figure, voice), **fields,
        )  # fmt: skip
    return voice.finished(told)


def _only_mentioned(figure: Figure, claim: Claim | None) -> bool:
    """Whether a number is spoken of and no deed told: of people or forces, or amid what somebody expects."""
    if claim is not None and claim.act == "deny":
        return False
    return figure.measure in ("other", "forces") or (claim is not None and claim.act == "expect")


def _deed(figure: Figure, voice: Voice) -> str:
    """The key of the deed; bodies are counted, not killed, and who was taken by fighters was captured."""
    whole = voice.told.figures.get(figure.part_of or "", figure)
    if figure.measure == "arrested" and (figure.id in voice.told.taken or whole.id in voice.told.taken):
        return "captured"
    return "bodies" if figure.unit == "body" and figure.measure == "killed" else figure.measure


def _nominal(figure: Figure, voice: Voice, governed: str | None) -> dict[str, str]:
    nominal = voice.say(f"deed_of.{_deed(figure, voice)}", people=voice.people(figure))
    return {"nominal": nominal, "standing": voice.say(f"standing.{governed}") if governed else ""}


def _clause(figure: Figure, voice: Voice) -> str:
    """The deed as a clause (English) or a verbal noun (Arabic); `n` chooses between was and were."""
    one = not is_vague(figure) and figure.low == figure.high == 1
    return voice.say(f"clause.{_deed(figure, voice)}", n=1 if one else 11, people=voice.people(figure))


def _circumstances(figure: Figure, voice: Voice) -> str:
    """Place, day, whole and period, each where it was read."""
    place, day = voice.place(figure.place), day_of(figure, voice.told.events.get(figure.event or ""), voice.near)
    found = [voice.say(f"{voice.preposition(figure.place)}_place", place=place)] if place and figure.place else []
    if day:
        found.append(voice.say("when", date=voice.on(day)))
    whole = voice.told.figures.get(figure.part_of or "")
    if whole is not None:
        found.append(voice.say("part_of", whole=voice.people(whole)))
    if figure.since:
        found.append(voice.say("since", date=voice.date(figure.since)))
    if figure.as_of:
        found.append(voice.say("as_of_later" if day else "as_of", date=voice.date(figure.as_of)))
    return "".join(found)


def day_of(figure: Figure, event: Event | None, published: str | None) -> str | None:
    """The day of the event that a number counts: two tolls in a report are often those of two days.

    The day of the report goes without saying, and so does one that the count has already.
    """
    if event is None or event.date is None or event.date.from_ == "report":
        return None
    day = event.date.value
    return None if day in (figure.since, figure.as_of) or day[:_DAY] == (published or "")[:_DAY] else day
