"""A crisis out of the many reports of a case: events joined, who is who, what repeats and what contradicts what."""

from khabar.desk.crisis.answers import Conflict, ConflictKind, ConflictSide
from khabar.desk.crisis.around import crisis_of_items, crisis_of_measure, crisis_of_reports
from khabar.desk.crisis.calling import Calling, joining_words, own_voice
from khabar.desk.crisis.crisis import Crisis
from khabar.desk.crisis.happened import COLUMNS, dated, event_rows, joined_events, rows_by_group
from khabar.desk.crisis.loading import NoReports, entries_of
from khabar.desk.crisis.numbers import conflict_rows, conflicts_of, series_rows
from khabar.desk.crisis.origins import UnknownItem, stands_behind, statement_rows
from khabar.desk.crisis.people import standing_row
from khabar.desk.crisis.registry import registry_rows, sign_registry_of
from khabar.desk.crisis.signing import disputes, explain_conflict, said_of_all, sign_items
from khabar.desk.crisis.stretches import all_conflicts
from khabar.desk.crisis.who import joined_actors

__all__ = [
    "COLUMNS",
    "Calling",
    "Conflict",
    "ConflictKind",
    "ConflictSide",
    "Crisis",
    "NoReports",
    "UnknownItem",
    "all_conflicts",
    "conflict_rows",
    "conflicts_of",
    "crisis_of_items",
    "crisis_of_measure",
    "crisis_of_reports",
    "dated",
    "disputes",
    "entries_of",
    "event_rows",
    "explain_conflict",
    "joined_actors",
    "joined_events",
    "joining_words",
    "own_voice",
    "registry_rows",
    "rows_by_group",
    "said_of_all",
    "series_rows",
    "sign_items",
    "sign_registry_of",
    "standing_row",
    "stands_behind",
    "statement_rows",
]
