"""The period a count is of: since when, as of when, and which time its own words name beside it.

Two counts of one sentence often stand for two periods ("120 killed since January, against 80 in the same period of last year"):
the time right behind the people of a number is that number's alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from khabar.languages.drafts import Offsets
from khabar.record import Claim, Figure, Time
from khabar.record.vocabulary import STRUCK


class Period(NamedTuple):
    """Since when and as of when something is counted: values of times, None where no words say so."""

    since: str | None = None
    as_of: str | None = None


def period_of(
    figure: Figure,
    frames: tuple[Offsets | None, Offsets | None],
    claim: Claim | None,
    times: Sequence[Time],
    said: frozenset[int] = frozenset(),
) -> Period:
    """The period of a count.  `frames`: where the words behind "since" and "until" stand; `times`: those of its sentence;
    `said`: where those begin that are the days of claims.
    """
    since, until = (_value_at(span, times) for span in frames)
    own = own_time(figure, times)
    if own is not None and own.value is not None and since is not None and ends_before(own.value, since):
        first, slash, last = own.value.partition("/")
        return Period(first, last) if slash else Period(None, _as_of(figure, until, claim, times, running=False))
    if since is not None and _is_of_an_earlier_year(figure, since, times):
        since = None
    free = times if claim is not None else [t for t in times if t.start not in said]
    return Period(since, _as_of(figure, until, claim, free, running=frames[0] is not None))


def own_time(figure: Figure, times: Sequence[Time]) -> Time | None:
    """The time right behind the counted people, a preposition apart at most (40 others last month, 30 cases in April)."""
    end = max(figure.end, figure.of.end if figure.of else 0)
    return next((time for time in times if 0 <= time.start - end <= _PREPOSITION), None)


def ends_before(one: str, other: str) -> bool:
    """Whether a time lies wholly before another begins; False where a week or a season leaves that open."""
    last, first = one.rpartition("/")[-1], other.partition("/")[0]
    return last < first and not first.startswith(last) and not {*"WQS"} & {*last[:_MONTH], *first[:_MONTH]}


_PREPOSITION: Final = 6  # characters, its spaces among them
_MONTH: Final = 7  # characters of a year and a month


def _is_of_an_earlier_year(figure: Figure, since: str, times: Sequence[Time]) -> bool:
    """Whether a date not far behind the number sets it in an earlier year (6,500 in 2023)."""
    behind = (t for t in times if 0 <= t.start - figure.end <= _BEHIND)
    return any(t.value is not None and len(t.value) == _YEAR and t.value < since[:_YEAR] for t in behind)


_BEHIND, _YEAR = 40, 4  # characters


def _as_of(
    figure: Figure, until: str | None, claim: Claim | None, times: Sequence[Time], *, running: bool
) -> str | None:
    """Until when it is counted: "until" says so; else the day its claim was made; of a toll the day it stood at.

    `running`: whether it is counted since something.
    """
    if until is not None:
        return until
    dated = [t for t in times if t.value is not None and "/" not in t.value and t.kind != "range"]
    # Of the struck a day beside the number is the day of the blow, and the count may be a later one.
    if dated and figure.measure not in STRUCK and (own := _day_behind(figure, dated)):
        return own
    if claim is not None:
        return claim.time
    if figure.count_kind != "total" or running or not dated:
        return None
    behind = own_time(figure, dated)
    near = [t for t in dated if 0 <= figure.start - t.end <= _NEAR]
    return behind.value if behind else near[0].value if near else None


_NEAR: Final = 60  # characters


def _day_behind(figure: Figure, dated: Sequence[Time]) -> str | None:
    """The day right behind the counted people: of two counts in one statement each keeps its own (… were held yesterday)."""
    end = max(figure.end, figure.of.end if figure.of else 0)
    return next((time.value for time in dated if 0 <= time.start - end <= 1), None)


def _value_at(span: Offsets | None, times: Sequence[Time]) -> str | None:
    if span is None:
        return None
    return next((t.value for t in times if t.start < span[1] and span[0] < t.end), None)
