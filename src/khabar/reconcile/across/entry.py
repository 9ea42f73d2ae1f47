"""A report of a case as the comparison of many reports takes it, and how an item of it is named."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, NamedTuple, TypeVar

from khabar.record import Report

_Made = TypeVar("_Made")
_SCENE: Final = 0.5
"""Share of the named places that one country must have for the report to speak of it."""


class Ref(NamedTuple):
    """An item of a case: the document that it was read in and its id there."""

    document: int
    item: str


@dataclass(frozen=True)
class Entry:
    """A document of a case with what was read in it, people's corrections applied and rejected items left out.

    `outlet` and `published` (YYYY-MM-DD, or None) are those of its first appearance.  `name` is the report's own id, for
    people; nothing is ever decided by it or by the number of the document, so that the order of adding changes nothing.
    """

    document: int
    report: Report
    name: str
    outlet: str | None = None
    published: str | None = None

    @property
    def order(self) -> tuple[str, str, str]:
        """Where it stands among reports: by day of publication, those without one last, then by outlet and name."""
        return (self.published or "9999", self.outlet or "", self.name)

    def once(self, what: Callable[[Entry], _Made]) -> _Made:
        """What a function makes of the entry, made once: a question looks at a report again with each step that it takes."""
        if what not in self._made:
            self._made[what] = what(self)
        return self._made[what]  # type: ignore[no-any-return]

    @cached_property
    def _made(self) -> dict[Callable[[Entry], Any], Any]:
        return {}

    @cached_property
    def scene(self) -> str | None:
        """The country (ISO code) that it speaks of: that of half its named places or more, datelines and metonyms included."""
        told = Counter(place.country for place in self.report.places if place.country)
        for country, times in told.most_common(1):
            if times >= _SCENE * sum(told.values()):
                return country
        return None


def within_days(one: str | None, other: str | None, most: int) -> bool:
    """Whether two days (YYYY-MM-DD) lie no more than so many apart; a day that is not known is near to all."""
    if one is None or other is None:
        return True
    return abs((dt.date.fromisoformat(one) - dt.date.fromisoformat(other)).days) <= most
