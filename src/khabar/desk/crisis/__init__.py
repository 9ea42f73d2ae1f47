"""A crisis out of the many reports of a case: events joined, who is who, what repeats and what contradicts what."""

from khabar.desk.crisis.answers import Conflict, ConflictKind, ConflictSide, Copies
from khabar.desk.crisis.crisis import Crisis
from khabar.desk.crisis.happened import dated, event_rows
from khabar.desk.crisis.loading import NoReports, entries_of

__all__ = [
    "Conflict",
    "ConflictKind",
    "ConflictSide",
    "Copies",
    "Crisis",
    "NoReports",
    "dated",
    "entries_of",
    "event_rows",
]
