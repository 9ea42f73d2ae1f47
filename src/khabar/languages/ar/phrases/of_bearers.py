"""Of bearers: forms of speech verbs that are as well nouns, told by whose they are: an office or a body before them does what they
tell; behind a participle of refusing they are what is refused.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.name_words import is_foreign_shape
from khabar.languages.ar.phrases.openings import opening
from khabar.languages.ar.phrases.shapes import BODIES, is_article


def is_of_bearer(done: Sequence[Unit], units: Sequence[Unit], at: int) -> bool:
    """Whether an office that stands before it behind "that" or "had" does what a form says that is as well a noun: the content
    of its verb stands behind it (that the chairman | described the deal as; that a deputy | called for an inquiry; the mayor
    had | refused the deal).
    """
    before = units[at - 1]
    whole = is_article(before) or bool(before.signature & {"given", "name", "known_place"}) or is_foreign_shape(before)
    return whole and _has_bearer(done, at) and opening(units, at + 1, units[at]["cue"], subject_known=True) is not None


def _has_bearer(done: Sequence[Unit], at: int) -> bool:
    """Whether an office, a body or a name stands right behind "that" or "had", its phrase before the verb; at the head of the
    sentence, somebody by his full name or by his office and its adjective, or a medium by its name in marks.
    """
    that = next((k for k in range(at - 1, max(at - 8, -1), -1) if done[k].signature & _LEADS), None)
    if that is not None:
        head = done[that + 1].signature
        surname = (head == _LAST_NAME and is_article(done[that + 1])) or is_foreign_shape(done[that + 1])
        return that + 1 < at and (surname or bool(head & _BEARERS))
    if at <= _OF_OFFICE and done[0].signature & (_PERSONS | BODIES) and all(is_article(unit) for unit in done[:at]):
        return True  # the Sildanian president | refused
    if at <= _LONGEST and "media_head" in done[0].signature and any("quote_close" in u.signature for u in done[1:at]):
        return True  # the paper "X" | disclosed
    named = at <= _LONGEST and any("given" in unit.signature for unit in done[1:at])
    return named and bool(done[0].signature & _PERSONS) and not done[0].signature & {"verb", "prep", "+and", "cue"}


_LEADS, _OF_OFFICE = frozenset(("comp", "kana")), 3
_BEARERS, _LAST_NAME = frozenset(("role", "org_head", "organisation", "given")), frozenset(("name",))
_PERSONS, _LONGEST = frozenset(("role", "unnamed")), 8


def is_refused(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun of telling is what somebody refuses or asks not to do, right behind such a participle (said, refusing | the
    telling of his name).
    """
    if units[at].signature.isdisjoint(_TELLING) or "+and" in units[at].signature:
        return False
    return units[at - 1]["participle"][0].act in _REFUSES


_TELLING, _REFUSES = frozenset(("cue_noun",)), ("reject", "request")
