"""What a case remembers of the web: which feeds were followed to their end, and which of their entries it holds."""

from __future__ import annotations

import apsw

from khabar.intake import Visited
from khabar.ledger import Hand, entries_of, keep_visit, last_visit


class CaseMemory:
    """The memory that a case is; see `khabar.intake.web.Memory`."""

    def __init__(self, connection: apsw.Connection, hand: Hand) -> None:
        self._connection, self._hand = connection, hand
        self._entries: dict[str, set[str]] = {}

    def condition(self, url: str) -> tuple[tuple[str, str], ...]:
        """The marks that the feed bore at the last visit."""
        visit = last_visit(self._connection, url)
        if visit is None:
            return ()
        fields = (("If-None-Match", visit.etag), ("If-Modified-Since", visit.last_modified))
        return tuple((name, value) for name, value in fields if value)

    def has(self, feed: str, entry: str) -> bool:
        """Whether the entry was taken in, from its page or because it has none."""
        if feed not in self._entries:
            self._entries[feed] = entries_of(self._connection, feed)
        return entry in self._entries[feed]

    def keep(self, visit: Visited) -> None:
        """Enter a visit into the journal, unless nothing is new about it."""
        marks = (visit.etag, visit.last_modified)
        last = last_visit(self._connection, visit.id)
        if last is None or (last.etag, last.last_modified) != marks:
            keep_visit(self._connection, self._hand, visit.id, marks, visit.sha256)
