"""What a claim hangs on besides its speaker: the day it was made, the figure it points at, its first telling.

The day is drawn when times are settled, so that figures may have it; the other links last.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import islice, takewhile

import msgspec

from khabar.record import Claim, Figure, Span, Time
from khabar.text.fold import fold_word
from khabar.text.page import Page

POINTS_AT_FIGURE = "figure"
"""Stands in `refers_to` of a claim whose content only points at a number (this toll) until the figure is known."""
_NEAR = 90  # characters between a cue and the day beside it
_BEHIND = 60  # characters behind an attribution that ends its sentence
_BESIDE, _FRONTED = 4, 10  # a day before the cue stands right beside it, or opens the sentence
_ALIKE = 0.7  # part of the words that two tellings share
_WORDS = 3  # shorter contents come again by chance


def dated(page: Page, claims: Sequence[Claim], times: Sequence[Time]) -> list[Claim]:
    """The claims with `time` filled, in the same order: the day on which each was made, where its frame tells one."""
    known = [t for t in times if t.value is not None]
    ends = sorted(c.content.end for c in claims)
    out: list[Claim] = []
    for number, claim in enumerate(claims):
        before = bisect_right(ends, claim.cue.start) if claim.cue else 0
        aside = next((c.content for c in claims[number + 1 : number + 2] if c.content.end <= claim.content.start), None)
        day = _day(page, claim, known, ends[before - 1] if before else 0, aside)
        if day is None and claim.found_by == "participle":
            day = _of_governor(claim, out)
        out.append(msgspec.structs.replace(claim, time=day) if day else claim)
    return out


def _of_governor(claim: Claim, before: Sequence[Claim]) -> str | None:
    """The day of the claim that a participle goes on from: both are one statement."""
    last = before[-1] if before else None
    return last.time if last is not None and last.speaker_name == claim.speaker_name else None


def linked(claims: Sequence[Claim], figures: Sequence[Figure]) -> list[Claim]:
    """The claims with `refers_to` and `same_as` filled, in the same order."""
    tolls = sorted(figures, key=lambda f: f.start)
    told: dict[str, list[_Telling]] = {}
    out = []
    for claim in claims:
        points = _pointed(claim, tolls) if POINTS_AT_FIGURE in claim.refers_to else []
        first = _first_telling(claim, told)
        out.append(msgspec.structs.replace(claim, refers_to=points, same_as=first))
    return out


def _day(page: Page, claim: Claim, times: Sequence[Time], behind: int, aside: Span | None) -> str | None:
    """The value of the time that stands in the frame of the claim: between its clause's begin and its content, or behind
    the attribution that ends it.  `behind`: where the words of the claim before end, whose days are its own, as are those
    of `aside`, which somebody says between this cue and its content.
    """
    cue = claim.cue
    if cue is None:
        return None
    forward = cue.start < claim.content.start
    low = max(cue.start - _NEAR, 0) if forward else claim.content.end
    high = claim.content.start if forward else cue.end + _BEHIND
    first = bisect_left(times, max(low, behind), key=_start)
    if first == len(times) or times[first].start >= high:
        return None
    low = max(low, 1 + max(page.text.rfind(mark, low, cue.start) for mark in _BORDERS))
    if not forward:
        high = min([at for mark in _BORDERS if (at := page.text.find(mark, cue.end, high)) >= 0], default=high)
    first = bisect_left(times, max(low, behind), key=_start)
    near = list(takewhile(lambda t: t.start < high, islice(times, first, None)))
    near = [t for t in near if t.end <= high]
    near = [
        t for t in near if t.end > cue.start or t.start - low <= _FRONTED or _is_beside(page.text[t.end : cue.start])
    ]
    near = [t for t in near if aside is None or not aside.start <= t.start < aside.end]
    best = min(near, key=lambda t: abs(t.start - cue.end), default=None)
    return best.value if best else None


def _start(time: Time) -> int:
    return time.start


def _is_beside(between: str) -> bool:
    """Whether a day before a cue belongs to it: right before it, with no comma that ends another clause."""
    return len(between) <= _BESIDE and not any(mark in between for mark in _COMMAS)


_COMMAS = (",", "\N{ARABIC COMMA}", "\N{ARABIC SEMICOLON}", ";")
_BORDERS = (".", "\n", ":", '"', "«", "“", "”", "»", "؟", "!")


def _pointed(claim: Claim, figures: Sequence[Figure]) -> list[str]:
    """The last figure told before a claim that only points at a number."""
    before = [f for f in figures if f.end <= claim.content.start and not f.implicit]
    return [before[-1].id] if before else []


def _first_telling(claim: Claim, told: dict[str, list[_Telling]]) -> str | None:
    """The id of the first claim by the same speaker that said the same: most words of the later stand in the earlier."""
    earlier = told.setdefault(claim.speaker_name, [])
    telling = _Telling(claim)
    if earlier and telling.says_enough:
        for other in earlier:
            if other.says_enough and telling.repeats(other) and other.claim.content.end <= claim.content.start:
                return other.claim.id
    earlier.append(telling)
    return None


class _Telling:
    """A claim beside others of its speaker; its words are looked at when there are others."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the content that say something."""
        return frozenset(map(_stem, self.claim.content.text.split())) - {_NO_STEM}

    @property
    def says_enough(self) -> bool:
        """Whether these words come again by more than chance."""
        return len(self.words) >= _WORDS

    def repeats(self, other: _Telling) -> bool:
        """Whether most words of this stand in another."""
        mine, others = len(self.words), len(other.words)
        return len(self.words & other.words) >= _ALIKE * max(mine, min(others, 2 * mine))


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    """A word without marks and without the article, so that tellings of different wording meet; none for a short one."""
    view = fold_word(word.strip(".,:;!?()[]\"'«»“”،؛؟")).lower()
    view = view[2:] if view.startswith("ال") and len(view) > 4 else view
    return view if len(view) > _SHORT else _NO_STEM


_SHORT = 2  # letters of a word that says little
_NO_STEM = ""
