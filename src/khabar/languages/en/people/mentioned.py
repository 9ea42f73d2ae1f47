"""Whoever a sentence names besides the speakers of its claims: persons with a title or a full name, the agency of a dateline."""

from __future__ import annotations

from khabar.languages.drafts import NameDraft, Sentence
from khabar.languages.en.phrases.datelines import carriers
from khabar.languages.en.phrases.names import names as persons


def names(sentence: Sentence) -> list[NameDraft]:
    """The persons a sentence names, and the agency whose dateline opens it."""
    return [*carriers(sentence), *persons(sentence)]
