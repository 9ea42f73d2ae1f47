"""Claims whose content is the noun that a participle describes: a plan opposed by farmers."""

from __future__ import annotations

from khabar.grammar import Match, rule, unit
from khabar.languages.en.claims.anchors import Anchor
from khabar.languages.en.claims.verbs import cue_span
from khabar.languages.en.lists.cues import Part
from khabar.languages.en.phrases.nouns import phrase_start
from khabar.languages.en.phrases.subjects import agent_of


@rule(
    unit("CUE"),
    takes="""
    The tax, opposed by the union of miners, never became law.
        speaker: the union of miners
        content: The tax
        act: reject
    The council dropped a canal criticised by engineers.
        speaker: engineers
        content: a canal
        act: condemn
    """,
    refuses="""
    The union opposed the tax.
    The union protested by the gate.
    Gunmen backed by the militia held the bridge.
    """,
)
def described_by_whom(m: Match) -> Anchor | None:
    """A passive without to be describes the noun before it, and by names who says it of that.  What a verb of other senses
    does to a thing (fighters backed by a state) is no speech.
    """
    units, at = m.units, m.first
    part: Part = units[at]["CUE"]
    _, forms = units[at]["cue"]
    if part.voice != "finite" or part.group != at or "pp" not in forms or part.negated:
        return None
    if "np" not in part.cue.frames or "weak" in part.cue.flags:
        return None
    agent = agent_of(units, at + 1, m.text)
    last = at - 1 if at and "comma" in units[at - 1].signature else at
    first = phrase_start(units, last)
    if agent is None or first == last or units[first].signature & {"subject_pronoun", "rel"}:
        return None
    return Anchor(
        at=at,
        cue=part.cue,
        cue_span=cue_span(m, at, part),
        clause=at,
        rule=m.rule.id,
        kind="passive",
        frame="np",
        start=first,
        ends=last,
        found_by=agent.found_by,
        speaker=agent.name,
        pronoun=agent.pronoun,
        agreement=agent.agreement,
    )
