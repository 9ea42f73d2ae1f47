"""Ages: numbers that say how old somebody is, and count nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from khabar.grammar import Unit

_OLDEST: Final = 110
_AGE: Final = frozenset(("age",))
_YEARS: Final = frozenset(("age", "period"))
_SET_OFF: Final = frozenset(("comma", "bracket_open"))
_PERSON: Final = frozenset(("given", "surname", "akin", "capital"))
_JOINS: Final = frozenset(("and", "and_free", "comma"))
_NEXT: Final = 3
"""Units from one number of a list of ages to the next."""
_HYPHENS: Final = 5
"""Units of a number, hyphens and words: 12-year-old."""


def ages(units: Sequence[Unit]) -> set[int]:
    """Where the numbers begin that are ages: behind or before a word for age, set off behind a name (Salim Nouri, 45,), or listed
    with one that is (aged 7, 9 and 12).
    """
    numbers = [k for k, unit in enumerate(units) if "NUMBER" in unit.signature]
    found = {k for k in numbers if _is_age(units, k) or _is_set_off(units, k)}
    for near in (pairwise(numbers), pairwise(reversed(numbers))):
        found |= set(_listed_with(units, near, found))
    return {units[k].cut for k in found}


def _is_age(units: Sequence[Unit], at: int) -> bool:
    before = units[at - 1].signature if at else frozenset()
    behind = units[at + 1 : at + _HYPHENS]
    if behind and "dash" in behind[0].signature:
        return any(unit.signature & _AGE for unit in behind)
    return bool(before & _AGE) or bool(behind and behind[0].signature & _YEARS)


def _is_set_off(units: Sequence[Unit], at: int) -> bool:
    """Whether a number that may be an age stands between marks right behind somebody's name, or one person of a kind."""
    value = units[at]["NUMBER"].value
    if at <= 1 or not isinstance(value, int) or value > _OLDEST or not units[at - 1].signature & _SET_OFF:
        return False
    closed = at + 1 < len(units) and "mark" in units[at + 1].signature
    return closed and _is_person(units, at - 2)


def _is_person(units: Sequence[Unit], at: int) -> bool:
    unit = units[at]
    noun = unit.get("people")
    single = getattr(noun, "number", "") == "s" or (isinstance(noun, dict) and not unit.view.endswith("s"))
    if unit.signature & _PERSON or single:
        return True
    return at > 0 and "name" in unit.signature and "given" in units[at - 1].signature


def _listed_with(units: Sequence[Unit], near: Iterator[tuple[int, int]], known: set[int]) -> Iterator[int]:
    """The numbers beside one that is an age, with nothing but "and" or a comma between."""
    ages_so_far = set(known)
    for one, other in near:
        first, last = min(one, other), max(one, other)
        between = units[first + 1 : last]
        joined = last - first <= _NEXT and all(unit.signature & _JOINS for unit in between)
        if one in ages_so_far and joined and (between or "+and" in units[last].signature):
            ages_so_far.add(other)
            yield other
