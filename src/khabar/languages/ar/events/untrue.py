"""Untrue: what is talked about and said not to be so, by a word that stands before it or behind it, and what forces did not do.

Whoever is accused says "our forces did not do it", or, more often, there is "no truth to what is told of a shooting", and "what
was said of the shelling is without foundation".  Between the act and that word stands the talk of it, which governs nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.lists.event_words import EventWord
from khabar.languages.ar.lists.events import scopes
from khabar.text.fold import fold_word

_BEHIND, _BEFORE = 16, 9
_TALK = frozenset(("an", "cue_noun"))
_ABOUT = frozenset(map(fold_word, ("حول", "بشأن", "بخصوص")))
_ENDS = frozenset(("stop", "semicolon", "colon", "while", "but"))
_NO = frozenset(
    map(fold_word, ("لا", "عدم", "ليس", "ليست", "بلا", "دون", "أي", "غير", "عار", "عارية", "عاريا", "خال", "خالية"))
)


def is_untrue(units: Sequence[Unit], at: int, opened: Sequence[int]) -> bool:
    """Whether the act noun at `at` is only talked about and called untrue; `opened`: where words stand that may say so."""
    if at == 0 or "ACT_NOUN" not in units[at].signature:
        return False
    if units[at - 1].signature.isdisjoint(_TALK) and units[at - 1].view not in _ABOUT:
        return False
    near = (k for k in opened if -_BEFORE <= k - at <= _BEHIND and _says_so(units, k, before=k < at))
    return any(not _parted(units, *sorted((k, at))) for k in near)


def _says_so(units: Sequence[Unit], k: int, *, before: bool) -> bool:
    """Whether a word calls something untrue: "false" by itself behind it, "truth" and "foundation" behind "no"."""
    over = {scope.over for scope in scopes().get(units[k].view, ())}
    if "untrue" in over:
        return not before
    no = k - 2 if k > 1 and "prep" in units[k - 1].signature else k - 1  # bare | of truth
    return "truth" in over and no >= 0 and _bare(units[no]) in _NO


def _bare(unit: Unit) -> str:
    return unit.view[1:] if "+and" in unit.signature or "+bi" in unit.signature else unit.view


def _parted(units: Sequence[Unit], first: int, last: int) -> bool:
    return any(unit.signature & _ENDS for unit in units[first + 1 : last])


def is_disowned(units: Sequence[Unit], at: int, word: EventWord) -> bool:
    """Whether forces are said not to have done the verb at `at`: "our forces did not shell the hospital" denies an act as
    "denied the shelling" does.  Verbs of many senses deny none of anybody else ("did not target the young").
    """
    meant = word.subtype in _DONE_ON_PURPOSE or word.lemma in _AIMED or word.type == "RETREAT"
    if not meant or word.needs not in _OF_DOER_OR_VICTIM or not units[at - 1].view.endswith(_LAM):
        return False
    near = (*units[max(at - 1 - _DOER_BEFORE, 0) : at - 1], *units[at + 1 : at + 2])
    return any(unit.signature & _FORCES for unit in near)


_LAM = fold_word("لم")
_OF_DOER_OR_VICTIM = frozenset(("with_actor_or_target", "object_people"))
_DONE_ON_PURPOSE = frozenset(
    ("air_strike", "shelling", "shooting", "attack", "abduction", "execution", "torture", "arson")
)
_AIMED = frozenset(map(fold_word, ("استهدف", "قتل")))
_FORCES = frozenset(("armed", "forces", "security_body", "police", "organisation", "org_head", "aircraft"))
_DOER_BEFORE = 3
