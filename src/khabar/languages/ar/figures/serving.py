"""The body in which somebody serves, between his title and his name (the sergeant in the police So-and-so)."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.figures.counts import FORCES


def name_behind_body(units: Sequence[Unit], at: int) -> int | None:
    """Where somebody's name stands behind "in" at units[at] and the body he serves in."""
    for k in range(at + 1, min(len(units) - 1, at + _BODY)):
        if units[k].signature.isdisjoint(_IN_BODY):
            return None
        if "given" in units[k + 1].signature:
            return k + 1
    return None


_BODY = 4  # units: "in", the noun of the body, its genitive or adjective
_IN_BODY = FORCES | {"organisation", "ministry", "police", "demonym"}
