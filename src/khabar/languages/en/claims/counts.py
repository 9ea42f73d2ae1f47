"""Claims by a count: who puts the toll at so many says so."""

from __future__ import annotations

from khabar.grammar import Match, either, rule, run, seq, unit
from khabar.languages.en.claims.anchors import Anchor
from khabar.languages.en.lists.cues import SAY
from khabar.languages.en.phrases.nouns import object_end
from khabar.languages.en.phrases.subjects import subject_before

_WORD = unit(but=("mark", "CUE", "NUMBER"))


@rule(
    seq(
        unit("puts_word"),
        run(_WORD, 0, 4, short=True),
        either(unit("counted_at"), seq(unit("counted_noun"), run(_WORD, 0, 5, short=True), unit("at_word"))),
        unit("NUMBER")["number"],
    ),
    takes="""
    The rebels put army losses at 40 dead.
        speaker: The rebels
        cue: put
        content: army losses at 40 dead
    The opposition has put the death toll from the clashes at 31.
        speaker: The opposition
        content: the death toll from the clashes at 31
    """,
    refuses="""
    The wall put the loss of the house at risk.
    The rebels put 40 men at the gate.
    """,
)
def puts_the_toll_at(m: Match) -> Anchor | None:
    """Whoever puts the toll, the losses, the number of the dead at so many is the source of that number."""
    units, at = m.units, m.first
    group = at
    while group and units[group - 1].signature & {"have_form", "adverb"}:
        group -= 1
    subject = subject_before(units, group, m.text, anything=True)
    if subject is None:
        return None
    return Anchor(
        at=at,
        cue=SAY,
        cue_span=(units[at].start, units[at].end),
        clause=subject.clause,
        rule=m.rule.id,
        cuts=True,
        frame="np",
        opens=at + 1,
        last=max(m.last, object_end(units, m.take("number").first)),
        found_by=subject.found_by,
        speaker=subject.name,
        pronoun=subject.pronoun,
        agreement=subject.agreement,
    )
