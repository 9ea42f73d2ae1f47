"""The people whose phrase ends right before a word: two definite nouns side by side are two, the last of them meant."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.phrases import phrase_end
from khabar.languages.ar.phrases.shapes import is_article

_OF_THEM = frozenset(("NUMBER", "whoever", "people", "role", "org_head", "bound_before"))


def people_ahead(units: Sequence[Unit], least: int, end: int, heads: frozenset[str]) -> int | None:
    """Where the phrase of such heads begins that ends before units[end], not before units[least]; None without one."""
    named = (at for at in range(end - 1, least - 1, -1) if not units[at].signature.isdisjoint(heads))
    first = next((at for at in named if phrase_end(units, at, end, governed=True) == end), None)
    while (
        first is not None
        and first > least
        and units[first - 1].signature & _OF_THEM
        and not is_article(units[first - 1])
    ):
        first -= 1  # hundreds of | families, elders of | tribes
    return first
