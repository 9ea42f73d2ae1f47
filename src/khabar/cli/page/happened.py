"""Events merged, who claims a deed or is accused of it, and the places, times and actors that the others rest on."""

from __future__ import annotations

from typing import Final

from khabar.cli.page.paper import Paper
from khabar.cli.page.reserves import speaker_name
from khabar.desk.digest import Digest, EventLine
from khabar.desk.surroundings import words_around
from khabar.desk.telling import country_name
from khabar.record import Party, Place, Report

_NOT_DONE: Final = frozenset({"ordered", "called_for", "threatened", "planned", "possible", "denied", "refused"})


def write_blame(paper: Paper, told: Digest) -> None:
    """Claims of responsibility and accusations, each with the one who says so."""
    if told.blame:
        paper.section(paper.words.label("page_section", "blame"), len(told.blame))
    for line in told.blame:
        paper.item(line.item, line.words, 1)
        if line.kind != "claimed":
            label = paper.say("accused") if line.kind == "accused" else paper.words.label("page_blame", line.kind)
            paper.field(label, line.whom or paper.say("not_told"), 2)
            paper.field(paper.say("according_to"), speaker_name(line.speaker, paper), 2)
        else:
            paper.field(paper.words.label("page_blame", line.kind), speaker_name(line.speaker, paper), 2)
        paper.field(paper.words.label("field", "target"), line.target, 2)


def write_events(paper: Paper, told: Digest) -> None:
    """All events, each once with the number of its tellings."""
    if told.events:
        paper.section(paper.words.label("page_section", "events"), len(told.events))
    for line in told.events:
        _event(paper, line, told.document.text or "")


def _event(paper: Paper, line: EventLine, text: str) -> None:
    event, words = line.event, paper.words
    statuses = [words.label("event_status", status) for status in line.statuses]
    again = [paper.say("again", n=line.told)] if line.told > 1 else []
    label = paper.say("comma").join([paper.teller.kind(event), *statuses, *again])
    trigger = paper.teller.words_of(event.trigger)
    paper.item(event.id, trigger, 1, label, style="alarm" if _NOT_DONE & {*line.statuses} else "")
    if line.actor is None and line.target is None and text:  # "stopping" says nothing, "stopping the shelling of" does
        paper.field(paper.say("context"), words_around(text, event.trigger.start, event.trigger.end), 2)
    for speaker in line.speakers:
        paper.field(paper.say("by"), speaker_name(speaker, paper), 2)
    _party(paper, words.label("field", "actor"), line.actor)
    _party(paper, words.label("field", "target"), line.target)
    if line.place:
        label = _noted(words.label("field", "place"), paper.teller.lent_from(line.place), paper)
        paper.field(label, paper.teller.place(line.place.name), 2)
    if line.date:
        label = _noted(words.label("field", "date"), paper.teller.lent_from(line.date), paper)
        paper.field(label, paper.date(line.date.value), 2)
    paper.field(words.label("field", "method"), event.method.text if event.method else None, 2)
    paper.reason(event.id, event.rule, 2)


def _party(paper: Paper, label: str, party: Party | None) -> None:
    if party is not None:
        paper.field(_noted(label, paper.teller.whose_word(party), paper), paper.teller.party(party), 2)


def _noted(label: str, note: str, paper: Paper) -> str:
    return paper.say("noted", label=label, note=note) if note else label


def write_names(paper: Paper, report: Report) -> None:
    """Actors, times and places: what the other layers rest on."""
    words = paper.words
    if report.actors:
        paper.section(words.label("layer", "actors"), len(report.actors))
    for actor in report.actors:
        paper.item(actor.id, actor.name, 1)
        paper.field(
            words.label("actor_kind", actor.kind) if actor.kind in words.tables["actor_kind"] else "", actor.role, 2
        )
    if report.times:
        paper.section(words.label("layer", "times"), len(report.times))
    for time in report.times:
        paper.item(time.id, time.text, 1)
        paper.write(
            paper.date(time.value) or words.say("tell.time.needs." + ("year" if time.needs == "year" else "published")),
            2,
        )
    if report.places:
        paper.section(words.label("layer", "places"), len(report.places))
    mentions: dict[tuple[str, str | None, str], list[Place]] = {}
    for place in report.places:
        mentions.setdefault((place.name, place.country, place.kind), []).append(place)
    for (name, country, kind), found in mentions.items():
        paper.item(found[0].id, found[0].text, 1)
        own = (words.code == "ar" and found[0].name_ar) or name
        within = country_name(country, words.code) if country and kind != "country" else ""
        parts = [own, within, words.label("place_kind", kind), paper.say("again", n=len(found))]
        paper.write(paper.say("comma").join(part for part in parts if part), 2)
