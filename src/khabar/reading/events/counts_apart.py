"""Counts of two acts: an equal number of people is not told again where the acts that befell them are two.

Figures are likened to one another before the events of a report are known.  When these are, a count that was joined to an
earlier one is let go where each has its own act, and the two acts are not one: they are set, by their own words, in two places;
or the people are few, or told only by a word like "dozens", no noun is common to them, and the acts are of two kinds.  What a
report opens with is told again below in other words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from msgspec.structs import replace

from khabar.languages.drafts import EventDraft
from khabar.reading.events.breadth import is_wide, same_place
from khabar.reading.events.same_acts import are_kin
from khabar.reading.figures.alike import ARTICLE, ROOT_LETTERS, number_of, share_noun
from khabar.reading.figures.periods import ends_before
from khabar.record import Event, Figure, Place
from khabar.record.vocabulary import HARM


class Acts:
    """The events of a report with their drafts, by their ids, and the places they are set in."""

    def __init__(self, events: Sequence[Event], drafts: Sequence[EventDraft], places: Sequence[Place]) -> None:
        self.events = list(events)
        self._told, self._of_report = drafts, places

    @cached_property
    def _events(self) -> Mapping[str, Event]:
        return {event.id: event for event in self.events}

    @cached_property
    def _drafts(self) -> Mapping[str, EventDraft]:
        return dict(zip(self._events, self._told, strict=True))

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        return {place.id: place for place in self._of_report}

    def of(self, figure: Figure) -> str | None:
        """The first telling of the act that a figure belongs to."""
        event = self._events.get(figure.event or "")
        return (event.same_as or event.id) if event is not None else None

    def apart(self, figures: list[Figure]) -> list[Figure]:
        """The figures, each joined to the earlier ones that count the people of its own act."""
        tellings = {figure.id: [figure] for figure in figures}
        return [
            figure if figure.same_as is None else self._rejoined(figure, tellings[figure.same_as]) for figure in figures
        ]

    def _rejoined(self, figure: Figure, before: list[Figure]) -> Figure:
        """A figure joined to the first of the tellings before it that is not of another act; a first one where all are."""
        first = next((other for other in before if not self._are_two(other, figure)), None)
        root = (first.same_as or first.id) if first is not None else None
        figure = replace(figure, same_as=root)
        before.append(figure)
        return figure

    def _are_two(self, first: Figure, again: Figure) -> bool:
        act, other = self.of(first), self.of(again)
        if act is None or other is None or act == other:
            return False
        if self._is_of_old(first, again):
            return True
        if first.start <= _OPENING:
            return False
        few = first.bound == again.bound == "exact" and number_of(first) < _MANY
        named = share_noun(first, again, ROOT_LETTERS)
        if (few or not named) and self._lie_apart(first, again):
            return True
        told_loosely = few or "vague" in (first.bound, again.bound)
        known = named or again.text.startswith(ARTICLE)
        return told_loosely and not known and self._are_of_two_kinds(first, again)

    def _is_of_old(self, first: Figure, again: Figure) -> bool:
        """Whether the words of the later act set it in an earlier month, or year, than the first (the worst since 2004, when)."""
        day, before = self._events[first.event or ""].date, self._events[again.event or ""].date
        if day is None or before is None or before.from_ != "predicate":
            return False
        return ends_before(before.value[:_MONTH], day.value[:_MONTH])

    def _lie_apart(self, first: Figure, again: Figure) -> bool:
        """Whether both acts are set by their own words, in two places of which none holds the other."""
        ours, theirs = self._own_place(first), self._own_place(again)
        return ours is not None and theirs is not None and not same_place(ours, theirs)

    def _own_place(self, figure: Figure) -> Place | None:
        named = self._events[figure.event or ""].place
        place = self._places.get(named.id or "") if named is not None and named.from_ == "predicate" else None
        return None if place is None or is_wide(place) else place

    def _are_of_two_kinds(self, first: Figure, again: Figure) -> bool:
        """Whether both words are of a violent act, not only of what it left behind, and neither of one stem nor of one kind; an act
        that is told as known may be any.
        """
        ours, theirs = self._drafts[first.event or ""], self._drafts[again.event or ""]
        violent = ours.type in HARM and theirs.type in HARM and not (ours.outcome or theirs.outcome or theirs.definite)
        return violent and not are_kin(ours, theirs) and _differ(ours.stem, theirs.stem)


def _differ(stem: str, other: str) -> bool:
    """Whether two stems differ; of two scripts they cannot be compared."""
    return stem != other and stem[:1].isascii() == other[:1].isascii()


_MANY: Final = 10
_MONTH: Final = 7  # characters of a year and a month
_OPENING: Final = 200  # characters: a headline, or the first words of a lead
