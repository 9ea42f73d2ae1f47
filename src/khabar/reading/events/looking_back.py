"""Attacks that a report only looks back at: "the attack" of its last paragraph is its own, not the one that it told last.

A report of a bombing names earlier attacks to say what it is like, each in a paragraph of its own ("last year 20 people were
killed in an attack on a mosque"), and then goes on with its own: nobody has claimed the attack.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.reading.events.breadth import same_place
from khabar.reading.events.same_acts import is_real
from khabar.reading.events.settings import Told
from khabar.reading.figures.periods import ends_before
from khabar.record import Time


def is_looked_back_at(aside: Sequence[Told], main: Sequence[Told], other: Told) -> bool:
    """Whether one paragraph alone brings an attack in as earlier than the report's own one, and "the attack" of another paragraph
    names neither its number nor its place.
    """
    first, last, own = aside[0], aside[-1], main[0].draft
    takes_up = other.draft.subtype == "attack" or other.draft.incident
    if not takes_up or other.draft.earlier or first.draft.definite or not _is_one_attack(main):
        return False
    if first.paragraph != last.paragraph or last.paragraph == other.paragraph or not is_real(own):
        return False
    there = {*other.named, other.place.name if other.place else ""}
    if any(t.place and t.place.name in there for t in aside):
        return False
    if other.number is not None and any(t.number == other.number for t in aside):
        return False
    return all(t.old or _is_earlier(t.date, main) for t in aside) or _is_before_elsewhere(aside, main)


def _is_one_attack(main: Sequence[Told]) -> bool:
    """Whether the report's own event is one act, no war and no fighting."""
    own = main[0].draft
    return not (own.war or own.plural) and own.subtype != "armed_clash"


def _is_before_elsewhere(aside: Sequence[Told], main: Sequence[Told]) -> bool:
    """Whether an attack is told as earlier ("weeks after an attack on") and as one in another place."""
    before = all(t.draft.before or t.draft.earlier for t in aside)
    return before and not any(same_place(aside[0].place, t.place) for t in main)


def _is_earlier(day: Time | None, told: Sequence[Told]) -> bool:
    """Whether a day lies before those of tellings; one that is unknown does not."""
    days = [t.date.value for t in told if t.date is not None and t.date.value is not None]
    value = day.value if day is not None else None
    return value is not None and bool(days) and all(ends_before(value, than) for than in days)
