"""Claims by a passive: who speaks is hidden (it is believed), named behind by, or is the one who was quoted."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, rule, unit
from khabar.languages.drafts import ViaDraft
from khabar.languages.en.claims.anchors import UNKNOWN, Anchor
from khabar.languages.en.claims.beside import before_charge, behind_days
from khabar.languages.en.claims.parts import cue_span, is_silent
from khabar.languages.en.lists.cues import SAY, Part
from khabar.languages.en.phrases.clauses import behind_asides, is_clause, quote_before
from khabar.languages.en.phrases.nouns import object_end, phrase_start
from khabar.languages.en.phrases.openings import opening
from khabar.languages.en.phrases.subjects import Subject, agent_of, made, subject_before
from khabar.record.vocabulary import FoundBy


@rule(
    unit("PASSIVE"),
    takes="""
    It is believed that the fire began in a warehouse.
        found_by: impersonal
        content: the fire began in a warehouse
    It is thought the fire began in a warehouse.
        content: the fire began in a warehouse
    Residents were told to leave their homes before dawn.
        found_by: impersonal
        content: leave their homes before dawn
    A new canal was condemned by the mayor of Aktau.
        speaker: the mayor of Aktau
        content: A new canal
        act: condemn
    The blast was claimed by the militia.
        speaker: the militia
        content: The blast
        act: claim_responsibility
    The dam was first described by some as a miracle.
        speaker: some
        content: The dam was first described by some as a miracle
    The old bridge has long been considered a danger.
        content: The old bridge has long been considered a danger
    Thursday's blast is believed to be an accident.
        content: Thursday's blast is believed to be an accident
    A truce was announced on Friday.
        content: A truce
        found_by: impersonal
    The engineer is believed to be the author.
        content: The engineer is believed to be the author
    The repair of the dam is not expected to end before spring.
        content: The repair of the dam is not expected to end before spring
    """,
    refuses="""
    The commander was seen in the village.
    The wallet was claimed on Friday.
    The loss was reported at noon.
    """,
)
def passive(m: Match) -> Anchor | None:
    """A passive turns the source into a phrase with by, or leaves it out; what it says stands behind the verb, or is the
    subject.
    """
    units, at = m.units, m.first
    part: Part = units[at]["PASSIVE"]
    agent = agent_of(m.units, at + 1, m.text)
    told = agent is not None or part.cue.lemma in _HEARSAY | _RATED or _is_complete(part)
    subject = subject_before(units, part.group, m.text, anything=told)
    if is_silent(part) or subject is None:
        return None
    behind = agent.last if agent else at + 1
    charge = before_charge(units, at + 2, behind) if agent and part.cue.act == "accuse" else behind
    if agent is not None and charge < behind:  # accused by the government of taking children
        agent, behind = made(units, at + 2, charge, m.text), charge
    opens, ends, frame = _content(m, part, subject, behind, named=agent is not None)
    if opens is None:
        return None
    if opens == subject.first:
        opens = _whole_subject(units, opens)
    return Anchor(
        at=at,
        cue=part.cue,
        cue_span=cue_span(m, at, part),
        clause=subject.clause,
        rule=m.rule.id,
        frame=frame,
        opens=None if ends is not None else opens,
        ends=ends,
        start=opens if ends is not None else None,
        found_by=_found_by(agent),
        speaker=agent.name if agent else None,
        pronoun=agent.pronoun if agent else None,
        agreement=agent.agreement if agent else UNKNOWN,
        kind="passive",
    )


def _whole_subject(units: Sequence[Unit], first: int) -> int:
    """Where a subject begins that is a noun of speech with its clause (accusations that the army burnt the town were rejected)."""
    comp = next((k for k in range(first - 1, max(first - _NEAR, 0), -1) if "comp" in units[k].signature), None)
    if comp is None or "cue_noun" not in units[comp - 1].signature or any("CUE" in u.signature for u in units[:first]):
        return first
    begin = phrase_start(units, comp)
    return begin if begin < comp else first


_NEAR = 16  # units


def _found_by(agent: Subject | None) -> FoundBy:
    return agent.found_by if agent else "impersonal"


_HEARSAY = frozenset(
    (
        "say",
        "report",
        "believe",
        "think",
        "expect",
        "allege",
        "fear",
        "estimate",
        "understand",
        "know",
        "presume",
        "claim",
    )
)


_RATED = frozenset(("consider", "deem"))
_TOLD = frozenset(("say", "expect", "affirm"))
_JUDGED = frozenset(("condemn", "accuse"))
_GROUNDS = frozenset(("for", "over", "as"))


def _content(m: Match, part: Part, subject: Subject, behind: int, *, named: bool) -> tuple[int | None, int | None, str]:
    """First unit of the content, the unit behind it when it does not run on from there, and its frame."""
    units, cue = m.units, part.cue
    if behind < len(units) and cue.act in _TOLD and "to_word" not in units[behind].signature:
        behind = behind_asides(units, behind)
    here = units[behind] if behind < len(units) else None
    more = behind + 1 < len(units)
    if here is not None and more and "comp" in here.signature:
        return behind + 1, None, "that"
    if here is not None and more and ("to_word" in here.signature or here.view == "to be"):
        if "obj+inf" in cue.frames and cue.act != "expect":
            return behind + 1, None, "inf"
        if cue.lemma in _HEARSAY:
            return subject.first, None, "clause"
    it = subject.pronoun is not None and units[subject.first].view == "it"
    if here is not None and more and it and cue.lemma in _HEARSAY and is_clause(units, behind):
        return behind, None, "clause"
    if (
        here is not None
        and more
        and (f"obj+{here.view}" in cue.frames or (cue.act in _JUDGED and here.view in _GROUNDS))
    ):
        return behind + 1, None, here.view
    if here is not None and more and here.view == "as" and "as" in cue.frames and (named or "weak" not in cue.flags):
        return subject.first, None, "clause"
    if here is not None and more and cue.lemma in _RATED and here.signature & {"det", "article"}:
        return subject.first, None, "clause"
    if (
        named
        and ("np" in cue.frames or cue.lemma == "claim")
        and subject.pronoun is None
        and (here is None or here.view != "as")
    ):
        return subject.first, subject.last, "np"
    behind_it = here is None or (here.view != "as" and bool(here.signature & _BEHIND))
    if subject.pronoun is None and _is_complete(part) and behind_it:
        return subject.first, subject.last, "np"
    return None, None, ""


def _is_complete(part: Part) -> bool:
    """Whether a passive without by or that says enough: of its subject it is told that it was announced, condemned."""
    cue = part.cue
    return "np" in cue.frames and (cue.lemma == "announce" or (cue.act == "condemn" and "weak" not in cue.flags))


_BEHIND = frozenset(("stop", "comma", "TIME", "prep", "semicolon", "and_word", "dash", "sub"))


@rule(
    unit("CUE"),
    takes="""
    The clerk, accused by the mayor of selling seats, left the town.
        speaker: the mayor
        content: selling seats
        act: accuse
    Drivers urged by police to stay at home went out.
        speaker: police
        content: stay at home
    """,
    refuses="""
    The mayor accused the clerk of selling seats.
    The clerk was moved by the speech.
    """,
)
def told_by_whom(m: Match) -> Anchor | None:
    """A passive without to be, behind a noun, names who accuses or urges by by, and then of what, to do what."""
    units, at = m.units, m.first
    part: Part = units[at]["CUE"]
    _, forms = units[at]["cue"]
    frames = {frame[4:] for frame in part.cue.frames if frame.startswith("obj+")}
    agent = agent_of(units, at + 1, m.text)
    if agent is None or part.voice != "finite" or part.group != at or "pp" not in forms or part.negated:
        return None
    end = before_charge(units, at + 2, agent.last) if "of" in frames else behind_days(units, agent.last)
    if end + 1 >= len(units) or units[at - 1].signature & {"to_word", "modal"}:
        return None
    frame = "inf" if "to_word" in units[end].signature else units[end].view
    if frame not in frames or frame == "clause":
        return None
    agent = made(units, at + 2, min(end, agent.last), m.text)
    return Anchor(
        at=at,
        cue=part.cue,
        cue_span=cue_span(m, at, part),
        clause=at,
        rule=m.rule.id,
        kind="passive",
        frame=frame,
        opens=end + 1,
        last=object_end(units, end + 1),
        found_by=agent.found_by,
        speaker=agent.name,
        pronoun=agent.pronoun,
        agreement=agent.agreement,
    )


@rule(
    unit("PART"),
    takes="""
    The commander was quoted as saying that the pass was closed.
        speaker: The commander
        content: the pass was closed
    "Our fields are mined," a farmer was quoted by the agency as saying.
        speaker: a farmer
        content: Our fields are mined
    The agency quoted a doctor as saying that his ward was full.
        speaker: a doctor
        content: his ward was full
    Ivan Petrenko, a farmer, was quoted by the agency as saying his fields were mined.
        speaker_name: Ivan Petrenko
        content: his fields were mined
    "Our fields are mined," the agency quoted a farmer as saying.
        speaker: a farmer
        content: Our fields are mined
    """,
    refuses="""
    The commander saw himself as saying too much.
    The minister was saying that the pass was closed.
    """,
)
def quoted_as_saying(m: Match) -> Anchor | None:
    """Who is quoted as saying speaks; who quotes, behind by, passes it on."""
    units, at = m.units, m.first
    if units[at].view not in ("saying", "telling", "claiming") or "as_word" not in units[at - 1].signature or at < 3:
        return None
    told = next((k for k in range(at - 2, max(at - 12, -1), -1) if units[k].view in _QUOTED), None)
    if told is None:
        return None
    passive = told > 0 and bool(units[told - 1].signature & {"be", "be_form"})
    subject = subject_before(units, told - 1 if passive else at - 1, m.text, anything=not passive)
    opened = opening(units, at + 1, SAY)
    if subject is None or (not passive and subject.first <= told):
        return None
    if passive:
        agent = agent_of(units, told + 1, m.text) or (agent_of(units, at + 1, m.text) if opened is None else None)
    else:
        agent = subject_before(units, told, m.text, anything=True)
    closes = subject if passive else agent
    if opened is None and not (closes and quote_before(units, closes.first)):
        return None
    return Anchor(
        at=at,
        cue=SAY,
        cue_span=(units[at].start, units[at].end),
        clause=subject.clause,
        rule=m.rule.id,
        kind="carried",
        frame=opened.frame if opened else "before",
        opens=opened.at if opened else None,
        ends=closes.first if closes and not opened else None,
        found_by=subject.found_by,
        speaker=subject.name,
        pronoun=subject.pronoun,
        agreement=subject.agreement,
        via=(ViaDraft(agent.name),) if agent and agent.name else (),
    )


_QUOTED = ("quoted", "cited", "reported", "quotes", "quoting")
