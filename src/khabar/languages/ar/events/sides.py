"""The two sides of a fight or of talks, behind "between"."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.clause_starts import AGENTS, PLACED
from khabar.languages.ar.events.phrases import LONGEST, phrase_end, words
from khabar.languages.ar.phrases.shapes import NISBA
from khabar.languages.drafts import PartyDraft


def pair(units: Sequence[Unit], first: int, text: str) -> tuple[PartyDraft | None, PartyDraft | None]:
    """The two sides behind "between"; a single phrase of several is one side."""
    end = phrase_end(units, first)
    side = _side_end(units, first)
    if side is not None:
        second = _other_side(units, side)
        one = words(units, first, side, text)
        return one, words(units, second, phrase_end(units, second), text) if second else None
    if "whoever" in units[first].signature:
        return words(units, first, end, text), None
    joints = [k for k in range(first + 1, end) if "+and" in units[k].signature]
    if not joints and end < len(units) and units[end].signature & {"rel", "prep_pron", "comma", "bracket_open"}:
        second = _other_side(units, end)
        return words(units, first, end, text), words(units, second, phrase_end(units, second), text) if second else None
    if len(joints) != 1 or _is_lone_adjective(units, joints[0], end):
        return words(units, first, end, text), None
    return words(units, first, joints[0], text), words(units, joints[0], end, text)


def _side_end(units: Sequence[Unit], first: int) -> int | None:
    """Where "on the one side" stands behind all of one side of a fight (between the rebels and the guards | on the one side)."""
    for k in range(first + 1, min(first + LONGEST + 2, len(units) - 1)):
        if units[k].signature & {"stop", "CUE", "ACT", "colon"}:
            return None
        if "min" in units[k].signature and units[k + 1].view.startswith(_SIDE):
            return k
    return None


_SIDE = (
    "\N{ARABIC LETTER JEEM}\N{ARABIC LETTER HEH}\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER JEEM}\N{ARABIC LETTER ALEF}\N{ARABIC LETTER NOON}\N{ARABIC LETTER BEH}",
)


def _is_lone_adjective(units: Sequence[Unit], at: int, end: int) -> bool:
    """A second adjective of one side (the local and regional authorities)."""
    nobody = units[at].signature.isdisjoint(AGENTS | PLACED | {"demonym", "forces"})
    return end == at + 1 and nobody and units[at].view.endswith(NISBA)


def _other_side(units: Sequence[Unit], at: int) -> int | None:
    """Where the second side begins behind a clause that describes the first (between forces that …, and fighters)."""
    for k in range(at, min(at + LONGEST, len(units))):
        signature = units[k].signature
        if signature & {"stop", "CUE", "ACT"}:
            return None
        if "+and" in signature and signature & {"armed", "forces", "org_head", "organisation", "people"}:
            return k
    return None
