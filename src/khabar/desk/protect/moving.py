"""A record carried over to its redacted text: every span moved, every string without what nobody approved."""

from __future__ import annotations

import re
from typing import Any, Final

import msgspec

from khabar.desk.protect.redacting import Redacted, Redactor
from khabar.record import Report

_ID: Final = re.compile(r"(?P<letter>[a-z])(?P<start>\d+)-(?P<end>\d+)(?P<behind>[a-z]*)")
_CODES: Final = frozenset(
    ("mode", "act", "status", "polarity", "distance", "found_by", "what", "measure", "bound", "unit", "count_kind", "kind",
     "precision", "type", "subtype", "basis", "from", "why", "value", "needs", "mod", "rule", "country", "published", "since",
     "as_of", "published_basis", "language", "lemma", "zone", "relation", "khabar", "rules")
)  # fmt: skip
"""Fields that hold words of a vocabulary, dates, and names of rules; `lemma` is a dictionary form of the program's."""
_GONE: Final = frozenset(
    ("sha256", "text_sha256", "url", "geonames", "lat", "lon", "candidates", "name_ar", "flags", "numbers")
)
"""Fields that are left out: hashes and addresses of the report, points on the map, what else a place may be."""


def moved_item(item: str, text: Redacted) -> str:
    """The id of an item by the offsets of the redacted text."""
    found = _ID.fullmatch(item)
    if found is None:
        return item
    start, end = text.moved(int(found["start"])), text.moved(int(found["end"]), ending=True)
    return f"{found['letter']}{start}-{end}{found['behind']}"


def moved_report(report: Report, text: Redacted, redactor: Redactor, called: str) -> Report:
    """The record of a redacted text.  Two items that fall on one mark get ids of their own."""
    told = _Moving(text, redactor).moved(report.to_dict(), "")
    told["document"] |= {"id": called, "text": text.text}
    return msgspec.convert(_told_apart(told), Report)


class _Moving:
    def __init__(self, text: Redacted, redactor: Redactor) -> None:
        self.text, self.redactor = text, redactor

    def moved(self, value: Any, name: str) -> Any:
        if isinstance(value, dict):
            made = {key: self.moved(inner, key) for key, inner in value.items() if key not in _GONE and key != "text"}
            if "start" in value and "end" in value:
                start, end = self.text.moved(value["start"]), self.text.moved(value["end"], ending=True)
                made |= {"start": start, "end": end, "text": self.text.text[start:end]}
            elif isinstance(value.get("text"), str) and name != "document":
                made["text"] = self.redactor.redact(value["text"]).text
            return made
        if isinstance(value, list):
            return [self.moved(inner, name) for inner in value]
        if not isinstance(value, str):
            return value
        if _ID.fullmatch(value):
            return moved_item(value, self.text)
        return value if name in _CODES else self.redactor.redact(value).text


def _told_apart(told: dict[str, Any]) -> dict[str, Any]:
    """Items of a layer that have come to one id: the later ones get a letter behind it."""
    for items in told.values():
        if not isinstance(items, list):
            continue
        seen: set[str] = set()
        for item in items:
            if not isinstance(item, dict) or "id" not in item:
                continue
            letters = iter("bcdefghijklmnopqrstuvwxyz")
            plain = item["id"]
            while item["id"] in seen:
                item["id"] = plain + next(letters, "z" + str(len(seen)))
            seen.add(item["id"])
    return told
