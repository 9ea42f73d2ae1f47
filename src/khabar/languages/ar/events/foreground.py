"""Foreground: does a clause assert the event, or only mention it?

A clause asserts an event by a finite verb in the perfect, or by a noun that a verb of happening carries (an attack took
place, was carried out, left ten dead) or that a verb of saying announces.  Whatever stands behind "after", "who", "if"
or inside the phrase of another noun (the fear of attacks, the victims of the raid) is mentioned.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit

_BEFORE = 10
_BEHIND = 7
_CARRIES = frozenset(("does", "suffered", "happens", "hit", "measure_word"))
_BREAKS = frozenset(("stop", "comma", "colon", "rel", "conditional", "question", "comp", "bi_comp"))


def is_asserted(units: Sequence[Unit], at: int) -> bool:
    """Whether the clause of the event word at `at` is there to tell the event."""
    signature = units[at].signature
    if "ACT_VERB" in signature:
        return _is_perfect(units, at)
    if "ACT" not in signature:
        return any(unit.signature & {"gathers", "falls"} for unit in units[max(at - 2, 0) : at]) or _is_carried(
            units, at
        )
    return _is_announced(units, at) or _is_carried(units, at) or leads_on(units, at) or _is_marched(units, at)


def is_suffered(units: Sequence[Unit], at: int) -> bool:
    """Unrest during which people were hurt or held in the clause (a thousand were hurt during the unrest)."""
    unit = units[at]
    if at < _CLAUSE_OF_TWO or units[at - 1].view not in _DURING or {"ACT", "+al"} - unit.signature:
        return False
    if unit["ACT"].word.type != "PROTEST":
        return False
    for k in range(at - 2, max(at - 2 - _BEFORE, -1), -1):
        signature = units[k].signature
        if signature & {"ACT_VERB", "measure_word"} and "verb" in signature:
            return not _is_to_be(units, k)
        if signature & _BREAKS:
            return False
    return False


_DURING, _CLAUSE_OF_TWO = ("خلال", "اثناء"), 2


def _is_marched(units: Sequence[Unit], at: int) -> bool:
    """People come out, or come together, for it (hundreds came out, last week, in protests): a verb before it in the clause."""
    if units[at]["ACT"].word.type != "PROTEST":
        return False
    for k in range(at - 1, max(at - 1 - _BEFORE, -1), -1):
        signature = units[k].signature
        if "gathers" in signature and "verb" in signature and not _is_to_be(units, k):
            return _is_perfect(units, k)
        if signature & (_BREAKS - {"comma"}) or "ACT" in signature:
            return False
    return False


def _is_perfect(units: Sequence[Unit], at: int) -> bool:
    slots = units[at]["event_verb"].slots if "event_verb" in units[at].signature else ()
    if at and units[at - 1].signature & {"neg_verb", "conditional", "question", "when"}:
        return False
    return not slots or any(slot[0] in "pP" for slot in slots)


def _is_announced(units: Sequence[Unit], at: int) -> bool:
    """A verb of saying stands right before, its subject perhaps between (the ministry announced the killing of)."""
    behind = before_day(units, at)
    for k in range(behind - 1, max(behind - 1 - _BEFORE, -1), -1):
        signature = units[k].signature
        if "CUE" in signature:
            return "cue" in signature and units[k]["cue"].act in _TELLING
        if signature & _BREAKS or "ACT" in signature or "prep" in signature:
            return False
    return False


def before_day(units: Sequence[Unit], at: int) -> int:
    """Where a day set off by commas right before `at` begins (announced, on Friday, the killing of); `at` without one."""
    k = at - 1
    if k < 0 or "comma" not in units[k].signature:
        return at
    first = k
    while first > 0 and "TIME" in units[first - 1].signature:
        first -= 1
    return first - 1 if 0 < first < k and "comma" in units[first - 1].signature else at


_TELLING = ("say", "affirm", "claim_responsibility")


def _is_carried(units: Sequence[Unit], at: int) -> bool:
    """A verb of happening or doing stands before it in the clause, no further act between."""
    for k in range(at - 1, max(at - 1 - _BEFORE, -1), -1):
        signature = units[k].signature
        if signature & _CARRIES and signature & {"verb", "measure_word"} and not _is_to_be(units, k):
            return True
        if (signature & _BREAKS and not _is_by_day(units, k)) or "ACT" in signature:
            return False
    return False


def _is_by_day(units: Sequence[Unit], k: int) -> bool:
    """Whether a comma only sets off a day (launched, on Saturday, a series of raids)."""
    near = (*units[max(k - 1, 0) : k], *units[k + 1 : k + 2])
    return "comma" in units[k].signature and any("TIME" in unit.signature for unit in near)


def leads_on(units: Sequence[Unit], at: int) -> bool:
    """A verb of happening stands behind it, adjectives and a place between (a raid on the town left ten dead)."""
    for k in range(at + 1, min(at + 1 + _BEHIND, len(units))):
        signature = units[k].signature
        if signature & _CARRIES and "verb" in signature:
            return True
        other = "ACT_NOUN" in signature and "means_head" not in signature
        if signature & {"stop", "colon", "comp", "bi_comp"} or other:
            return False
    return False


def _is_to_be(units: Sequence[Unit], k: int) -> bool:
    """An imperfect behind "that … should", "in order to", "if", "not": nothing was done."""
    if k == 0:
        return False
    return (
        bool(units[k - 1].signature & {"conditional", "neg_verb", "comp", "li_comp", "sawfa"})
        or "future" in units[k].signature
    )
