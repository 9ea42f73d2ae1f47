"""The doer of a passive or a masdar behind a preposition: by, at the hands of, by the bullets of."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.phrases import phrase_end, words
from khabar.languages.ar.events.sides import is_side_of
from khabar.languages.ar.lists.events import folded_ends
from khabar.languages.drafts import PartyDraft

_REACH = 12


def by_whom(units: Sequence[Unit], first: int, text: str) -> PartyDraft | None:
    """The doer of a passive: behind "by", "by the hand of", "by the bullets of"."""
    for at in range(first, min(first + _REACH, len(units) - 1)):
        unit = units[at]
        if unit.signature & {"stop", "CUE", "comp"}:
            return None
        if is_by(units, at):
            return words(units, at + 1, doer_end(units, at + 1), text)
        if "+bi" in unit.signature and "means" in unit.signature and "kind_adjective" not in units[at + 1].signature:
            return words(units, at + 1, doer_end(units, at + 1), text)
    return None


def doer_end(units: Sequence[Unit], first: int) -> int:
    """Behind a doer whom a preposition names: what stands "in" behind him is where it was done (by the police | in X)."""
    end = phrase_end(units, first)
    return next((k for k in range(first + 1, end) if _ends_doer(units, k)), end)


def _ends_doer(units: Sequence[Unit], at: int) -> bool:
    """Where it was done, with what bullets, and to whose house (by the police | in X, | "of" the house of Y)."""
    if "fi" in units[at].signature or units[at].view in _LIVE:
        return True
    struck = "+li" in units[at].signature and not units[at].signature.isdisjoint(_STRUCK)
    return struck and "governing" not in units[at - 1].signature


_STRUCK = frozenset(("place_type", "place_facility", "countable", "people", "NUMBER"))


_LIVE = ("الحي", "المطاطي", "المعدني")  # of bullets: live, of rubber


def is_by(units: Sequence[Unit], at: int) -> bool:
    """Whether units[at] and the preposition before it lead to a doer (by, on the part of, at the hands of), not to who loses
    what is taken (out of the hands of).
    """
    unit = units[at]
    if "doer_before" not in unit.signature or at == 0:
        return False
    if "min" in units[at - 1].signature:
        if at > 1 and units[at - 2].view.startswith(folded_ends("backed")):
            return False  # officers backed by a country: they did it
        return "grasp" not in unit.signature and not ("turn_noun" in unit.signature and is_side_of(units, at - 2))
    return "ala" in units[at - 1].signature or "+bi" in unit.signature
