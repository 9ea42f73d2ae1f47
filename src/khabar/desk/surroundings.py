"""The sentence around an item: a row or a card that shows words without their sentence cannot be checked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from khabar.record import Report
from khabar.text.page import Page, page


class Surroundings:
    """Finds sentences in one report; the text is cut when the first is asked for.  Without text every answer is ""."""

    def __init__(self, report: Report) -> None:
        self._document = report.document

    @cached_property
    def _page(self) -> Page:
        return page(self._document.text or "", self._document.language)

    @cached_property
    def _sentences(self) -> list[tuple[int, int]]:
        return [self._page.span(first, last) for first, last in self._page.sentences]

    def sentence(self, start: int, end: int) -> str:
        """The words from the beginning of the sentence that holds `start` to the end of the one that holds `end`.

        Offsets are code points of the document's text.  Line ends inside stay as they are.
        """
        first, last = self.span(start, end)
        return (self._document.text or "")[first:last]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end of those sentences; what lies outside all sentences gets itself."""
        found = self._sentences
        first = bisect_right(found, start, key=lambda sentence: sentence[0]) - 1
        last = bisect_left(found, end, key=lambda sentence: sentence[1])
        begin = min(start, found[first][0]) if first >= 0 and found[first][1] > start else start
        finish = max(end, found[last][1]) if last < len(found) and found[last][0] < end else end
        return begin, finish
