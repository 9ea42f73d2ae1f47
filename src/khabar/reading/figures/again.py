"""The same count told again: one measure and one number of people whom nothing tells apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import merge
from operator import itemgetter

import msgspec

from khabar.languages.likened import begun
from khabar.reading.figures.alike import (
    ARTICLE,
    LONG_ENOUGH,
    ROOT_LETTERS,
    are_anybody,
    are_foes,
    are_of_two_countries,
    beginnings,
    number_of,
    populations,
    share_noun,
)
from khabar.record import Figure
from khabar.record.vocabulary import FATES, Measure
from khabar.text.fold import fold_word

_HEADLINE = 120  # characters in which a headline stands
_BESIDE = 60  # characters between two counts that one sentence sets side by side
_CLOSE, _TENFOLD = 900, 10
_LEAST_TOTAL, _FEW_PEOPLE, _FEW_THINGS = 5, 4, 3


class Told(msgspec.Struct, frozen=True):
    """A figure with the number of its sentence.

    `apart`: its sentence tells another event than those before; `town`: the listed town it is told for, None where none is.
    """

    figure: Figure
    sentence: int
    apart: bool
    town: str | None = None


def repeated(told: Sequence[Told], parts: Mapping[str, str]) -> list[Figure]:
    """Each figure told before points at its first telling; `parts`: which figures are parts of which.

    An equal number of an equal measure is not enough: the counts of one sentence, of two sides, of two events are two.
    """
    firsts = _Firsts()
    at: dict[str, list[Told]] = {}
    found: list[Figure] = []
    for k, one in enumerate(told):
        figure = one.figure
        fits = (f for f in firsts.like(figure) if _same(f, figure) and not _side_by_side(f, figure, parts))
        first = next((f for f in fits if not _are_two(at[f.id], one)), None)
        if (
            first is not None
            and k
            and _are_beside_others(found[-1], told[k - 1].sentence == one.sentence, first, figure)
        ):
            first = None
        at.setdefault((first or figure).id, []).append(one)
        if first is None:
            firsts.add(figure)
            found.append(figure)
        else:
            found.append(msgspec.structs.replace(figure, same_as=first.id, measure=_told_fate(first, figure)))
    return found


def _are_two(told: Sequence[Told], one: Told) -> bool:
    """Whether a count is another than that of the tellings, the first one first, though it has their number.

    What another event left behind can be what the headline said, as long as nothing else was it.
    """
    first, last = told[0], told[-1]
    if first.figure.bound == "vague" and one.figure.low is not None and _is_of_another_number(told, one.figure):
        return True  # what was dozens is 34 by now, and was 12 before
    headline = len(told) == 1 and first.figure.start <= _HEADLINE
    if one.apart and not first.apart and not headline:
        return True
    toll = last.figure.count_kind == "total" != one.figure.count_kind  # (the toll is put right to 13) 13 were killed
    if last.sentence == one.sentence and not one.figure.text.startswith(ARTICLE) and not toll:
        return one.figure.start - last.figure.end < _BESIDE or not _share_people(last.figure, one.figure)
    towns = {first.town, one.town} - {None}
    if len(towns) > 1 and one.figure.measure != "other" and not headline:
        return True
    return _are_two_sides(first.figure, one.figure)


def _is_of_another_number(told: Sequence[Told], figure: Figure) -> bool:
    known = {number_of(t.figure) for t in told if t.figure.low is not None}
    return bool(known) and number_of(figure) not in known


def _are_beside_others(before: Figure, together: bool, first: Figure, again: Figure) -> bool:
    """Whether "three others" stand, in one sentence, beside people who are counted there for the first time: those are others than
    three who were counted earlier.
    """
    words = again.of.text.split() if again.of else []
    named = bool(words) and fold_word(words[0]) in begun("others")
    new = before.same_as is None and before.measure in FATES and not before.implicit
    return named and together and new and first.end <= before.start


def _share_people(first: Figure, again: Figure) -> bool:
    """Whether two counts of a sentence may be of the same people: their nouns agree, or one has none."""
    return first.of is None or again.of is None or share_noun(first, again, LONG_ENOUGH)


def _are_two_sides(first: Figure, again: Figure) -> bool:
    """Whether the counted belong to two sides, or the ones to a side and the others to none, as civilians."""
    if first.side is not None and again.side is not None:
        return not beginnings(first.side.split(), LONG_ENOUGH) & beginnings(again.side.split(), LONG_ENOUGH)
    theirs, others = (first, again) if first.side is not None else (again, first)
    if theirs.side is None or theirs.of is None or theirs.side not in theirs.of.text:
        return False
    return "civilian" in populations(others) and "civilian" not in populations(theirs)


class _Firsts:
    """First tellings by what any telling of the same count shares with them: its number, or its source and order."""

    def __init__(self) -> None:
        self._rows: dict[tuple[object, ...], list[tuple[int, Figure]]] = {}
        self._count = 0

    def add(self, figure: Figure) -> None:
        """Keep a first telling; a victim that no number counts is never told again."""
        if figure.implicit:
            return
        self._count += 1
        vague = figure.bound == "vague"
        fate, number = _fate(figure), number_of(figure)
        size = (figure.order or 0) if vague else number
        keys = ((fate, number), (fate, vague, figure.source, len(str(size))), (number,))
        for key in keys:
            self._rows.setdefault(key, []).append((self._count, figure))

    def like(self, figure: Figure) -> Iterator[Figure]:
        """The first tellings that a figure may tell again, in their order."""
        vague = figure.bound == "vague"
        fate, number = _fate(figure), number_of(figure)
        digits = len(str((figure.order or 0) if vague else number))
        keys: list[tuple[object, ...]] = [(number,) if _is_taken_up(figure) else (fate, number)]
        keys += [(fate, not vague, figure.source, digits + more) for more in ((0, 1) if vague else (-1, 0))]
        for _, first in merge(*(self._rows.get(key, ()) for key in keys), key=itemgetter(0)):
            yield first


def _fate(figure: Figure) -> str:
    """The measure under which a count may be told again (see `_same_fate`)."""
    return "killed" if figure.measure == "neutralised" else figure.measure


def _is_taken_up(figure: Figure) -> bool:
    """Whether a definite number counts people whose fate its own words do not say (the seven soldiers)."""
    return figure.measure in _FATELESS and figure.bound == "exact" and figure.text.startswith(ARTICLE)


_FATELESS = ("forces", "other")


def _told_fate(first: Figure, again: Figure) -> Measure:
    """The measure of a count told again: that of its first telling, where its own words say none."""
    return first.measure if _is_taken_up(again) else again.measure


def _side_by_side(first: Figure, again: Figure, parts: Mapping[str, str]) -> bool:
    """Two parts of one list are two counts, though their numbers be equal."""
    return first.id in parts and parts.get(again.id) == parts[first.id]


def _same(first: Figure, again: Figure) -> bool:
    """Whether a figure tells the same count again: one measure, one number, no other people."""
    if not _same_fate(first, again) or first.implicit != again.implicit or not _same_kind(first, again):
        return False
    if first.implicit or again.part_of == first.id or not _same_people(first, again) or _elsewhere(first, again):
        return False
    if _are_two_crowds(first, again):
        return False
    if (first.low, first.high, first.order) == (again.low, again.high, again.order):
        return True
    if "vague" in (first.bound, again.bound):
        return first.source == again.source and _of_order(first, again) and _may_be_named_alike(first, again)
    return _bounds_only(first, again)


def _are_two_crowds(first: Figure, again: Figure) -> bool:
    """Whether dozens or hundreds, of whom nothing is told but what they are, are of two nouns (settlers, young men)."""
    untold = first.measure == again.measure == "other" and "vague" in (first.bound, again.bound)
    if not (untold and first.of and again.of) or share_noun(first, again, ROOT_LETTERS):
        return False
    return not (are_anybody(first) or are_anybody(again))


def _may_be_named_alike(first: Figure, again: Figure) -> bool:
    """Whether both count the same noun, or people as such (dozens of dead, 34 persons), of whom neither is a part."""
    if share_noun(first, again, ROOT_LETTERS):
        return True
    whole = "subset" not in (first.count_kind, again.count_kind)
    return whole and bool(first.of and again.of) and are_anybody(first) and are_anybody(again)


def _same_kind(first: Figure, again: Figure) -> bool:
    """Whether both are people, or both are the same things, and not so few that two acts may have struck as many."""
    if "object" not in (first.unit, again.unit):
        return True
    return first.unit == again.unit and number_of(first) >= _FEW_THINGS and share_noun(first, again, LONG_ENOUGH)


def _elsewhere(first: Figure, again: Figure) -> bool:
    """A few people in one place are not the same few in another, when somebody else speaks; nor a few bodies told later."""
    few = number_of(first) < _FEW_PEOPLE and first.bound == again.bound == "exact"
    if few and first.unit == "person" and again.unit == "body":
        return True  # three have died since; three bodies had been counted twice
    if few and first.source != again.source and again.count_kind == "subset" != first.count_kind:
        return not share_noun(first, again, LONG_ENOUGH)  # two cousins of somebody; two policemen among the dead
    return few and first.source != again.source and bool(first.place and again.place) and first.place != again.place


def _same_fate(first: Figure, again: Figure) -> bool:
    """One measure, or none of its own where nouns agree; "neutralised" is an army's word for killed, of some number."""
    if first.measure == again.measure:
        return True
    if _is_taken_up(again):
        return again.start - first.end < _CLOSE and share_noun(first, again, LONG_ENOUGH)
    return {first.measure, again.measure} == {"killed", "neutralised"} and number_of(first) > _LEAST_TOTAL


def _bounds_only(first: Figure, again: Figure) -> bool:
    """The same number with and without "at least" or "about"."""
    return (
        bool(number_of(first))
        and number_of(first) == number_of(again)
        and {first.bound, again.bound} <= {"exact", "about", "at_least"}
    )


def _of_order(first: Figure, again: Figure) -> bool:
    vague, told = (first, again) if first.bound == "vague" else (again, first)
    order = vague.order or 0
    return told.bound != "vague" and bool(order) and order <= number_of(told) < order * _TENFOLD


def _same_people(first: Figure, again: Figure) -> bool:
    """No contradiction in who they are: populations that share a value, or are unstated on one side; soldiers are no gunmen."""
    if are_foes(first, again):
        return False
    if first.population and again.population and populations(first).isdisjoint(populations(again)):
        return False
    return not are_of_two_countries(first, again)
