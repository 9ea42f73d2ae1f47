"""The anchor: the day from which a report's "today" counts, and how it is known.

A date that was given or stands in the metadata wins.  But one report in ten was filed the day before its metadata
say, so an explicit "today, Friday" that contradicts it by one or two days moves the day that such words count
from, and the contradiction is flagged.  Without a date the report itself is asked, in this order: the date line of
an embedded post, a date line of the report, a full date written beside "today", a weekday with its day and month
and a year told elsewhere.  What the words "today, Friday" say about the weekday must agree, or the candidate is
moved to it or dropped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec
from msgspec.structs import replace

from khabar.languages.calendar import Calendar, Stand, Step, TimeDraft, When, day_of, resolve
from khabar.languages.calendar_parts import Checked, Clock, Dated, Daytime, Edge
from khabar.languages.hijri import BothCalendars, HijriDate
from khabar.reading.mentions import Mentions
from khabar.record.vocabulary import PublishedBasis
from khabar.text.page import Page

_NEAR = 2  # days by which metadata may be off
_POST_AGE = 6  # days a post may be older than the report that shows it
_DATELINE = 60  # characters of place and agency before the date of a dateline
_DASH = re.compile(r"[\s)]*(?:\([^()\n]{1,30}\)|[^\W\d]{2,20})?\s*[-–—:|]\s|\s*/[^/\n]{1,20}/")
_LABEL = re.compile(r"[^\d:\n]{3,25}:\s*$")  # words of a page before its date (published on: …)
_DASHES = ("-", "\N{EN DASH}", "\N{EM DASH}")
_ALONE = 30  # further characters of a line that is a date
_HEAD, _FOOT = 200, 120  # characters from either end in which a full date is a date line


class Anchor(msgspec.Struct, frozen=True):
    """When the report was published and the day its deictic words count from.

    `published`: ISO date, with time and zone where they were given; `deictic` differs from it only where the report's
    own words contradict it; `year`: known when no day is (the report says "since the beginning of 2022").
    """

    published: str | None = None
    basis: PublishedBasis = "unknown"
    deictic: date | None = None
    year: int | None = None
    flags: tuple[str, ...] = ()
    confidence: float = 0.0


def find_anchor(
    page: Page, sentences: Sequence[Mentions], published: str | None = None, published_from: str | None = None
) -> Anchor:
    """The anchor of a report.  `published`: an ISO date that was given or stands in the metadata, None when unknown."""
    drafts = [draft for sentence in sentences for draft in sentence.times]
    weekdays = _weekdays_of_today(_outside_posts(page, drafts))
    if published is not None:
        basis: PublishedBasis = "metadata" if published_from == "metadata" else "given"
        anchor = _checked(published, basis, weekdays)
    else:
        anchor = _inferred(page, drafts, weekdays)
    return replace(anchor, flags=(*anchor.flags, *_contradictions(drafts, anchor)))


def _contradictions(drafts: Sequence[TimeDraft], anchor: Anchor) -> list[str]:
    """What dates of the report contradict in themselves: a weekday, the other name of a month, the Hijri twin."""
    stand = Stand(today=anchor.deictic)
    found = {flag for draft in drafts for flag in resolve(draft, stand).flags}
    return sorted(found - set(anchor.flags))


def _checked(published: str, basis: PublishedBasis, weekdays: Counter[int]) -> Anchor:
    """A date that was given, against what the report calls today."""
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return Anchor(None, "unknown", None, None, ("published_unreadable",))
    if not weekdays or weekdays[day.isoweekday()]:
        flags = ("deictic_weekdays_disagree",) if len(weekdays) > 1 else ()
        return Anchor(published, basis, day, None, flags, 0.98 if weekdays else 0.9)
    meant = weekdays.most_common(1)[0][0]
    for delta in (-1, 1, -2, 2):
        moved = day + timedelta(delta)
        if moved.isoweekday() == meant and abs(delta) <= _NEAR:
            return Anchor(published, basis, moved, None, ("published_weekday_conflict",), 0.7)
    return Anchor(published, basis, day, None, ("published_weekday_conflict",), 0.4)


# ---------------------------------------------------------------- without a date


def _inferred(page: Page, drafts: Sequence[TimeDraft], weekdays: Counter[int]) -> Anchor:
    said = weekdays.most_common(1)[0][0] if weekdays else None
    for basis, days, age in (
        ("post", _post_days(page, drafts), _POST_AGE),
        ("dateline", _date_lines(page, drafts), 1),
        ("dateline", _days_beside_today(drafts), 0),
        ("weekday", _partial_days(drafts), 1),
    ):
        for day in sorted(days, reverse=True):
            found = _agreeing(day, said, age)
            if found is not None:
                confidence = {"post": 0.8, "dateline": 0.85, "weekday": 0.6}[basis] - (0.2 if said is None else 0.0)
                return Anchor(found.isoformat(), _basis(basis), found, None, _disagreement(weekdays), confidence)
    return Anchor(None, "unknown", None, _current_year(drafts), _disagreement(weekdays))


def _basis(name: str) -> PublishedBasis:
    return "post" if name == "post" else "dateline" if name == "dateline" else "weekday"


def _disagreement(weekdays: Counter[int]) -> tuple[str, ...]:
    return ("deictic_weekdays_disagree",) if len(weekdays) > 1 else ()


def _agreeing(day: date, weekday: int | None, age: int) -> date | None:
    """The first day from `day` on, at most `age` days later, on which the report can have said that weekday."""
    if weekday is None:
        return day
    return next((d for n in range(age + 1) if (d := day + timedelta(n)).isoweekday() == weekday), None)


def _outside_posts(page: Page, drafts: Sequence[TimeDraft]) -> list[TimeDraft]:
    """The report's own expressions: a post counts from its own day."""
    posts = [(page.tokens[p.first].start, page.tokens[p.last - 1].end) for p in page.posts]
    return [d for d in drafts if not any(start <= d.span[0] < end for start, end in posts)]


def _weekdays_of_today(drafts: Sequence[TimeDraft]) -> Counter[int]:
    """Which weekday "today" is, by each "today, Friday", "yesterday, Thursday" of the report."""
    votes: Counter[int] = Counter()
    for draft in drafts:
        for when in _parts(draft.when):
            if isinstance(when, Checked) and isinstance(when.day, Step) and when.day.grain == "day":
                votes[(when.weekday - when.day.count - 1) % 7 + 1] += 1
    return votes


def _parts(when: When | None) -> list[When]:
    """An expression and the days within it, from the outside in."""
    found: list[When] = []
    while when is not None:
        found.append(when)
        if isinstance(when, _OF_A_DAY):
            when = when.day
        elif isinstance(when, Edge):
            when = when.whole
        else:
            when = when.gregorian if isinstance(when, BothCalendars) else None
    return found


_OF_A_DAY = (Daytime, Clock, Checked, Dated)


def _full_day(draft: TimeDraft) -> date | None:
    """The day a draft writes in full."""
    for when in _parts(draft.when):
        if isinstance(when, Calendar) and when.year and when.month and when.day:
            return _date(when.year, when.month, when.day)
        if isinstance(when, HijriDate) and when.year and when.month and when.day:
            try:
                return day_of(when.in_year(when.year))
            except (ValueError, OverflowError):
                return None
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _post_days(page: Page, drafts: Sequence[TimeDraft]) -> set[date]:
    """The days in the date lines of embedded posts."""
    lines = [post.date for post in page.posts if post.date]
    near = [d for d in drafts if any(start <= d.span[0] < end for start, end in lines)]
    return {day for draft in near if (day := _full_day(draft))}


def _date_lines(page: Page, drafts: Sequence[TimeDraft]) -> set[date]:
    """Full dates in a line of their own, or that open or close the report and call the day by both calendars."""
    found = set()
    for draft in drafts:
        start, end = draft.span
        edge = start < _HEAD or end > len(page.text) - _FOOT
        told = isinstance(draft.when, BothCalendars) or is_date_line(page.text, start, end)
        if edge and told and (day := _full_day(draft)):
            found.add(day)
    return found


def is_date_line(text: str, start: int, end: int) -> bool:
    """Whether a date stands all but alone in its line, or in an agency's dateline: place, date and agency before the dash, bar or
    second slash that opens the report; or behind the label a page gives it.
    """
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    if len(text[first : last if last >= 0 else len(text)].strip()) <= (end - start) + _ALONE:
        return True
    before = text[first:start]
    if before.endswith(_DASHES):
        return False  # set off by dashes within its sentence
    return _LABEL.match(before) is not None or (len(before) <= _DATELINE and _DASH.match(text, end) is not None)


def _days_beside_today(drafts: Sequence[TimeDraft]) -> set[date]:
    """The days that full dates beside "today" and "yesterday" make of today ("today, 7 January 2022")."""
    dated = [(w, draft) for draft in drafts for w in _parts(draft.when) if isinstance(w, Dated)]
    return {day - timedelta(when.count) for when, draft in dated if (day := _full_day(draft))}


def _partial_days(drafts: Sequence[TimeDraft]) -> set[date]:
    """Weekday, day and month without a year, in the last year the report tells in which the three agree."""
    years = sorted(
        {y for d in drafts for w in _parts(d.when) if isinstance(w, Calendar) and (y := w.year)}, reverse=True
    )
    found = set()
    for draft in drafts:
        for when in _parts(draft.when):
            if not (isinstance(when, Checked) and isinstance(when.day, Calendar) and when.day.year is None):
                continue
            for year in [y + ahead for y in years[:1] for ahead in (0, 1)]:
                day = _date(year, when.day.month or 0, when.day.day or 0)
                if day and day.isoweekday() == when.weekday:
                    found.add(day)
    return found


def _current_year(drafts: Sequence[TimeDraft]) -> int | None:
    """The year of the report when it tells what happened since the beginning of a year."""
    years = [
        w.whole.year
        for d in drafts
        for w in _parts(d.when)
        if isinstance(w, Edge) and w.side == "start" and isinstance(w.whole, Calendar) and w.whole.year and d.since
    ]
    return max(years, default=None)
