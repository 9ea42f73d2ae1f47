"""Planes that have the name of women who fight: which of the two a word means here.

Agreement tells: adjectives of women in the plural have the ending of women, those of planes that of things; women come
from a body of fighters, planes are of a make.  Where nothing tells, many are planes and one is a woman, unless something
flies or falls beside her.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.text.fold import fold_word

NAMES = frozenset(
    particle + article + fold_word(word)
    for word in ("مقاتلة", "مقاتلات", "مقاتلتان", "مقاتلتين")
    for article in ("", "ال")
    for particle in ("", "و")
)
_MANY = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}"
_OF_MAKE = frozenset(map(fold_word, ("طراز", "نوع")))
_NEAR, _AIR = 2, 4
_AIRBORNE = frozenset(("flown", "planes", "aerial", "falls"))


def is_plane(units: Sequence[Unit], at: int) -> bool:
    """Whether the word at `at`, one of `NAMES`, is said of planes."""
    behind = units[at + 1] if at + 1 < len(units) else None
    if behind is not None:
        if "min" in behind.signature:
            return any(unit.view in _OF_MAKE for unit in units[at + 2 : at + 3])
        if behind.view.endswith(_MANY) and "mark" not in behind.signature:
            return False
    if any(unit.view in _OF_MAKE for unit in units[at + 1 : at + _AIR]):
        return True  # six American ones of that make
    near = units[max(at - _AIR, 0) : at]
    if any(not unit.signature.isdisjoint(_AIRBORNE) for unit in (*near, *units[at + 1 : at + 1 + _NEAR])):
        return True
    if not units[at].view.endswith(_MANY):
        return False
    before = units[max(at - _NEAR - 1, 0) : at]
    return not any("measure_word" in unit.signature or "people" in unit.signature for unit in before)
