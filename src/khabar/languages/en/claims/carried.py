"""Whose words a participle or a second verb goes on with, where no verb of speech stands before it: the subject of its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.drafts import Sentence
from khabar.languages.en.claims.anchors import Anchor
from khabar.languages.en.phrases.datelines import opening_of
from khabar.languages.en.phrases.marking import ALONE
from khabar.languages.en.phrases.nouns import before_verb, is_source, may_be_verb, phrase_end
from khabar.languages.en.phrases.subjects import Subject, made


def subject_of_sentence(sentence: Sentence, units: Sequence[Unit], anchor: Anchor) -> Subject | None:
    """The noun phrase or pronoun that opens the sentence, behind what leads up to it (On Monday, the rebels left, claiming …),
    or the last clause of it (the road was shut, and she left the hall, saying …).
    """
    first = _behind_lead(units, _last_clause(units, anchor.at) or opening_of(units), anchor.at)
    end = before_verb(units, first, phrase_end(units, first, anchor.at))
    if units[first].view in ALONE and "cue" in units[first + 1].signature:
        end = first + 1  # many doubt the plan
    return made(units, first, end, sentence.text) if end > first else None


def can_speak(units: Sequence[Unit], subject: Subject, anchor: Anchor) -> bool:
    """Whether the subject of a sentence can say what a participle of it tells: people can, and those whom only a number
    or many names (thousands marched, demanding bread); rain and prices cannot, unless the verb has no other sense.
    """
    first, last = subject.first, subject.last
    if is_source(units, first, last) or not {units[first].view, units[last - 1].view}.isdisjoint(ALONE):
        return True
    if anchor.cue.flags & _LOOSE:
        return False
    return "NUMBER" in units[first].signature or anchor.frame in ("that", "inf", "quote", "colon")


_LOOSE = frozenset(("weak", "evidence"))


def _last_clause(units: Sequence[Unit], last: int) -> int:
    """Where the clause opens that "and" joins to the ones before it with a subject of its own; 0 where none does."""
    for at in range(last - 2, 1, -1):
        signature = units[at].signature
        if signature & _STOPS:
            return 0
        if "and_word" in signature and _opens_clause(units, at + 1, last):
            return at + 1
    return 0


_STOPS = frozenset(("quote", "semicolon", "stop", "colon", "rel"))


def _opens_clause(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether a pronoun stands behind "and", or behind a comma and "and" a phrase with its verb."""
    if units[first].view in _PRONOUNS:
        return True
    if "comma" not in units[first - 2].signature:
        return False
    end = before_verb(units, first, phrase_end(units, first, last))
    return first < end < last and may_be_verb(units, end)


_PRONOUNS = frozenset(("he", "she", "it", "they"))


def _behind_lead(units: Sequence[Unit], first: int, last: int) -> int:
    """Behind what leads up to the subject of a sentence: a date, a phrase with its preposition, a clause with its conjunction, a
    word or two before a comma (So far, the rebels …; A day before the fair, the mill …).
    """
    for _ in range(_LEADS):
        passed = _behind_one(units, first, last)
        if passed == first:
            break
        first = passed
    return first


_LEADS = 3  # what leads up to a subject, at most


def _behind_one(units: Sequence[Unit], first: int, last: int) -> int:
    """Behind one lead that opens at `first`; `first` itself where the subject opens there."""
    if first + 1 >= last:
        return first
    signature = units[first].signature
    if signature & {"adverb", "comma", "dash"} and "det" not in signature:
        return first + 1
    comma = next((k for k in range(first + 1, last) if "comma" in units[k].signature), None)
    if "TIME" in signature:
        return first + 1
    if "prep" in signature and "TIME" in units[first + 1].signature:
        return first + 2
    opens = signature & _LEADING or "unit_of_time" in units[first + 1].signature
    short = comma is not None and comma - first <= _SHORT and signature.isdisjoint(_SUBJECTS)
    if comma is None or not (opens or short):
        return first
    return comma + 1 if _has_verb(units, comma + 1, last) else first


_LEADING = frozenset(("prep", "sub", "as_word", "to_word", "accords"))
_SUBJECTS = frozenset(
    ("capital", "det", "subject_pronoun", "role", "people", "source_body", "source_unnamed", "NUMBER")
)
_SHORT = 2


def _has_verb(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether a finite verb stands between a comma and the participle: what is before the comma only leads up to it."""
    return any(may_be_verb(units, k) for k in range(first + 1, last))
