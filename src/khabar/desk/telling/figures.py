"""Figures as sentences: who gives the number, whom it counts, where and as of when."""

from __future__ import annotations

from khabar.desk.telling.voice import Voice, is_vague
from khabar.reconcile import not_done
from khabar.record import Figure


def figure_sentence(figure: Figure, voice: Voice) -> str:
    """The sentence of a figure."""
    claim = voice.told.claims.get(figure.claim or "")
    name = figure.source or (claim.speaker_name if claim else None)
    governing = claim if claim and claim.speaker_name == name else None
    governed = not_done(claim, voice.told.events.get(figure.event or ""))
    where = _circumstances(figure, voice)
    caveats = voice.tails(caveat.kind for caveat in (*figure.caveats, *(claim.caveats if claim else ())))
    fields = {"where": where, "tail": caveats}
    mentioned = figure.measure == "other" and not (claim and claim.act == "deny")
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


def _deed(figure: Figure) -> str:
    """The key of the deed; bodies are counted, not killed."""
    return "bodies" if figure.unit == "body" and figure.measure == "killed" else figure.measure


def _nominal(figure: Figure, voice: Voice, governed: str | None) -> dict[str, str]:
    nominal = voice.say(f"deed_of.{_deed(figure)}", people=voice.people(figure))
    return {"nominal": nominal, "standing": voice.say(f"standing.{governed}") if governed else ""}


def _clause(figure: Figure, voice: Voice) -> str:
    """The deed as a clause (English) or a verbal noun (Arabic); `n` chooses between was and were."""
    one = not is_vague(figure) and figure.low == figure.high == 1
    return voice.say(f"clause.{_deed(figure)}", n=1 if one else 11, people=voice.people(figure))


def _circumstances(figure: Figure, voice: Voice) -> str:
    """Place, period and whole, each where it was read."""
    found = [voice.say("in_place", place=voice.place(figure.place))] if voice.place(figure.place) else []
    whole = voice.told.figures.get(figure.part_of or "")
    if whole is not None:
        found.append(voice.say("part_of", whole=voice.people(whole)))
    if figure.since:
        found.append(voice.say("since", date=voice.date(figure.since)))
    if figure.as_of:
        found.append(voice.say("as_of", date=voice.date(figure.as_of)))
    return "".join(found)
