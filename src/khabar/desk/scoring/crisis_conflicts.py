"""Conflicts of a crisis against its table: a number is known by what it counts, words by who says them."""

from __future__ import annotations

import re
from typing import Any, Final, get_args

from khabar.desk.crisis import Conflict, ConflictSide, Crisis
from khabar.desk.scoring.crisis_speakers import is_speaker, speaker_of
from khabar.desk.scoring.names import folded
from khabar.record.vocabulary import Measure

_WORDS: Final = ("claim", "event")
"""Measures of conflicts that are told in words: their sides are known by who says them."""
_MEASURES: Final = frozenset(get_args(Measure))
_OR: Final = "_or_"
_NUMBER: Final = re.compile(r"[0-9]+")


class HeldAgainst:
    """The conflicts of a crisis, to be compared with those of its table.

    A side is the table's when it stands in one of its reports and says the same: the same number of the same measure, be it
    written as a figure or as a word ("tis'a", "two men"); what is said in words is known by its speaker.
    """

    def __init__(self, crisis: Crisis, table: dict[str, Any]) -> None:
        self._table = table
        self._names = {entry.document: entry.name for entry in crisis.entries}
        self._figures = {
            (entry.document, figure.id): figure for entry in crisis.entries for figure in entry.report.figures
        }

    def is_conflict(self, one: Conflict, told: dict[str, Any]) -> bool:
        """Whether both sides are there, in either order."""
        first, second = one.sides
        if not _one_measure(one, told):
            return False
        return any(
            all(
                self._is_side(side, of, in_words=one.measure in _WORDS)
                for side, of in zip(order, (told["a"], told["b"]), strict=True)
            )
            for order in ((first, second), (second, first))
        )

    def _is_side(self, side: ConflictSide, told: dict[str, Any], *, in_words: bool) -> bool:
        if not {self._names.get(ref.document) for ref in side.items} & set(told["reports"]):
            return False
        if in_words:
            return is_speaker(side.speaker or "", speaker_of(told["speaker"], self._table), told["speaker"])
        wanted = set(map(int, _NUMBER.findall(str(told["value"]))))
        if wanted:
            return bool(wanted & self._numbers(side))
        return folded(str(told["value"])) in folded(side.value)

    def _numbers(self, side: ConflictSide) -> set[int]:
        """The numbers of a side: those of its figures; of what is no figure, the digits of its words."""
        figures = [figure for ref in side.items if (figure := self._figures.get((ref.document, ref.item)))]
        if not figures:
            return set(map(int, _NUMBER.findall(side.value)))
        return {number for figure in figures for number in (figure.low, figure.high) if number is not None}


def _one_measure(one: Conflict, told: dict[str, Any]) -> bool:
    """Whether a conflict is of the table's measure.  A number is also denied in words."""
    measures = set(str(told["measure"]).split(_OR)) & _MEASURES
    if one.measure in _MEASURES:
        return one.measure in measures
    return not measures or told["kind"] == "denial"
