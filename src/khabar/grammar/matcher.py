"""A grammar: the rules of one phenomenon, matched together over the units of a sentence.

All rules are tried; where matches overlap, the one that starts first wins, then the longest, then the rule that
stands first in its file.  The winner of a place is thus the same whatever order independent rules come in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from khabar.grammar.alphabet import Alphabet
from khabar.grammar.patterns import Leaf
from khabar.grammar.rules import Match, Rule
from khabar.grammar.units import Unit, fuse
from khabar.text.answers import Answers


class Found(msgspec.Struct):
    """What a rule built from units[first:last]; value None for a trap."""

    first: int
    last: int
    rule: Rule
    value: Any


class _Tried:
    """A rule as a regular expression, made when its units first occur together.

    An expression takes a third of a millisecond to make, and every text brings units never met before.  So a character
    given later is written as one that is the same to this rule, its twin; the expression is made anew only for a unit
    that has none, or when so many sentences had to be spelled anew that it costs less.
    """

    __slots__ = (
        "_alphabet",
        "_asked",
        "_kinds",
        "_source",
        "_spelled",
        "_twins",
        "expression",
        "known",
        "parts",
        "rule",
    )

    def __init__(self, rule: Rule, alphabet: Alphabet) -> None:
        self.rule = rule
        self.known = ""  # the newest class character it was made with
        self.expression = re.compile("")
        self.parts: tuple[tuple[str, int], ...] = ()  # the names of parts and the numbers of their groups
        self._alphabet = alphabet
        self._asked = alphabet.asked_by(rule.pattern.leaves())
        self._kinds: dict[int, str] = {}
        self._twins = Answers(self._twin, _REMEMBERED)
        self._source: str | None = None
        self._spelled = 0

    def spelled(self, letters: str) -> str:
        """A sentence that holds a character newer than `known`, spelled so that the expression can be asked."""
        self._spelled += 1
        if self._spelled <= _SPELLED_MOST:
            spelled = letters.translate(self._twins)
            if max(spelled) <= self.known:
                return spelled
        self._compile()
        return letters

    def _twin(self, code: int) -> str:
        """The character that stands for one given later; itself when it is known, or when none does."""
        char = chr(code)
        return char if char <= self.known else self._kinds.get(self._alphabet.kind(char, self._asked), char)

    def _compile(self) -> None:
        """Take in the characters given since the last time."""
        self.known = self._alphabet.newest
        self._kinds = self._alphabet.kinds(self._asked)
        self._twins.clear()
        self._spelled = 0
        source = self.rule.pattern.regex(self._alphabet)
        if source != self._source:
            self._source, self.expression = source, re.compile(source)
            self.parts = tuple(self.expression.groupindex.items())


_SPELLED_MOST = 400


class _Sieve:
    """Which rules a sentence can match at all: those whose every needed kind of unit occurs in it.

    A class character has a row of bits, one a rule and need: the first needs of all rules, then their second needs, and so
    on.  The rows of a sentence's characters, joined, are folded need by need; the bits that remain are the rules to try.
    """

    def __init__(self, rules: Sequence[Rule], alphabet: Alphabet) -> None:
        self.ids = [rule.id for rule in rules]
        self._alphabet = alphabet
        self._rules = len(rules)
        needs = [list(dict.fromkeys(rule.pattern.needs())) for rule in rules]
        self._depth = max(map(len, needs), default=0)
        bits: dict[Leaf, int] = {}
        self._free = 0  # the bits of needs that a rule has not
        for at, of_rule in enumerate(needs):
            for depth in range(self._depth):
                bit = 1 << (depth * self._rules + at)
                if depth >= len(of_rule):
                    self._free |= bit
                for leaf in of_rule[depth] if depth < len(of_rule) else ():
                    bits[leaf] = bits.get(leaf, 0) | bit
        self._bits = [(alphabet.asked_by((leaf,)), bit) for leaf, bit in bits.items()]
        self._asked = alphabet.asked_by(bits)
        self._rows = Answers(self._row, _REMEMBERED)
        self._kept = Answers(self._folded, _REMEMBERED)

    def rules(self, present: Iterable[str]) -> tuple[int, ...]:
        """The numbers of the rules to try on a sentence of these characters, in order."""
        met, rows = self._free, self._rows
        for char in present:
            met |= rows[char]
        return self._kept[met]

    def _row(self, char: str) -> int:
        row = 0
        accepted = self._alphabet.kind(char, self._asked)
        for leaf, bits in self._bits:
            if leaf & accepted:
                row |= bits
        return row

    def _folded(self, met: int) -> tuple[int, ...]:
        """The rules of which every need is met."""
        kept = (1 << self._rules) - 1
        for _ in range(self._depth):
            kept &= met
            met >>= self._rules
        numbers: list[int] = []
        while kept:
            numbers.append((kept & -kept).bit_length() - 1)  # the lowest bit that is set
            kept &= kept - 1
        return tuple(numbers)


_REMEMBERED = 1 << 14  # class characters, and sets of needs that sentences meet


class _Plan(NamedTuple):
    """What a grammar works out from its rules when it is first used: how they are tried, which are, their order."""

    tried: list[_Tried]
    sieve: _Sieve
    order: dict[str, int]


class Grammar:
    """Rules that compete for the same words.  `overlap` lets every match stand (claims nest; numbers do not)."""

    def __init__(self, name: str, rules: Iterable[Rule], *, overlap: bool = False) -> None:
        self.name = name
        self.rules = tuple(rules)
        self._overlap = overlap
        self._alphabet = Alphabet(leaf for r in self.rules for leaf in r.pattern.leaves())
        self._planned: _Plan | None = None

    @property
    def _plan(self) -> _Plan:
        if self._planned is None:
            order = {rule.id: n for n, rule in enumerate(self.rules)}
            self._planned = _Plan(
                [_Tried(rule, self._alphabet) for rule in self.rules], _Sieve(self.rules, self._alphabet), order
            )
        return self._planned

    def matches(self, units: Sequence[Unit], text: str = "") -> list[Match]:
        """Every match of every rule, leftmost first within a rule."""
        if not units:
            return []
        plan = self._planned or self._plan
        letters = self._alphabet.encode(units)
        present = set(letters)
        newest = max(present)
        found: list[Match] = []
        for number in plan.sieve.rules(present):
            tried = plan.tried[number]
            spelled = letters if tried.known >= newest else tried.spelled(letters)
            for match in tried.expression.finditer(spelled):
                spans = match.regs  # all at once: a call for each part is a call in twenty of the whole reading
                first, last = spans[0]
                if last > first:
                    parts = {name: spans[group] for name, group in tried.parts if spans[group][0] >= 0}
                    found.append(Match(tried.rule, units, first, last, parts, text))
        return found

    def sort(self, found: list[Match]) -> None:
        """Put matches in the order in which they win: leftmost, longest, first in the file."""
        if found[1:]:
            order = self._plan.order
            ranks = sorted([(m.first, m.first - m.last, order[m.rule.id], k) for k, m in enumerate(found)])
            found[:] = [found[k] for *_, k in ranks]

    def read(self, units: Sequence[Unit], text: str = "") -> list[Found]:
        """What the rules build, in the order of the sentence; without `overlap` no unit is used twice."""
        candidates = self.matches(units, text)
        self.sort(candidates)
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
