"""Whoever a sentence names besides the speakers of its claims: persons with a title or a full name, the agency of a dateline."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from khabar.grammar import Unit
from khabar.languages.drafts import NameDraft, Sentence
from khabar.languages.en.phrases.datelines import carriers
from khabar.languages.en.phrases.marking import marked
from khabar.languages.en.phrases.names import is_name_word, name_draft, name_in

_LEAD = 5  # units
_WORK = frozenset(("reporting", "writing", "editing", "photography", "graphics"))


def _is_credit(lead: list[str]) -> bool:
    """Whether words open a line of credits (Additional reporting by Jon Hale; Editing by Ada Moreno)."""
    return any(work in _WORK and by == "by" for work, by in pairwise(lead))


def names(sentence: Sentence) -> list[NameDraft]:
    """The persons a sentence names, and the agency whose dateline opens it; not who wrote and edited the report."""
    if _is_credit([u.view for u in sentence.units[:_LEAD]]):
        return carriers(sentence)
    return [*carriers(sentence), *_persons(sentence)]


def _persons(sentence: Sentence) -> list[NameDraft]:
    """The persons a sentence names, by a title or a name of several words, whatever they do in it."""
    if sentence.present.isdisjoint(("given", "surname", "role")):
        return []
    units = sentence.marked_by(marked)
    found: list[NameDraft] = []
    at = 0
    while at < len(units):
        unit = units[at]
        begins = "role" in unit.signature or ("capital" in unit.signature and unit.signature & {"given", "surname"})
        end = _run_end(units, at) if begins else at
        if end > at + 1:
            begin, last, kind = name_in(units, at, end)
            if kind == "person" and last > begin:
                found.append(name_draft(units, at, end, sentence.text))
        at = max(end, at + 1)
    return found


def _run_end(units: Sequence[Unit], at: int) -> int:
    """Behind a title and the capitalised words that follow it."""
    end = at + 1
    while end < len(units) and is_name_word(units, end) and not units[end].signature & {"TIME", "CUE"}:
        end += 1
    while end > at + 1 and not units[end - 1].signature & {"capital"}:
        end -= 1
    return end
