"""Words that a relay puts down to somebody: according to a toll that the paper ascribed to the ministry."""

from __future__ import annotations

from typing import NamedTuple

from khabar.grammar import Match
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.drafts import NameDraft, ViaDraft


class Ascribed(NamedTuple):
    """Whom words are put down to, who does so, and the index behind them."""

    speaker: NameDraft
    via: tuple[ViaDraft, ...]
    end: int


def ascribed_to(m: Match, first: int) -> Ascribed | None:
    """The source behind "words that X puts down to" (according to a toll that the paper ascribed to the ministry)."""
    units = m.units
    if first + 3 >= len(units) or "put_down" not in units[first + 1].signature:
        return None
    to = noun_phrase_end(units, first + 2, len(units))
    if to + 1 >= len(units) or "ila" not in units[to].signature:
        return None
    end = noun_phrase_end(units, to + 1, len(units))
    via = (ViaDraft(name_draft(units, first + 2, to, m.text)),) if to > first + 2 else ()
    return Ascribed(name_draft(units, to + 1, end, m.text), via, end) if end > to + 1 else None
