"""Verdicts: a punishment that a court only passes, or that somebody only faces, is no deed of its kind yet.

A sentence of death kills nobody, a warrant arrests nobody, and who was sentenced to prison may have sat there for years.
The same word tells the deed where the sentence is carried out.  What governs it tells which: a noun or a verb of judging,
whoever was so judged, a court that decides on it, against a verb of carrying out before the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.shapes import is_article

_REACH = 10  # units of a court, a day and those sentenced, between the verb of judging and "to"
_CLOSE = 4  # units of a court behind "decided"
_CARRIED = 12  # units of who carries it out, and when, before the sentence
_ENDS = frozenset(("stop", "colon", "comp", "bi_comp", "semicolon"))
_GOVERNS = frozenset(("sentences", "judged", "condemned"))
_JUDGED = frozenset(("judged", "writ"))


def judged_at(units: Sequence[Unit], at: int) -> int | None:
    """Where the word stands that makes the punishment at `at` one that is only passed; None where it does not.

    The punishment is a unit of the class "punishment", as its act noun; a headline names it alone, with whom it is for behind it
    (death for three of the accused).
    """
    signature = units[at].signature
    if at == 0 or ("mark" in units[at - 1].signature and "+bi" not in signature):
        headline = "capital" in signature and is_article(units[at]) and at + 1 < len(units)
        return at if headline and "+li" in units[at + 1].signature else None
    if "+bi" in signature:
        k = _governing(units, at)
    elif not _JUDGED.isdisjoint(units[at - 1].signature):
        k = at - 1
    else:
        k = _facing(units, at) if "capital" in signature and is_article(units[at]) else None
    if k is not None:
        return None if _is_carried_out(units, k) else k
    return _deciding(units, at) if "capital" in signature else None


def _facing(units: Sequence[Unit], at: int) -> int | None:
    """The verb of those who only face it, or wait for it (four young men face | death)."""
    for k in range(at - 1, max(at - 1 - _REACH, -1), -1):
        signature = units[k].signature
        if "faces" in signature:
            return k
        if signature & _ENDS or ("prep" in signature and "min" not in signature):
            break
    return None


def _governing(units: Sequence[Unit], at: int) -> int | None:
    """The word of judging that takes its punishment behind "to" (sentenced five of the accused | to)."""
    for k in range(at - 1, max(at - 1 - _REACH, -1), -1):
        signature = units[k].signature
        if signature & _GOVERNS:
            return k
        if signature & _ENDS:
            break
    return None


def _deciding(units: Sequence[Unit], at: int) -> int | None:
    """The verb of a court that decides on it right behind (the court decided the execution of)."""
    for k in range(at - 1, max(at - 1 - _CLOSE, 0), -1):
        signature = units[k].signature
        if "court" in signature:
            return k - 1 if _decides(units[k - 1]) else None
        if signature & _ENDS or "comma" in signature:
            break
    return None


def _decides(unit: Unit) -> bool:
    """Whether a verb may bring in what a court decides: not what its prosecutor asks for or threatens with."""
    cue = unit.get("cue")
    told = cue.act in _SAYS if cue is not None else "manages" in unit.signature
    return told and "carries_out" not in unit.signature


_SAYS = ("say", "affirm", "order", "support")


def is_of_judges(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb of judging stands before its court, or the court behind it: the same words are "died" and, with "on"
    behind it, "the elimination of"; nor does "by hanging" behind a punishment tell that anybody was hanged.
    """
    if "manner" in units[at].signature:
        return any("punishment" in unit.signature for unit in units[max(at - _CLOSE, 0) : at])
    if "sentences" in units[at].signature:
        return any("court" in unit.signature for unit in units[at + 1 : at + 3])
    return at > 0 and "sentences" in units[at - 1].signature


def _is_carried_out(units: Sequence[Unit], at: int) -> bool:
    """Whether the sentence at `at` is carried out: a verb or a noun of carrying out stands before it in its clause."""
    for k in range(at - 1, max(at - 1 - _CARRIED, -1), -1):
        signature = units[k].signature
        if "carries_out" in signature:
            return True
        if signature & _ENDS:
            break
    return False
