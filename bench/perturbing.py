"""Copies of real reports as the load of a large case: another crisis in another time, with other people in it.

A case of 100,000 reports is no report copied 100,000 times.  It is many crises over years, each of which is told by some thousands
of reports in the days in which it happens: what meets in a comparison is what lies near.  So the reports are taken round by
round.  In each round all days lie `apart` days later (by default so many that two rounds hardly overlap), and every person has
another family name, the same in all reports of the round, made letter by letter so that all offsets of the record stay true.
States, ministries, agencies, towns, kinds of events and numbers of victims come again in every round, as they do in the news.

What is kinder than life: the towns are those of a thousand reports and not of a hundred thousand.  What is harsher: the same
dozen ministries speak in every round, and the same numbers come again.  With `apart` of 11 all rounds lie in the same two years:
one war told by fifteen times as many outlets, with fifteen times as many events a day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any, Final

APART: Final = 640
"""Days between two rounds: the reports of one round lie within a summer and, eight years later, twenty months."""
_DAY: Final = re.compile(r"(?<![\d-])((?:19|20)\d{2})-(\d{2})(?:-(\d{2}))?(?![\d-])")
_LETTERS: Final = "بتجحخدرزسشصطعفقكلمن"
_ARTICLE: Final = "ال"
_SHORTEST: Final = 4


def later(told: str, days: int) -> str:
    """A text with all its days (YYYY-MM-DD) and months (YYYY-MM) so many days later."""
    shift = dt.timedelta(days)

    def moved(found: re.Match[str]) -> str:
        year, month, day = found.groups()
        try:
            moved = dt.date(int(year), int(month), int(day or 15)) + shift
        except ValueError:
            return found[0]
        return f"{moved:%Y-%m-%d}" if day else f"{moved:%Y-%m}"

    return _DAY.sub(moved, told) if days else told


def family_names(actors: Iterable[Any]) -> frozenset[str]:
    """The last words of the names of persons (actors of a record) that have two parts or more."""
    names = (actor.name.split() for actor in actors if actor.kind == "person")
    return frozenset(
        parts[-1] for parts in names if len(parts) > 1 and len(parts[-1]) >= _SHORTEST and not parts[-1].isascii()
    )


def renamed(told: str, names: frozenset[str], number: int) -> str:
    """A text in which each of some family names is another one of the same length, of round `number`."""
    if not names or not number:
        return told
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b")
    return pattern.sub(lambda found: _other(found[0], number), told)


def _other(name: str, number: int) -> str:
    """Each letter some places further in the alphabet, others at each place of the word and in each round."""
    start = len(_ARTICLE) if name.startswith(_ARTICLE) else 0
    turned = (
        _LETTERS[(_LETTERS.index(letter) + number * (7 + at)) % len(_LETTERS)] if letter in _LETTERS else letter
        for at, letter in enumerate(name[start:])
    )
    return name[:start] + "".join(turned)


def rounds(distinct: int) -> Iterator[tuple[int, int, int]]:
    """Of each copy without end: its number, which of the distinct reports it is, and its round."""
    return ((number, number % distinct, number // distinct) for number in count())
