"""What differs and how: pure functions over records, without a verdict on who is right.

`within` compares one report with itself; `across` makes one crisis out of many reports.
"""

from khabar.reconcile.amounts import Interval, agree, interval_of
from khabar.reconcile.within.disagreements import Disagreement, Kind, Side, disagreements
from khabar.reconcile.within.headlines import Finding, FindingKind, headline_findings
from khabar.reconcile.within.stance import denied_figures, not_done
from khabar.reconcile.within.tellings import Telling, tellings

__all__ = [
    "Disagreement",
    "Finding",
    "FindingKind",
    "Interval",
    "Kind",
    "Side",
    "Telling",
    "agree",
    "denied_figures",
    "disagreements",
    "headline_findings",
    "interval_of",
    "not_done",
    "tellings",
]
