"""How far words stand from an event word."""

from __future__ import annotations

from khabar.languages.drafts import Offsets


def distance(trigger: Offsets, span: Offsets) -> tuple[int, int]:
    """Behind the event word before in front of it, then by characters."""
    behind = span[0] >= trigger[1]
    return (0 if behind else 1), (span[0] - trigger[1] if behind else trigger[0] - span[1])
