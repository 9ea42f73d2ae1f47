"""Claims by the toll that an account puts forward: nine were killed, | in a first toll that the civil defence gave.

The clause that describes the toll names who counted; what was counted stands before it, or behind it where it opens the
sentence.
"""

from __future__ import annotations

from msgspec.structs import replace

from khabar.grammar import Match, rule, run, seq, unit
from khabar.languages.ar.claims.anchors import Anchor, agreement_of_verb, ascribing
from khabar.languages.ar.claims.relays import middle
from khabar.languages.ar.phrases.asides import around
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.no_speakers import cannot_speak
from khabar.languages.ar.phrases.nouns import noun_phrase_end

_SAID_OF_TOLL = unit(but=("mark", "CUE", "REL_CUE", "prep", "comp", "rel", "ma", "neg", "neg_verb", "+and", "NUMBER"))


@rule(
    seq(
        unit("fi"),
        run(_SAID_OF_TOLL, 0, 1, short=True),
        unit("reckoning", but=("+al", "+pron")),
        run(_SAID_OF_TOLL, 0, 2, short=True),
        unit("cue", "verb", "+pron", but=("+and", "+fa"))["cue"],
    ),
    takes="""
    لقي تسعة صيادين مصرعهم، في حصيلة أولية أوردها الدفاع المدني.
        cue: أوردها
        speaker: الدفاع المدني
        content: لقي تسعة صيادين مصرعهم
    وفي أحدث حصيلة أعلنتها وزارة الصحة، ارتفع عدد القتلى إلى 12.
        cue: أعلنتها
        speaker: وزارة الصحة
        content: ارتفع عدد القتلى إلى 12
    غرق أربعة عمال في النهر، في إحصاء جديد قدمته بلدية تل الزيتون.
        speaker: بلدية تل الزيتون
    """,
    refuses="""
    لقي تسعة صيادين مصرعهم، في حصيلة مرشحة للارتفاع.
    لقي تسعة صيادين مصرعهم، في حصيلة لم تؤكدها الوزارة.
    """,
)
def toll_that_says(m: Match) -> Anchor | None:
    """The verb that describes a toll has it as its object ("gave it"), so that the noun phrase behind is whoever gave it: an
    attribution of the whole clause, as much as "according to" is.
    """
    units, at = m.units, m.take("cue").first
    if at + 1 >= len(units) or cannot_speak(units, at + 1):
        return None
    end = noun_phrase_end(units, at + 1, len(units))
    content = around(units, m.first, end) if end > at + 1 else None
    if content is None:
        return None
    return replace(
        ascribing(m, replace(units[at]["cue"], act="say"), at, content),
        speaker=name_draft(units, at + 1, end, m.text),
        agreement=agreement_of_verb(units[at]),
        via=middle(units, end, min(end + 3, len(units)), m.text).via,
    )
