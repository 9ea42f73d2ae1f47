"""Places in names that tell who, not where: in those of who speaks, and of states joined by a hyphen (US-South Korea drills)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from khabar.record import Place, Span

_end = attrgetter("end")


def parted(places: Sequence[Place], told: Sequence[Span], text: str) -> tuple[list[Place], list[Place]]:
    """The places inside the names of those who speak, with the states whose hyphen joins them to another word, and the others."""
    ends: dict[int, int] = {}
    for span in sorted(told, key=_end):
        ends |= dict.fromkeys(range(span.start, span.end), span.end)
    spoken, others = list[Place](), list[Place]()
    for place in places:
        says_who = ends.get(place.start, -1) >= place.end or _is_joined(place, text)
        (spoken if says_who else others).append(place)
    return spoken, others


def _is_joined(place: Place, text: str) -> bool:
    """Whether a country is a side, or whose people did it: a hyphen joins it to another, or to a word for that (US-led).  What two
    countries have for a border is a place.
    """
    if place.kind != "country":
        return False
    before, behind = text[max(place.start - 2, 0) : place.start], text[place.end : place.end + 2]
    if not (before[-1:] == "-" and before[:1].isalpha()) and not (behind[:1] == "-" and behind[1:].isalpha()):
        return False  # a dash
    return _BORDER.match(text, place.end) is None


_BORDER: Final = re.compile(r"(?:-[\w. ]+?)? (?:border|frontier|boundary)\b")
