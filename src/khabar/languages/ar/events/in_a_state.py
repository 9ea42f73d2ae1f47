"""Indefinite accusatives behind a party that are no part of its words: in what state it is, or what else its verb governs.

"Shot the attacker | dead", "the alliance won | a clear victory": behind a definite noun an indefinite one in the accusative is no
attribute of it, which would have the article too.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.clause_starts import ALEF
from khabar.languages.ar.phrases.shapes import JOINED, ends_indefinite, has_preposition, is_article


def before_state(units: Sequence[Unit], first: int, last: int) -> int:
    """Where the words of a party end that stand in units[first:last]: before what says in what state it is, or `last`."""
    for at in range(first + 1, last):
        unit = units[at]
        if "DEAD" in unit.signature:
            if not (is_article(unit) or unit.signature & JOINED) and _fell(units, first, at, last):
                return at
        elif unit.view.endswith(ALEF) and _is_no_attribute(units, first, at):
            return at
    return last


def _fell(units: Sequence[Unit], first: int, at: int, last: int) -> bool:
    """Whether somebody stands right before the dead (two gunmen | dead), who are not what a number counts (seven dead), and belong
    to nothing (the brigade of the dead of X).
    """
    before = units[at - 1]
    if at + 1 < last and is_article(units[at + 1]):
        return False
    if "NUMBER" in before.signature:
        return before["NUMBER"].value == _PAIR and at - 1 > first and "people" in units[at - 2].signature
    return bool(before.signature & _SOMEBODY)


_PAIR = 2
_SOMEBODY = frozenset(("people", "given", "name"))


def _is_no_attribute(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether an indefinite accusative stands right behind a definite noun; a word that no list knows may be a name where somebody
    with a title is spoken of.
    """
    unit, before = units[at], units[at - 1]
    if not (is_article(before) or "+pron" in before.signature) or "given" in before.signature:
        return False
    if is_article(unit) or has_preposition(unit) or unit.signature & _NAMES or len(unit.view) < _SHORTEST:
        return False
    if "+pron" in unit.signature or unit.view.endswith(_THEIRS):
        return False
    sought = at + 1 < len(units) and "an" in units[at + 1].signature  # in search of
    if sought or unit.signature & _SAID_OF or ends_indefinite(unit):
        return True
    return all(one.signature.isdisjoint(_TITLED) for one in units[first:at])


_NAMES = frozenset(("given", "name", "name_part", "known_place", "toponym", "mark"))
_SAID_OF = frozenset(("people", "kind_adjective", "quality", "manner", "event_noun", "masdar", "place_side"))
_TITLED = frozenset(("role", "people", "unnamed", "place_type", "place_facility", "media_head"))
_SHORTEST = 4
_THEIRS = (
    "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER MEEM}\N{ARABIC LETTER ALEF}",
)  # hers, both's
