"""Objects behind what marks set off: what is denied, or carried of a source, where a noun is spelt like a verb."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit


def is_what_is_denied(done: Sequence[Unit], at: int) -> bool:
    """Whether marks set something off right before done[at], and before it a verb that denies or turns down still lacks its object,
    or one that carries words of a source lacks those: a form that is as well a noun is that.
    """
    if at == 0 or done[at - 1].signature.isdisjoint(_MARKS) or "+and" in done[at].signature:
        return False
    source = next((k for k in range(at - 2, max(at - _LONGEST, 0), -1) if done[k].signature & _OF_SOURCE), 0)
    if source and {"carries", "an"} <= done[source - 1].signature | done[source].signature:
        return True  # has carried of sources, | the refusal of
    opens = next((k for k in range(at - 2, max(at - _LONGEST, 0), -1) if done[k].signature & _MARKS), 0)
    told = [unit for unit in done[max(opens - _LONGEST, 0) : opens] if unit.signature & _CUES]
    return bool(told) and "CUE" in told[-1].signature and told[-1]["cue"].act in ("deny", "reject")


_LONGEST = 8  # units between two marks, or of a subject
_MARKS = frozenset(("comma", "dash"))
_OF_SOURCE = frozenset(("an", "mark"))
_CUES = frozenset(("CUE", "REL_CUE", "PART", "mark"))
