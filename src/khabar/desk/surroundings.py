"""The sentence around an item: a row or a card that shows words without their sentence cannot be checked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Final

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


_BEFORE: Final = re.compile(r"(?:\S+[^\S\n]+){0,4}\S*\Z")
_BEHIND: Final = re.compile(r"^\S*(?:[^\S\n]+\S+){0,4}")
_REACH: Final = 200


def words_around(text: str, start: int, end: int) -> str:
    """A stretch with up to four words on both sides, of its line only: "60" says nothing, "to 60 tenge a litre" does.

    Offsets are code points of `text`; words that are cut off are shown by an ellipsis.
    """
    before = _BEFORE.search(text, max(start - _REACH, 0), start)
    first = before.start() if before else start
    behind = _BEHIND.match(text[end : end + _REACH])
    last = end + (behind.end() if behind else 0)
    opened = "" if first == 0 or text[first - 1] == "\n" else "… "
    closed = "" if last == len(text) or text[last] == "\n" else " …"
    return f"{opened}{text[first:last]}{closed}"
