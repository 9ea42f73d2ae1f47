"""What rules may cost: attempts, matches and calls on the demo reports, counted, not timed, so that every machine agrees.

A rule costs little when it is tried on few sentences (a class that it needs is rare), matches at few words (it begins with
that class), and refuses early in its builder.  The limits stood a fifth above what was measured when they were set, and good rules
have nearly used that up: make another look cheaper before you raise one, and say so in the commit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from any_text import steps
from khabar.grammar import Grammar, Match, Unit, matcher
from khabar.reading import read_report
from khabar.text.tokens import Kind, tokens

REPORTS = sorted((Path(__file__).resolve().parents[2] / "demo" / "reports").glob("*.txt"))
TEXTS = [path.read_text("utf-8") for path in REPORTS]
WORDS = sum(token.kind in (Kind.WORD, Kind.NUMBER) for text in TEXTS for token in tokens(text))

# A thousand words; measured are 50 matches of the busiest rule, 610 of all rules, 1,118 attempts, and 188 calls a word.
MATCHES_OF_A_RULE = 75
MATCHES = 640
ATTEMPTS = 1_120
CALLS_A_WORD = 189
_READINGS = 6
"""After so many readings what is remembered of words has settled: fewer leave the count to the tests that ran before."""


def read_all() -> None:
    """Read the demo reports."""
    for text in TEXTS:
        read_report(text)


def test_no_rule_matches_at_every_word(monkeypatch: pytest.MonkeyPatch) -> None:
    matched: Counter[str] = Counter()
    usual = Grammar.matches

    def counting(self: Grammar, units: Sequence[Unit], text: str = "") -> list[Match]:
        found = usual(self, units, text)
        matched.update(match.rule.id for match in found)
        return found

    monkeypatch.setattr(Grammar, "matches", counting)
    read_all()
    for rule, times in matched.most_common(3):
        often = 1000 * times / WORDS
        assert often <= MATCHES_OF_A_RULE, (
            f"{rule} matches {often:.0f} times in 1,000 words, and its builder runs as often: let its pattern begin with a"
            " class that few words have, or ask for one with `ahead`, instead of refusing in the builder"
        )
    often = 1000 * matched.total() / WORDS
    assert often <= MATCHES, (
        f"rules match {often:.0f} times in 1,000 words; the busiest are {matched.most_common(5)}: narrow a new rule's pattern"
    )


def test_rules_are_tried_only_where_a_class_they_need_occurs(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: Counter[str] = Counter()
    usual = matcher._Sieve.rules

    def counting(self: matcher._Sieve, present: Sequence[str]) -> tuple[int, ...]:
        numbers = usual(self, present)
        tried.update(self.ids[number] for number in numbers)
        return numbers

    monkeypatch.setattr(matcher._Sieve, "rules", counting)
    read_all()
    often = 1000 * tried.total() / WORDS
    assert often <= ATTEMPTS, (
        f"rules are tried {often:.0f} times in 1,000 words; most often {tried.most_common(5)}: a pattern needs a class that is"
        " rare, outside `maybe`, `not_ahead` and alternatives that have none"
    )


def test_reading_a_word_takes_no_more_calls_than_before() -> None:
    for _ in range(_READINGS):  # what is looked up or made at the first readings is not counted
        read_all()
    calls = steps(read_all) / WORDS
    assert calls <= CALLS_A_WORD, (
        f"reading takes {calls:.0f} calls a word: look with cProfile for a function that is called at every word, and let a"
        " set of classes decide before it (`signature.isdisjoint`), or remember its answer (`khabar.text.answers`)"
    )
