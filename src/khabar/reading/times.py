"""Times of a report: the drafts of all sentences, put on the calendar in text order.

The second of two passes: a draft says what the words say; here it meets the report's anchor, the time told before
it and the year told in its sentence.  Words inside an embedded post count from the post's own day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from khabar.languages.calendar import Calendar, Placed, Stand, Step, TimeDraft, Weekday, day_of, kind_of, resolve
from khabar.languages.calendar_parts import Daytime, Edge
from khabar.reading.anchor import Anchor
from khabar.reading.ids import Ids
from khabar.reading.mentions import Mentions
from khabar.record import Time
from khabar.text.page import Page

Offsets = tuple[int, int]
_EVE = 2  # days before the report on which its sentences may have been written
_SCENE = 7  # days from the report's date within which a day told is where hours belong


@dataclass(slots=True)
class _Told:
    """What the reader remembers on the way: the value told last, the day told last; of this sentence the year, and the weekday just
    past on which somebody spoke, and where it stands.
    """

    before: str | None = None
    scene: date | None = None
    year: int | None = None
    said: tuple[date, int] | None = None

    def begin(self) -> None:
        """A sentence begins."""
        self.year = self.said = None


def read_times(page: Page, sentences: Sequence[Mentions], anchor: Anchor, outlet: str | None = None) -> list[Time]:
    """The times of a report in text order, each with its value or what it lacks, and how the value was found.

    `outlet`: who publishes the report; a word of that name is no time ("Shores Today").
    """
    ids, told, found = Ids("t"), _Told(), []
    posts = _post_days(page, sentences)
    own = _named(page.text, outlet)
    for sentence in sentences:
        told.begin()
        for draft in sentence.times:
            if any(start <= draft.span[0] and draft.span[1] <= end for start, end in own):
                continue
            today = next((day for (start, end), day in posts if start <= draft.span[0] < end), anchor.deictic)
            near = told.scene and today and abs((today - told.scene).days) <= _SCENE
            scene = told.scene if near and not _stands_alone(page, sentence, draft) else None
            if told.said is not None and _is_last_night(draft) and today == anchor.deictic:
                spoke, ends = told.said
                today = spoke if _is_told(sentence, ends, draft.span[0]) else today
            stand = Stand(today, told.before, scene, told.year, draft.outlook == "future", anchor.year)
            placed = resolve(draft, stand)
            found.append(_time(page, draft, placed, ids))
            _remember(told, draft, placed, anchor.deictic)
    return found


def _named(text: str, outlet: str | None) -> list[Offsets]:
    """Where a text names its outlet, if the name is more than the one word."""
    if not outlet or " " not in outlet.strip():
        return []
    return [match.span() for match in re.finditer(re.escape(outlet.strip()), text)]


def _stands_alone(page: Page, sentence: Mentions, draft: TimeDraft) -> bool:
    """A time that is all of its line, as under an agency's report: it is the report's own, not the scene's."""
    start, end = page.span(sentence.sentence.first, sentence.sentence.last)
    return not page.text[start : draft.span[0]].strip() and not page.text[draft.span[1] : end].strip()


def _is_last_night(draft: TimeDraft) -> bool:
    return isinstance(draft.when, Daytime) and draft.when.part == "NI" and draft.when.day == Step("day", -1)


def _is_told(sentence: Mentions, first: int, end: int) -> bool:
    """Whether what stands at `end` is told by words at `first` (said on Sunday | that), or after a colon."""
    between = (unit for unit in sentence.sentence.units if first <= unit.start < end)
    return any(not unit.signature.isdisjoint(_TELLS) for unit in between)


_TELLS = frozenset(("comp", "colon"))


def _remember(told: _Told, draft: TimeDraft, placed: Placed, today: date | None) -> None:
    if placed.value is None:
        return
    day = day_of(placed.value)
    if isinstance(draft.when, Weekday) and draft.when.turn is None and day and today and 0 < (today - day).days <= _EVE:
        told.said = day, draft.span[1]  # an agency's "on Sunday", printed on Monday: "last night" is that before Sunday
    told.before = placed.value
    told.scene = day_of(placed.value) or told.scene
    written = draft.when.whole if isinstance(draft.when, Edge) else draft.when
    if isinstance(written, Calendar) and written.year is not None and written.day is None:
        told.year = written.year


def _time(page: Page, draft: TimeDraft, placed: Placed, ids: Ids) -> Time:
    start, end = draft.span
    value = placed.value
    return Time(
        id=ids.next(start, end),
        start=start,
        end=end,
        text=page.source[start:end],
        value=value,
        needs=placed.needs,
        mod=draft.mod,
        kind=kind_of(value),
        zone="UTC" if value and "T" in value and value.endswith("Z") else None,
        basis="; ".join((placed.basis, *placed.flags)),
        rule=draft.rule,
    )


def _post_days(page: Page, sentences: Sequence[Mentions]) -> list[tuple[Offsets, date]]:
    """The source offsets of each embedded post whose date line could be read, with its day."""
    found = []
    for post in page.posts:
        if post.date is None:
            continue
        for draft in (d for s in sentences for d in s.times):
            day = day_of(resolve(draft, Stand()).value)
            if day and post.date[0] <= draft.span[0] < post.date[1]:
                span = page.tokens[post.first].start, page.tokens[post.last - 1].end
                found.append((span, day))
                break
    return found
