"""Claims whose content is the noun that is described: charges which the mayor denied, a plan opposed by farmers."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit, rule, unit
from khabar.languages.en.claims.anchors import Anchor
from khabar.languages.en.claims.parts import cue_span, is_silent
from khabar.languages.en.lists.cues import Part
from khabar.languages.en.phrases.nouns import VERBAL, phrase_start
from khabar.languages.en.phrases.subjects import Subject, agent_of, subject_before


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
    return _made(m, part, agent, (first, last))


@rule(
    unit("CUE"),
    takes="""
    The charges, which the mayor denies, were read in court.
        speaker: the mayor
        content: The charges
        act: deny
    Farmers welcomed a tax that the council had condemned.
        speaker: the council
        content: a tax
    The union said that the vote was rigged, a charge the council denies.
        speaker: the council
        content: the vote was rigged
        act: deny
    It was a role he rejected.
        content: a role
        found_by: pronoun
    """,
    refuses="""
    The mayor, who denied the charges, left at noon.
    He said that the council condemned the tax.
    It was the day the mayor arrived.
    """,
)
def described_by_what_is_said(m: Match) -> Anchor | None:
    """A relative clause may say of a thing that somebody denies, rejects, condemns or approves of it: the verb lacks its object,
    which is the noun before the clause, with or without which.
    """
    units, at = m.units, m.first
    part: Part = units[at]["CUE"]
    if is_silent(part) or "np" not in part.cue.frames or part.cue.act not in _JUDGING or "weak" in part.cue.flags:
        return None
    if at + 1 < len(units) and units[at + 1].signature.isdisjoint(_BEHIND):
        return None
    subject = subject_before(units, part.group, m.text, anything=True)
    if subject is None or subject.first < _LEAST or units[subject.first].view in ("i", "we", "you"):
        return None
    taken_up = _charge(m, part, subject)
    if taken_up is not None:
        return taken_up
    thing = _behind_which(units, subject.first) or _bare(units, subject)
    if thing is None:
        return None
    found = _made(m, part, subject, thing)
    comma = thing[1]
    return replace(found, cuts=True, clause=comma) if "comma" in units[comma].signature else found


def _charge(m: Match, part: Part, subject: Subject) -> Anchor | None:
    """What was said, taken up by "a charge" that somebody denies (the vote was rigged, a charge the government denies)."""
    units, noun = m.units, subject.first - 1
    taken = noun > _LEAST and units[noun].view in _CHARGES and "det" in units[noun - 1].signature
    comma = noun - 2
    if not taken or "comma" not in units[comma].signature or not any("CUE" in u.signature for u in units[:comma]):
        return None
    return replace(_made(m, part, subject, (comma - 1, comma)), cuts=True, clause=comma)


_CHARGES = ("charge", "claim", "accusation", "allegation", "assertion")
_JUDGING = frozenset(("deny", "reject", "condemn", "support"))
_LEAST = 2
_BEHIND = (
    frozenset(("stop", "comma", "TIME", "dash", "quote", "bracket", "semicolon", "and_word", "sub", "to_word")) | VERBAL
)


def _behind_which(units: Sequence[Unit], first: int) -> tuple[int, int] | None:
    """The noun phrase that which, whom or that takes up right before a subject."""
    if units[first - 1].view not in ("which", "whom", "that", "who"):
        return None
    last = first - 1
    if "comma" in units[last - 1].signature:
        last -= 1
    elif units[first - 1].view == "that" and not _is_noun(units[last - 1]):
        return None
    begin = phrase_start(units, last)
    return (begin, last) if begin < last and "subject_pronoun" not in units[begin].signature else None


def _bare(units: Sequence[Unit], subject: Subject) -> tuple[int, int] | None:
    """The noun phrase that a pronoun or a name follows without a mark or which (a role he rejected)."""
    first = subject.first
    if (subject.pronoun is None and "capital" not in units[first].signature) or not _is_noun(units[first - 1]):
        return None
    begin = phrase_start(units, first)
    told = begin < first and (units[begin].signature & {"det", "article"} or units[begin].view == "something")
    return (begin, first) if told else None


def _is_noun(unit: Unit) -> bool:
    """Whether a word may be a common noun: no list knows it for anything that stands before a clause."""
    return "word" in unit.signature and unit.signature.isdisjoint(_NO_NOUN)


_NO_NOUN = frozenset(
    (
        *("CUE", "PASSIVE", "PART", "INF", "prep", "to_word", "and_word", "sub", "comp", "adverb", "TIME", "det"),
        *("capital", "be", "be_form", "have_form", "do_form", "modal", "common_verb", "other_pronoun", "as_word", "by"),
    )
)


def _made(m: Match, part: Part, source: Subject, thing: tuple[int, int]) -> Anchor:
    at = m.first
    return Anchor(
        at=at,
        cue=part.cue,
        cue_span=cue_span(m, at, part),
        clause=at,
        rule=m.rule.id,
        kind="passive",
        frame="np",
        start=thing[0],
        ends=thing[1],
        found_by=source.found_by,
        speaker=source.name,
        pronoun=source.pronoun,
        agreement=source.agreement,
    )


def of_all_said(anchors: Sequence[Anchor], anchor: Anchor) -> Anchor:
    """A relative clause behind a comma with all that was said for its content (said that 200 were held, which the police deny),
    or with what somebody was accused of (accused them of burning mills, a charge they deny).
    """
    if anchor.kind != "passive" or not anchor.cuts or anchor.start is None or anchor.ends is None:
        return anchor
    said = [a for a in anchors if a.at < anchor.ends and a.opens is not None and a.frame in _SAID]
    opens = said[-1].opens if said else None
    near = anchor.ends - 1 if said and said[-1].frame == "of" else anchor.start
    return replace(anchor, start=opens) if opens is not None and opens <= near else anchor


_SAID = frozenset(("clause", "that", "of"))
