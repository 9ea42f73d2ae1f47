"""Claims by an adjective of stance: is confident that, was critical of, remain opposed to."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, rule, unit
from khabar.languages.en.claims.anchors import Anchor
from khabar.languages.en.lists.cues import Cue
from khabar.languages.en.phrases.nouns import VERBAL, object_end
from khabar.languages.en.phrases.subjects import subject_before


@rule(
    unit("cue_adjective"),
    takes="""
    The engineers were confident that the dam would hold.
        speaker: The engineers
        content: the dam would hold
        act: expect
    The bishop has been critical of the new tax.
        speaker: The bishop
        content: the new tax
        act: condemn
    Farmers remain opposed to the canal.
        content: the canal
        act: reject
    The governor is well aware that the wells are dry.
        content: the wells are dry
    """,
    refuses="""
    The engineers were confident.
    A confident mayor opened the bridge.
    The road is clear of snow.
    """,
)
def stance(m: Match) -> Anchor | None:
    """Behind to be, an adjective of belief takes a clause with that, one of liking or blame its preposition, as the verbs do
    that mean the same (believes that, criticizes).
    """
    units, at = m.units, m.first
    cue: Cue = units[at]["cue_adjective"]
    group = _group(units, at)
    opened = _content(units, at, cue)
    if group is None or opened is None:
        return None
    subject = subject_before(units, group, m.text)
    if subject is None or units[subject.first].view in _NOBODY:
        return None
    return Anchor(
        at=at,
        cue=cue,
        cue_span=(units[at].start, units[at].end),
        clause=subject.clause,
        rule=m.rule.id,
        frame=opened,
        opens=at + 2,
        last=object_end(units, at + 2) if opened != "that" else None,
        found_by=subject.found_by,
        speaker=subject.name,
        pronoun=subject.pronoun,
        agreement=subject.agreement,
    )


@rule(
    unit("cue_noun", but=("CUE", "INF", "PASSIVE")),
    takes="""
    The bishop is a fierce critic of the canal.
        speaker: The bishop
        content: the canal
        act: condemn
    Herders have long been supporters of the old council.
        speaker: Herders
        content: the old council
        act: support
    """,
    refuses="""
    Critics of the canal met the bishop.
    The bishop met a supporter of the council.
    The mayor is head of the union of opponents.
    """,
)
def is_one_of(m: Match) -> Anchor | None:
    """Who is a critic or a supporter of a thing holds so of it, as with the verbs of the same sense (criticizes, supports)."""
    units, at = m.units, m.first
    cue: Cue = units[at]["cue_noun"]
    if "being" not in cue.frames or at + 2 >= len(units) or "of_word" not in units[at + 1].signature:
        return None
    lead = next((k for k in range(at, max(at - _NEAR, 0), -1) if units[k - 1].signature & _BEFORE_KIND), None)
    group = _group(units, lead) if lead is not None else None
    subject = subject_before(units, group, m.text) if group is not None else None
    if subject is None or units[subject.first].view in _NOBODY:
        return None
    return Anchor(
        at=at,
        cue=cue,
        cue_span=(units[at].start, units[at].end),
        clause=subject.clause,
        rule=m.rule.id,
        frame="of",
        opens=at + 2,
        last=object_end(units, at + 2),
        found_by=subject.found_by,
        speaker=subject.name,
        pronoun=subject.pronoun,
        agreement=subject.agreement,
    )


_NEAR = 6  # units
_BEFORE_KIND = frozenset(("be", "be_form"))
_NOBODY = frozenset(("it", "i", "we", "you", "that", "this"))
_LINKS = frozenset(("remain", "become", "feel", "felt", "feels", "stay", "stayed"))
_DEGREES = frozenset(("very", "so", "too", "quite", "most", "more", "less", "well", "rather", "particularly"))
_BETWEEN = frozenset(("adverb", "impersonal"))


def _group(units: Sequence[Unit], at: int) -> int | None:
    """The first unit of the verb before an adjective, auxiliaries taken in; None where it is no form of to be."""
    back = at - 1
    while back > 0 and (
        units[back].signature & _BETWEEN or units[back].view in _DEGREES or units[back].view.endswith("ly")
    ):
        back -= 1
    if (
        back < 1
        or not (units[back].signature & {"be", "be_form"} or units[back].view in _LINKS)
        or "contracted_neg" in units[back].signature
    ):
        return None
    while back > 1 and units[back - 1].signature & {"have_form", "modal", "adverb", "be", "be_form"}:
        back -= 1
    return back


def _content(units: Sequence[Unit], at: int, cue: Cue) -> str | None:
    """How the content follows; None when nothing fit does."""
    if at + 2 >= len(units):
        return None
    following = units[at + 1]
    if "comp" in following.signature and "that" in cue.frames:
        return "that"
    if following.view in cue.frames and following.signature & {"prep", "to_word"}:
        return None if units[at + 2].signature & (VERBAL | {"TIME"}) else following.view
    return None
