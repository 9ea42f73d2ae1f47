"""Whether two figures of a report speak of the same thing, and how they differ."""

from __future__ import annotations

from itertools import product
from typing import Final, Literal

from khabar.reconcile.amounts import agree, interval_of
from khabar.reconcile.layout import Layout
from khabar.reconcile.tellings import Telling, roots_of
from khabar.reconcile.words import folded_words, listed, same_name
from khabar.record import Event, Figure, Report

Differing = Literal["different_value", "revision", "different_time"]

# What a measure says of the people it counts already.
_IMPLIED: Final = {"arrested": {"detainee"}, "protesters": {"protester"}, "forces": {"security", "combatant"}}
# Measures that hold unlike things: only the same counted words are compared.
_MIXED: Final = frozenset({"other", "forces", "destroyed", "protesters"})
_PARTIAL: Final = frozenset({"increment", "remaining", "reclassified"})


class Comparison:
    """Compares the figures of one report."""

    def __init__(self, report: Report, layout: Layout) -> None:
        self._layout = layout
        self._figures = {figure.id: figure for figure in report.figures}
        self._claim_times = {claim.id: claim.time for claim in report.claims}
        self._events = {event.id: event for event in report.events}
        self._event_roots = roots_of({event.id: event.same_as for event in report.events})

    def is_headline_only(self, told: Telling) -> bool:
        """Whether a figure stands in the headline alone, without a source: the headline's findings deal with it."""
        return all(self._layout.in_headline(figure.start) and figure.source is None for figure in told.all)

    def kind(self, one: Telling, other: Telling) -> Differing | None:
        """How two figures of one measure differ; None when they agree or cannot be compared."""
        if one.figure.unit != other.figure.unit or self._is_part(one, other) or self._is_part(other, one):
            return None
        kinds = {self._pair(a, b) for a, b in product(one.all, other.all)}
        for kind in ("revision", "different_time", "different_value"):
            if kind in kinds:
                return kind
        return None

    def _is_part(self, told: Telling, whole: Telling) -> bool:
        """Whether a figure is contained in another one, over any number of steps."""
        ids = {figure.id for figure in whole.all}
        waiting, seen = [figure.part_of for figure in told.all], set[str]()
        while waiting:
            above = waiting.pop()
            if above in ids:
                return True
            if above and above not in seen and above in self._figures:
                seen.add(above)
                waiting += [self._figures[above].part_of, self._figures[above].same_as]
        return False

    def _pair(self, one: Figure, other: Figure) -> Differing | None:
        first, second = sorted((one, other), key=lambda figure: figure.start)
        revised = self._says_revised(first, second)
        together = self._layout.same_sentence(first.start, second.start)
        if (together and not revised) or not self._comparable(first, second, revised=revised):
            return None
        same_speaker = same_name(first.source, second.source)
        if agree(interval_of(first), interval_of(second)) and not (same_speaker and _two_numbers(first, second)):
            return None
        times = self._time(first), self._time(second)
        if same_speaker or (together and revised):
            known = revised or None not in times or (first.event and self._same_event(first, second) is True)
            return "revision" if known else None
        return "different_time" if None not in times and times[0] != times[1] else "different_value"

    def _says_revised(self, first: Figure, second: Figure) -> bool:
        """Whether words set one number against the other: between the two, or in the sentence of the second."""
        text = self._layout.text
        if not self._layout.same_sentence(first.start, second.start):
            return any(
                word in listed("revised")
                for word in folded_words(text[max(second.start - 60, first.end) : second.start])
            )
        return any(word in listed("revised") for word in folded_words(text[first.end : second.start]))

    def _time(self, figure: Figure) -> str | None:
        """The day a figure is told for: its own, or that of its claim."""
        return figure.as_of or self._claim_times.get(figure.claim or "")

    def _comparable(self, one: Figure, other: Figure, *, revised: bool) -> bool:
        """Whether both count the same people, as far as the record tells."""
        partial = {figure.count_kind for figure in (one, other)} & _PARTIAL
        if partial and one.count_kind != other.count_kind:
            return False
        if self._layout.is_old(one.start) != self._layout.is_old(other.start):
            return False
        if not _equal_or_unsaid(one.place, other.place) or not _equal_or_unsaid(one.side, other.side):
            return False
        beside = revised and not self._figure_between(one, other)
        return self._same_event(one, other) is not False and _same_people(one, other, revised=beside)

    def _figure_between(self, first: Figure, second: Figure) -> bool:
        return any(first.end <= figure.start < second.start for figure in self._figures.values())

    def _same_event(self, one: Figure, other: Figure) -> bool | None:
        """Whether two figures belong to one event; None when that is not known."""
        events = [self._events.get(figure.event or "") for figure in (one, other)]
        first, second = events
        if first is None or second is None:
            return None
        if self._event_roots[first.id] == self._event_roots[second.id]:
            return True
        return False if _unlike(first, second) else None


def _unlike(one: Event, other: Event) -> bool:
    """Whether two events cannot be one: other kinds, places or days, all of them said near the words."""
    if one.type != other.type or (one.subtype and other.subtype and one.subtype != other.subtype):
        return True
    places = [event.place.name for event in (one, other) if event.place and event.place.from_ != "report"]
    dates = [
        event.date.value[:10] for event in (one, other) if event.date and event.date.from_ in ("predicate", "sentence")
    ]
    return len(set(places)) > 1 or len(set(dates)) > 1


def _equal_or_unsaid(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _same_people(one: Figure, other: Figure, *, revised: bool) -> bool:
    """The same populations; without any, words that count anybody, or the same words.

    A number that revises another one need not say again whom it counts.
    """
    implied = _IMPLIED.get(one.measure, set())
    first, second = ({p.value for p in figure.population} - implied for figure in (one, other))
    if first != second:
        return revised and not (first and second)
    if first and one.measure not in _MIXED:
        return True
    heads = [_head(figure) for figure in (one, other)]
    if heads[0] == heads[1]:
        return heads[0] is not None or one.measure not in _MIXED
    unsaid = [head is None or head in listed("counted") for head in heads]
    partial = bool(one.part_of) != bool(other.part_of)
    return all(unsaid) and one.measure not in _MIXED and not partial


def _head(figure: Figure) -> str | None:
    """The first word of the counted people, folded; None when they are not said."""
    words = folded_words(figure.of.text) if figure.of else []
    return words[0] if words else None


def _two_numbers(one: Figure, other: Figure) -> bool:
    """Whether two wordings hold different numbers, however much room they leave."""
    exact = all(figure.low and figure.bound not in ("vague", "about", "range") for figure in (one, other))
    return exact and one.low != other.low
