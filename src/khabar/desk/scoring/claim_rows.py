"""Claims against gold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from khabar.desk.scoring.links import directed_links
from khabar.desk.scoring.names import same_name
from khabar.desk.scoring.pairing import Item, Pairs, extent, having, jaccard, overlap, pair
from khabar.desk.scoring.tally import Count, Rows, asked

_ENOUGH: Final = 0.5
_SAME_CUE: Final = 0.001
"""Two claims may share a content (nested speech); then the one with the same cue is the better partner."""
_FIELDS: Final = ("act", "mode", "status", "polarity", "distance")


def match_claims(gold: Sequence[Item], read: Sequence[Item]) -> Pairs:
    """Pairs of claims whose contents share at least half their characters (Jaccard)."""
    return pair(gold, read, _likeness)


def _likeness(gold: Item, read: Item) -> float:
    alike = jaccard(extent(gold["content"]), extent(read["content"]))
    if alike < _ENOUGH:
        return 0.0
    return alike + (_SAME_CUE if overlap(extent(gold.get("cue")), extent(read.get("cue"))) else 0.0)


def same_speaker(gold: Item, read: Item) -> bool:
    """Whether two claims name the same speaker."""
    return same_name(gold.get("speaker_name"), read.get("speaker_name"))


def claim_rows(gold: Sequence[Item], read: Sequence[Item]) -> Rows:
    """claims: contents match.  claims+who: and the speaker is the same.

    speaker, act, mode, status, polarity, distance: right among matched claims, where the gold says it.
    via: the same relays in the same order, among matched claims of which one has any.  within: see `links`.
    """
    gold, read = having(gold, "content"), having(read, "content")
    pairs = match_claims(gold, read)
    matched = [(gold[i], read[j]) for i, j in pairs]
    speakers = asked(same_speaker(*both) for both in matched)
    rows = {
        "claims": Count(len(pairs), len(read), len(gold)),
        "claims+who": Count(speakers.right, len(read), len(gold)),
        "speaker": speakers,
    }
    for name in _FIELDS:
        rows[name] = asked(g[name] == r.get(name) for g, r in matched if g.get(name) is not None)
    rows["via"] = asked(_same_relays(g, r) for g, r in matched if g.get("via") or r.get("via"))
    return rows | directed_links(gold, read, pairs, "within", "within")


def _same_relays(gold: Item, read: Item) -> bool:
    wanted, found = (item.get("via") or [] for item in (gold, read))
    return len(wanted) == len(found) and all(
        same_name(_relay(a), _relay(b)) for a, b in zip(wanted, found, strict=True)
    )


def _relay(via: str | Item) -> str:
    return via if isinstance(via, str) else via.get("name", "")
