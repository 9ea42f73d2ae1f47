"""The desk: what the program is asked to do, one function a use case.  The ways out speak to it and `record`."""

from typing import TYPE_CHECKING

from khabar.doors import offer

if TYPE_CHECKING:
    from khabar.desk.explanation import Explanation, UnknownItem, explain
    from khabar.desk.made_by import VERSION, rules_hash
    from khabar.desk.many_reports import Failure, Outcome, failure_words, note_words, read_sources
    from khabar.desk.one_report import Wishes, check_published, language_codes, read
    from khabar.desk.rules.book import out_of_date, write_rulebook
    from khabar.desk.rules.cards import RuleCard, rule_card
    from khabar.desk.taking import TABLE_FIELDS, Meter, Note, Opening, Taking, Web
else:
    __getattr__ = offer(__name__, {
        "explanation": "Explanation UnknownItem explain",
        "made_by": "VERSION rules_hash",
        "many_reports": "Failure Outcome failure_words note_words read_sources",
        "one_report": "Wishes check_published language_codes read",
        "khabar.desk.rules.book": "out_of_date write_rulebook",
        "khabar.desk.rules.cards": "RuleCard rule_card",
        "taking": "TABLE_FIELDS Meter Note Opening Taking Web",
    })  # fmt: skip

__all__ = [
    "TABLE_FIELDS", "VERSION", "Explanation", "Failure", "Meter", "Note", "Opening", "Outcome", "RuleCard", "Taking",
    "UnknownItem", "Web", "Wishes", "check_published", "explain", "failure_words", "language_codes", "note_words",
    "out_of_date", "read", "read_sources", "rule_card", "rules_hash", "write_rulebook",
]  # fmt: skip
