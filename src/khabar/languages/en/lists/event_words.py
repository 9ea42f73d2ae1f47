"""What the lists say of event words."""

from __future__ import annotations

import msgspec

from khabar.record.vocabulary import EventType, Subtype


class EventWord(msgspec.Struct, frozen=True):
    """One row of the list of event words; `flags` as the list explains them."""

    lemma: str
    type: EventType
    subtype: Subtype | None
    flags: frozenset[str]
