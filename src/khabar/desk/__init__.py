"""The desk: what the program is asked to do, one function a use case.  The ways out speak to it and `record`."""

from khabar.desk.explanation import Explanation, UnknownItem, explain
from khabar.desk.made_by import VERSION, rules_hash
from khabar.desk.many_reports import Failure, Outcome, failure_words, note_words, read_sources
from khabar.desk.one_report import Wishes, check_published, language_codes, read
from khabar.desk.rule_cards import RuleCard, rule_card
from khabar.desk.rulebook import out_of_date, write_rulebook
from khabar.desk.taking import Note, Taking
from khabar.intake import TABLE_FIELDS, Meter, Opening, Web

__all__ = [
    "TABLE_FIELDS",
    "VERSION",
    "Explanation",
    "Failure",
    "Meter",
    "Note",
    "Opening",
    "Outcome",
    "RuleCard",
    "Taking",
    "UnknownItem",
    "Web",
    "Wishes",
    "check_published",
    "explain",
    "failure_words",
    "language_codes",
    "note_words",
    "out_of_date",
    "read",
    "read_sources",
    "rule_card",
    "rules_hash",
    "write_rulebook",
]
