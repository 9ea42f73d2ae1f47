"""A figure's number with its bound in words: "more than 3,000", "26", "dozens"."""

from __future__ import annotations

from khabar.desk.wording import Messages
from khabar.record import Figure


def amount(figure: Figure, words: Messages, *, mark: str = ",") -> str:
    """The number as it was worded, with no number where none was said; `mark` stands between its thousands."""
    low, high, order = figure.low, figure.high, str(figure.order)
    if figure.bound == "vague" or (low is None and high is None):
        return words.label("order", order if order in words.tables["order"] else "unsaid")
    numbers = {"low": low, "high": high, "above": None if high is None else high + 1}
    told = {name: "" if number is None else f"{number:,}".replace(",", mark) for name, number in numbers.items()}
    return words.say(f"bound.{figure.bound}", **told)
