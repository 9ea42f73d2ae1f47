"""Words that a relay puts down to somebody: according to a toll that the paper ascribed to the ministry."""

from __future__ import annotations

from typing import NamedTuple

from khabar.grammar import Match
from khabar.languages.ar.claims.anchors import Anchor, with_comma
from khabar.languages.ar.lists.cues import SAY
from khabar.languages.ar.phrases.asides import Around
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.drafts import NameDraft, ViaDraft


class Ascribed(NamedTuple):
    """Whom words are put down to, who does so, and the index behind them."""

    speaker: NameDraft
    relay: NameDraft | None
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
    relay = name_draft(units, first + 2, to, m.text) if to > first + 2 else None
    return Ascribed(name_draft(units, to + 1, end, m.text), relay, end) if end > to + 1 else None


def put_down(m: Match, at: int, content: Around, source: Ascribed) -> Anchor:
    """The anchor of words that a relay puts down to somebody."""
    units = m.units
    return Anchor(
        at=at,
        cue=SAY,
        cue_span=(units[at].cut, units[at].end),
        clause=with_comma(units, at),
        cuts=True,
        frame="around" if content.forward else "back",
        opens=None,
        start=content.start,
        speaker=source.speaker,
        via=(ViaDraft(source.relay),) if source.relay else (),
        content=(content.start, content.end),
        kind="according",
        rule=m.rule.id,
    )
