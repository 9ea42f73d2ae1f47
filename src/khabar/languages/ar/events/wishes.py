"""Prayers, wishes and curses: what God is asked to do, or to forbid, nobody tells as done.

A perfect right before God's name is a wish (may God have mercy on), and so is all that "O God" and "we ask God to" govern;
"God forbid" makes what stands beside it something that only may come.  A relative clause in a prayer tells what happened
(the martyrs who fell).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import unit_at
from khabar.languages.drafts import EventDraft

_ENDS = frozenset(("stop", "rel", "CUE", "semicolon"))
_BESIDE = 8  # units from "God forbid" to what may not come


def without_wishes(units: Sequence[Unit], drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """The drafts of a sentence in which God is named, without what is only wished or cursed."""
    kept = []
    for draft in drafts:
        at = unit_at(units, draft.trigger[1])
        if _is_wished(units, at):
            continue
        forbid = any(_is_forbidden(units, k) for k in range(max(at - _BESIDE, 0), min(at + _BESIDE, len(units))))
        kept.append(replace(draft, status="possible") if forbid else draft)
    return kept


def _is_wished(units: Sequence[Unit], at: int) -> bool:
    """Whether the act at `at` stands in a prayer, or is itself what God shall do (may God fight them)."""
    if at + 1 < len(units) and "god" in units[at + 1].signature and "wished" in units[at].signature:
        return True
    if any("scripture" in unit.signature and _is_recited(units, k) for k, unit in enumerate(units[:at])):
        return True
    commas = 0
    for k in range(at - 1, -1, -1):
        signature = units[k].signature
        if "prayer" in signature:
            return True
        if "god" in signature and k:
            before = units[k - 1].signature
            if "wish_on" in before and not commas and _opens(units, k - 1):
                return True
            asked = before | (units[k - 2].signature if k > 1 else frozenset())
            if "asks_god" in asked and units[k + 1].signature & {"comp", "bi_comp"}:
                return True
        if signature & _ENDS:
            return False
        commas += "comma" in signature
    return False


def _is_recited(units: Sequence[Unit], at: int) -> bool:
    """Whether "the Exalted" at `at` is he whose words follow (God, the Exalted, said: …)."""
    return any("cue" in unit.signature and unit["cue"].lemma == _SAID for unit in units[max(at - 2, 0) : at])


_SAID = "قال"


def _opens(units: Sequence[Unit], at: int) -> bool:
    """Whether a wish opens its clause: behind a name it is an aside (the king, may God preserve him, received)."""
    return at == 0 or bool(units[at].signature & {"+and", "+fa"}) or bool(units[at - 1].signature & _OPENINGS)


_OPENINGS = frozenset(("stop", "colon", "quote_open"))


def _is_forbidden(units: Sequence[Unit], at: int) -> bool:
    """Whether God's name at `at` ends "God forbid"."""
    forbids = at > 1 and "god" in units[at].signature and "wished" in units[at - 1].signature
    return forbids and "neg_verb" in units[at - 2].signature
