"""Background: what a clause only refers to, and what had happened before what a report tells.

Behind "after", "since", "because of" or "who" an event is mentioned, not told; in a sentence that opens with "had" it is told as
earlier than the news.  Neither happened on the day that other words name.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.shapes import IMPERFECT

_FAR = 8


def background_at(units: Sequence[Unit], at: int) -> int | None:
    """Where the word stands that puts an event word into the background of its clause: before the news, where it is of the
    class `afterwards` (after, since), else beside it (because of, during, who).
    """
    acted = False
    for k in range(at - 1, max(at - 1 - _FAR, -1), -1):
        signature = units[k].signature
        if "background" in signature and "TIME" not in units[k + 1].signature and not _is_soon(units, k):
            return None if "cause" in signature and _is_fate(units, k) else k
        if "rel" in signature and not acted:
            return k  # a relative clause ends with the act it tells, or at its comma
        acted = acted or bool(signature & {"ACT", "comma"})
        if signature & {"CUE", "stop", "comp", "bi_comp", "colon"}:
            return None
    return None


def _is_soon(units: Sequence[Unit], k: int) -> bool:
    """Whether "after" at units[k] only says that hardly any time passed (it was not long after)."""
    return "later" in units[k].signature and k > 1 and "neg_verb" in units[k - 2].signature


def is_earlier(units: Sequence[Unit], at: int) -> bool:
    """Whether a sentence that begins with "had" tells an event word as earlier (the police had arrested): its day is none of
    those on which the report tells news.  What somebody was doing (an imperfect verb) went on meanwhile; what was done "in the
    morning" was done on the day of the news.
    """
    if any("daypart" in unit.signature for unit in units[1:at]) and not any("TIME" in u.signature for u in units[1:at]):
        return False
    if "ACT_VERB" not in units[at].signature or not units[at].view.startswith(IMPERFECT):
        return True
    return any(not unit.signature.isdisjoint(_TOLD_BEFORE) for unit in units[1:at])


_TOLD_BEFORE = frozenset(("qad", "CUE"))


def is_since(units: Sequence[Unit], at: int) -> bool:
    """Whether "since", or "since the beginning of", governs an event word."""
    for unit in reversed(units[max(at - _SINCE, 0) : at]):
        if "since" in unit.signature:
            return True
        if "TIME" in unit.signature:
            return False  # clashes since Saturday evening
    return False


_SINCE = 3  # units: since the beginning of, an adjective


def _is_fate(units: Sequence[Unit], k: int) -> bool:
    """Whether people were hurt "as a result of" what stands behind: the clause tells it, and by its outcome."""
    return any("measure_word" in unit.signature for unit in units[max(k - _FAR, 0) : k])
