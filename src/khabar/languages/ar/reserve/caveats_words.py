"""What the caveat rules share: the gap between their words, and the draft they build."""

from __future__ import annotations

from khabar.grammar import Match, Pattern, run, unit
from khabar.languages.drafts import CaveatDraft, Limits
from khabar.record.vocabulary import CaveatKind


def gap(most: int) -> Pattern:
    """A few words of one clause, as few as possible, that are no count of their own."""
    return run(unit(but=("mark", "rel", "while", "r_tally")), 0, most, short=True)


def caveat(m: Match, last: int, kind: CaveatKind, limits: Limits, *, by_source: bool = False) -> CaveatDraft:
    """The draft of units[m.first:last], a glued conjunction cut off; a glued preposition stays (it carries the sense)."""
    return CaveatDraft((m.units[m.first].cut, m.units[last - 1].end), kind, m.rule.id, limits, by_source)
