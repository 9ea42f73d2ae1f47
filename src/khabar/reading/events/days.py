"""When: the day of an event, from the nearest words that name one.

A day that stands in other words than the event's own is its day only where reports set their news: a recent day of a dated
report.  Months, years, and days long past are of what a report tells as background, and stay with the event of their clause.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property

from khabar.languages.calendar import MISSING_YEAR
from khabar.languages.drafts import EventDraft, Offsets
from khabar.reading.anchor import is_date_line
from khabar.reading.contents import Contents
from khabar.reading.events.dates import MONTH, day_of, is_ending_week, is_later, is_news, is_recent, same_day
from khabar.reading.events.distances import distance
from khabar.reading.events.lookups import once
from khabar.reading.events.sayings import Sayings, start_of, without_sayings
from khabar.reading.events.settings import Told
from khabar.record import Time
from khabar.record.vocabulary import HARM, EventType

_YEAR = 4  # letters of a bare year
_IN_YEARS = 365  # days from which a distance is told in years
_LONG = 45  # days
_ONLY_SPOKEN_OF = ("called_for", "possible", "threatened", "refused")


class Days:
    """The days of one report; `today`: the day it is told on, None when unknown."""

    def __init__(self, times: Sequence[Time], contents: Contents, text: str, today: date | None) -> None:
        self._sayings = Sayings(contents.claims)
        times = without_sayings(sorted(times, key=start_of), contents.claims, text)
        self._named = [t for t in times if t.value is not None]  # be it without a year, in a report without a date
        self._times = [t for t in self._named if not (t.value or "").startswith(MISSING_YEAR)]
        told = [t for t in self._times if len(t.value or "") > _YEAR and not self._sayings.date(t)]
        told = [t for t in told if not (any(map(str.isdigit, t.text)) and is_date_line(text, t.start, t.end))]
        told = [t for t in told if not is_ending_week(t.value or "", today)]
        self._text, self._contents = text, contents
        self._days = [t for t in told if is_news(t.value or "", today)]
        self._near = [t for t in told if "/" not in (t.value or "") or is_recent(t.value or "", today)]
        self._today = today
        self._since = {t.id for t in told if _is_since(text, t) and self.is_past(t)}
        self.scene: Time | None = None
        self._lead = 0
        self._types: set[EventType] = set()
        self._aside: set[str] = set()
        self._owned: set[str] = set()
        self._met: set[str] = set()  # the days of talks and visits alone
        self._lent: dict[Offsets, Time | None] = {}
        self._told: dict[int, Time | None] = {}
        self._set: dict[int, Time | None] = {}

    def own(self, draft: EventDraft) -> Time | None:
        """The day that the event's own clause names, or so many days before the one it names; a decade (the first since the 1950s)
        is none.
        """
        if draft.days_before is not None:
            return self._counted_back(draft, draft.days_before, rough=draft.roughly)
        times = (t for start, end in draft.when for t in self._named if start <= t.start < end)
        if not _is_done_by_words(draft):
            times = (t for t in times if t.start > draft.trigger[0] or not self._sayings.date(t))
        times = (t for t in times if not is_ending_week(t.value or "", self._today))
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

    def unless_of_demand(self, draft: EventDraft, day: Time | None) -> Time | None:
        """A day, unless it stands before what is asked for, feared or refused: it is that of the demand."""
        if day is None or draft.status not in _ONLY_SPOKEN_OF or day.start > draft.trigger[0]:
            return day
        return day if "/" in (day.value or "") or self.is_to_come(day) else None

    def _counted_back(self, draft: EventDraft, days: int, *, rough: bool) -> Time | None:
        """The day so many days before the last one its sentence names in front of the event, or before the report's own; of weeks,
        months and years no more than the month or year.
        """
        before = [t for t in self._near if draft.sentence[0] <= t.start < draft.trigger[0]]
        end = day_of(before[-1].value or "") if before else self._today
        if end is None:
            return None
        value = (end - timedelta(days)).isoformat()
        told = (_YEAR if days >= _IN_YEARS else MONTH) if rough else len(value)
        return Time("", *draft.trigger, "", value[:told])

    def learn(self, told: Sequence[Told], lead: int) -> None:
        """Settle the day of the main scene: the first that a telling of the lead names; `lead`: where the lead ends."""
        # A day that is only counted back from another (a day after clashes) is of that event alone.
        dated = [(t.draft, t.date) for t in told if t.date is not None and t.date.id]
        told_on = {day.id for draft, day in dated if not _looks_back(draft, day)}
        self._owned = {day.id for _, day in dated}
        self._aside = self._owned - told_on
        self._met = self._owned - {day.id for draft, day in dated if draft.type != "CONSULT"}
        news = [day for _, day in dated if day.id in told_on and is_news(day.value or "", self._today)]
        told_too = [t for t in self._days if t.id not in self._since and not self._contents.holding(t.start, t.end)]
        self.scene = next((t for t in (*news, *told_too) if t.start <= lead and t.id not in self._aside), None)
        self.scene = self.scene or self._told_today(news, lead)
        if self.scene is None:
            return
        # What stands up to the end of the paragraph that names the day.
        self._lead = max(self._text.find("\n", self.scene.end), 0) or len(self._text)
        self._types = {t.draft.type for t in told if self._is_of_scene(t.date or self.in_sentence(t))}

    def _told_today(self, news: Sequence[Time], lead: int) -> Time | None:
        """The day of the report, where its lead says that it was told today (the correspondent said today that), and all, or nearly
        all, that it tells with a day happened on it: what it tells without one did too.
        """
        said = (t for t in self._named if t.start <= lead and self._sayings.date(t))
        today = next((t for t in said if self._today is not None and day_of(t.value or "") == self._today), None)
        own = [same_day(day, today) for day in news]
        return today if len(own) >= _SEVERAL and own.count(False) * _NEARLY_ALL <= len(own) else None

    def _is_of_scene(self, time: Time | None) -> bool:
        return time is not None and same_day(time, self.scene)

    def is_past(self, time: Time) -> bool:
        """Whether a time begins days before the report: what is counted since it, or goes on since it, happened on no day of it."""
        first = day_of((time.value or "").partition("/")[0])
        return self._today is None or first is None or (self._today - first).days > _FRESH

    def is_old(self, time: Time) -> bool:
        """Whether a day, a month or a year lies long before the day of the report."""
        if self._today is None:
            return False
        value = (time.value or "").partition("/")[0]
        long_ago = str(self._today - timedelta(_LONG))
        return value[:1].isdigit() and value < long_ago[: len(value)]

    def is_to_come(self, time: Time) -> bool:
        """Whether a day lies behind that of the report: in force until the 19th, what is reported did not happen on it."""
        return is_later(time.value or "", self._today)

    def in_sentence(self, event: Told) -> Time | None:
        """The nearest day or month of its sentence; the day something was said, a year or a long time date something else."""
        key = event.draft.trigger
        if key not in self._lent:
            self._lent[key] = self._find_in_sentence(event)
        return self._lent[key]

    def _find_in_sentence(self, event: Told) -> Time | None:
        draft = event.draft
        inside = _inside(draft.part or event.sentence, self._near)
        if not inside or draft.before or _is_in_force(draft) or (draft.definite and not draft.asserted):
            return None
        near = _nearest(event, self._of_one_voice(event, inside))
        if near is None or (draft.definite and near.id in self._owned) or (draft.type in HARM and near.id in self._met):
            return None
        return near

    def of_sentences(self, told: Sequence[Told]) -> Time | None:
        """The day that its sentence lends to the first of all tellings that has one; `told`: the same list each time."""
        return once(self._told, told, self.in_sentence)

    def lent_to_all(self, told: Sequence[Told]) -> Time | None:
        """The day of the main scene if it is lent to one of all tellings; `told`: the same list each time."""
        return once(self._set, told, self.of_scene)

    def in_paragraph(self, event: Told) -> Time | None:
        """The nearest day in front of it in its paragraph where reports set their news."""
        inside = _inside((event.paragraph[0], event.draft.trigger[0]), self._days)
        if not inside or not _may_borrow(event):
            return None
        lent = _nearest(event, self._of_one_voice(event, inside))
        return lent if lent is not None and not self._names_another(event, lent) else None

    def of_scene(self, event: Told) -> Time | None:
        """The day of the main scene, where the event is news of its kind, or the report itself brings it in, and its paragraph
        names no other day.
        """
        draft, scene = event.draft, self.scene
        if scene is None or draft.war or _holds(event.sentence, scene) or self._names_another(event, scene):
            return None
        told = draft.asserted and draft.type != "DISASTER" and not draft.before and self._is_of_today
        told = told and not self._contents.holding(*draft.trigger)
        if not told and not _may_borrow(event):
            return None
        leads = draft.trigger[0] <= self._lead
        if not (told or leads or draft.type in self._types) or self._turned_to_another(event, scene):
            return None
        return scene

    def _turned_to_another(self, event: Told, scene: Time) -> bool:
        """Whether the last act with a day of its own before an event lies days before the main scene: the report turned to it."""
        between = [t for t in _inside((scene.end, event.draft.trigger[0]), self._days) if t.id in self._owned]
        told = [t for t in between if t.id not in self._aside]
        last, news = day_of(told[-1].value or "") if told else None, day_of((scene.value or "").partition("/")[0])
        return last is not None and news is not None and (news - last).days > _FRESH

    @cached_property
    def _is_of_today(self) -> bool:
        """Whether the main scene is of the day of the report, or of the day before: what else it tells was done since."""
        day = day_of((self.scene.value or "").rpartition("/")[-1]) if self.scene else None
        return day is not None and self._today is not None and (self._today - day).days <= 1

    def _of_one_voice(self, event: Told, times: Sequence[Time]) -> list[Time]:
        """The times that the report tells as it tells the event, or that stand in the words of the same claim; not those of what
        its clauses only refer to.
        """
        claim = self._contents.innermost(*event.draft.trigger)
        since = () if event.draft.war or event.draft.counts else self._since  # so many were killed since
        times = [t for t in times if t.id not in self._aside and t.id not in since]
        return [t for t in times if self._contents.innermost(t.start, t.end) is claim]

    def _names_another(self, event: Told, day: Time) -> bool:
        """Whether what stands before an event in its paragraph, behind a day that may be lent to it, names another time, or its
        sentence another day, be it that of a saying.
        """
        before = _inside((max(event.paragraph[0], day.end), event.draft.trigger[0]), self._times)
        beside = [t for t in _inside(event.sentence, self._times) if day_of(t.value or "")]
        return not all(same_day(t, day) for t in (*before, *beside))


_SINCE = ("since", "\N{ARABIC LETTER MEEM}\N{ARABIC LETTER NOON}\N{ARABIC LETTER THAL}")
_SEVERAL, _NEARLY_ALL = 3, 4  # acts with a day of their own; one of so many may be of another day
_FRESH, _FEW_WORDS = 2, 6  # days; since | the begin of the operation in


def _is_since(text: str, time: Time) -> bool:
    """Whether "since" stands before a time, be it with what began then (120 killed since war broke out on the 7th of October)."""
    before = text[text.rfind("\n", 0, time.start) + 1 : time.start].rsplit(maxsplit=_FEW_WORDS)[-_FEW_WORDS:]
    return any(word in _SINCE for word in before)


def _may_borrow(event: Told) -> bool:
    """Whether an event is news: not known, not only referred to, but for what a headline tells."""
    draft = event.draft
    return not ((draft.background and not event.heads) or draft.war or draft.definite or _is_in_force(draft))


def _is_done_by_words(draft: EventDraft) -> bool:
    """Whether who announces it does it by that: a measure, a decision; the dead of an attack died before."""
    return draft.announced or draft.type in _BY_WORDS or draft.subtype in _LAID_DOWN


_BY_WORDS = ("OFFICE", "AGREE", "SANCTION", "RETREAT", "MOBILIZE")
_LAID_DOWN = ("curfew", "emergency", "ban", "expulsion")


def _is_in_force(draft: EventDraft) -> bool:
    """Whether a noun only mentions a measure, which was laid down before (the curfew is in force until)."""
    return draft.kind == "noun" and draft.subtype in _MEASURES and not draft.asserted


_MEASURES = ("curfew", "emergency")


def _holds(span: Offsets, time: Time) -> bool:
    return span[0] <= time.start < span[1]


def _looks_back(draft: EventDraft, day: Time) -> bool:
    """Whether a clause only refers to an event, or counts since it; a day in front of one whose victims it tells of is that of both
    (were killed on Sunday, after raids).
    """
    of_both = draft.fated and day.start < draft.trigger[0]
    return (draft.before and not of_both) or draft.since or draft.earlier


def _inside(span: Offsets, times: Sequence[Time]) -> Sequence[Time]:
    """Those of the times, in order, that begin in a stretch."""
    first = bisect_left(times, span[0], key=start_of)
    return times[first : bisect_left(times, span[1], first, key=start_of)]


def _nearest(event: Told, times: Sequence[Time]) -> Time | None:
    return min(times, key=lambda t: distance(event.draft.trigger, (t.start, t.end)), default=None)
