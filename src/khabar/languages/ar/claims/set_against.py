"""Set against: where the outlet sets what another says against the words it has passed on (that X, but another source said Y)."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.claims.anchors import Anchor


def end_against(units: Sequence[Unit], anchors: Sequence[Anchor], anchor: Anchor, at: int) -> int:
    """Where a clause begins in which somebody else, named in it, says otherwise; the end where nobody does, or words are quoted."""
    if anchor.frame != "clause":
        return len(units)
    told = (a for a in anchors if a.at > at and a.found_by == "explicit" and a.kind == "verb" and a.speaker is not None)
    cuts = (_set_against(units, at, a.at, a.speaker.span[0]) for a in told if a.speaker and a is not anchor)
    return min((k for k in cuts if k is not None and not inside_quotation(units, at, k)), default=len(units))


def _set_against(units: Sequence[Unit], at: int, cue: int, speaker: int) -> int | None:
    """The comma before "but" or "while" with which the outlet sets what another says against the words from units[at] on, that
    it has passed on (that there were five, | but another source said that).  `cue`: the other's verb, `speaker`: the offset of
    his name; None where no such clause holds both.
    """
    for k in range(cue - 1, at, -1):
        signature = units[k].signature
        if "comma" in signature:
            return k if units[k + 1].signature & _AGAINST and speaker > units[k].start else None
        if signature & _APART:
            return None
    return None


_AGAINST, _APART = frozenset(("while", "but")), frozenset(("stop", "colon", "quote_open", "quote_close", "rel"))


def inside_quotation(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether a quotation that opened after `first` is still open at `at`."""
    depth = 0
    for unit in units[first:at]:
        if "quote_open" in unit.signature:
            depth += 1
        elif "quote_close" in unit.signature:
            depth = max(depth - 1, 0)
    return depth > 0
