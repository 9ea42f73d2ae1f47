"""The digest: what a desk must see of a report in ten seconds, as data; every view shows it in its own way."""

from khabar.desk.digest.making import digest
from khabar.desk.digest.types import (
    Blame,
    CaveatLine,
    ClaimLine,
    Counts,
    Digest,
    EventLine,
    FigureGroup,
    FigureLine,
    SpeakerGroup,
    Voice,
)
from khabar.reconcile import Disagreement, Finding, Side

__all__ = [
    "Blame",
    "CaveatLine",
    "ClaimLine",
    "Counts",
    "Digest",
    "Disagreement",
    "EventLine",
    "FigureGroup",
    "FigureLine",
    "Finding",
    "Side",
    "SpeakerGroup",
    "Voice",
    "digest",
]
