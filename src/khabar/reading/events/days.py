"""When: the day of an event, from the nearest words that name one.

A day that stands in other words than the event's own is its day only where reports set their news: a recent day of a dated
report.  Months, years, and days long past are of what a report tells as background, and stay with the event of their clause.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from operator import attrgetter

from khabar.languages.drafts import EventDraft, Offsets
from khabar.reading.events.settings import Told, distance
from khabar.record import Claim, Time

_YEAR = 4  # letters of a bare year
_BESIDE = 4  # characters: a space and "on"
_RECENT = 45  # days


class Days:
    """The days of one report; `today`: the day it is told on, None when unknown."""

    def __init__(self, times: Sequence[Time], claims: Sequence[Claim], text: str, today: date | None) -> None:
        said = sorted(c.cue.end for c in claims if c.cue)
        times = _without_sayings(sorted(times, key=_start), claims, text)
        self._times = [t for t in times if t.value is not None and not t.value.startswith("XXXX")]
        told = [t for t in self._times if not _dates_a_saying(t, said) and len(t.value or "") > _YEAR]
        self._days = [t for t in told if _is_news(t.value or "", today)]
        self._near = [t for t in told if "/" not in (t.value or "") or _is_news(t.value or "", today)]
        self._today = today
        self.scene: Time | None = None

    def own(self, draft: EventDraft) -> Time | None:
        """The day that the event's own clause names, or so many days before the one it names; a decade (the first since the 1950s)
        is none.
        """
        if draft.days_before is not None:
            return self._counted_back(draft, draft.days_before)
        times = (t for start, end in draft.when for t in self._times if start <= t.start < end)
        return next((t for t in times if not (t.value or "").endswith("X")), None)

    def of_all(self, drafts: Sequence[EventDraft]) -> dict[Offsets, Time | None]:
        """The days that the clauses of drafts name, by their triggers.  A day before a list of acts is that of all of them (from
        Monday on a curfew and the banning of marches).
        """
        days = {draft.trigger: self.own(draft) for draft in drafts}
        for draft in drafts:
            if draft.follows is not None and days[draft.trigger] is None:
                first = days.get(draft.follows)
                days[draft.trigger] = first if first is not None and first.start < draft.follows[0] else None
        return days

    def _counted_back(self, draft: EventDraft, days: int) -> Time | None:
        """The day so many days before the last one its sentence names in front of the event, or before the report's own."""
        before = [t for t in self._near if draft.sentence[0] <= t.start < draft.trigger[0]]
        end = _day(before[-1].value or "") if before else self._today
        if end is None:
            return None
        return Time("", *draft.trigger, "", (end - timedelta(days)).isoformat())

    def learn(self, told: Sequence[Told], lead: int) -> None:
        """Settle the day of the main scene: the first that a telling of the lead names; `lead`: where the lead ends."""
        # A day that is only counted back from another (a day after clashes) is of that event alone.
        dated = [t.date for t in told if t.date is not None and t.date.id]
        named = [t for t in dated if _is_news(_first_day(t.value or ""), self._today)]
        self.scene = next((t for t in (*named, *self._days) if t.start <= lead), None)

    def is_to_come(self, time: Time) -> bool:
        """Whether a day lies behind that of the report: in force until the 19th, what is reported did not happen on it."""
        value = time.value or ""
        return self._today is not None and value[_MONTH : _MONTH + 1] == "-" and value > f"{self._today}T~"

    def in_sentence(self, event: Told) -> Time | None:
        """The nearest day or month of its sentence; the day something was said, a year or a long time date something else."""
        return _nearest(event, event.sentence, self._near)

    def in_paragraph(self, event: Told) -> Time | None:
        """The nearest day of its paragraph where reports set their news."""
        return _nearest(event, event.paragraph, self._days)


def _nearest(event: Told, span: Offsets, times: Sequence[Time]) -> Time | None:
    inside = [t for t in times if span[0] <= t.start < span[1]]
    return min(inside, key=lambda t: distance(event.draft.trigger, (t.start, t.end)), default=None)


def _first_day(value: str) -> str:
    """The first day of a month; any other value as it is."""
    return value + "-01" if len(value) == _MONTH and value[-2:].isdigit() else value


def _is_news(value: str, today: date | None) -> bool:
    """Whether a time is a day, a few days or a week, not long before the day of the report."""
    if today is None or len(value) <= _MONTH:
        return False
    start, _, end = value.partition("/")
    first = _day(start)
    last = _day(end) if end else first
    if first is None or last is None or (last - first).days > _FEW:
        return False
    return 0 <= (today - last).days <= _RECENT


_FEW = 7  # days
_MONTH = 7  # letters of a month
_WEEKEND = "-WE"


def _day(value: str) -> date | None:
    """The day of a date, with its hour or without, the first of a week or a weekend; None of months and years."""
    day = value.partition("T")[0]
    try:
        return date.fromisoformat(day.replace(_WEEKEND, "-6")) if len(day) > _MONTH else None
    except ValueError:
        return None


def in_days(value: str) -> str:
    """A weekend as its two days, which other dates can be compared with; any other value as it is."""
    saturday = _day(value) if value.endswith(_WEEKEND) else None
    return f"{saturday}/{saturday + timedelta(1)}" if saturday else value


def _without_sayings(times: Sequence[Time], claims: Sequence[Claim], text: str) -> list[Time]:
    """The times that do not stand in the words for who said it, behind what was said (…, officials told the agency on Saturday)."""
    ends = [c.cue.end for c in claims if c.cue is not None and c.content.end <= c.cue.start]
    if not ends:
        return list(times)
    said = set[int]()
    for end in ends:
        close = _CLAUSE_END.search(text, end)
        first, last = (bisect_left(times, at, key=_start) for at in (end, close.start() if close else len(text)))
        said.update(range(first, last))
    return [time for k, time in enumerate(times) if k not in said] if said else list(times)


_start = attrgetter("start")


_CLAUSE_END = re.compile("[.,;\\n\N{ARABIC COMMA}\N{ARABIC SEMICOLON}]")


def _dates_a_saying(time: Time, said: Sequence[int]) -> bool:
    """Whether a time stands right behind a cue, but for a preposition (said on Friday).  `said`: sorted ends of cues."""
    before = bisect_right(said, time.start)
    return before > 0 and time.start - said[before - 1] <= _BESIDE


def same_day(a: Time | None, b: Time | None) -> bool:
    """Whether two dates may be one: unknown, equal, or one the longer wording of the other."""
    if a is None or b is None or a.value is None or b.value is None:
        return True
    x, y = a.value.partition("T")[0], b.value.partition("T")[0]
    return x.startswith(y) or y.startswith(x) or _shares(x, y) or _shares(y, x)


def _shares(x: str, y: str) -> bool:
    """Whether a range holds a day."""
    start, slash, end = x.partition("/")
    return bool(slash) and start <= y <= end


def is_later(value: str, today: str) -> bool:
    """Whether a day, a month or a year lies wholly behind today."""
    day = value.partition("T")[0]
    return day.replace("-", "").isdigit() and day > today[: len(day)]
