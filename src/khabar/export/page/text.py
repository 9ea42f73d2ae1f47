"""The text of a report cut into pieces that can be marked without a character added, moved or lost.

A line consists of runs, a run of pieces.  All pieces of a run lie in the same long stretches (somebody's words, an
unread sentence); all characters of a piece belong to the same items.  Pieces are plain inline elements without padding,
margin or border, so that lines break and Arabic letters join as they do in the unmarked text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from khabar.export.page.paragraphs import Line, lines_of
from khabar.export.page.spans import ANCHORS, WRAPS, Mark, marks_of
from khabar.record import Report

_LIGATURE: Final = re.compile(
    "\u0644[\u064b-\u0652\u0670]*(?:[\u0622\u0623\u0625\u0627\u0671]|\u0644[\u064b-\u0652\u0670]*\u0647)"
)
"""Lam with alef, and lam-lam-heh: one glyph in every font.  Cut in two, half of it is not painted."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with all their marks.

    `items` are those the words lead to, `parts` those they are a part of, `homes` those a link to the words arrives at.
    """

    text: str
    kinds: tuple[str, ...]
    items: tuple[str, ...]
    parts: tuple[str, ...]
    homes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces in the same long stretches, those of `items`; `claims` are those whose content holds them.  Outermost first."""

    kinds: tuple[str, ...]
    items: tuple[str, ...]
    claims: tuple[str, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the report and its runs; the texts of all pieces together are the line."""

    line: Line
    runs: tuple[Run, ...]


class _Cut(NamedTuple):
    """Characters that all lie in the same marks, sorted from the longest mark to the shortest."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def paragraphs_of(report: Report) -> list[Paragraph]:
    """The report's text with all its marks, line by line.  Raises ValueError for a record without its text."""
    text = report.document.text
    if text is None:
        raise ValueError("a record without its text cannot be shown as a page: read the report again")
    lines = list(lines_of(text, report.document.language))
    marks = list(_clear_of_ligatures(text, marks_of(report)))
    cuts = [list(_cuts(line, found)) for line, found in zip(lines, _by_line(lines, marks), strict=True)]
    homes = _homes(cut for line in cuts for cut in line)
    return [Paragraph(line, tuple(_runs(text, found, homes))) for line, found in zip(lines, cuts, strict=True)]


def voices_of(paragraphs: Iterable[Paragraph]) -> dict[str, str]:
    """Item → the innermost claim in whose content its words stand; items in the outlet's own voice are left out."""
    return {
        item: run.claims[-1]
        for paragraph in paragraphs
        for run in paragraph.runs
        if run.claims
        for piece in run.pieces
        for item in piece.homes
    }


def _clear_of_ligatures(text: str, marks: list[Mark]) -> Iterator[Mark]:
    """The marks, those that begin or end inside a ligature moved to where it begins: the eye sees one letter more."""
    moved = {at: hit.start() for hit in _LIGATURE.finditer(text) for at in range(hit.start() + 1, hit.end())}
    for mark in marks:
        cleared = mark._replace(start=moved.get(mark.start, mark.start), end=moved.get(mark.end, mark.end))
        if cleared.start < cleared.end:
            yield cleared


def _by_line(lines: list[Line], marks: list[Mark]) -> Iterator[list[Mark]]:
    """The marks that reach into each line, clipped to it."""
    waiting = sorted(marks, reverse=True)
    open_marks: list[Mark] = []
    for line in lines:
        while waiting and waiting[-1].start < line.end:
            open_marks.append(waiting.pop())
        open_marks = [mark for mark in open_marks if mark.end > line.start]
        yield [mark._replace(start=max(mark.start, line.start), end=min(mark.end, line.end)) for mark in open_marks]


def _cuts(line: Line, marks: list[Mark]) -> Iterator[_Cut]:
    """The line cut wherever a mark begins or ends."""
    edges = sorted({line.start, line.end, *(m.start for m in marks), *(m.end for m in marks)})
    starting = sorted(marks, key=lambda mark: mark.start, reverse=True)
    over: list[Mark] = []
    for start, end in pairwise(edges):
        over = [mark for mark in over if mark.end > start]
        while starting and starting[-1].start <= start:
            over.append(starting.pop())
        yield _Cut(start, end, tuple(sorted(over, key=lambda mark: (mark.start - mark.end, mark))))


def _homes(cuts: Iterable[_Cut]) -> dict[str, int]:
    """Item → start of the piece that is its tab stop.

    The first piece of its anchor; for a long stretch the first piece that leads to no other item, if there is one.
    """
    anchored: dict[str, int] = {}
    free: dict[str, int] = {}
    taken: dict[str, int] = {}
    for cut in cuts:
        is_taken = any(mark.kind in ANCHORS for mark in cut.marks)
        for mark in cut.marks:
            if mark.kind in ANCHORS or mark.kind == "mention":
                anchored.setdefault(mark.item, cut.start)
            elif mark.kind in ("withheld", "caveat", "unread"):
                (taken if is_taken else free).setdefault(mark.item, cut.start)
    return taken | free | anchored


def _runs(text: str, cuts: list[_Cut], homes: dict[str, int]) -> Iterator[Run]:
    for wraps, inside in groupby(cuts, key=_wraps):
        claims = _once(mark.item for mark in wraps if mark.kind == "said")
        pieces = tuple(_piece(text, cut, homes) for cut in inside)
        yield Run(_once(mark.kind for mark in wraps), _once(mark.item for mark in wraps), claims, pieces)


def _wraps(cut: _Cut) -> tuple[Mark, ...]:
    return tuple(mark for mark in cut.marks if mark.kind in WRAPS)


def _piece(text: str, cut: _Cut, homes: dict[str, int]) -> Piece:
    """The cut's words; the shortest mark says first where they lead."""
    inner = [mark for mark in reversed(cut.marks) if mark.kind not in WRAPS]
    wraps = [mark for mark in reversed(cut.marks) if mark.kind in WRAPS]
    own = _once(mark.item for mark in cut.marks if homes.get(mark.item) == cut.start)
    return Piece(
        text=text[cut.start : cut.end],
        kinds=_once(mark.kind for mark in inner),
        items=_once((*(m.item for m in inner if m.kind in ANCHORS), *(m.item for m in wraps if m.item in own))),
        parts=_once(mark.item for mark in inner if mark.kind not in ANCHORS),
        homes=own,
    )


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
