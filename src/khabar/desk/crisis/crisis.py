"""A crisis: the entries of a case, and what the comparison of all of them gives, layer by layer, each worked out once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from khabar.desk.crisis.answers import Conflict, Copies
from khabar.desk.crisis.loading import entries_of
from khabar.reconcile.across.entry import Entry
from khabar.reconcile.across.events_joining import join_events
from khabar.reconcile.across.events_keys import event_keys
from khabar.reconcile.across.joining import Groups


class Crisis:
    """The reports of one crisis and what they come to.

    A layer that is None does not exist yet; everything that asks for it says so.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self.by_document = {entry.document: entry for entry in self.entries}

    @classmethod
    def of(cls, source: Path) -> Crisis:
        """The crisis of a case or of a JSON Lines file.  Raises as `entries_of` does."""
        return cls(entries_of(source))

    @cached_property
    def events(self) -> Groups:
        """Events of all reports, joined.  Refs name the first telling of an event in its report."""
        return join_events(key for entry in self.entries for key in event_keys(entry))

    @cached_property
    def actors(self) -> Groups | None:
        """Actors of all reports, joined."""
        return None

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...] | None:
        """What was compared and differs or agrees, real contradictions first."""
        return None

    @cached_property
    def copies(self) -> tuple[Copies, ...] | None:
        """Statements that several reports carry."""
        return None
