"""The acts of an Arabic text as its sentences tell them, before the report decides which are its events."""

from __future__ import annotations

from khabar import languages
from khabar.languages.drafts import EventDraft
from khabar.reading.mentions import mentions
from khabar.text.page import page


def drafts(text: str) -> list[EventDraft]:
    """The drafts of all sentences of a text, in text order."""
    pack = languages.load("ar")
    return [draft for found in mentions(page(text, "ar")) for draft in pack.events(found.sentence)]
