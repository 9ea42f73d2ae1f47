"""Whom a protest counts: those who hold it, march in it, or block roads."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.figures.counts import Count
from khabar.languages.ar.forms.lexicon import lexicon


def tells_protest(units: Sequence[Unit]) -> bool:
    """Whether the words tell of a protest: an act noun of that type, or a verb that says nothing else."""
    for unit in units:
        if _names_a_protest(unit):
            return True
        if any(word.measure == "protesters" and not word.weak for word in unit.get("MEASURE") or ()):
            return True
    return False


def hold_protest(behind: Sequence[Unit]) -> bool:
    """Whether the counted hold a protest: its name is the verb's object right behind them."""
    for unit in behind:
        if "prep" in unit or "mark" in unit:
            return False
        if _names_a_protest(unit):
            return "+al" not in unit
    return False


def _names_a_protest(unit: Unit) -> bool:
    """Whether the noun of an act, in the accusative too, is that of a protest."""
    if "event" not in unit and "event_noun" not in unit:
        return False
    act = unit.get("event") or lexicon().words.get(unit.view.removesuffix(_ALEF), {}).get("event")
    return act is not None and bool(act["type"] == "PROTEST")


_ALEF = "\N{ARABIC LETTER ALEF}"


def block_roads(units: Sequence[Unit], count: Count) -> bool:
    """Whether the counted block roads: a protest, whoever they are (hundreds of residents blocked roads)."""
    if count.at == 0 or units[count.at - 1].view.removeprefix(_AND) not in _BLOCK:
        return False
    return any(unit.view in _ROADS for unit in units[count.last : count.last + AROUND])


_AND = "\N{ARABIC LETTER WAW}"
_BLOCK = ("قطع", "قطعت", "اغلق", "اغلقت", "يقطع", "سد")
_ROADS = ("طريق", "طريقا", "طرق", "طرقا", "الطريق", "الطرق", "الطرقات", "طرقات", "شارع", "شوارع", "الشوارع")


AROUND = 14  # words
