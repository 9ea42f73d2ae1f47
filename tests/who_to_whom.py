"""Who did an event of a sentence, and to whom: what tests of parties ask."""

from __future__ import annotations

import khabar

BODIES = "قُتل جندي في هجوم على السدر أمس.\n"  # what makes the report one of violence


def roles(sentence: str, trigger: str) -> tuple[str | None, str | None]:
    """The doer and the victim of an event of a sentence."""
    report = khabar.read(sentence + "\n" + BODIES, published="2022-01-06")
    event = next(e for e in report.events if e.trigger.text == trigger)
    return event.actor.text if event.actor else None, event.target.text if event.target else None
