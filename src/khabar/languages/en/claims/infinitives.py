"""Claims by an infinitive: went on to warn, seemed to suggest, was quick to point out; took to the stage to denounce."""

from __future__ import annotations

from khabar.grammar import Match, rule, unit
from khabar.languages.en.claims.anchors import UNKNOWN, Anchor
from khabar.languages.en.claims.parts import cue_span
from khabar.languages.en.lists.cues import Part
from khabar.languages.en.phrases.openings import opening
from khabar.languages.en.phrases.subjects import Subject, subject_before


@rule(
    unit("INF"),
    takes="""
    The mayor went on to warn that the bridge was not safe.
        speaker: The mayor
        content: the bridge was not safe
    The council seemed to suggest that the dam would hold.
        speaker: The council
        content: the dam would hold
    Officials were quick to point out that nobody had been hurt.
        speaker: Officials
        content: nobody had been hurt
    The governor sought to reassure herders that the wells were safe.
        content: the wells were safe
    Thousands of farmers marched through Temir to demand cheaper seed.
        speaker: Thousands of farmers
        content: cheaper seed
    The senator used his speech to denounce the new tax.
        found_by: participle
        content: the new tax
    """,
    refuses="""
    The mayor refused to say whether the bridge was safe.
    The mayor wants to say that the bridge is safe.
    It is easy to criticize the council.
    """,
)
def infinitive(m: Match) -> Anchor | None:
    """A verb of going on, seeming or readiness leaves the saying to the infinitive behind it and shares its subject; so does a
    sentence that takes a speech, a call, a platform to say something.
    """
    units, at = m.units, m.first
    part: Part = units[at]["INF"]
    to = part.group
    if part.negated or to < 1 or ("weak" in part.cue.flags and "pred" not in part.cue.frames):
        return None
    opened = opening(units, at + 1, part.cue)
    if opened is None:
        return None
    subject = _subject(m, to) or _marchers(m, part, to)
    if subject is None and not _is_occasion(m, to):
        return None
    return Anchor(
        at=at,
        cue=part.cue,
        cue_span=cue_span(m, at, part),
        clause=subject.clause if subject else to,
        rule=m.rule.id,
        kind="infinitive",
        frame=opened.frame,
        opens=opened.at,
        found_by=subject.found_by if subject else "participle",
        speaker=subject.name if subject else None,
        pronoun=subject.pronoun if subject else None,
        agreement=subject.agreement if subject else UNKNOWN,
        medium=opened.medium,
        addressee=opened.addressee,
    )


def _subject(m: Match, to: int) -> Subject | None:
    """The subject of the verb that leaves the saying to an infinitive; None where no such verb stands before it."""
    units = m.units
    at = to - 1
    if "adverb" in units[at].signature and at > 1:
        at -= 1
    if "leads_on" in units[at].signature:
        group = at
    elif "leads_on_adjective" in units[at].signature and at and units[at - 1].signature & {"be", "be_form"}:
        group = at - 1
    else:
        return None
    while group > 0 and units[group - 1].signature & _GROUP:
        group -= 1
    found = subject_before(units, group, m.text)
    return None if found is None or units[found.first].view in ("i", "we", "you") else found


_GROUP = frozenset(("be", "be_form", "have_form", "do_form", "modal", "adverb"))


def _is_occasion(m: Match, to: int) -> bool:
    """Whether a medium, an occasion of speech stands right before an infinitive of purpose."""
    return any("medium" in u.signature and "cue_noun" not in u.signature for u in m.units[max(to - 3, 0) : to])


def _marchers(m: Match, part: Part, to: int) -> Subject | None:
    """Those who march or gather to demand or denounce something."""
    if part.cue.act not in _SHOUTED:
        return None
    units = m.units
    verb = next((k for k in range(to - 1, max(to - _NEAR, 0), -1) if units[k].get("suffers") == "protesters"), None)
    return subject_before(units, verb, m.text, anything=True) if verb is not None else None


_SHOUTED = frozenset(("request", "condemn", "reject", "support"))
_NEAR = 14  # units
