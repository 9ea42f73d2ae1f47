"""What a paper learned: its sources told it, the paper passes it on."""

from __future__ import annotations

from khabar.grammar import Match, rule, run, seq, unit
from khabar.languages.ar.claims.anchors import Anchor, clause_start, cue_offsets
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.openings import opening
from khabar.languages.drafts import ViaDraft


@rule(
    seq(
        unit("CUE", "learns")["cue"],
        run(unit(but=("min", "stop", "comp", "comma")), 0, 8, short=True)["paper"],
        unit("min"),
        run(unit(but=("stop",)), 1, 14, short=True)["who"],
        unit("comp"),
    ),
    takes="""
    علمت صحيفة الضفاف من مصدر في الميناء أن الرصيف سيغلق.
        cue: علمت
        speaker: مصدر في الميناء
        content: الرصيف سيغلق
    وعلمت وكالة رواق من مصادر أمنية، أمس، أن ثلاثة أوقفوا.
        speaker: مصادر أمنية
        content: ثلاثة أوقفوا
    """,
    refuses="""
    وعلم موقع رواق أن الوزير سيستقيل.
    وعلم الطلاب من التجربة أن الماء يغلي.
    """,
)
def learned_from(m: Match) -> Anchor | None:
    """A paper that learned something from its sources only passes on what they say, so that they go on speaking behind it."""
    units, at = m.units, m.take("cue").first
    who, paper = m.take("who"), m.slot("paper")
    opened = opening(units, m.last - 1, units[at]["cue"])
    end = noun_phrase_end(units, who.first, who.last)
    if opened is None or end == who.first or not units[who.first].signature & _TELL:
        return None
    relay_end = noun_phrase_end(units, paper.first, paper.last) if paper else 0
    told = paper is not None and relay_end > paper.first
    return Anchor(
        at=at,
        cue=units[at]["cue"],
        cue_span=cue_offsets(units[at]),
        clause=clause_start(units, at),
        cuts=True,
        frame=opened.frame,
        opens=opened.at,
        start=opened.start,
        speaker=name_draft(units, who.first, end, m.text),
        via=(ViaDraft(name_draft(units, paper.first, relay_end, m.text)),) if paper and told else (),
        kind="carried",
        rule=m.rule.id,
    )


_TELL = frozenset(("role", "unnamed", "org_head", "organisation", "people", "given"))
