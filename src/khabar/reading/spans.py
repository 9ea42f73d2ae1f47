"""Stretches of a report as the record shows them."""

from __future__ import annotations

from khabar.languages.drafts import Offsets
from khabar.record import Span
from khabar.text.page import Page


def span_of(page: Page, offsets: Offsets) -> Span:
    """The words at these offsets of the text."""
    return Span(offsets[0], offsets[1], page.source[offsets[0] : offsets[1]])


def without_of(span: Span) -> Span:
    """The span behind the preposition of a part (of the guards), which has two letters in every language read."""
    head, _, rest = span.text.partition(" ")
    return Span(span.start + len(head) + 1, span.end, rest) if rest and len(head) == _OF else span


_OF = 2
