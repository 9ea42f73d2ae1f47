"""Why an item stands in a record: its words in their surroundings, its fields, its rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from khabar.desk.rules.cards import RuleCard, rule_card
from khabar.record import Report

_LAYERS: Final = ("claims", "withheld", "figures", "times", "places", "events", "actors")
_CONTEXT: Final = 120
"""Characters of surroundings on each side, cut at a space."""
_MOST_NEAR: Final = 8
_ID = re.compile(r"(?P<layer>[a-z]*)(?P<start>\d+)(?:-(?P<end>\d+))?")

Item = dict[str, Any]


class UnknownItem(LookupError):
    """No item of that id in that report; `near` names ids that may have been meant, each with its words."""

    def __init__(self, item: str, report: str, near: tuple[tuple[str, str], ...]) -> None:
        what = f"near it are {', '.join(name for name, _ in near)}" if near else "nothing was read from it"
        super().__init__(f"{report or 'the report'} has no item {item!r}: {what}")
        self.item, self.report = item, report
        self.near = near


@dataclass(frozen=True, slots=True)
class Explanation:
    """An item and what speaks for it.

    `before` + `words` + `after` is a stretch of the source; `fields` are the item's, as `to_dict` writes them;
    `rule` is None where no rule of a language pack read the item.
    """

    report: str
    layer: str
    fields: Item
    before: str
    words: str
    after: str
    rule: RuleCard | None


def explain(report: Report, item: str) -> Explanation:
    """Explain the item of that id.  Raises UnknownItem, with near ids, when the report has none."""
    text = report.document.text or ""
    for layer, fields in _items(report):
        if fields["id"] == item:
            start, end = extent(fields)
            first, last = max(start - _CONTEXT, 0), min(end + _CONTEXT, len(text))
            before, after = text[first:start], text[end:last]
            if first > 0:
                before = "…" + before.partition(" ")[2]
            if last < len(text):
                after = after.rpartition(" ")[0] + "…"
            return Explanation(
                report.document.id, layer, fields, before, text[start:end], after, rule_card(fields.get("rule", ""))
            )
    raise _unknown(report, item)


def extent(fields: Item) -> tuple[int, int]:
    """Start and end of all words of an item: its own span, or its cue, speaker and content together."""
    if "start" in fields:
        return fields["start"], fields["end"]
    spans = [fields.get(name) for name in ("cue", "speaker", "content", "trigger")]
    spans += fields.get("mentions", [])[:1]
    found = [span for span in spans if span]
    return (min(s["start"] for s in found), max(s["end"] for s in found)) if found else (0, 0)


def _items(report: Report) -> Iterator[tuple[str, Item]]:
    for layer in _LAYERS:
        for item in getattr(report, layer):
            yield layer, msgspec.to_builtins(item)


def _unknown(report: Report, item: str) -> UnknownItem:
    near = sorted(_items(report), key=lambda pair: _distance(item, pair[1]))[:_MOST_NEAR]
    text = report.document.text or ""
    told = tuple((fields["id"], text[slice(*extent(fields))]) for _, fields in near)
    return UnknownItem(item, report.document.id, told)


def _distance(wanted: str, fields: Item) -> tuple[bool, int]:
    """How far an item is from an id that does not exist: another layer is far, then offsets count."""
    asked, has = _ID.match(wanted), _ID.match(fields["id"])
    if asked is None or has is None:
        return not fields["id"].startswith(wanted[:1]), 0
    return asked["layer"] != has["layer"], abs(int(asked["start"]) - int(has["start"]))
