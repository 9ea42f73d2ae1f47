"""Whoever a sentence names besides the speakers of its claims: persons with a title or a full name, the agency of a dateline."""

from __future__ import annotations

from itertools import pairwise

from khabar.languages.drafts import NameDraft, Sentence
from khabar.languages.en.phrases.datelines import carriers
from khabar.languages.en.phrases.names import names as persons

_LEAD = 5  # units
_WORK = frozenset(("reporting", "writing", "editing", "photography", "graphics"))


def _is_credit(lead: list[str]) -> bool:
    """Whether words open a line of credits (Additional reporting by Jon Hale; Editing by Ada Moreno)."""
    return any(work in _WORK and by == "by" for work, by in pairwise(lead))


def names(sentence: Sentence) -> list[NameDraft]:
    """The persons a sentence names, and the agency whose dateline opens it; not who wrote and edited the report."""
    if _is_credit([u.view for u in sentence.units[:_LEAD]]):
        return carriers(sentence)
    return [*carriers(sentence), *persons(sentence)]
