"""Runs of words that two reports have in common: what one took over from another, or both from an agency or a ministry."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from sys import intern
from typing import Final, NamedTuple

from khabar.reconcile.across.entry import Entry
from khabar.text.fold import fold

_WORD: Final = re.compile(r"[^\W_]+")
_RUN: Final = 6
"""Words in a row that are looked up: news shares five by chance ("the ministry said in a statement")."""
_LEAST: Final = 14
"""Words of a passage that is taken over; fewer are a phrase that everybody uses."""
_GAP: Final = 5
"""Words between two runs that an editor may have changed inside one passage."""
_COMMON: Final = 40
"""Reports that hold a run from which it is nobody's: a line under every article, a title."""
_KEPT: Final = 2000
"""Texts whose words are kept: a question takes several steps over the same reports."""


class Passage(NamedTuple):
    """A stretch of one report and the stretch of another that has its words; source offsets; `words` in common."""

    one: Entry
    start: int
    end: int
    other: Entry
    other_start: int
    other_end: int
    words: int


class _Words(NamedTuple):
    """The folded words of a report, and where in the text each begins and ends, one after the other."""

    entry: Entry
    words: Sequence[str]
    edges: Sequence[int]


def passages(entries: Iterable[Entry]) -> Iterator[Passage]:
    """The passages that two reports share, in the order of the reports.  Costs their words, and the pairs that share a run."""
    read = [_words(entry) for entry in entries]
    index: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, told in enumerate(read):
        for at in range(len(told.words) - _RUN + 1):
            index[tuple(told.words[at : at + _RUN])].append((number, at))
    pairs: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for places in index.values():
        if 1 < len({number for number, _ in places}) <= _COMMON:
            for n, (one, at) in enumerate(places):
                for other, other_at in places[n + 1 :]:
                    if one != other:
                        pairs[one, other].append((at, other_at))
    for (one, other), runs in sorted(pairs.items()):
        yield from _joined(read[one], read[other], sorted(set(runs)))


def _words(entry: Entry) -> _Words:
    return _Words(entry, *_cut(entry.report.document.text or ""))


@lru_cache(maxsize=_KEPT)
def _cut(text: str) -> tuple[tuple[str, ...], array[int]]:
    view = fold(text)
    words, edges = [], array("I")
    for found in _WORD.finditer(view.text):
        words.append(intern(found.group().lower()))
        edges.extend(view.source_span(*found.span()))
    return tuple(words), edges


def _joined(one: _Words, other: _Words, runs: list[tuple[int, int]]) -> Iterator[Passage]:
    """Runs that follow one another in both reports as one passage."""
    while runs:
        at, other_at = runs[0]
        taken = [(at, other_at)]
        for run in runs[1:]:
            step, other_step = run[0] - taken[-1][0], run[1] - taken[-1][1]
            if 0 < step <= _RUN + _GAP and 0 < other_step <= _RUN + _GAP:
                taken.append(run)
        gone = set(taken)
        runs = [run for run in runs if run not in gone]
        last, other_last = taken[-1][0] + _RUN - 1, taken[-1][1] + _RUN - 1
        shared = len({a + k for a, _ in taken for k in range(_RUN)})
        if shared >= _LEAST:
            yield Passage(one.entry, one.edges[2 * at], one.edges[2 * last + 1],
                          other.entry, other.edges[2 * other_at], other.edges[2 * other_last + 1], shared)  # fmt: skip
