"""The words rules are written in, and the matcher.  Knows no language."""

from khabar.grammar.matcher import Found, Grammar, fused
from khabar.grammar.patterns import (
    BEGIN,
    END,
    Pattern,
    ahead,
    behind,
    either,
    maybe,
    not_ahead,
    not_behind,
    one_of,
    run,
    seq,
    unit,
)
from khabar.grammar.rules import Example, Match, Rule, Slot, examples, rule, rules_of
from khabar.grammar.units import ANYTHING, Classes, Reading, Unit, fuse, reading

__all__ = [
    "ANYTHING",
    "BEGIN",
    "END",
    "Classes",
    "Example",
    "Found",
    "Grammar",
    "Match",
    "Pattern",
    "Reading",
    "Rule",
    "Slot",
    "Unit",
    "ahead",
    "behind",
    "either",
    "examples",
    "fuse",
    "fused",
    "maybe",
    "not_ahead",
    "not_behind",
    "one_of",
    "reading",
    "rule",
    "rules_of",
    "run",
    "seq",
    "unit",
]
