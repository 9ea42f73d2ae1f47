"""Claims by the turns of an interview: what stands behind "A:" is said by whoever is asked."""

from __future__ import annotations

from msgspec.structs import replace

from khabar.grammar import BEGIN, END, Match, maybe, one_of, rule, run, seq, unit
from khabar.languages.ar.claims.anchors import Anchor
from khabar.languages.ar.claims.colons import at_colon


@rule(
    seq(BEGIN, maybe(unit("dash")), unit("answers")["who"], one_of("colon", "dash"), run(unit(), 2, 80)["what"], END),
    takes="""
    ج: لم نغلق الجسر بعد، ونراقبه كل يوم.
        content: لم نغلق الجسر بعد، ونراقبه كل يوم
        found_by: dropped
    الجواب: سنعود إلى القرية قبل الربيع.
        content: سنعود إلى القرية قبل الربيع
    """,
    refuses="""
    س: متى يفتح الجسر؟
    الجواب عند المحافظ وحده.
    """,
)
def answer_turn(m: Match) -> Anchor | None:
    """An interview prints its questions and answers by turns: the answers are those of the one asked, who spoke or was named last;
    the questions are the outlet's own.
    """
    return replace(at_colon(m, m.take("who").last, m.take("what").first), found_by="dropped")
