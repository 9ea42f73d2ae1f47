"""Anchors: a cue with its speaker and its opening, before the content's end is settled.

The end of a content depends on what follows it in the sentence, so the rules build anchors and `claims` cuts the contents
between them.
"""

from __future__ import annotations

import msgspec

from khabar.languages.drafts import Agreement, NameDraft, Offsets, ViaDraft
from khabar.languages.en.lists.cues import Cue
from khabar.record.vocabulary import FoundBy

UNKNOWN = Agreement()


class Anchor(msgspec.Struct, frozen=True):
    """A found cue.

    `at`: unit index of the cue; `clause`: unit index where its clause begins (an earlier content ends there when it
    `cuts`); `opens`: unit index where its content begins, `last`: the one it ends before at the latest.  Of a content that
    lies before the cue `ends` is the unit index behind it and `start` its first unit, where that is known; with `opens` too
    it goes on behind the attribution.  `frame`: how the content is joined (clause, quote, colon, np, inf, …).
    """

    at: int
    cue: Cue
    cue_span: Offsets
    clause: int
    rule: str
    kind: str = "verb"
    cuts: bool = False
    frame: str = "clause"
    opens: int | None = None
    ends: int | None = None
    start: int | None = None
    last: int | None = None
    found_by: FoundBy = "explicit"
    speaker: NameDraft | None = None
    pronoun: Offsets | None = None
    agreement: Agreement = UNKNOWN
    via: tuple[ViaDraft, ...] = ()
    medium: Offsets | None = None
    addressee: Offsets | None = None
    headline: bool = False
