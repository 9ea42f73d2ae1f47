"""Whom somebody quotes: A said, quoting B, that …; A broadcast the toll, quoting B."""

from __future__ import annotations

from msgspec.structs import replace

from khabar.grammar import Match
from khabar.languages.ar.claims.anchors import Anchor, ascribing, inside
from khabar.languages.ar.lists.cues import SAY, Cue
from khabar.languages.ar.phrases.asides import Around
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.openings import opening
from khabar.languages.ar.phrases.shapes import is_article
from khabar.languages.ar.phrases.subjects import subject_before
from khabar.languages.drafts import ViaDraft

QUOTING = Cue("", "say", "neutral", SAY.frames, SAY.flags, "quoting")
"""The cue of a source that is quoted."""


def quoted_by(m: Match, end: int) -> Anchor | None:
    """A said, quoting B, that …: B's words inside the frame of A's verb; A passes them on."""
    units, at = m.units, m.first
    told = next((k for k in range(at - 1, -1, -1) if "CUE" in units[k].signature), None)
    opened = opening(units, end, SAY) if told is not None else None
    if told is None or opened is None:
        return None
    begin, teller = told + 1, noun_phrase_end(units, told + 1, at)
    ahead = subject_before(m, told) if teller == begin else None
    if ahead is not None:
        begin, teller = ahead
    return replace(
        inside(m, SAY, at, opened),
        speaker=name_draft(units, at + 1, end, m.text),
        via=(ViaDraft(name_draft(units, begin, teller, m.text)),) if teller > begin else (),
        kind="according",
    )


def broadcast_of(m: Match, end: int) -> Anchor | None:
    """A broadcast the toll, quoting B: what was broadcast, a thing that is said, is B's; A passes it on."""
    units, at = m.units, m.first
    told = next((k for k in range(at - 1, max(at - 8, -1), -1) if "broadcast" in units[k].signature), None)
    if told is None or "+pron" in units[told].signature:
        return None
    things = [k for k in range(told + 1, at) if is_article(units[k]) and units[k].signature & _SAID_THINGS]
    if not things or not all(u.signature & {"TIME", "adverb", "comma", "daypart"} for u in units[things[0] + 1 : at]):
        return None
    thing = units[things[0]]
    teller = (told + 1, things[0]) if things[0] > told + 1 else subject_before(m, told)
    if teller is not None and noun_phrase_end(units, *teller) != teller[1]:
        return None
    return replace(
        ascribing(m, QUOTING, at, Around(thing.cut, thing.end, forward=False)),
        frame="around",
        speaker=name_draft(units, at + 1, end, m.text),
        via=(ViaDraft(name_draft(units, *teller, m.text)),) if teller is not None else (),
    )


_SAID_THINGS = frozenset(("toll", "tally", "document", "medium", "cue_noun"))
