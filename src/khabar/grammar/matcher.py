"""A grammar: the rules of one phenomenon, matched together over the units of a sentence.

All rules are tried; where matches overlap, the one that starts first wins, then the longest, then the rule that
stands first in its file.  The winner of a place is thus the same whatever order independent rules come in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from khabar.grammar.alphabet import Alphabet
from khabar.grammar.rules import Match, Rule
from khabar.grammar.units import Unit, fuse


class Found(NamedTuple):
    """What a rule built from units[first:last]; value None for a trap."""

    first: int
    last: int
    rule: Rule
    value: Any


_ASKED = 2  # of the units a rule needs, how many kinds are looked for before it is tried: the rarest say most


class _Compiled(NamedTuple):
    """A rule as a regular expression, with the character sets of units it cannot do without."""

    rule: Rule
    source: str
    expression: re.Pattern[str]
    needs: tuple[frozenset[str], ...]


class Grammar:
    """Rules that compete for the same words.  `overlap` lets every match stand (claims nest; numbers do not)."""

    def __init__(self, name: str, rules: Iterable[Rule], *, overlap: bool = False) -> None:
        self.name = name
        self.rules = tuple(rules)
        self._overlap = overlap
        self._alphabet = Alphabet(leaf for r in self.rules for leaf in r.pattern.leaves())
        self._known = -1
        self._compiled: list[_Compiled] = []

    def matches(self, units: Sequence[Unit], text: str = "") -> list[Match]:
        """Every match of every rule, leftmost first within a rule."""
        letters = self._alphabet.encode(units)
        if self._alphabet.size != self._known:
            self._compile()
        found = []
        present = frozenset(letters)
        for rule, _, expression, needs in self._compiled:
            if any(need.isdisjoint(present) for need in needs):
                continue
            for match in expression.finditer(letters):
                first, last = match.span()
                if last > first:
                    parts = {k: match.span(k) for k in expression.groupindex if match.start(k) >= 0}
                    found.append(Match(rule, units, first, last, parts, text))
        return found

    def read(self, units: Sequence[Unit], text: str = "") -> list[Found]:
        """What the rules build, in the order of the sentence; without `overlap` no unit is used twice."""
        candidates = self.matches(units, text)
        if len(candidates) > 1:
            order = {rule.id: n for n, rule in enumerate(self.rules)}
            candidates.sort(key=lambda m: (m.first, m.first - m.last, order[m.rule.id]))
        found: list[Found] = []
        free = 0
        for match in candidates:
            if match.first < free and not self._overlap:
                continue
            value = None if match.rule.trap else match.rule.build(match)
            if value is None and not match.rule.trap:
                continue
            found.append(Found(match.first, match.last, match.rule, value))
            free = match.last
        return found

    def _compile(self) -> None:
        self._known = self._alphabet.size
        before = {done.rule.id: done for done in self._compiled}
        compiled = []
        for rule in self.rules:
            source = rule.pattern.regex(self._alphabet)
            old = before.get(rule.id)
            expression = old.expression if old and old.source == source else re.compile(source)
            needs = {self._alphabet.accepted(leaf) for leaf in rule.pattern.required() if leaf.has or leaf.some}
            compiled.append(_Compiled(rule, source, expression, tuple(sorted(needs, key=len)[:_ASKED])))
        self._compiled = compiled


def fused(units: Sequence[Unit], found: Sequence[Found], text: str, name: str) -> list[Unit]:
    """The sentence with each find as one unit of class `name` (value: the find's); traps become class "trapped"."""
    if not found:
        return list(units)
    out: list[Unit] = []
    at = 0
    for find in found:
        if find.first < at:
            continue
        out.extend(units[at : find.first])
        parts = units[find.first : find.last]
        kept = {k: True for k in parts[0].signature if k.startswith("+")}
        classes = {**kept, "trapped": True} if find.rule.trap else {**kept, name: find.value}
        out.append(fuse(parts, text, classes))
        at = find.last
    out.extend(units[at:])
    return out
