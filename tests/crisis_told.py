"""A crisis out of a few sentences."""

from __future__ import annotations

import khabar
from khabar.desk.crisis import Crisis
from khabar.reconcile.across.entry import Entry


def crisis_of(*told: tuple[str, str, str]) -> Crisis:
    """The crisis of reports told by their outlet, day and text."""
    return Crisis(
        Entry(number, khabar.read(text, published=day, outlet=outlet), f"r{number}", outlet, day)
        for number, (outlet, day, text) in enumerate(told, 1)
    )
