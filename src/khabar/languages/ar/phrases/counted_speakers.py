"""People whom a number counts right behind a verb, as who speaks (dozens of teachers, five of them, 67 deputies)."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import PERHAPS_ACCUSATIVE, is_article, is_owned


def counts_people(units: Sequence[Unit], at: int) -> bool:
    """Dozens of teachers, or several states, right behind a verb: who speaks."""
    near = units[at : at + 3]
    if len(near) == 3 and "NUMBER" in near[0].signature and (near[1].signature & _SEVERAL or _have_object(units, at)):
        return True
    told = len(near) == 3 and "NUMBER" in near[0].signature and "min" in near[1].signature
    return told and bool(near[2].signature & {"people", "unnamed", "role"})


def _have_object(units: Sequence[Unit], first: int) -> bool:
    """Whether what counted people or "five of them" say stands behind them: "that", a thing of theirs, a definite noun that no
    indefinite one governs (67 deputies supported | the proposal).
    """
    if units[first + 1].signature.isdisjoint(_COUNTED_PEOPLE):
        return False
    end = noun_phrase_end(units, first, min(first + _OBJECT_NEAR, len(units)))
    if end <= first + 1 and "of_them" in units[first + 1].signature:
        end = first + 2
    if end >= len(units) or end == first:
        return False
    if "comp" in units[end].signature or is_owned(units[end]):
        return True
    return units[first + 1].text.endswith(PERHAPS_ACCUSATIVE) and any(is_article(u) for u in units[first + 2 : end + 1])


_COUNTED_PEOPLE, _OBJECT_NEAR = frozenset(("people", "role", "of_them")), 12
_SEVERAL = frozenset(("org_head", "somebody"))
