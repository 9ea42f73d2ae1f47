"""Untrue: what reports and allegations tell, and a sentence calls false, before them or behind.

Whoever is accused seldom says "we did not do it": reports that soldiers fired are "false", there is "no truth to" them.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.drafts import EventDraft

_FALSE = frozenset(("false", "untrue", "baseless", "unfounded", "groundless", "fabricated", "lies", "fake"))
_TALK = frozenset(
    (
        *("reports", "report", "claims", "claim", "allegations", "allegation", "accusations", "accusation", "rumours"),
        *("rumors", "suggestions", "assertions"),
    )
)
_BRINGS = frozenset(("that", "of", "about", "on"))
_REACH = 12
"""Units from the talk to the act that it is of."""
_ENDS = frozenset(("stop", "semicolon", "colon"))


def denied(units: Sequence[Unit], drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """The drafts of a sentence; those that it calls untrue are denied."""
    false = _false_at(units)
    starts = {unit.start: at for at, unit in enumerate(units)} if false else {}
    return [
        replace(one, status="denied", asserted=False)
        if one.trigger[0] in starts and _is_untrue(units, starts[one.trigger[0]], false)
        else one
        for one in drafts
    ]


def _false_at(units: Sequence[Unit]) -> list[int]:
    """Where words stand in a sentence that call something false: behind "is" or "as"; "truth" and "basis" behind "no"."""
    return [
        k
        for k, unit in enumerate(units)
        if k and ((unit.view in _FALSE and _is_said(units, k)) or (unit.view in _TRUE and units[k - 1].view in _NO))
    ]


def _is_said(units: Sequence[Unit], k: int) -> bool:
    near = [unit.view for unit in units[max(k - 2, 0) : k]]
    return near[-1] not in _NOT and not _SAYS.isdisjoint(near)


_TRUE = frozenset(("truth", "basis", "foundation"))
_NO = ("no", "without", "any")
_NOT = ("not", "never")
_SAYS = frozenset(("is", "are", "was", "were", "be", "been", "as"))


def _is_untrue(units: Sequence[Unit], at: int, false: Sequence[int]) -> bool:
    """Whether the act at `at` is told by reports or the like which a word at `false` calls untrue, in the same sentence."""
    talk = next((k for k in range(at - 1, max(at - 1 - _REACH, -1), -1) if units[k].view in _TALK), None)
    if talk is None or units[talk + 1].view not in _BRINGS:
        return False
    return any(
        (k < talk or k > at) and not any(unit.signature & _ENDS for unit in units[min(k, talk) : max(k, at)])
        for k in false
    )
