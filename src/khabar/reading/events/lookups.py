"""What is asked of all tellings of an event, looked for once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

_One = TypeVar("_One")
_Found = TypeVar("_Found")


def once(known: dict[int, _Found | None], told: Sequence[_One], find: Callable[[_One], _Found | None]) -> _Found | None:
    """What is found for the first telling that has any, looked for once for a list of tellings."""
    if id(told) not in known:
        known[id(told)] = next((found for one in told if (found := find(one)) is not None), None)
    return known[id(told)]
