"""Where a report was written: the town in the short line before its first sentence (X - by So-and-so)."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.record import Place

_OPENS = 16  # characters before the town: an outlet and a dash
_LINE = 90  # characters of a line with place, day and agency


def town_of_dateline(places: Sequence[Place], text: str, told_from: int) -> Place | None:
    """The town that opens a report, in a short line of its own that tells nothing; `places` as they stand, `told_from`: where the
    first paragraph begins that tells something.
    """
    first = places[0] if places else None
    if first is None or first.kind != "settlement" or len(text[: first.start].strip()) > _OPENS:
        return None
    end = text.find("\n", first.end)
    return first if 0 <= end < min(_LINE, told_from) else None
