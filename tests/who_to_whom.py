"""Who did an event of a sentence, and to whom: what tests of parties ask."""

from __future__ import annotations

import khabar
from khabar.record import Event

BODIES = "قُتل جندي في هجوم على السدر أمس.\n"  # what makes the report one of violence


def event_of(sentence: str, trigger: str, published: str = "2022-01-06") -> Event:
    """The event of a word, in a report that tells of violence."""
    report = khabar.read(sentence + "\n" + BODIES, published=published)
    return next(e for e in report.events if e.trigger.text == trigger)


def parties(event: Event) -> tuple[str | None, str | None]:
    """The words of the doer and of the victim of an event."""
    return event.actor.text if event.actor else None, event.target.text if event.target else None


def roles(sentence: str, trigger: str) -> tuple[str | None, str | None]:
    """The doer and the victim of an event of a sentence."""
    return parties(event_of(sentence, trigger))
