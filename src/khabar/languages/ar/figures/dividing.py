"""Wholes that stand behind their part, or that a list in apposition divides: known only when all counts are settled."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.figures.counts import Settled, begins_with_and, exceeds

_LEAST, _NEAR = 2, 8
_CLAUSE = 16  # words of a predicate
_BREAKS = frozenset(("stop", "semicolon", "FINITE", "MEASURE", "comp", "bi_comp", "rel", "cue"))


def divided(units: Sequence[Unit], found: list[Settled]) -> list[Settled]:
    """The counts of a sentence with the wholes that stand behind them, and the lists that explain a number."""
    found = _with_their_predicates(units, found)
    out = [_out_of(units, one, found[at + 1 : at + 2]) for at, one in enumerate(found)]
    out = [_added_to(units, one, out[at + 1 :]) for at, one in enumerate(out)]
    for at, whole in enumerate(out):
        if whole.measure in (None, "other"):
            out[at] = whole = _as_its_parts(units, out, at)
        for size in _explaining(units, out, at):
            part = out[at + size]
            out[at + size] = replace(part, measure=whole.measure, basis="part", whole=whole.count, part=True)
    return out


def _as_its_parts(units: Sequence[Unit], found: Sequence[Settled], at: int) -> Settled:
    """A number that a list in apposition explains, with the predicate behind the list (17 persons, they are twelve soldiers and
    five of the crew, | were killed).
    """
    whole = replace(found[at], measure="other")
    parts = list(_explaining(units, [*found[:at], whole, *found[at + 1 :]], at))
    last = found[at + parts[-1]] if parts else whole
    return replace(whole, measure=last.measure) if last.basis in ("behind", "list") and parts else found[at]


def _with_their_predicates(units: Sequence[Unit], found: list[Settled]) -> list[Settled]:
    """The counts, the predicate behind a whole given to its part, which is its subject (eight of the 54 men | were abducted)."""
    out = list(found)
    for at, (one, other) in enumerate(pairwise(found)):
        if other.basis == "behind" and one.measure in (None, "other") and _is_of_the(units, one, other):
            out[at], out[at + 1] = replace(one, measure=other.measure), replace(other, measure=None)
    return out


def _is_of_the(units: Sequence[Unit], one: Settled, other: Settled) -> bool:
    """Whether two numbers count one noun: so many of those so many."""
    if one.count.noun is None or one.count.noun != other.count.noun or other.count.noun >= other.count.at:
        return False
    return any("min" in unit for unit in units[one.count.at + 1 : other.count.at])


def _out_of(units: Sequence[Unit], one: Settled, following: Sequence[Settled]) -> Settled:
    """Ten out of forty, two of three; ten of the forty attackers: the larger number is the whole."""
    if not following or one.whole is not None or following[0].count.shape == "single":
        return one
    other = following[0].count
    between = units[one.count.at + 1 : other.at]
    if not (_are_out_of(between) or _is_of_the(units, one, following[0])) or not exceeds(other, one.count):
        return one
    return replace(one, whole=other, part=True)


def _are_out_of(between: Sequence[Unit]) -> bool:
    """Whether the words between two numbers say that the first is out of the second (out of, of, from among), which a noun of its
    own may stand before.
    """
    if len(between) == 1:
        return "min" in between[0]
    if not _LEAST <= len(between) <= _NEAR or "min" not in between[-2]:
        return False
    return "total_word" in between[-1] or (len(between) == _LEAST and "among_prep" in between[-1])


def _added_to(units: Sequence[Unit], one: Settled, following: Sequence[Settled]) -> Settled:
    """Four were killed, so that the toll rose to 29: the toll holds them."""
    if one.whole is not None or one.measure is None or one.count.shape == "single" or one.toll:
        return one
    for other in following:
        between = units[one.count.last : other.count.at]
        if [unit for unit in between if "stop" in unit.signature]:
            return one
        if other.toll and other.measure == one.measure and any("rises" in unit.signature for unit in between):
            larger = exceeds(other.count, one.count)
            return replace(one, whole=other.count, part=True) if larger else one
    return one


def _explaining(units: Sequence[Unit], found: Sequence[Settled], at: int) -> range:
    """How many counts behind the one at `at` explain it: a list in apposition that comes to it exactly (five people, three
    civilians and two soldiers).
    """
    whole, total = found[at], 0.0
    if whole.measure is None or whole.part or whole.count.quantity.bound == "vague" or whole.count.shape == "single":
        return range(0)
    for size, part in enumerate(found[at + 1 :], 1):
        before = found[at + size - 1].count.last
        between = units[before : part.count.at]
        comma = any("comma" in unit for unit in between)
        if size == 1:
            between = _behind_its_clause(between)
        joined = comma or (size > 1 and _begins_with_and(units, before, part)) or part.whole is whole.count
        parted = part.part and part.whole is not whole.count
        if not joined or parted or len(between) > _NEAR or any(unit.signature & _BREAKS for unit in between):
            return range(0)
        total += part.count.quantity.low or 0
        if total >= (whole.count.quantity.low or 0):
            return range(1, size + 1) if total == whole.count.quantity.low and size > 1 else range(0)
    return range(0)


def _begins_with_and(units: Sequence[Unit], first: int, part: Settled) -> bool:
    """Whether "and" joins the next of a list, its number or the group that so many make up (and a crew of five)."""
    return begins_with_and(units, part.count.at) or (first < len(units) and begins_with_and(units, first))


def _behind_its_clause(between: Sequence[Unit]) -> Sequence[Unit]:
    """The words behind the comma that ends the predicate of the number to be explained (17 people were killed in the fall,
    | twelve soldiers and five of the crew).
    """
    if len(between) > _CLAUSE or any(unit.signature & {"stop", "semicolon", "comp", "bi_comp"} for unit in between):
        return between
    last = max((k for k, unit in enumerate(between) if "comma" in unit), default=-1)
    return between[last + 1 :]
