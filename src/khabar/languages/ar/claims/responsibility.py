"""Claims of responsibility: the one cue whose object usually stands before its subject."""

from __future__ import annotations

from khabar.grammar import Match, rule, unit
from khabar.languages.ar.claims.anchors import Anchor, agreement_of_verb, clause_start, cue_offsets
from khabar.languages.ar.claims.relays import middle
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import is_article

_BODIES = frozenset(("org_head", "organisation", "media", "role", "people", "demonym"))


@rule(
    unit("CUE"),
    takes="""
    وتبنى الهجوم تنظيم الراية السوداء عبر قناته.
        speaker: تنظيم الراية السوداء
        content: الهجوم
        act: claim_responsibility
    وتبنت العملية حركة الشمال الحر.
        speaker: حركة الشمال الحر
        content: العملية
    """,
    refuses="""
    وتبنى المجلس قراراً جديداً.
    وتبنى تنظيم الراية السوداء الهجوم.
    """,
)
def act_then_claimant(m: Match) -> Anchor | None:
    """Who claimed an act is the news, so the act, known by now and definite, comes first and the claimant last."""
    at, units = m.first, m.units
    cue = units[at]["cue"]
    if cue.act != "claim_responsibility" or at + 2 >= len(units):
        return None
    act = at + 1
    if not is_article(units[act]) or not units[act].signature & {"event", "event_head", "masdar"}:
        return None
    first = act + 1
    while first < len(units) and is_article(units[first]) and not units[first].signature & _BODIES:
        first += 1
    if first >= len(units) or not units[first].signature & _BODIES or is_article(units[first]):
        return None
    end = noun_phrase_end(units, first, len(units))
    if end == first:
        return None
    return Anchor(
        at=at,
        cue=cue,
        cue_span=cue_offsets(units[at]),
        clause=clause_start(units, at),
        cuts=True,
        frame="np",
        opens=None,
        start=units[act].start,
        speaker=name_draft(units, first, end, m.text),
        agreement=agreement_of_verb(units[at]),
        via=middle(units, end, min(end + 4, len(units)), m.text).via,
        content=(units[act].start, units[first - 1].end),
        kind="object_first",
        rule=m.rule.id,
    )
