"""Whoever: people told by what they do, in a relative clause without a noun (whoever refuses to disarm, those he called …).

What stands in such a clause in the present is of anybody who may do it, and no event.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.shapes import is_article, is_finite

_ENDS = frozenset(("stop", "comma", "semicolon", "colon", "TIME", "background", "until", "comp", "rel", "while", "but"))
_BREAKS = _ENDS | {"CUE", "bracket"}
_QUOTED = 6  # units of a label in quotation marks
_FAR = 7  # units from "whoever" to a word of its clause
OUT_OF = "ممن"


def whoever_end(units: Sequence[Unit], first: int, last: int) -> int | None:
    """Behind the relative clause that begins at units[first], every (one) perhaps before it; None where none does."""
    at = first + 1 if "every" in units[first].signature else first
    verb = _verb_of(units, at)
    if verb is None or verb >= last or not _is_clear(units, first, at, verb):
        return None
    end = verb + 1
    while end < last and not units[end].signature & _ENDS:
        signature = units[end].signature
        if "quote" in signature:
            close = next((k for k in range(end + 1, min(end + _QUOTED, last)) if "quote" in units[k].signature), None)
            if close is None or is_finite(units[end + 1]):
                break
            end = close + 1
            if _is_label(units[verb]):
                break
            continue
        if (is_finite(units[end]) or "ACT_VERB" in signature) and "+and" not in signature:
            break
        end += 1
    return end


def _verb_of(units: Sequence[Unit], at: int) -> int | None:
    """Where the verb of a relative clause stands that begins with "who" at units[at]: right behind it, "not" perhaps between."""
    if at >= len(units) or not ("man_rel" in units[at].signature or units[at].view == OUT_OF):
        return None
    verb = at + 1
    while verb < len(units) and "neg" in units[verb].signature:
        verb += 1
    return verb if verb < len(units) and "verb" in units[verb].signature and not is_article(units[verb]) else None


def _is_clear(units: Sequence[Unit], first: int, at: int, verb: int) -> bool:
    """Whether "who" is not "from": of those who; an imperfect or a negation follows, or what somebody called them, or "every" goes
    before.
    """
    of_them = units[at].view == OUT_OF
    return of_them or at > first or verb > at + 1 or _is_present(units[verb]) or _is_label(units[verb])


def _is_present(unit: Unit) -> bool:
    """A verb of the masculine in the present: behind "from" a noun may be spelt like one of the feminine (fear of | widening)."""
    return unit.view.startswith(_HE) and is_finite(unit)


_HE = "ي"


def _is_label(unit: Unit) -> bool:
    """A verb with a pronoun (whom he called)."""
    return "verb" in unit.signature and "+pron" in unit.signature


def is_of_whoever(units: Sequence[Unit], at: int) -> bool:
    """Whether a word stands in the clause of whoever does something, in the present: nobody is told to have done it."""
    for k in range(at - 2, max(at - _FAR, -1), -1):
        if "man_rel" in units[k].signature:
            verb = _verb_of(units, k)
            return verb is not None and verb < at and _is_present(units[verb])
        if units[k + 1].signature & _BREAKS:
            return False
    return False
