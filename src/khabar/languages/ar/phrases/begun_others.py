"""Others: people, offices and bodies that nobody has spoken of, which begin behind a phrase that is complete."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.shapes import is_article


def begins_office(units: Sequence[Unit], at: int) -> bool:
    """Whether an office or a body without article stands behind a definite noun, of which it is no genitive (the opposition
    criticised | the prime minister).
    """
    before = units[at - 1]
    return begins_others(units, at) and is_article(before) and before.signature.isdisjoint(_PERSONAL)


def begins_others(units: Sequence[Unit], at: int) -> bool:
    """Whether people or a body that nobody has spoken of begin at units[at], behind the phrase of who does it (the union accused
    | employees of), be it in quotation marks.
    """
    marked = at + 1 < len(units) and "quote_open" in units[at].signature and "LONG_QUOTE" not in units[at].signature
    unit, before = units[min(at + marked, len(units) - 1)], units[at - 1]
    if "role" in unit.signature and before.signature & _MEDIA_TOO and is_article(before):
        return not is_article(unit) and not unit.signature & _LINKED  # the ministry accused | the businessman
    return bool(unit.signature & _PEOPLE) and not is_article(unit) and not unit.signature & _LINKED


_PEOPLE, _MEDIA_TOO = frozenset(("people", "org_head")), frozenset(("org_head", "media_head"))
_LINKED = frozenset(("+and", "+pron", "+bi", "+li", "+ka", "prep", "TIME", "CUE", "PART", "REL_CUE"))
_PERSONAL = frozenset(("role", "given", "prep"))
