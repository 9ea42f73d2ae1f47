"""Places in the names of those who speak: they say whose words they are, not where something happened."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from khabar.record import Place, Span

_end = attrgetter("end")


def parted(places: Sequence[Place], told: Sequence[Span]) -> tuple[list[Place], list[Place]]:
    """The places inside the names of those who speak, and the others."""
    ends: dict[int, int] = {}
    for span in sorted(told, key=_end):
        ends |= dict.fromkeys(range(span.start, span.end), span.end)
    spoken, others = list[Place](), list[Place]()
    for place in places:
        (spoken if ends.get(place.start, -1) >= place.end else others).append(place)
    return spoken, others
