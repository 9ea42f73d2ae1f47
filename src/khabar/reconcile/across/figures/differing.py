"""How two points of one series stand to one another: the same again, revised, of other people, of another day, or against it.

A person who reads a list of contradictions has little time.  So only what cannot both be so is raised: two voices, the same
people, numbers whose wordings leave no room for one another, and no later day on which a toll may have grown.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final, Literal

from khabar.reconcile.across.entry import within_days
from khabar.reconcile.across.figures.counts import Count
from khabar.reconcile.across.figures.people import People, relation
from khabar.reconcile.across.joining import Group
from khabar.reconcile.amounts import Interval, agree

Kind = Literal["restatement", "revision", "different population", "different time", "different value"]
Reason = Literal["agree", "same_voice_later", "same_voice_same_day", "part_of_all", "other_people", "unclear_people",
                 "grew_later", "fell_later", "far_fewer", "same_day", "no_day"]  # fmt: skip


_WORDED: Final = ("exact", "more_than", "at_least")
_DAYS: Final = 10
"""Days within which two tolls of one country's unrest or war are compared."""


@dataclass(frozen=True, slots=True)
class Point:
    """One number of one voice about the same people of one event, with every report that carries it, the earliest first.

    `series` is what its numbers are compared within, as in Count.  `day` is the earliest day that it is told for.  `voice` None is
    the outlet's own voice, then of one outlet only.
    """

    series: Hashable | None
    measure: str
    people: People
    amount: Interval
    voice: Group | None
    counts: tuple[Count, ...]

    @property
    def day(self) -> str | None:
        """The earliest day on which, or for which, it is told."""
        return min((count.day for count in self.counts if count.day), default=None)

    @property
    def part(self) -> bool:
        """Whether every telling is a part of another number of its report."""
        return all(count.part for count in self.counts)

    @property
    def first(self) -> Count:
        """The earliest telling."""
        return self.counts[0]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two points that were compared, what kind of difference it is, and the reason, to be worded by the desk."""

    kind: Kind
    reason: Reason
    one: Point
    other: Point

    @property
    def raised(self) -> bool:
        """Whether it is a real contradiction."""
        return self.kind == "different value"


def difference(one: Point, other: Point) -> Difference | None:
    """How two points of one event and measure differ, the earlier first; None where there is nothing to say of them.

    Nothing is said of two parts that count other people.
    """
    first, second = sorted((one, other), key=_order)
    if not _comparable(first, second):
        return None
    people = relation(first.people, second.people)
    if people == "same" and first.part != second.part:
        people = "part"
    if people in ("other", "unknown") or (first.part and second.part and first.people.anybody):
        return None
    if people == "part":
        return (
            None
            if agree(first.amount, second.amount)
            else Difference("different population", "part_of_all", first, second)
        )
    if agree(first.amount, second.amount) and not _raised_by_its_voice(first, second):
        return Difference("restatement", "agree", first, second) if first.voice != second.voice else None
    kind, reason = _differing(first, second)
    return Difference(kind, reason, first, second)


def _raised_by_its_voice(one: Point, other: Point) -> bool:
    """Whether one voice told two numbers of which each leaves room for more: "more than 3,000", then "more than 3,800"."""
    exact = all(point.first.figure.bound in _WORDED for point in (one, other))
    return one.voice == other.voice is not None and exact and one.amount.low != other.amount.low


def near(one: Count, other: Count) -> bool:
    """Whether two counts of one series may be of one thing: an incident is; in a country's unrest or war place and days must meet.

    A town's count is no country's, and a number of last month is no number of this week's.
    """
    if one.incident or other.incident:
        return one.incident and other.incident
    return one.where == other.where and within_days(one.day, other.day, _DAYS)


def _comparable(one: Point, other: Point) -> bool:
    """Whether two points may be set against one another: of one incident, or both tolls of one place within days.

    What one voice counts of one kind of people ("our dead") needs no other word.  The dead of two sides are two tolls.  Where
    two outlets tell of a war in their own voice nobody says that they count the same.
    """
    first, second = _widest(one), _widest(other)
    if not near(first, second):
        return False
    sides = {side for point in (one, other) for count in point.counts if (side := count.figure.side)}
    if len(sides) > 1 or (not first.incident and one.voice is None and other.voice is None):
        return False
    if first.incident or (one.voice == other.voice is not None and not one.people.anybody):
        return True
    return all(any(count.whole for count in point.counts) for point in (one, other))


def _widest(point: Point) -> Count:
    """The count that tells what a point is of: one of a situation, where its reports tie it to several things."""
    return next((count for count in point.counts if count.series == point.series), point.first)


def _differing(first: Point, second: Point) -> tuple[Kind, Reason]:
    """Numbers of the same people that leave no room for one another."""
    later = first.day is not None and second.day is not None and first.day < second.day
    if first.voice == second.voice and first.voice is not None:
        return "revision", "same_voice_later" if later else "same_voice_same_day"
    if first.day is None or second.day is None:
        return "different time", "no_day"
    if not later:
        return "different value", "same_day"
    if _above(second, first):
        return "different time", "grew_later"
    return ("different value", "fell_later") if _near_in_size(first, second) else ("different population", "far_fewer")


def _near_in_size(one: Point, other: Point) -> bool:
    """Whether the lower of two numbers is at least half of the higher: far fewer on a later day are some of them, so to all
    appearance, those who are still in hospital.
    """
    low, high = sorted(point.amount.low or 0 for point in (one, other))
    return low * 2 >= high


def _above(one: Point, other: Point) -> bool:
    return one.amount.low is not None and other.amount.low is not None and one.amount.low > other.amount.low


def _order(point: Point) -> tuple[str, str, str]:
    return (point.day or "", str(point.voice), str(point.amount))
