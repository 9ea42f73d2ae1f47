"""Claims in relative clauses: the war, which X condemned; X, who had called for talks.

A relative clause of a speech verb is a claim of its own beside the sentence's.  Its speaker is the noun phrase behind
the verb when one stands there, else the noun that the clause describes.
"""

from __future__ import annotations

from khabar.grammar import Match, rule, seq, unit
from khabar.languages.ar.anchors import Anchor, agreement_of_verb, cue_offsets
from khabar.languages.ar.names import name_draft
from khabar.languages.ar.nouns import noun_phrase_end
from khabar.languages.ar.openings import opening


@rule(
    seq(unit("rel", but=("ma",)), unit("REL_CUE")["cue"]),
    takes="""
    واستقبل الملك المبعوث سامي الراوي، الذي دعا إلى هدنة دائمة.
        speaker_name: سامي الراوي
        content: هدنة دائمة
    وعاد النائب كريم الوادي الذي طالب بتحقيق دولي.
        speaker_name: كريم الوادي
    """,
    refuses="""
    وعاد النائب الذي زار القرية أمس.
    وقال الوزير إن الطريق مغلق.
    """,
)
def described_speaker(m: Match) -> Anchor | None:
    """The noun before the relative pronoun speaks when the clause has no subject of its own."""
    units, at = m.units, m.take("cue").first
    cue = units[at]["cue"]
    opened = opening(units, at + 1, cue)
    if opened is None or (opened.frame in ("as", "b") and "as" in cue.frames and "+pron" in units[at].signature):
        return None  # a label (those whom it called …), nobody's claim
    begin = at + 1
    while begin < len(units) and "prep_pron" in units[begin].signature:
        begin += 1
    end = noun_phrase_end(units, begin, opened.at)
    speaker = (begin, end) if end > begin else _described(m)
    if speaker is None:
        return None
    return Anchor(
        at=at,
        cue=cue,
        cue_span=cue_offsets(units[at]),
        clause=m.first,
        cuts=False,
        frame=opened.frame,
        opens=opened.at,
        start=opened.start,
        found_by="explicit" if end > begin else "pronoun",
        speaker=name_draft(units, *speaker, m.text),
        agreement=agreement_of_verb(units[at]),
        rule=m.rule.id,
    )


def _described(m: Match) -> tuple[int, int] | None:
    """The noun phrase right before the relative pronoun."""
    units = m.units
    last = m.first - 1 if m.first and "comma" in units[m.first - 1].signature else m.first
    for first in range(max(last - 8, 0), last):
        if noun_phrase_end(units, first, last) == last and (
            units[first].signature & {"role", "unnamed", "org_head", "organisation", "media", "given"}
        ):
            return first, last
    return None
