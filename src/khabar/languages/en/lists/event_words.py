"""What the lists say of event words."""

from __future__ import annotations

from dataclasses import dataclass

from khabar.record.vocabulary import EventType, Subtype


@dataclass(frozen=True, slots=True)
class EventWord:
    """One row of the list of event words; `flags` as the list explains them."""

    lemma: str
    type: EventType
    subtype: Subtype | None
    flags: frozenset[str]
