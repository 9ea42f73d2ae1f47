"""Sets that only grow together."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Member = TypeVar("Member", bound=Hashable)


class Unions(Generic[Member]):
    """Which members are one set, over any number of steps; a member nobody put anywhere is a set of its own."""

    def __init__(self) -> None:
        self._above: dict[Member, Member] = {}

    def top(self, one: Member) -> Member:
        """The member that stands for the set of another."""
        while (higher := self._above.setdefault(one, one)) != one:
            self._above[one] = self._above[higher]
            one = self._above[one]
        return one

    def put(self, one: Member, under: Member) -> None:
        """Make two sets one, for which the member that stands for the second then stands."""
        below = self.top(one)
        self._above[below] = self.top(under)

    def members(self) -> list[Member]:
        """All that were ever asked for or put."""
        return list(self._above)
