"""The `numbers` layer: every number expression of the report, whatever it counts."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.reading.mentions import Mentions
from khabar.record import Number
from khabar.text.page import Page


def list_numbers(page: Page, sentences: Sequence[Mentions]) -> list[Number]:
    """All number expressions in text order."""
    found = []
    for mention in sentences:
        for start, end, find in mention.numbers:
            q = find.value
            found.append(
                Number(
                    start=start,
                    end=end,
                    text=page.source[start:end],
                    value=q.value,
                    low=q.low,
                    high=q.high,
                    order=q.order,
                    bound=q.bound,
                    unit=q.unit,
                    rule=find.rule.id,
                )
            )
    return found
