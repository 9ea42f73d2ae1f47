"""Claims by a light verb and a noun of speech: made remarks about, raised questions about; drew criticism from."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, rule, unit
from khabar.languages.en.claims.anchors import Anchor
from khabar.languages.en.claims.nouns import noun_content
from khabar.languages.en.lists.cues import Cue
from khabar.languages.en.phrases.marking import is_manner
from khabar.languages.en.phrases.nouns import object_end, phrase_end
from khabar.languages.en.phrases.subjects import Subject, made, subject_before

_NEAR = 5  # units between a light verb and its noun
_NO_MODIFIER = frozenset(
    ("mark", "prep", "to_word", "and_word", "comp", "rel", "sub", "subject_pronoun", "CUE", "PASSIVE")
)


def _verb(units: Sequence[Unit], noun: int, kind: str) -> int | None:
    """The light verb whose object a noun is; None where none stands before it."""
    for at in range(noun - 1, max(noun - _NEAR, -1), -1):
        if kind in units[at].signature:
            owned = at and units[at - 1].signature & {"possessive", "possessive_det", "article"}
            return None if owned else at  # his renewed endorsement
        if units[at].signature & _NO_MODIFIER:
            return None
    return None


def _group(units: Sequence[Unit], verb: int) -> int:
    """The first unit of a light verb with its auxiliaries and adverbs."""
    while verb and (units[verb - 1].signature & _AUX or is_manner(units[verb - 1])):
        verb -= 1
    return verb


_AUX = frozenset(("be", "be_form", "have_form", "do_form", "modal", "adverb"))


@rule(
    unit("cue_noun", but=("CUE", "INF", "PASSIVE")),
    takes="""
    The mayor has made several remarks about the state of the bridge.
        cue: made
        speaker: The mayor
        content: the state of the bridge
    Union leaders raised questions about the price of the canal.
        speaker: Union leaders
        content: the price of the canal
        act: other
    The ministry made a strong argument that the dam would hold.
        speaker: The ministry
        content: the dam would hold
    """,
    refuses="""
    The mayor made remarks on Friday.
    The ministry made a bridge out of reports.
    The valley provides support for the herders.
    The ministry closed the bridge, raising fears of a drought.
    The mayor did not make any remarks about the bridge.
    """,
)
def makes_a_statement(m: Match) -> Anchor | None:
    """Where a noun names the speaking, a verb of making, raising or giving only ties it to the speaker, its subject."""
    units, at = m.units, m.first
    cue: Cue = units[at]["cue_noun"]
    verb = _verb(units, at, "light")
    opens, frame = noun_content(units, at, cue)
    if (
        verb is None
        or opens is None
        or units[at].view == "support"
        or _is_effect(units, verb, cue)
        or _is_denied(units, verb, at)
    ):
        return None
    subject = subject_before(units, _group(units, verb), m.text)
    if subject is None or units[subject.first].view in ("i", "we", "you"):
        return None
    return Anchor(
        at=verb,
        cue=cue,
        cue_span=(units[verb].start, units[verb].end),
        clause=subject.clause,
        rule=m.rule.id,
        kind="light",
        frame=frame,
        opens=opens,
        last=object_end(units, opens) if frame not in ("that", "inf") and "wh" not in units[opens].signature else None,
        found_by=subject.found_by,
        speaker=subject.name,
        pronoun=subject.pronoun,
        agreement=subject.agreement,
    )


def _is_effect(units: Sequence[Unit], verb: int, cue: Cue) -> bool:
    """Whether fears and hopes are what a deed leads to (launched a rocket, raising fears that …): they are not the doer's."""
    return units[verb].view.endswith("ing") and cue.act in ("expect", "warn") and "comma" in units[verb - 1].signature


def _is_denied(units: Sequence[Unit], verb: int, noun: int) -> bool:
    """Whether nothing was said: did not make, made no statement."""
    group = units[max(_group(units, verb) - 1, 0) : noun]
    return any(u.signature & {"neg", "contracted_neg"} or u.view in ("no", "any") for u in group)


@rule(
    unit("cue_noun", but=("CUE", "INF", "PASSIVE")),
    takes="""
    The new tax drew sharp criticism from farmers.
        speaker: farmers
        content: The new tax
        act: condemn
    His visit won praise from the bishop.
        speaker: the bishop
        content: His visit
        act: support
    """,
    refuses="""
    The new tax drew crowds from the valley.
    The mayor drew criticism.
    """,
)
def draws_criticism(m: Match) -> Anchor | None:
    """What draws, wins or faces blame or praise is what it is about; from whom it comes speaks."""
    units, at = m.units, m.first
    cue: Cue = units[at]["cue_noun"]
    verb = _verb(units, at, "draws")
    if (
        verb is None
        or cue.act not in _JUDGING
        or units[at].view == "support"
        or at + 2 >= len(units)
        or units[at + 1].view != "from"
    ):
        return None
    end = phrase_end(units, at + 2, len(units))
    subject = subject_before(units, _group(units, verb), m.text, anything=True)
    if end == at + 2 or subject is None or units[at + 2].signature & {"digits", "TIME"}:
        return None
    return _judged(m, made(units, at + 2, end, m.text), subject)


_JUDGING = frozenset(("condemn", "support", "reject", "accuse"))


def _judged(m: Match, source: Subject, thing: Subject) -> Anchor:
    units, at = m.units, m.first
    return Anchor(
        at=at,
        cue=units[at]["cue_noun"],
        cue_span=(units[at].start, units[at].end),
        clause=thing.clause,
        rule=m.rule.id,
        kind="light",
        frame="np",
        start=thing.first,
        ends=thing.last,
        found_by="explicit",
        speaker=source.name,
        pronoun=source.pronoun,
        agreement=source.agreement,
    )
