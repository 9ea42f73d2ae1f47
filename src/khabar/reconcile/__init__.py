"""What differs and how: pure functions over records, without a verdict on who is right.

Today within one report; the comparison itself knows nothing of reports and will serve several.
"""

from khabar.reconcile.amounts import Interval, agree, interval_of
from khabar.reconcile.disagreements import Disagreement, Kind, Side, disagreements
from khabar.reconcile.headlines import Finding, FindingKind, headline_findings
from khabar.reconcile.tellings import Telling, tellings

__all__ = [
    "Disagreement",
    "Finding",
    "FindingKind",
    "Interval",
    "Kind",
    "Side",
    "Telling",
    "agree",
    "disagreements",
    "headline_findings",
    "interval_of",
    "tellings",
]
