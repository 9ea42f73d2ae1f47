"""Cue words: what the lists say about a verb or noun that carries a claim, and the part it plays in a sentence."""

from __future__ import annotations

from typing import Literal, NamedTuple

import msgspec

from khabar.record.vocabulary import Act, Distance

Form = Literal["base", "s", "past", "pp", "ing"]
Voice = Literal["finite", "modal", "passive", "part", "inf"]
"""finite: says, said, has said, is saying; modal: would say; passive: is said, was told; part: saying; inf: to say."""


class Cue(msgspec.Struct, frozen=True):
    """One row of a cue list.

    `frames`: how the content follows (clause, np, inf, as, pred, self, a preposition; obj+… with somebody between).
    `flags`: the row's marks (weak, strict, noun, evidence, opinion, told, after, attitude).
    """

    lemma: str
    act: Act
    distance: Distance
    frames: frozenset[str]
    flags: frozenset[str]
    kind: str


SAY = Cue("", "say", "neutral", frozenset({"clause"}), frozenset(), "according")
"""Plain saying, for attributions whose cue is no verb or noun of the lists."""


class Part(NamedTuple):
    """A cue verb in its sentence: how it is used, the unit index of its first auxiliary or adverb, whether it is negated."""

    cue: Cue
    voice: Voice
    group: int
    negated: bool
