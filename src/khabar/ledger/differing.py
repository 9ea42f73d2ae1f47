"""What was changed between two texts, word by word, with its place in both.

Texts are aligned by words that stand once in each, then by those that stand once between these, and so on: what a reader takes
for the same sentence stays together, and the time grows with the texts, not with their product.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

Kind = Literal["same", "gone", "new", "changed"]
"""The same words in both; words of the older text alone; of the newer alone; words put in the place of others."""
_TOKEN: Final = re.compile(r"[^\W_]+(?:[^\W_]|[\u064b-\u0652\u0640\u200c\u200d'’])*|[^\w\s]|_")
_SIZES: Final = (1, 4)
_SMALL: Final = 40_000
"""Words of one side times words of the other, up to which a stretch without unique words is compared in full."""


class Change(NamedTuple):
    """A stretch of the older text and what stands for it in the newer: offsets in both, empty where nothing does."""

    kind: Kind
    start: int
    end: int
    other_start: int
    other_end: int


class _Block(NamedTuple):
    """Tokens [low, high) of the older text and [other_low, other_high) of the newer."""

    low: int
    high: int
    other_low: int
    other_high: int


class Differing:
    """Two texts side by side.  `changes` are in the order of the texts, and together cover all their words."""

    def __init__(self, older: str, newer: str) -> None:
        self._spans = [match.span() for match in _TOKEN.finditer(older)]
        self._other = [match.span() for match in _TOKEN.finditer(newer)]
        tokens = [older[start:end] for start, end in self._spans]
        others = [newer[start:end] for start, end in self._other]
        self._same = dict(_aligned(tokens, others))
        self._ends = len(older), len(newer)
        self.changes = tuple(self._changes())

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where words of the older text stand in the newer, unchanged; None where any of them is gone or was moved."""
        inside = range(bisect_left(self._spans, (start, start)), bisect_left(self._spans, (end, end)))
        there = [self._same.get(at) for at in inside]
        if not there or None in there or there != list(range(there[0] or 0, (there[0] or 0) + len(there))):
            return None
        return self._other[there[0] or 0][0], self._other[there[-1] or 0][1]

    def near(self, at: int) -> int:
        """Where in the newer text a place of the older one would be, by the last word before it that both have."""
        token = bisect_left(self._spans, (at, at))
        while token > 0 and token not in self._same:
            token -= 1
        return self._other[self._same[token]][0] if token in self._same else 0

    def _changes(self) -> Iterator[Change]:
        at = other = 0
        for token, there in [*self._same.items(), (len(self._spans), len(self._other))]:
            if at < token or other < there:
                yield self._change(_Block(at, token, other, there))
            at, other = token, there
            if token < len(self._spans):
                at, other = token + 1, there + 1
                yield Change("same", *self._spans[token], *self._other[there])

    def _change(self, block: _Block) -> Change:
        start, end = _place(self._spans, block.low, block.high, self._ends[0])
        other_start, other_end = _place(self._other, block.other_low, block.other_high, self._ends[1])
        kind: Kind = "changed"
        if block.low == block.high:
            kind = "new"
        elif block.other_low == block.other_high:
            kind = "gone"
        return Change(kind, start, end, other_start, other_end)


def joined(changes: Sequence[Change]) -> Iterator[Change]:
    """The same with neighbours of one kind "same" as one stretch."""
    last: Change | None = None
    for change in changes:
        if last is not None and last.kind == change.kind == "same":
            last = Change("same", last.start, change.end, last.other_start, change.other_end)
        else:
            if last is not None:
                yield last
            last = change
    if last is not None:
        yield last


def _place(spans: Sequence[tuple[int, int]], low: int, high: int, end: int) -> tuple[int, int]:
    if low < high:
        return spans[low][0], spans[high - 1][1]
    at = spans[low][0] if low < len(spans) else end
    return at, at


def _aligned(tokens: Sequence[str], others: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of tokens that are the same, rising in both."""
    pairs: list[tuple[int, int]] = []
    open_blocks = [_Block(0, len(tokens), 0, len(others))]
    while open_blocks:
        low, high, other_low, other_high = open_blocks.pop()
        while low < high and other_low < other_high and tokens[low] == others[other_low]:
            pairs.append((low, other_low))
            low, other_low = low + 1, other_low + 1
        while low < high and other_low < other_high and tokens[high - 1] == others[other_high - 1]:
            high, other_high = high - 1, other_high - 1
            pairs.append((high, other_high))
        if low < high and other_low < other_high:
            block = _Block(low, high, other_low, other_high)
            anchors = _unique(tokens, others, block)
            if anchors:
                open_blocks += _between(block, anchors)
                pairs += anchors
            elif (high - low) * (other_high - other_low) <= _SMALL:
                pairs += _compared(tokens, others, block)
    return sorted(pairs)


def _unique(tokens: Sequence[str], others: Sequence[str], block: _Block) -> list[tuple[int, int]]:
    """Tokens that stand once in either stretch, as many as rise in both; where there are none, runs of tokens."""
    for size in _SIZES:
        here = _once(tokens, block.low, block.high, size)
        there = _once(others, block.other_low, block.other_high, size)
        found = _rising([(at, there[run]) for run, at in here.items() if run in there])
        if found:
            return found
    return []


def _once(tokens: Sequence[str], low: int, high: int, size: int) -> dict[tuple[str, ...], int]:
    """The runs of so many tokens that stand once in a stretch, and where, in its order."""
    runs = [tuple(tokens[at : at + size]) for at in range(low, high - size + 1)]
    number = Counter(runs)
    return {run: low + at for at, run in enumerate(runs) if number[run] == 1}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs, not all neighbours, whose second numbers rise as the first do."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for number, (_, there) in enumerate(pairs):
        at = bisect_left(tails, there)
        before.append(last[at - 1] if at else None)
        if at == len(tails):
            tails.append(there)
            last.append(number)
        else:
            tails[at], last[at] = there, number
    chosen: list[tuple[int, int]] = []
    here = last[-1] if last else None
    while here is not None:
        chosen.append(pairs[here])
        here = before[here]
    return chosen[::-1]


def _between(block: _Block, anchors: Sequence[tuple[int, int]]) -> Iterator[_Block]:
    at, other = block.low, block.other_low
    for token, there in [*anchors, (block.high, block.other_high)]:
        yield _Block(at, token, other, there)
        at, other = token + 1, there + 1


def _compared(tokens: Sequence[str], others: Sequence[str], block: _Block) -> Iterator[tuple[int, int]]:
    """A small stretch compared in full."""
    here, there = tokens[block.low : block.high], others[block.other_low : block.other_high]
    for match in SequenceMatcher(None, here, there, autojunk=False).get_matching_blocks():
        for step in range(match.size):
            yield block.low + match.a + step, block.other_low + match.b + step
