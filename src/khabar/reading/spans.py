"""Stretches of a report as the record shows them."""

from __future__ import annotations

from khabar.languages.drafts import Offsets
from khabar.record import Span
from khabar.text.page import Page


def span_of(page: Page, offsets: Offsets) -> Span:
    """The words at these offsets of the text."""
    return Span(offsets[0], offsets[1], page.source[offsets[0] : offsets[1]])
