"""What a number can be on a calendar: a day of the month, a year, an hour.

A pattern sees classes and no values, and "14 May 25 people" must not become the year 25.  So a time grammar gives
each number, before it matches, the classes its value allows: `day_number`, `year_number`, `hour_number`,
`minute_number`, `count_number`, `clock_number` (10:30, 12,00), `bare_clock` (0510, which is one only before GMT),
`date_number` (2022-01-07, 7/1/2022) and `days_range`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from khabar.grammar import Found, Grammar, Match, Rule, Unit
from khabar.grammar.alphabet import Alphabet
from khabar.languages.quantities import Quantity

_DIGITS = re.compile(r"\d+$")
_CLOCK = re.compile(r"(\d{1,2})[.,:٫](\d\d)$")
_BARE_CLOCK = re.compile(r"([01]\d|2[0-3])([0-5]\d)$")
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$")
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$")
_NUMBERS = frozenset({"NUMBER", "digits", "trapped", "ordinal"})
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_WHOLE = ("exact", "about", "at_least", "at_most")
_NOTHING: frozenset[str] = frozenset()
_KINDS = (
    ("day_number", 1, 31),
    ("month_number", 1, 12),
    ("hour_number", 0, 24),
    ("minute_number", 0, 59),
    ("count_number", 1, 999),
)


class _SparseAlphabet(Alphabet):
    """An alphabet that knows a word with no class of its own, only glued particles and the like, by no character.

    Such words are most of a text and nothing to the calendar; telling them apart would cost a compilation each.
    """

    def __init__(self, rules: Iterable[Rule], common: frozenset[str]) -> None:
        super().__init__(leaf for rule in rules for leaf in rule.pattern.leaves())
        self._common = common

    def _char(self, signature: frozenset[str]) -> str:
        telling = signature & self._names - self._common
        return super()._char(signature if telling else _NOTHING)


class TimeGrammar(Grammar):
    """A grammar whose rules may ask what a number can be on a calendar.

    `starts`: classes one of which every sentence with a time has; other sentences are passed over at once.  Digits
    at the end of a slot's name are dropped from the match, so that alternatives can fill one slot (unit, unit2).
    `also`: folded word → calendar classes it gets besides those its lists gave it.  `common`: classes that mean
    nothing to the calendar where they stand alone.
    """

    def __init__(
        self,
        rules: Iterable[Rule],
        starts: Iterable[str],
        also: Mapping[str, Mapping[str, Any]] | None = None,
        common: Iterable[str] = (),
    ) -> None:
        super().__init__("times", rules)
        self._alphabet = _SparseAlphabet(self.rules, frozenset(common))
        self._starts = frozenset(starts)
        self._also = dict(also or {})
        self._stirs = self._starts | _NUMBERS

    def matches(self, units: Sequence[Unit], text: str = "") -> list[Match]:
        """Every match, over units whose numbers carry calendar classes; places are those of the units given."""
        present = frozenset().union(*[u.signature for u in units])
        if present.isdisjoint(self._stirs) and self._also.keys().isdisjoint([u.view for u in units]):
            return []
        also = self._also
        seen = [
            u
            if _NUMBERS.isdisjoint(u.signature)
            and u.view not in also
            and ("+and" not in u.signature or u.view[1:] not in also)
            else self._sharpened(u)
            for u in units
        ]
        if self._starts.isdisjoint(present) and self._starts.isdisjoint(
            frozenset().union(*[u.signature for u in seen])
        ):
            return []
        found = super().matches(seen, text)
        for match in found:
            match.parts = {name.rstrip("0123456789"): at for name, at in match.parts.items()}
        return found

    def _sharpened(self, unit: Unit) -> Unit:
        if _NUMBERS & unit.signature:
            unit = sharpened(unit)
        also = self._also.get(unit.view) or self._also.get(unit.view[1:] if "+and" in unit else "")
        if also is None or unit.signature.issuperset(also):
            return unit
        return unit.plus(also)

    def read(self, units: Sequence[Unit], text: str = "") -> list[Found]:
        """The time expressions of a sentence.  Traps hold their words against other rules and are left out here:

        a name with a time word in it must reach the later steps untouched.
        """
        return [found for found in self.read_all(units, text) if not found.rule.trap]

    def read_all(self, units: Sequence[Unit], text: str = "") -> list[Found]:
        """The same with the traps."""
        return super().read(units, text)


def sharpened(unit: Unit) -> Unit:
    """The unit with the calendar classes of its number; the same unit when there are none."""
    found = dict.fromkeys(_classes(unit), True)
    return unit.plus(found) if found else unit


def _classes(unit: Unit) -> Iterator[str]:
    written = _written(unit.view)
    yield from _written_classes(written)
    quantity = unit.get("NUMBER")
    if isinstance(quantity, Quantity) and quantity.bound == "range":
        yield from _range_classes(quantity)
        return
    value = number_of(unit)
    if value is None:
        return
    in_words = not any(char.isdigit() for char in written)
    if _FIRST_YEAR <= value <= _LAST_YEAR and (in_words or (len(written) == 4 and written.isdigit())):
        yield "year_number"
    if written.isdigit() and len(written) > 3:
        return
    yield from (name for name, least, most in _KINDS if least <= value <= most)
    if value == 10 and not written.isdigit():
        yield "ten_number"


@lru_cache(maxsize=1 << 12)
def _written_classes(written: str) -> tuple[str, ...]:
    """What the marks between digits make of them: a time of the clock, a date."""
    clock = _CLOCK.match(written)
    if clock is not None and int(clock[2]) < 60:
        return ("clock_number",)
    if _BARE_CLOCK.match(written):
        return ("bare_clock",)
    return ("date_number",) if _ISO.match(written) or _DAY_FIRST.match(written) else ()


def _range_classes(quantity: Quantity) -> Iterator[str]:
    low, high = quantity.low, quantity.high
    if isinstance(low, int) and isinstance(high, int) and 1 <= low < high <= 31:
        yield "days_range"


@lru_cache(maxsize=1 << 12)
def _written(view: str) -> str:
    """The digits of a number as written, without glued particles before them; a number in words as it stands."""
    return re.sub(r"^[^\d]+", "", view.replace(" ", "")) if any(c.isdigit() for c in view) else view


def number_of(unit: Unit) -> int | None:
    """The whole number a unit says, None when it says none.

    "About 7" is 7, and so is "from 7 on", which before a month is a date and no least number; "more than 7" is none.
    """
    quantity = unit.get("NUMBER")
    if isinstance(quantity, Quantity):
        plain = quantity.bound in _WHOLE and not quantity.implied
        return quantity.value if plain and isinstance(quantity.value, int) else None
    if "ordinal" in unit:
        return int(unit["ordinal"])
    written = _written(unit.view)
    return int(written) if "digits" in unit and _DIGITS.match(written) and len(written) <= 4 else None


def clock_of(unit: Unit) -> tuple[int, int]:
    """Hour and minute of a `clock_number` or a `bare_clock`."""
    written = _written(unit.view)
    found = _CLOCK.match(written) or _BARE_CLOCK.match(written)
    assert found, "only for units of those classes"
    return int(found[1]), int(found[2])


def date_in(written: str, *, month_first: bool = False, plain: bool = True) -> tuple[int, int, int]:
    """Year, month and day of a numeric date: ISO, or day first (the month first where only that is a date, or told so).

    Raises ValueError when neither order is a date.  `plain` False: the calendar is not known to be the Gregorian,
    and only the size of the numbers is looked at.
    """
    if found := _ISO.match(written):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
    elif found := _DAY_FIRST.match(written):
        year, day, month = int(found[4]), int(found[1]), int(found[3])
        if month_first or month > 12:
            day, month = month, day
        if month > 12:
            day, month = month, day
    else:
        raise ValueError(f"not a numeric date: {written!r}")
    if plain:
        date(year, month, day)
    elif not (1 <= month <= 12 and 1 <= day <= 31):
        raise ValueError(f"not a date: {written!r}")
    return year, month, day
