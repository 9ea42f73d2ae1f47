"""Condition: what people counted before are in or under, be it still: captive, missing, in custody, beneath the rubble."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.lists.figure_words import CountedNoun, MeasureWord
from khabar.record.vocabulary import Measure

_STATES: tuple[Measure, ...] = ("missing", "arrested", "abducted", "injured", "displaced")
_IN, _UNDER = ("قيد", "رهن"), "تحت"
_ALIVE = "احياء"
_RUBBLE = frozenset(("الانقاض", "انقاض", "الركام", "ركام", "الردم", "الحطام"))


def state_of(units: Sequence[Unit], at: int, *, still: bool) -> Measure | None:
    """The fate that units[at], behind counted people, says they are in; `still`: "are still" stands before it.

    Missing people are told by a predicate without article (seventy are still | missing), those whom a state holds by its name
    (under | arrest), the buried by what lies on them: whether they live is not said, unless they come out alive.
    """
    unit, following = units[at], units[at + 1] if at + 1 < len(units) else None
    noun: CountedNoun | None = unit.get("people") if still else None
    if noun is not None and noun.number == "p" and noun.measure in _STATES and "+al" not in unit:
        return noun.measure
    if following is None:
        return None
    if unit.view in _IN and "MEASURE" in following:
        words: tuple[MeasureWord, ...] = following["MEASURE"]
        return next((word.measure for word in words if word.measure), None)
    if unit.view == _ALIVE and "min" in following and any(u.view == _UNDER for u in units[at + 2 : at + 3]):
        return "rescued"
    buried = unit.view == _UNDER and following.view in _RUBBLE and "min" not in units[at - 1]
    return "casualties" if buried else None


def is_exchanged(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb or noun of exchanging stands before prisoners counted at units[at]: they were set free."""
    for unit in reversed(units[max(0, at - _NEAR) : at]):
        if unit.signature & {"stop", "comp", "bi_comp", "colon"}:
            return False
        if _EXCHANGE in unit.view:
            return True
    return False


def is_of_the_freed(units: Sequence[Unit], at: int) -> bool:
    """Whether "among those set free" opens the list that the count at units[at] heads."""
    near = units[max(0, at - _BESIDE) : at]
    freed = [k for k, unit in enumerate(near) if k and unit.view in _FREED]
    return any("among_prep" in near[k - 1] for k in freed)


_NEAR, _BESIDE, _EXCHANGE = 9, 4, "تبادل"
_FREED = ("المفرج", "المحررين", "المطلق")
