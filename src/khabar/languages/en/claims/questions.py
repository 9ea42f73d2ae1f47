"""Claims by a question that somebody was asked: asked whether …, X said; when asked about …; she was asked, "…?"."""

from __future__ import annotations

from msgspec.structs import replace

from khabar.grammar import Match, one_of, rule
from khabar.languages.en.claims.anchors import UNKNOWN, Anchor
from khabar.languages.en.claims.parts import cue_span, is_silent
from khabar.languages.en.lists.cues import Part
from khabar.languages.en.phrases.clauses import behind_asides
from khabar.languages.en.phrases.openings import opening
from khabar.languages.en.phrases.subjects import agent_of


@rule(
    one_of("CUE", "PASSIVE"),
    takes="""
    Asked whether the bridge was safe, Mayor Hale said it was.
        cue: Asked
        content: whether the bridge was safe
        found_by: impersonal
        act: other
    "Nobody knows," the nurse said when asked about the fuel.
        cue: asked
        content: the fuel
    Asked during a January debate which road he preferred, the mayor laughed.
        content: which road he preferred
    "It lasted years," Hale said, asked about the drought.
        content: the drought
    Mr. Moreno was pressed on why he had left.
        content: why he had left
    Asked about that road, the mayor laughed.
        content: that road
    Asked on Reuters who had paid, the engineer shrugged.
        content: who had paid
    Asked by a reporter why the gates were shut, the engineer shrugged.
        speaker: a reporter
        content: why the gates were shut
    """,
    refuses="""
    The mayor asked whether the bridge was safe.
    When the reporters asked, nobody answered.
    He was asked to leave.
    """,
)
def asked(m: Match) -> Anchor | None:
    """A question is told with what was answered: asked stands at the head, behind when or behind a comma, and who asked is named
    by by or not at all.
    """
    units, at = m.units, m.first
    part: Part = units[at]["CUE"] if "CUE" in units[at].signature else units[at]["PASSIVE"]
    if part.cue.lemma not in _ASKING or is_silent(part) or not _is_told(m, part):
        return None
    agent = agent_of(units, at + 1, m.text)
    after = agent.last if agent else at + 1
    opened = opening(units, after, part.cue) or opening(units, behind_asides(units, after), part.cue)
    if opened is None or opened.frame not in _QUESTIONS:
        return None
    return Anchor(
        at=at,
        cue=part.cue if part.cue.lemma == "ask" else replace(part.cue, act="other"),
        cue_span=cue_span(m, at, part),
        clause=part.group,
        rule=m.rule.id,
        kind="asked",
        cuts=True,
        frame=opened.frame,
        opens=opened.at,
        found_by=agent.found_by if agent else "impersonal",
        speaker=agent.name if agent else None,
        pronoun=agent.pronoun if agent else None,
        agreement=agent.agreement if agent else UNKNOWN,
    )


_ASKING = frozenset(("ask", "press", "quiz", "question"))
_QUESTIONS = frozenset(("wh", "about", "quote", "colon", "on"))


def _is_told(m: Match, part: Part) -> bool:
    """Whether nobody stands before the verb who could be asking: it is a passive, or opens its clause."""
    at = m.first
    if part.voice == "passive":
        return True
    if part.group != at or not m.units[at].view.endswith("ed"):
        return False
    before = m.units[at - 1] if at else None
    if before is None or before.view in ("when", "if") or (at == 1 and "mark" in before.signature):
        return True
    return "comma" in before.signature and "CUE" in m.units[at - 2].signature  # …, Hale said, asked about …
