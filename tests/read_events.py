"""The events of a record, where and when they are set: what tests of places and days ask."""

from __future__ import annotations

from typing import Any

import khabar


def events(text: str, published: str | None = "2022-01-07") -> list[dict[str, Any]]:
    """The events of a text, as the record has them."""
    found: list[dict[str, Any]] = khabar.read(text, published=published).to_dict()["events"]
    return found


def named(event: dict[str, Any], field: str, key: str) -> str | None:
    """What an event has under a key of one of its fields; None without that field."""
    told: dict[str, str | None] | None = event[field]
    return told[key] if told else None


def places(text: str) -> list[str | None]:
    """The place of each event of a text."""
    return [named(e, "place", "name") for e in events(text)]


def days(text: str, published: str | None = "2022-01-07") -> list[str | None]:
    """The day of each event of a text."""
    return [named(e, "date", "value") for e in events(text, published)]
