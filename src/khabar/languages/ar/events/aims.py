"""Act nouns behind "to" and "with": an aim or a manner, unless a verb governs them so (went on with, accused of)."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit
from khabar.languages.ar.events.needs import act_of


def is_aim(m: Match) -> bool:
    """A purpose or a manner, that no verb of doing, calling or ordering governs."""
    first = act_of(m).first
    if act_of(m).word.type == "COERCE" and act_of(m).word.needs != "official":
        return False
    if any(u.signature & _GOVERNS for u in m.units[max(first - 2, 0) : first]):
        return False
    return "+bi" not in m.units[first].signature or not _goes_on_with_it(m.units, first)


def _goes_on_with_it(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb that takes its act by "with" stands before whoever does it (the police | go on | with keeping them from;
    accused the force | of arming the gang).
    """
    for before in reversed(units[max(at - _FAR, 0) : at]):
        if before.signature & {"comma", "stop", "prep", "rel", "comp", "ACT"}:
            return False
        if "goes_on_with" in before.signature or ("CUE" in before.signature and before["cue"].act == "accuse"):
            return True
    return False


_GOVERNS = frozenset(("CUE", "does", "suffered", "happens"))
_FAR = 6  # units: the verb, the phrase of who does it, in quotation marks
