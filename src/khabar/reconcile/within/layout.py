"""Where the items of a report stand: in which sentence, in the headline or in the body, beside which dates."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from khabar.record import Report
from khabar.text.page import Page, ParagraphKind, page

_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-W(?P<week>\d\d)|-(?P<part>[QH])(?P<nth>\d)|-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-(?:SP|SU|FA|WI))?"
)


class Layout:
    """The cuts of a report's text; a report kept without its text has one sentence and no headline."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self.text = report.document.text or ""

    @cached_property
    def _page(self) -> Page:
        return page(self.text, self._report.document.language)

    @cached_property
    def _sentences(self) -> list[int]:
        """The offsets at which sentences begin."""
        return [self._page.tokens[first].start for first, _ in self._page.sentences]

    @cached_property
    def headline_end(self) -> int:
        """The offset at which the headline ends; 0 when there is none."""
        first = self._page.paragraphs[:1]
        if not first or first[0].kind != ParagraphKind.HEADLINE:
            return 0
        return self._page.tokens[first[0].last - 1].end

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds an offset."""
        return bisect_right(self._sentences, offset)

    def same_sentence(self, one: int, other: int) -> bool:
        """Whether two offsets lie in one sentence."""
        return self.sentence_at(one) == self.sentence_at(other)

    def in_headline(self, offset: int) -> bool:
        """Whether an offset lies in the headline."""
        return offset < self.headline_end

    @cached_property
    def _days(self) -> dict[int, tuple[int, int]]:
        """For each sentence with a date the stretch of days it names first in time."""
        found: dict[int, tuple[int, int]] = {}
        for time in self._report.times:
            if days := days_of(time.value):
                sentence = self.sentence_at(time.start)
                found[sentence] = min(days, found.get(sentence, days))
        return found

    def days_apart(self, one: int, other: int) -> int:
        """Days between what the sentences of two offsets speak of; one without a date speaks of the day of the report."""
        published = days_of(self._report.document.published)
        first, second = (self._days.get(self.sentence_at(offset), published) for offset in (one, other))
        if first is None or second is None:
            return 0
        return max(second[0] - first[1], first[0] - second[1], 0)


def days_of(value: str | None) -> tuple[int, int] | None:
    """The first and the last day of a date value on a rough calendar, all months of 31 days; None when no year is said."""
    begin, _, end = (value or "").partition("/")
    found = [days for part in (begin, end or begin) if (days := _days_of_one(part))]
    return (found[0][0], found[-1][1]) if found else None


def _days_of_one(value: str) -> tuple[int, int] | None:
    shown = _VALUE.match(value)
    if shown is None:
        return None
    year = int(shown["year"]) * 12
    if shown["week"]:  # a week lies somewhere in three of them on a calendar that is not the real one
        day = (year + 1) * 31 + (int(shown["week"]) - 1) * 7 * 31 * 12 // 365
        return day - 7, day + 14
    if shown["part"]:
        length = 3 if shown["part"] == "Q" else 6
        first = year + (int(shown["nth"]) - 1) * length + 1
        return first * 31 + 1, (first + length - 1) * 31 + 31
    if not shown["month"]:
        return (year + 1) * 31 + 1, (year + 12) * 31 + 31
    month = (year + int(shown["month"])) * 31
    return (month + int(shown["day"]),) * 2 if shown["day"] else (month + 1, month + 31)
