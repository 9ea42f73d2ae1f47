"""What must be known of two figures before one is set against the other: that they may count the same people at one time.

A disagreement stands at the head of every view, so a false one costs more than a missing one.  Reports put numbers of other
raids, other years and other towns side by side, and tie only some of them to an event.  Where no words set one number
against the other ("while the party speaks of", "it had said"), the record itself must say that they are of one thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from khabar.reconcile.amounts import agree, interval_of
from khabar.reconcile.words import same_name
from khabar.record import Figure

_CLOSE: Final = 3
"""How many times the other one of two numbers may be that no event ties together."""
_CROWDS: Final = 100
"""The same of a crowd: what the police count and what those who called it count lie far apart."""
_SEVERAL: Final = 2
_MANY_TIMES: Final = 20
"""From how many times the other on a number is of another stretch of time, or of a war beside one of its raids."""


def are_of_other_lengths(one: Figure, other: Figure) -> bool:
    """Whether one number is so many times the other that they are the toll of a day and that of a war, and no two counts of one
    thing.  Of one attack two sides may tell such numbers, and of a crowd the police and those who called it.
    """
    low, high = sorted(map(_size, (one, other)))
    by_sides = one.event == other.event is not None and not same_name(one.source, other.source)
    times = _CROWDS if one.measure == "protesters" else _MANY_TIMES
    return not by_sides and 0 < low * times <= high


def are_alike(one: Figure, other: Figure, roots: AbstractSet[str | None]) -> bool:
    """Whether two figures may be of one thing though no event ties them together, `other` behind `one`; `roots`: the events to
    which the report ties figures of their measure.

    The numbers are near one another (967 and 971 "detainees without trial" of two papers; not the refugees of a country and of a
    continent), and neither has an event of its own; or the second one has none, and the report ties no such figure to another
    event than the first one's (an earthquake killed 120; the governor said that 340 were killed).
    """
    low, high = sorted(map(_size, (one, other)))
    near = high <= low * _CLOSE or not low or one.measure == "protesters"
    if not near or one.bound == other.bound == "vague":
        return False
    return other.event is None and (one.event is None or len(roots) == 1)


def _size(figure: Figure) -> int:
    """The number, of "dozens" or "hundreds" the next order up: as many as the word may mean."""
    return figure.low or 10 * (figure.order or 0)


def are_parts_apart(one: Figure, other: Figure, figures: Mapping[str, Figure]) -> bool:
    """Whether two figures are parts of wholes that are not told as one: eight of the wounded were moved and 24 are treated; the
    children among the freed of one village and of another.
    """
    if not (one.part_of and other.part_of):
        return False
    first, second = figures.get(one.part_of), figures.get(other.part_of)
    if first is None or second is None or first.id == second.id:
        return same_name(one.source, other.source)
    return (
        second.same_as != first.id and first.same_as != second.id and not agree(interval_of(first), interval_of(second))
    )


def are_of_a_list(one: Figure, other: Figure, figures: Mapping[str, Figure]) -> bool:
    """Whether the place of one is one of several in which the report counts: then a number without a place is of all of them."""
    places = {one.place, other.place}
    if None not in places or len(places) == 1:
        return False
    listed = {f.place for f in figures.values() if f.measure == one.measure and f.place}
    return len(listed - places) >= _SEVERAL
