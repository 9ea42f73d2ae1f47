"""How well records agree with gold: the counts behind precision, recall and accuracy, row by row."""

from khabar.desk.scoring.crisis_rows import crisis_rows, score_crisis
from khabar.desk.scoring.errors import Errors, errors
from khabar.desk.scoring.files import load_gold, load_records, read_gold_texts
from khabar.desk.scoring.kinds import KINDS, Kind, NotGold, Scored, kind_of, score_lines
from khabar.desk.scoring.rule_counts import rule_counts
from khabar.desk.scoring.tally import ACCURACY_ROWS, Count, Rows, intervals, summed

__all__ = [
    "ACCURACY_ROWS",
    "KINDS",
    "Count",
    "Errors",
    "Kind",
    "NotGold",
    "Rows",
    "Scored",
    "crisis_rows",
    "errors",
    "intervals",
    "kind_of",
    "load_gold",
    "load_records",
    "read_gold_texts",
    "rule_counts",
    "score_crisis",
    "score_lines",
    "summed",
]
