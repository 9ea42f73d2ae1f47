"""Whether two figures of a report speak of the same thing, and how they differ."""

from __future__ import annotations

from itertools import product
from typing import Final, Literal

from khabar.reconcile.amounts import agree, interval_of
from khabar.reconcile.within.evidence import are_alike, are_of_a_list, are_of_other_lengths, are_parts_apart
from khabar.reconcile.within.layout import Layout
from khabar.reconcile.within.stretches import stretch_of
from khabar.reconcile.within.tellings import Telling, roots_of
from khabar.reconcile.words import WORD, folded_words, listed, same_name
from khabar.record import Event, Figure, Report
from khabar.record.vocabulary import OWN_SENTENCE, Measure
from khabar.text.fold import fold_word

Differing = Literal["different_value", "revision", "different_time"]

# What a measure says of the people it counts already.
_IMPLIED: Final = {"arrested": {"detainee"}, "protesters": {"protester"}, "forces": {"security", "combatant"}}
# Measures that hold unlike things: only the same counted words are compared.
_MIXED: Final = frozenset({"forces", "destroyed", "protesters"})
# Populations in which both sides of a fight may stand: the words must be the same too.
_COARSE: Final = frozenset({"combatant", "security"})
_FEW: Final = 4
"""Figures of one measure above which a report is a round-up: only what is known to be one event is compared."""
_A_DAY: Final = "YYYY-MM-DD"
_DAYS: Final = 4
"""Days between the dates beside two figures from which they are figures of two events, unless these are known to be one."""
_AND: Final = "\N{ARABIC LETTER WAW}"
_RISEN: Final = (["الي"], ["to"])
"""What stands between two numbers of which one rose or fell to the other."""
_BEFORE: Final = 60
"""Characters before a figure in which a pluperfect is looked for."""
_A_MONTH: Final = 31
"""Days between the dates beside two figures of one event from which they are of two stretches of it."""
_ROUND: Final = 1.1
_BARE: Final = (None, "attack")
_PARTIAL: Final = frozenset({"increment", "remaining", "reclassified"})


class Comparison:
    """Compares the figures of one report."""

    def __init__(self, report: Report, layout: Layout) -> None:
        self._layout = layout
        self._figures = {figure.id: figure for figure in report.figures}
        self._published = report.document.published or ""
        self._claim_times = {claim.id: claim.time for claim in report.claims}
        self._few = True
        self._countries = {p.name: p.country for p in report.places if p.kind == "country" and p.country}
        self._within = {p.name: p.country for p in report.places if p.kind != "country" and p.country}
        self._places = [place.start for place in report.places]
        self._events = {event.id: event for event in report.events}
        self._event_roots = roots_of({event.id: event.same_as for event in report.events})
        # The events, each once, to which the report ties figures of a measure.
        self._tied: dict[Measure, set[str | None]] = {}
        for figure in report.figures:
            if figure.event:
                self._tied.setdefault(figure.measure, set()).add(self._event_roots.get(figure.event))

    def among(self, group: list[Telling]) -> None:
        """Say which figures are compared with one another: among many, more evidence is asked for."""
        self._few = len(group) <= _FEW

    def is_headline_only(self, told: Telling) -> bool:
        """Whether a figure stands in the headline alone, without a source: the headline's findings deal with it."""
        return all(self._layout.in_headline(figure.start) and figure.source is None for figure in told.all)

    def is_replaced(self, one: Telling, other: Telling) -> bool:
        """Whether the report says that one of two numbers stood before the other, or was put in its place."""
        first, second = sorted((self._body(one)[0], self._body(other)[0]), key=lambda figure: figure.start)
        if one.figure.part_of or other.figure.part_of:
            return False
        return self._says_revised(first, second) or self._says_earlier(second)

    def kind(self, one: Telling, other: Telling) -> Differing | None:
        """How two figures of one measure differ; None when they agree or cannot be compared."""
        if one.figure.unit != other.figure.unit or one.figure.measure == "other":
            return None
        if self._is_part(one, other) or self._is_part(other, one):
            return None
        kinds = {self._pair(a, b) for a, b in product(self._body(one), self._body(other))}
        for kind in ("revision", "different_time", "different_value"):
            if kind in kinds:
                return kind
        return None

    def _body(self, told: Telling) -> tuple[Figure, ...]:
        """The tellings by which a figure is compared: not that of the headline, where the body has one."""
        return tuple(f for f in told.all if not self._layout.in_headline(f.start)) or told.all

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
        against = together and not revised and self._is_set_against(first, second)
        if together and not revised and not against:
            return None
        if not self._comparable(first, second, revised=revised, against=against):
            return None
        same_speaker = same_name(first.source, second.source)
        if agree(interval_of(first), interval_of(second)) and not (same_speaker and _two_numbers(first, second)):
            return None
        times = self._time(first), self._time(second)
        one_event = self._same_event(first, second)
        said = revised or against or self._says_earlier(second)
        if not (said or self._is_known(first, second, one_event=bool(one_event))):
            return None
        if same_speaker or (together and revised):
            return "revision" if said or None not in times else None
        if not (one_event or self._few or against):
            return None
        two_days = None not in times if against else True
        return "different_time" if two_days and self._of_two_days(*times) else "different_value"

    def _is_known(self, first: Figure, second: Figure, *, one_event: bool) -> bool:
        """Whether the record says that two figures which no words set against one another are of one thing at one time."""
        if are_of_other_lengths(first, second):
            return False
        if are_parts_apart(first, second, self._figures) or are_of_a_list(first, second, self._figures):
            return False
        if not one_event:
            return are_alike(first, second, self._tied.get(first.measure, set()))
        return self._layout.days_apart(first.start, second.start) <= _A_MONTH

    def _is_set_against(self, first: Figure, second: Figure) -> bool:
        """Whether a sentence sets the number of one source against that of another: "six dead, while the party speaks of nine".

        Where a place stands in the second clause it may count there.
        """
        if None in (first.source, second.source) or same_name(first.source, second.source):
            return False
        if self._figure_between(first, second, first.measure):
            return False
        between = self._layout.text[first.end : second.start]
        turn = max(
            (found.start() for found in WORD.finditer(between) if fold_word(found[0]) in listed("against")),
            default=None,
        )
        if turn is None:
            return False
        return not any(at >= first.end + turn and self._layout.same_sentence(at, first.start) for at in self._places)

    def _of_two_days(self, one: str | None, other: str | None) -> bool:
        """Whether two figures are told for two days; one that says none beside one that says it is of the report's day."""
        if one is None and other is None:
            return False
        return (one or self._published)[: len(_A_DAY)] != (other or self._published)[: len(_A_DAY)]

    def _says_revised(self, first: Figure, second: Figure) -> bool:
        """Whether words between the two, in one sentence, set one number against the other."""
        between = self._layout.text[first.end : second.start]
        if not self._layout.same_sentence(first.start, second.start):
            return False
        if folded_words(between) in _RISEN:
            ahead = folded_words(self._layout.text[max(first.start - _BEFORE, 0) : first.start])
            return any({word, word.removeprefix(_AND)} & listed("revised") for word in ahead)
        setting = listed("revised") | (listed("earlier") if len(between) <= _BEFORE else frozenset())
        return any({word, word.removeprefix(_AND)} & setting for word in folded_words(between))

    def _says_earlier(self, figure: Figure) -> bool:
        """Whether the words before a figure tell of an earlier statement: "the ministry had said"."""
        before = self._layout.text[max(figure.start - _BEFORE, 0) : figure.start]
        return any({word, word.removeprefix(_AND)} & listed("earlier") for word in folded_words(before))

    def _is_earlier_toll(self, first: Figure, second: Figure) -> bool:
        """Whether a source is told to have given another number before, which the report ties to nothing but its dead."""
        event = self._events.get(second.event or "")
        mere = event is not None and _is_mere_toll(event) and not second.part_of
        return mere and same_name(first.source, second.source) and self._says_earlier(second)

    def _is_bare(self, figure: Figure) -> bool:
        """Whether a toll tells nothing of how people died: set against one before it, it is that of the same event."""
        event = self._events.get(figure.event or "")
        return event is not None and event.type == "ASSAULT" and event.subtype in _BARE

    def _time(self, figure: Figure) -> str | None:
        """The day a figure is told for: its own, or that of its claim."""
        return figure.as_of or self._claim_times.get(figure.claim or "")

    def _comparable(self, one: Figure, other: Figure, *, revised: bool, against: bool) -> bool:
        """Whether both count the same people, as far as the record tells; `other` stands behind `one`.

        `against`: a sentence sets one against the other.
        """
        if one.implicit or other.implicit:  # a victim who is told of is no toll
            return False
        partial = {figure.count_kind for figure in (one, other)} & _PARTIAL
        if partial and one.count_kind != other.count_kind:
            return False
        said = ((one.side, other.side), (one.since, other.since))
        if not all(first is None or second is None or first == second for first, second in said):
            return False
        if not self._one_place(one, other):
            return False
        if not revised and self._stretch(one) != self._stretch(other):
            return False
        if revised and not self._figure_between(one, other, one.measure):
            return True
        one_event = self._same_event(one, other)
        if one_event is False and not (self._is_earlier_toll(one, other) or (against and self._is_bare(other))):
            return False
        if not one_event and self._layout.days_apart(one.start, other.start) > _DAYS:
            return False
        return _same_people(one, other) or (against and _are_all_of_them(one, other))

    def _stretch(self, figure: Figure) -> str | None:
        return stretch_of(figure, self._figures.values(), self._layout.text)

    def _one_place(self, one: Figure, other: Figure) -> bool:
        """Whether two figures may be of one place.

        A town's exact count is no country's.  But "dozens" and "hundreds" are nobody's count of a town: a town beside
        them says from where a crisis is told, so they stand against what is counted in its country.
        """
        if one.place is None or other.place is None or one.place == other.place:
            return True
        for town, country in ((one, other), (other, one)):
            whole = self._countries.get(country.place or "")
            if whole and town.bound == "vague" and self._within.get(town.place or "") == whole:
                return True
        return False

    def _figure_between(self, first: Figure, second: Figure, measure: str) -> bool:
        between = (figure for figure in self._figures.values() if first.end <= figure.start < second.start)
        return any(figure.measure == measure for figure in between)

    def _same_event(self, one: Figure, other: Figure) -> bool | None:
        """Whether two figures belong to one event, or are a kind of people in one number; None when one is not tied to any."""
        first, second = (self._events.get(figure.event or "") for figure in (one, other))
        if first is None or second is None:
            return True if one.population and other.population and one.part_of == other.part_of is not None else None
        return self._event_roots[first.id] == self._event_roots[second.id]


def _is_mere_toll(event: Event) -> bool:
    """Whether an event is nothing but its dead, without a place or day of its own: of whichever event the report is about."""
    own = any(told is not None and told.from_ in OWN_SENTENCE for told in (event.place, event.date))
    return event.type == "ASSAULT" and event.subtype is None and not own


def _are_all_of_them(one: Figure, other: Figure) -> bool:
    """Whether civilians stand beside the dead of nobody in particular: set against one another, the dead of one place."""
    anybody = next((figure for figure in (one, other) if not figure.population and not _are_residents(figure)), None)
    if anybody is None or not any(_are_residents(figure) for figure in (one, other)):
        return False
    if one.implicit or other.implicit or one.part_of or other.part_of:
        return False
    return anybody.of is None or set(folded_words(anybody.of.text)) <= listed("counted")


def _are_residents(figure: Figure) -> bool:
    """Whether civilians are counted, or people called by words that are said of them (residents)."""
    said = {p.value for p in figure.population}
    words = folded_words(figure.of.text) if figure.of is not None else ()
    return said == {"civilian"} or (not said and not listed("civilians").isdisjoint(words))


def _same_people(one: Figure, other: Figure) -> bool:
    """The same populations, counted by the same words or by words that count anybody; single victims are no toll.

    Where the words say more closely whom they count ("administrative detainees", "others"), only the same words will do.
    """
    if one.implicit or other.implicit or (bool(one.part_of) != bool(other.part_of) and not one.population):
        return False
    implied = _IMPLIED.get(one.measure, set())
    first, second = ({p.value for p in figure.population} - implied for figure in (one, other))
    words = [folded_words(figure.of.text) if figure.of else [] for figure in (one, other)]
    if first != second or any(told and told[0] in listed("others") for told in words):
        return False
    if words[0] == words[1]:
        return bool(words[0]) or one.measure not in _MIXED
    if one.measure in _MIXED and one.measure != "protesters":
        return False
    if first & _COARSE:
        return all(not told or _is_collective(told) for told in words)
    return bool(first) or all(not told or (len(told) == 1 and told[0] in listed("counted")) for told in words)


def _is_collective(words: list[str]) -> bool:
    """Whether words count members of a force, whoever they are: "of the members of the police"."""
    return bool(set(words[:2]) & listed("collective"))


def _two_numbers(one: Figure, other: Figure) -> bool:
    """Whether two wordings hold different numbers, however much room they leave."""
    exact = all(figure.low and figure.bound not in ("vague", "about", "range") for figure in (one, other))
    return exact and one.low != other.low and not _rounds(one, other) and not _rounds(other, one)


def _rounds(one: Figure, other: Figure) -> bool:
    """Whether one number is the other told roundly: "more than 10,000" and 10,022."""
    low, whole = one.low or 0, other.low or 0
    return one.bound in ("more_than", "at_least") and other.bound == "exact" and low <= whole <= low * _ROUND
