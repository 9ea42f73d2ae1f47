"""People on board: who is counted on a ship, a plane or a bus is there, and nothing befell him by that."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.figures.counts import Settled

_SHIP, _IS_THERE = 3, frozenset(("present", "kana"))


def is_aboard(units: Sequence[Unit], one: Settled) -> bool:
    """Whether people are on a ship, told before their number (it carried 90), or behind it where they only are (the presence of 90
    aboard, 90 were aboard; not: 90 arrived aboard).
    """
    at, last = one.count.at, one.count.last
    if is_carried(units, one):
        return True
    behind = units[last : last + _SHIP]
    return any("aboard" in unit for unit in behind) and any(
        u.signature & _IS_THERE for u in (*units[at - 1 : at], *behind)
    )


def is_carried(units: Sequence[Unit], one: Settled) -> bool:
    """Whether a ship, a plane or a bus that carries them stands before their number."""
    return any("aboard" in unit for unit in units[max(0, one.count.at - _SHIP) : one.count.at])


def is_on_board(units: Sequence[Unit], one: Settled) -> bool:
    """Whether "on board" stands before the number: carriers of troops carry forces, and a crash is no deployment."""
    return any(unit.view.startswith(_BOARD) for unit in units[max(0, one.count.at - _SHIP) : one.count.at])


_BOARD = "\N{ARABIC LETTER MEEM}\N{ARABIC LETTER TEH}\N{ARABIC LETTER NOON}"
