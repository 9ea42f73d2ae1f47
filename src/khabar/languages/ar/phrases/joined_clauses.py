"""Clauses that "and" joins with their source first: X threatens the town and the army denies its fall.

Headlines put two speakers into one line; the second claim begins at its source, and is no part of what the first says.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.nouns import noun_phrase_end

_SOURCES = frozenset(("org_head", "organisation", "role", "known_place", "media", "media_head", "given"))
_BORDERS = frozenset(("kana", "comp", "bi_comp", "comma", "colon", "stop", "quote_open", "while", "but", "CUE"))


def joins_source(unit: Unit) -> bool:
    """Whether a word is a source with "and" before it."""
    return "+and" in unit.signature and "HEADED" not in unit.signature and bool(unit.signature & _SOURCES)


def begins_clause(units: Sequence[Unit], at: int) -> bool:
    """Whether the source right before the verb at `at` begins a clause of its own: the verb is in the present and singular, and
    the verb of another clause goes before.
    """
    begin = at - 1
    if at < 2 or not joins_source(units[begin]):
        return False
    if not all(slot[0] in "iIjJ" and slot[-1] == "s" for slot in units[at]["verb"] if slot[1] == "3"):
        return False
    border = next((k for k in range(begin - 1, -1, -1) if units[k].signature & _BORDERS), 0)
    whole = "CUE" not in units[border].signature and noun_phrase_end(units, border + 1, at) > begin
    return not whole and any(
        "CUE" in unit.signature for unit in units[:begin]
    )  # not: that the army and the police | deny
