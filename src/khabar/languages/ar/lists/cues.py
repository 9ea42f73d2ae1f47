"""Cue words: what the lists say about a verb, participle or noun that carries a claim."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from khabar.record.vocabulary import Act, Distance


class Cue(msgspec.Struct, frozen=True):
    """One row of a cue list.

    `frames`: where the content may stand (clause, colon, np, b, ila, ala, min, an, li, fi, as, and obj+… with an
    addressee between).  `flags`: the row's marks (continues, ambiguous, document, …).  `kind`: verb, participle,
    noun.
    """

    lemma: str
    act: Act
    distance: Distance
    frames: frozenset[str]
    flags: frozenset[str]
    kind: str

    @property
    def is_to_somebody(self) -> bool:
        """Whether somebody may stand between it and its content: who is asked, warned or accused."""
        return _holds_addressee(self.frames)


@lru_cache(maxsize=1 << 10)
def _holds_addressee(frames: frozenset[str]) -> bool:
    return any(frame.startswith("obj+") for frame in frames)


SPEECH = ("clause", "colon", "quote")
"""The frames of words that somebody says; behind all others stands an act or a thing."""

SAY = Cue("", "say", "neutral", frozenset({"clause", "colon"}), frozenset(), "according")
"""Plain saying, for attributions whose cue is no word of the lists."""
