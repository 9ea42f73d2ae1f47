"""A figure's number with its bound in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from khabar.desk.wording import Messages


def amount(figure: Mapping[str, Any], words: Messages) -> str:
    """The number of a figure, by its fields `low`, `high`, `order` and `bound`: "more than 3,000", "26", "dozens"."""
    low, high, order = figure["low"], figure["high"], str(figure["order"])
    if figure["bound"] == "vague" or (low is None and high is None):
        return words.label("order", order if order in words.tables["order"] else "unsaid")
    numbers = {"low": low, "high": high, "above": None if high is None else high + 1}
    told = {name: "" if number is None else f"{number:,}" for name, number in numbers.items()}
    return words.say(f"bound.{figure['bound']}", order="", **told)
