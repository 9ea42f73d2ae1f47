"""The sides of a fight or of talks: the two behind "between", the one on which somebody fell, or out of which one is taken."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act
from khabar.languages.ar.events.clause_starts import AGENTS, PLACED, STATES
from khabar.languages.ar.events.phrases import LONGEST, phrase_end, words
from khabar.languages.ar.lists.events import folded_ends
from khabar.languages.ar.phrases.shapes import NISBA, OWNERS, is_article
from khabar.languages.drafts import PartyDraft
from khabar.record.vocabulary import FORCE, HURT


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
    joints = _joints(units, first, end)
    if not joints and end < len(units) and (units[end].signature & _DESCRIBES or units[end].view in STATES):
        second = _other_side(units, end)
        return words(units, first, end, text), words(units, second, phrase_end(units, second), text) if second else None
    if len(joints) != 1 or _is_lone_adjective(units, joints[0], end):
        return words(units, first, end, text), None
    return words(units, first, joints[0], text), words(units, joints[0], end, text)


def _joints(units: Sequence[Unit], first: int, end: int) -> list[int]:
    """The words that "and" joins in a phrase; not what belongs to the one before (the council of X | and its suburbs, and Y)."""
    joints = [k for k in range(first + 1, end) if "+and" in units[k].signature]
    others = [k for k in joints if is_article(units[k]) or not units[k].text.endswith(OWNERS)]
    return others if len(joints) > 1 and others else joints


_DESCRIBES = frozenset(("rel", "prep_pron", "comma", "bracket_open"))


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


def is_side_of(units: Sequence[Unit], at: int) -> bool:
    """Whether the dead, the hurt or soldiers end at units[at], on whose side they are told to be behind it (two soldiers | on the
    side of the army), a number of them too behind the verb of their fate.
    """
    if at < 0:
        return False
    signature = units[at].signature
    if "NUMBER" in signature:
        return at > 0 and bool(units[at - 1].signature & _FATES)
    return bool(signature & _FIGHT) or ("people" in signature and units[at]["people"].measure in HURT)


_FATES = frozenset(("measure_word", "hit", "NEEDS_outcome"))
_FIGHT = frozenset(("forces", "armed"))


def is_out_of(units: Sequence[Unit], at: int, act: Act, behind: int) -> bool:
    """Whether "of" behind a word that no list knows tells out of whom the victim is (the arrest of a pensioner | of the army)."""
    if act.word.first == "target" and act.word.type in FORCE and "+pron" in units[act.first].signature:
        return True  # the clearing of it | of fighters
    if act.word.first != "target" or at != behind + 1 or units[behind].view.endswith(NISBA):
        return False
    return units[behind].signature.isdisjoint({"kind_adjective", "quality"})


def parts_no_sides(units: Sequence[Unit], at: int, act: Act) -> bool:
    """Between dead and hurt; ten hurt, between civilians and soldiers; a raid on a car between two towns."""
    if units[at + 1].signature & _COUNTED or _is_hurt(units[at - 1]):
        return True
    if "known_place" in units[at + 1].signature and units[at - 1].view.endswith(folded_ends("ways")):
        return True  # on the road between two towns
    return act.word.subtype in _STRUCK and bool(units[at + 1].signature & {"known_place", "place_type"})


_STRUCK = ("air_strike", "shelling", "explosive", "suicide_bomb", "arson", "destruction")
_COUNTED = frozenset(("now_and_then", "DEAD"))


def _is_hurt(unit: Unit) -> bool:
    """Whether a word counts the dead or the hurt, who are of those named behind "between"."""
    return "people" in unit.signature and unit["people"].measure in HURT


def is_clash_with(units: Sequence[Unit], act: Act, named: PartyDraft | None) -> bool:
    """Clashes with somebody in which the other side was hurt (killed in clashes with), nobody's own (his battles with)."""
    if act.word.subtype != "armed_clash" or named is None or "+pron" in units[act.first].signature:
        return False
    hurt = any("measure_word" in unit.signature for unit in units[max(act.first - _NEAR, 0) : act.first])
    if not hurt or "fi" not in units[act.first - 1].signature:
        return False
    near = range(act.last, min(act.last + _NEAR, len(units) - 1))
    return any("with" in units[k].signature and units[k + 1].cut == named.span[0] for k in near)


_NEAR = 12  # units around a fight
