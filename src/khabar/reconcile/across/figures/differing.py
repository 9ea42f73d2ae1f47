"""How two points of one series stand to one another: the same again, revised, of other people, of another day, or against it.

A person who reads a list of contradictions has little time.  So only what cannot both be so is raised: two voices, the same
people, numbers whose wordings leave no room for one another, and no later day on which a toll may have grown.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from khabar.reconcile.across.entry import within_days
from khabar.reconcile.across.figures.counts import Count
from khabar.reconcile.across.figures.people import People, may_be_all, relation
from khabar.reconcile.across.joining import Group
from khabar.reconcile.amounts import Interval, agree
from khabar.reconcile.words import SENTENCE_END, folded_words, listed

Kind = Literal["restatement", "revision", "different population", "different time", "different value"]
Reason = Literal["agree", "same_voice_later", "same_voice_same_day", "part_of_all", "place_within",
                 "other_people", "unclear_people", "grew_later", "fell_later", "far_fewer", "same_day",
                 "same_whole", "no_day", "own_stretch"]  # fmt: skip


_OPEN: Final = ("more_than", "at_least")
_WORDED: Final = ("exact", "more_than", "at_least")
_NO_CHANCE: Final = 20
"""From this number on two voices that give the same speak of the same, whether or not they call it the toll of all."""
_EARLIER: Final = tuple(
    " ".join(folded_words(words)) for words in ("في وقت سابق", "في حصيلة سابقة", "حصيلة أولية سابقة", "earlier")
)
_INSTEAD: Final = tuple(" ".join(folded_words(words)) for words in ("بدلا من", "عوضا عن", "instead of"))
_SO_FAR: Final = tuple(" ".join(folded_words(words)) for words in ("حتى الآن", "حتى اللحظة", "حتى الساعة", "so far"))
_OF_A_DAY: Final = ("protesters", "forces")
"""Measures of which each day has its own number: those of two days contradict nothing."""
_AROUND: Final = 120
_FAR: Final = 10
_DAYS: Final = 10
"""Days within which two tolls of one country's unrest or war are compared."""


@dataclass(frozen=True)
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

    @cached_property
    def day(self) -> str | None:
        """The earliest day on which, or for which, it is told."""
        return min((count.day for count in self.counts if count.day), default=None)

    @cached_property
    def part(self) -> bool:
        """Whether every telling is a part of another number of its report."""
        return all(count.part for count in self.counts)

    @cached_property
    def some(self) -> bool:
        """Whether every telling is some of those whom another number of its report counts."""
        return all(count.some for count in self.counts)

    @cached_property
    def documents(self) -> frozenset[int]:
        """The documents that tell it."""
        return frozenset(count.entry.document for count in self.counts)

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


def difference(one: Point, other: Point, *, parted: bool = False) -> Difference | None:
    """How two points of one event and measure differ, the earlier first; None where there is nothing to say of them.

    Nothing is said of two parts that count other people.  `parted`: a third number tells that one is a part of the other.
    """
    first, second = sorted((one, other), key=_order)
    if not _comparable(first, second):
        return None
    if not _of_one_stretch(first, second):
        return Difference("different time", "own_stretch", first, second)
    people = relation(first.people, second.people)
    if people == "part" and first.part and second.part and _of_a_kind(first, second):
        people = "same"
    if people == "part" and not (first.part or second.part) and may_be_all(first.people, second.people):
        people = "same"
    if people == "same" and (parted or first.some != second.some):
        people = "part"
    if people in ("other", "unknown") or (
        first.some and second.some and people == "same" and not _of_a_kind(first, second)
    ):
        return None
    if people == "part":
        return None if agree(first.amount, second.amount) else _of_others(first, second)
    if agree(first.amount, second.amount) and not _raised_by_its_voice(first, second):
        if _grown(first, second):
            return Difference("different time", "grew_later", first, second)
        return Difference("restatement", "agree", first, second) if first.voice != second.voice else None
    kind, reason = _differing(first, second)
    return Difference(kind, reason, first, second)


def _of_one_stretch(one: Point, other: Point) -> bool:
    """Whether neither number, or both on one day, are counted over a stretch of time: a day's dead are no toll of all."""
    here, there = ({count.stretch for count in point.counts} for point in (one, other))
    return not here.isdisjoint(there) and (None in here & there or one.day == other.day)


def _of_a_kind(one: Point, other: Point) -> bool:
    """Whether two parts of one incident's toll are parts by who the people are: the attackers among the dead, the foreigners."""
    kinds = one.people.populations & other.people.populations
    return one.first.incident and other.first.incident and not kinds.isdisjoint(("attacker", "foreigner"))


def of_two_places(one: Point, other: Point) -> Difference | None:
    """The tolls that two voices give in one report for a country and for a place in it, which the report sets side by side."""
    first, second = sorted((one, other), key=_order)
    wide = [_is_wide(point) for point in (first, second)]
    countries = {point.first.where.country for point in (first, second) if point.first.where}
    whole = all(point.first.whole and not point.part for point in (first, second))
    if wide[0] == wide[1] or len(countries) != 1 or not whole or None in (one.voice, other.voice):
        return None
    same = one.voice != other.voice and relation(one.people, other.people) == "same"
    return Difference("different population", "place_within", first, second) if same else None


def _is_wide(point: Point) -> bool:
    where = point.first.where
    return where is not None and where.spot is None and where.division is None


def _of_others(first: Point, second: Point) -> Difference:
    """A part and a whole; where the part is larger than what the other counts they are of different people."""
    whole = next((point for point in (first, second) if point.people.anybody and not point.some), None)
    part = second if whole is first else first
    most = whole.amount.high if whole else None
    larger = most is not None and (part.amount.low or 0) > most
    if whole and larger and _is_short(whole, part):
        return Difference("different value", "fell_later", first, second)
    return Difference("different population", "other_people" if larger else "part_of_all", first, second)


def _is_short(whole: Point, part: Point) -> bool:
    """Whether the toll of all that is told of one act on a later day is short of a part of it, told before by a voice with a name:
    31 soldiers were injured, and then 24 people.
    """
    one_act = whole.first.incident and part.first.incident and whole.first.event == part.first.event
    later = part.day is not None and whole.day is not None and part.day < whole.day
    exact = all(p.first.figure.bound == "exact" and (p.amount.low or 0) >= _NO_CHANCE for p in (whole, part))
    return one_act and later and exact and not whole.part and isinstance(part.voice, str) and _near_in_size(whole, part)


def _grown(first: Point, second: Point) -> bool:
    """Whether "at least 31" of one day became an exact 34 of a later one: both may be so, and what is told has grown."""
    later = first.day is not None and second.day is not None and first.day < second.day
    return (
        later and first.first.figure.bound in _OPEN and second.first.figure.bound == "exact" and _above(second, first)
    )


def _raised_by_its_voice(one: Point, other: Point) -> bool:
    """Whether one voice told two numbers of which each leaves room for more: "more than 3,000", then "more than 3,800"."""
    exact = all(point.first.figure.bound in _WORDED for point in (one, other))
    return one.voice == other.voice is not None and exact and one.amount.low != other.amount.low


def near(one: Count, other: Count) -> bool:
    """Whether two counts may be of one thing: those of one incident are; in a country's unrest or war place and days must meet.

    A town's count is no country's, and a number of last month is no number of this week's.
    """
    if one.past or other.past:
        return one.past == other.past
    if one.incident or other.incident:
        return one.incident and other.incident and one.event == other.event and not _abroad(one, other)
    return one.where == other.where and within_days(one.day, other.day, _DAYS)


def _abroad(one: Count, other: Count) -> bool:
    """Whether two counts are of two countries: a storm has a toll in each."""
    countries = {count.where.country for count in (one, other) if count.where and count.where.country}
    return len(countries) > 1


def _comparable(one: Point, other: Point) -> bool:
    """Whether two points may be set against one another: of one incident, or both tolls of one place within days.

    What one voice counts of one kind of people ("our dead") needs no other word.  The dead of two sides are two tolls.  Where
    two outlets tell of a war in their own voice nobody says that they count the same.
    """
    first, second = _widest(one), _widest(other)
    if not near(first, second):
        return False
    if one.amount == other.amount and one.amount.low == one.amount.high and (one.amount.low or 0) >= _NO_CHANCE:
        return True
    sides = {side for point in (one, other) for count in point.counts if (side := count.figure.side)}
    same_voice = one.voice == other.voice is not None
    apart = len(sides) > 1 and not (same_voice and one.people.populations == other.people.populations)
    if apart or (not first.incident and one.voice is None and other.voice is None):
        return False
    if first.incident or (same_voice and not one.people.anybody):
        return True
    whole = [any(count.whole for count in point.counts) for point in (one, other)]
    return any(whole) if same_voice else all(whole)


def _widest(point: Point) -> Count:
    """The count that tells what a point is of: one of a situation, where its reports tie it to several things."""
    return next((count for count in point.counts if count.series == point.series), point.first)


def _differing(first: Point, second: Point) -> tuple[Kind, Reason]:
    """Numbers of the same people that leave no room for one another."""
    later = first.day is not None and second.day is not None and first.day < second.day
    if _may_be_one_voice(first, second):
        return "revision", "same_voice_later" if later else "same_voice_same_day"
    if any(map(_is_replaced, (*first.counts, *second.counts))):
        return "different time", "no_day"
    if first.day is None or second.day is None:
        return "different time", "no_day"
    if any(map(_told_before, min((first, second), key=lambda point: point.amount.low or 0).counts)):
        return "different time", "no_day"
    if later and first.measure in _OF_A_DAY:
        return "different time", "own_stretch"
    if not later and any(map(_told_so_far, min((first, second), key=lambda point: point.amount.low or 0).counts)):
        return "different time", "no_day"
    if not later:
        early, late = sorted((first, second), key=_published)
        grew = _published(early) < _published(late) and _above(late, early)
        if not first.first.incident and _far_in_size(first, second):
            return "different population", "far_fewer"
        return ("different time", "grew_later") if grew else ("different value", "same_day")
    if _above(second, first):
        return "different time", "grew_later"
    tolls = all(is_toll(point) for point in (first, second)) and not _far_in_size(first, second)
    some = not _near_in_size(first, second) and (
        not (first.first.incident or tolls) or any(map(_in_care, second.counts))
    )
    return ("different population", "far_fewer") if some else ("different value", "fell_later")


def _may_be_one_voice(one: Point, other: Point) -> bool:
    """Whether one voice says both, or two that bear one name and that nobody can tell apart ("Israeli media")."""
    if one.voice is None or other.voice is None or one.voice == other.voice:
        return one.voice == other.voice is not None
    names = {point.first.speaker and " ".join(folded_words(point.first.speaker)) for point in (one, other)}
    return len(names) == 1 and not all(isinstance(point.voice, str) for point in (one, other))


def are_rivals(one: Point, other: Point) -> bool:
    """Whether two voices each give the dead, or the hurt, of one act as a number of their own: neither counts some of those whom
    the other counts, however far apart they are.
    """
    named = None not in (one.voice, other.voice) and one.voice != other.voice
    whole = one.people.anybody and other.people.anybody and not (one.part or other.part)
    return named and whole and one.first.incident and one.first.event == other.first.event


def is_toll(point: Point) -> bool:
    """Whether a voice with a name gives the toll of all."""
    return isinstance(point.voice, str) and not point.part and any(count.whole for count in point.counts)


def _published(point: Point) -> str:
    return min((count.entry.published for count in point.counts if count.entry.published), default="")


def _told_before(count: Count) -> bool:
    """Whether a report takes a number up from an earlier hour ("earlier, sources said") and names no day for it."""
    return any(words in _ahead(count) for words in _EARLIER)


def _is_replaced(count: Count) -> bool:
    """Whether a report names a number only as the one that another takes the place of (13 instead of 12)."""
    return _ahead(count).endswith(_INSTEAD)


def _told_so_far(count: Count) -> bool:
    """Whether a number is that of an hour ("three so far"), after which the same day may bring more."""
    return any(words in _ahead(count) for words in _SO_FAR)


def _ahead(count: Count) -> str:
    text = count.entry.report.document.text or ""
    before = text[max(count.figure.start - _AROUND, 0) : count.figure.start]
    return " ".join(folded_words(SENTENCE_END.split(before)[-1]))


def _in_care(count: Count) -> bool:
    """Whether the words around a number tell of those who are in hospital."""
    text = count.entry.report.document.text or ""
    around = text[max(count.figure.start - _AROUND, 0) : count.figure.end + _AROUND]
    return not listed("care").isdisjoint(folded_words(around))


def _near_in_size(one: Point, other: Point) -> bool:
    """Whether the lower of two numbers is at least half of the higher: far fewer on a later day are some of them, so to all
    appearance, those who are still in hospital.
    """
    low, high = sorted(point.amount.low or 0 for point in (one, other))
    return low * 2 >= high


def _far_in_size(one: Point, other: Point) -> bool:
    """Whether one number is ten times the other: amid unrest or war these are not two tolls of one thing."""
    low, high = sorted(point.amount.low or 0 for point in (one, other))
    return low * _FAR <= high


def _above(one: Point, other: Point) -> bool:
    return one.amount.low is not None and other.amount.low is not None and one.amount.low > other.amount.low


def _order(point: Point) -> tuple[str, str, str]:
    return (point.day or "", str(point.voice), str(point.amount))
