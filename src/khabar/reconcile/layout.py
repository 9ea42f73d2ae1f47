"""Where the items of a report stand: in which sentence, in the headline or in the body, beside which dates."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from khabar.record import Report
from khabar.text.page import Page, ParagraphKind, page


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
    def _days(self) -> dict[int, int]:
        """For each sentence with a date the earliest day it names."""
        found: dict[int, int] = {}
        for time in self._report.times:
            day = day_number((time.value or "").rpartition("/")[2])
            if day is not None:
                sentence = self.sentence_at(time.start)
                found[sentence] = min(day, found.get(sentence, day))
        return found

    def days_apart(self, one: int, other: int) -> int:
        """Days between what the sentences of two offsets speak of; one without a date speaks of the day of the report."""
        published = day_number(self._report.document.published)
        days = [self._days.get(self.sentence_at(offset), published) for offset in (one, other)]
        known = [day for day in days if day is not None]
        return max(known) - min(known) if known else 0


def day_number(value: str | None) -> int | None:
    """Days on a rough calendar (months of 31 days) for a date value's last day; None when no year is said."""
    parts = (value or "").partition("T")[0].split("-")
    if not parts[0].isdigit() or len(parts[0]) != 4:
        return None
    month = int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 12
    day = int(parts[2][:2]) if len(parts) > 2 and parts[2][:2].isdigit() else 31
    return (int(parts[0]) * 12 + month) * 31 + day
