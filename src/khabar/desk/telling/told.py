"""A report's items by their ids, and who is behind a name: what every sentence looks up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from khabar.desk.telling.lists import bare, bonded, ends_noun, is_arabic, unglued
from khabar.languages.likened import begun
from khabar.record import Actor, Claim, Event, Figure, Party, Place, Report, Span, Time, Withheld
from khabar.text.fold import fold_word

_BEHIND: Final = re.compile(r"(?: (?![وف]\w{3}|بال|لل)[\u0620-\u0652]{3,}(?!\w)){1,2}")
_REACH: Final = 60
"""Characters that the words behind a deed's word fill at most."""
Item = Claim | Withheld | Figure | Event | Time | Place | Actor


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone a sentence names: the name as the report has it, who that is, and the claims that tell of him or her."""

    name: str
    actor: Actor | None = None
    claims: tuple[Claim, ...] = ()

    @property
    def known(self) -> bool:
        """Whether there is a name at all."""
        return any(letter.isalpha() for letter in self.name)

    @property
    def unnamed(self) -> bool:
        """Whether the words describe somebody without naming him or her."""
        return self.actor is not None and self.actor.kind == "unnamed"


class Told:
    """The look-ups of one report, each made once."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.text = report.document.text or ""

    @cached_property
    def items(self) -> dict[str, Item]:
        """Every item that has an id."""
        r = self.report
        layers = (r.actors, r.places, r.times, r.withheld, r.events, r.figures, r.claims)
        return {item.id: item for layer in layers for item in layer}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.report.claims}

    @cached_property
    def events(self) -> dict[str, Event]:
        """Events by id."""
        return {event.id: event for event in self.report.events}

    @cached_property
    def taken(self) -> frozenset[str]:
        """Ids of the figures whose people an abduction, or a capture, took: those it counts, and those that are its object."""
        acts = [event for event in self.report.events if event.subtype == "abduction" or _captures(event)]
        spans = [event.target.span for event in acts if event.target and event.target.span]
        inside = (f.id for f in self.report.figures if any(s.start <= f.start and f.end <= s.end for s in spans))
        return frozenset((*inside, *(figure for event in acts for figure in event.figures)))

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Figures by id."""
        return {figure.id: figure for figure in self.report.figures}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.report.actors}

    @cached_property
    def places(self) -> dict[str, Place]:
        """Places by the English name under which items refer to them."""
        return {place.name: place for place in reversed(self.report.places)}

    @cached_property
    def place_names(self) -> frozenset[str]:
        """Names of places as the report writes them, and their Arabic ones."""
        return frozenset(name for place in self.report.places for name in (place.text, place.name_ar) if name)

    @cached_property
    def _by_name(self) -> dict[str, Actor]:
        return {actor.name: actor for actor in reversed(self.report.actors)}

    @cached_property
    def _claims_of(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = {}
        for claim in self.report.claims:
            found.setdefault(claim.speaker_name, []).append(claim)
        return found

    def words_of(self, span: Span) -> str:
        """The words of a span; an article that was swallowed by "for" before it comes back (للسكان → السكان)."""
        return unglued(span.text, self.text[max(span.start - 2, 0) : span.start])

    def words_of_party(self, party: Party) -> str:
        """The words of whoever did it or suffered it."""
        return self.words_of(party.span) if party.span else party.text

    def object_behind(self, trigger: Span) -> str:
        """The noun behind an Arabic word that says little alone, with its adjective: "stopping (the fire)"; "" for none.

        Where an article or an ending shows no such bond the words behind may be anything, a verb or the next sentence.
        """
        if " " in trigger.text or not is_arabic(trigger.text):
            return ""
        found = _BEHIND.match(self.text, trigger.end, trigger.end + _REACH)
        words = found.group().split() if found else []
        while words and (ends_noun(words[0]) or ends_noun(words[-1])):
            words.pop()
        chain = [bare(word) for word in (trigger.text, *words)]
        return " ".join(words[: bonded(chain)])

    def is_relay(self, medium: Span, claim: Claim) -> bool:
        """Whether a medium is told as a relay already: "a channel" in the words of "the channel X"."""
        named = (via.span for via in claim.via if via.span)
        return any(span.start <= medium.start and medium.end <= span.end for span in named)

    def speaker(self, name: str | None, actor: str | None = None) -> Speaker:
        """Who is behind a name, by the actor's id where the item has one."""
        name = " ".join((name or "").split())
        found = self.actors.get(actor or "") or self._by_name.get(name)
        return Speaker(name, found, tuple(self._claims_of.get(name, ())))

    def speaker_of(self, claim: Claim) -> Speaker:
        """Who speaks in a claim."""
        return self.speaker(claim.speaker_name, claim.actor)


def _captures(event: Event) -> bool:
    """Whether an arrest is told in the words of war: who was captured was not arrested."""
    told = fold_word(event.trigger.text) if event.subtype == "arrest" else ""
    return any(word in told for word in begun("captures"))
