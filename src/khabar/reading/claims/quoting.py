"""The quoted stretches of a content, and whether the whole of it is quoted, a part, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khabar.languages.drafts import Offsets
from khabar.reading.spans import span_of
from khabar.record import Span
from khabar.record.vocabulary import Mode
from khabar.text.page import Page


def quotes_in(page: Page, content: Offsets) -> tuple[list[Span], bool]:
    """The quoted stretches of a content, inside their marks, and whether a mark opens in it that nothing closes."""
    found, left_open = [], False
    for paragraph in page.paragraphs_over(*content):
        for quotation in paragraph.quotations:
            if quotation.close is None:
                left_open = left_open or content[0] <= page.tokens[quotation.open].start < content[1]
                continue
            start = max(page.tokens[quotation.open].end, content[0])
            end = min(page.tokens[quotation.close].start, content[1])
            if start < end:
                found.append(span_of(page, (start, end)))
    return found or _in_double_brackets(page, content), left_open


def _in_double_brackets(page: Page, content: Offsets) -> list[Span]:
    """What stands in double brackets, which some papers set for quotation marks; not what is all of a claim's words."""
    if page.text.find("((", *content) < 0:
        return []
    return [span_of(page, one.span(1)) for one in _BRACKETED.finditer(page.text, *content)]


_BRACKETED = re.compile(r"\(\(\s*([^()\n]+?)\s*\)\)")


def mode_of(page: Page, content: Offsets, quotes: Sequence[Span], *, left_open: bool) -> Mode:
    """Direct when quotation marks hold (nearly) all of the content, mixed when they hold a part of it."""
    if not quotes:
        if _OPENED.search(page.text, max(content[0] - 3, 0), content[0]):
            return "direct"
        return "mixed" if left_open else "indirect"
    covered = sum(q.end - q.start for q in quotes)
    outer = (
        page.text[content[0] - 1 : content[0]] in _QUOTE_MARKS
        and page.text[content[1] : content[1] + 2].strip(" .،?!؟")[:1] in _QUOTE_MARKS
    )
    return "direct" if outer or covered >= (content[1] - content[0]) - 4 * len(quotes) + 2 else "mixed"


_QUOTE_MARKS = frozenset('«»"“”„‹›')
_OPENED = re.compile('(?:^|[^«»"“”„‹›\\w])[«"“„‹›]\\s?$|[«"“”„‹›»]$')
"""An opening mark that nothing closes right before the content; one that follows a word closes a name."""
