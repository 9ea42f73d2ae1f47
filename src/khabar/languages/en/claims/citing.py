"""Sources that a reporter names behind what they told: citing officials, quoting a doctor."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, rule, unit
from khabar.languages.en.claims.anchors import Anchor
from khabar.languages.en.claims.parts import cue_span
from khabar.languages.en.lists.cues import Part
from khabar.languages.en.phrases.names import name_draft
from khabar.languages.en.phrases.nouns import phrase_end


@rule(
    unit("PART"),
    takes="""
    Reuters reported that the road was shut, citing two officials.
        cue: citing
        speaker: two officials
        content: the road was shut
        act: say
    The Aktau Herald reported, citing two people familiar with the plan, that the bridge was closed.
        speaker: two people familiar with the plan
    The Aktau Herald, citing a police source, said the bridge was closed.
        speaker: a police source
        content: the bridge was closed
    """,
    refuses="""
    The ministry closed two wells, citing the drought.
    Citing the cost, the mayor said the bridge would stay shut.
    """,
)
def cited_source(m: Match) -> Anchor | None:
    """Who is cited said what is reported, and the reporter relays it: two claims of one content."""
    units, at = m.units, m.first
    part: Part = units[at]["PART"]
    if part.cue.lemma not in _CITES or part.negated:
        return None
    end = phrase_end(units, at + 1, len(units))
    if end <= at + 1 or not _is_voice(units, at + 1, end):
        return None
    return Anchor(
        at=at,
        cue=part.cue,
        cue_span=cue_span(m, at, part),
        clause=part.group,
        rule=m.rule.id,
        kind="cited",
        cuts=True,
        frame="np",
        opens=at + 1,
        speaker=name_draft(units, at + 1, end, m.text),
    )


_CITES = frozenset(("cite", "quote"))
_VOICES = frozenset(("role", "source_unnamed", "source_body", "source_document", "media", "given", "surname"))


def _is_voice(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether the head of a phrase is somebody, a body or a paper that can speak (not: citing the drought)."""
    head = next((k for k in range(first + 1, last) if units[k].signature & {"prep", "of_word"}), last) - 1
    if units[head].view in _KNOWING and head > first:
        head -= 1
    return bool(units[head].signature & (_VOICES | {"people"}))


_KNOWING = ("familiar", "close", "aware", "briefed", "involved", "present")  # people familiar with the matter


def governing(anchors: Sequence[Anchor], cited: Anchor) -> Anchor | None:
    """The report that a citation belongs to: the cue before it, else the one behind it (Reuters, citing officials, said)."""
    near = [a for a in anchors if a is not cited and a.kind in ("verb", "after", "shared", "passive")]
    before = [a for a in near if a.at < cited.at]
    return before[-1] if before else next((a for a in near if a.at > cited.at), None)


RULES = (cited_source,)
