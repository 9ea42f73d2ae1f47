"""A name of the atlas where a sentence holds it, whatever the language."""

from __future__ import annotations

from typing import NamedTuple

from khabar.atlas import Place


class Name(NamedTuple):
    """The key found, the places that bear it, how sure it is a place, source offsets, units (half open)."""

    key: str
    places: tuple[Place, ...]
    grade: str
    start: int
    end: int
    first: int
    last: int
