"""Claims of somebody of whom a relay carries an act instead of words: A carried of B the death of three."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, one_of, rule, run, seq, unit
from khabar.languages.ar.claims.anchors import Anchor
from khabar.languages.ar.lists.cues import SAY
from khabar.languages.ar.phrases.asides import only_asides
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import has_preposition, is_article
from khabar.languages.drafts import ViaDraft

_NEAR = 9  # units behind an act
_WORDS = frozenset(("said_of_self", "comp", "bi_comp", "colon"))


@rule(
    seq(
        unit("carries", but=("+al",)),
        run(unit(but=("an", "stop")), 1, 12, short=True)["relay"],
        unit("an"),
        run(unit(but=("stop", "comp", "said_of_self", "colon")), 1, 12, short=True)["who"],
        one_of("measure_word", "occurring")["act"],
    ),
    takes="""
    ونقلت صحيفة الضفاف عن مصدر في الميناء مقتل ثلاثة بحارة.
        cue: نقلت
        speaker: مصدر في الميناء
        content: مقتل ثلاثة بحارة
    ونقل الموقع عن مصادر في القرية، إصابة أربعة أشخاص.
        speaker: مصادر في القرية
        content: إصابة أربعة أشخاص
    ونقل المراسل عن السكان وقوع انفجار في السوق.
        speaker: السكان
        content: وقوع انفجار في السوق
    """,
    refuses="""
    ونقلت سيارات الإسعاف الجرحى من مكان مقتل الحارس.
    ونقلت الصحيفة عن شاهد على مقتل الحارس قوله إن الباب كان مغلقاً.
    """,
)
def carried_act(m: Match) -> Anchor | None:
    """What a medium carried of a source may be an act told by a noun, without "that": the source answers for it all the same."""
    units = m.units
    who, act = m.take("who").first, m.take("act").first
    end = noun_phrase_end(units, who, act)
    apart = end == act or only_asides(units, end, act)
    relay = m.take("relay")
    teller = noun_phrase_end(units, relay.first, relay.last)
    if end == who or teller == relay.first or not apart or not _is_act(units, act):
        return None
    return Anchor(
        at=m.first,
        cue=SAY,
        cue_span=(units[m.first].cut, units[m.first].end),
        clause=m.first,
        cuts=True,
        frame="np",
        opens=act,
        start=units[act].cut,
        speaker=name_draft(units, who, end, m.text),
        via=(ViaDraft(name_draft(units, relay.first, teller, m.text)),),
        kind="carried",
        rule=m.rule.id,
    )


def _is_act(units: Sequence[Unit], at: int) -> bool:
    """An act of which something is told, and behind which no words of the source follow."""
    if is_article(units[at]) or has_preposition(units[at]) or "+and" in units[at].signature:
        return False
    return all(unit.signature.isdisjoint(_WORDS) for unit in units[at + 1 : at + _NEAR])
