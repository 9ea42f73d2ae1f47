"""Acting: whom a sentence without a claim has for its subject, for the sentence that goes on without naming anybody.

"The page X published a recording.  It added: …" gives the words to the page, whoever spoke in the sentences before.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.claims.looking_back import first_subject, lone_surname
from khabar.languages.ar.phrases.marking import marked
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.shapes import is_account
from khabar.languages.ar.phrases.voices import VOICES
from khabar.languages.drafts import ActingDraft, Agreement, Sentence


def acting(sentence: Sentence) -> ActingDraft | None:
    """The subject of the first finite verb of a sentence, where it is somebody who may speak; None where it is not."""
    units = sentence.marked_by(marked)
    found = None if sentence.present.isdisjoint(_ANYBODY) else first_subject(units, len(units), _ANYBODY)
    if found is None or found[0] > _LATEST or not _may_speak(units, *found):
        surname = lone_surname(units, len(units))
        return ActingDraft(surname) if surname is not None else None
    first, last = found
    verb = _verb_of(units, first, last)
    if verb is None or (verb.signature & _SUFFERS and not verb.signature & _PUBLISHES):
        return None
    name = name_draft(units, first, last, sentence.text)
    if "people" in units[first].signature and not units[first].signature & _PERSONS:
        name = replace(name, agreement=_MANY)
    return ActingDraft(name, publishes=bool(verb.signature & _PUBLISHES))


def _may_speak(units: Sequence[Unit], first: int, last: int) -> bool:
    """An office, a body, people, an account, or a person's full name: a lone word that may be a name is too often none."""
    head = units[first].signature
    if head & VOICES or is_account(units, first):
        return True
    full = last - first > 1 and "given" in head
    return not head & _THINGS and ("people" in head or full)


def _verb_of(units: Sequence[Unit], first: int, last: int) -> Unit | None:
    """The verb whose subject units[first:last] are: right before them, else the next one behind them."""
    before = units[max(first - _NEAR, 0) : first]
    behind = units[last : last + _FARTHEST]
    return next((unit for unit in (*reversed(before), *behind) if "verb" in unit.signature), None)


_NEAR, _FARTHEST, _LATEST = 4, 8, 6
_ANYBODY = VOICES | {"given", "people", "medium"}
_PERSONS = frozenset(("role", "unnamed"))
_THINGS = frozenset(("known_place", "place_type", "event", "masdar", "cue_noun", "measure_word", "quality"))
_SUFFERS = frozenset(("suffered", "measure_word"))
_PUBLISHES = frozenset(("broadcast", "cue", "gives"))
_MANY = Agreement("m", "p")
