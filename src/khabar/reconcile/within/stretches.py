"""The stretch of time that a number is counted over: "in the last 24 hours", "in thirty years".

Such a number is a toll of its own: a day's dead, or those of a war before this one.  It says nothing for or against the toll of
all, or that of another stretch.  Weeks and months are no such stretch: they are how long what is counted has lasted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from khabar.reconcile.words import listed
from khabar.record import Figure
from khabar.text.fold import fold

_TOKEN: Final = re.compile(r"[^\W_]+")
_SENTENCE_END: Final = re.compile(r"[.!?؟؛\n]")
_AHEAD: Final = 130
_BEHIND: Final = 70
"""Characters before and behind a number in which its stretch may stand."""
_BETWEEN: Final = 3
"""Words between the preposition and the unit: "in the last 24 hours"."""
_YEAR: Final = re.compile(r"\d{4}")


def stretch_of(figure: Figure, figures: Iterable[Figure], text: str) -> str | None:
    """The words for the stretch that a figure is counted over, folded; None where its clause names none.

    `figures` are those of the report: what stands before another number is that one's.
    """
    before = [other.end for other in figures if other.end <= figure.start]
    start = max([figure.start - _AHEAD, 0, *before])
    ahead = _SENTENCE_END.split(text[start : figure.start])[-1]
    behind = _SENTENCE_END.split(text[figure.end : figure.end + _BEHIND])[0]
    for words in (_clause(behind, last=False), _clause(ahead, last=True)):
        if found := _stretch_in(words):
            return found
    return None


def _clause(text: str, *, last: bool) -> list[str]:
    """The words of a stretch of text up to, or from, a word that turns to another matter ("while")."""
    words: list[str] = _TOKEN.findall(fold(text).text.lower())
    turns = [at for at, word in enumerate(words) if word in listed("turn")]
    if not turns:
        return words
    return words[turns[-1] + 1 :] if last else words[: turns[0]]


def _stretch_in(words: Sequence[str]) -> str | None:
    for at, word in enumerate(words):
        loose = word in listed("within")
        if not loose and word not in listed("in"):
            continue
        # "in thirty years", but "in an early hour" is a time of day
        for end in range(at + (1 if loose else 2), min(at + 2 + _BETWEEN, len(words))):
            if words[end] in listed("before"):
                break
            if _is_unit(words[end], loose=loose) and not (end + 1 < len(words) and _YEAR.fullmatch(words[end + 1])):
                return " ".join(words[at : end + 1])
    return None


def _is_unit(word: str, *, loose: bool) -> bool:
    """Whether a word is a unit of time; behind a mere "in" only one that cannot begin a date ("in days", not "on the day")."""
    return word in listed("units") or (loose and word in listed("unit"))
