"""Claims by layout: the headline "X: …", and a name with a colon before quoted words."""

from __future__ import annotations

from khabar.grammar import BEGIN, END, Match, Unit, maybe, rule, run, seq, unit
from khabar.languages.en.claims.anchors import Anchor
from khabar.languages.en.lists.cues import Cue, Part
from khabar.languages.en.phrases.names import is_place, name_draft
from khabar.languages.en.phrases.nouns import is_source, phrase_end

_NAME = 3  # words of a name that no list knows
_SPEAKING = frozenset(("role", "source_unnamed", "source_body", "source_document", "media", "given", "surname"))
_PERSONS = frozenset(("role", "media", "source_unnamed"))
_LABELS = frozenset(
    (
        *(
            "breaking",
            "update",
            "updated",
            "exclusive",
            "watch",
            "video",
            "live",
            "photos",
            "pictures",
            "analysis",
            "opinion",
        ),
        *(
            "explainer",
            "factbox",
            "timeline",
            "correction",
            "note",
            "editor",
            "urgent",
            "summary",
            "background",
            "related",
        ),
    )
)
_OWN = frozenset(("i", "we"))


def _tells(unit: Unit) -> bool:
    """Whether words behind the colon have a source of their own (floods: officials warn of …)."""
    return "CUE" in unit.signature and unit["CUE"].voice != "modal"


_COLON = Cue(":", "say", "neutral", frozenset({"clause"}), frozenset(), "layout")


def _may_be_place(who: Unit, what: Unit) -> bool:
    """Whether a lone name before a colon may be a place that no list holds (Temirlan: flash update on the floods)."""
    return not who.signature & _SPEAKING and "quote_open" not in what.signature and what.view not in _OWN


@rule(
    seq(
        BEGIN,
        run(unit(but=("mark", "CUE", "comp", "TIME")), 1, 8)["who"],
        maybe(unit("dash")),
        unit("colon"),
        run(unit(), 2, 60)["what"],
        END,
    ),
    takes="""
    Interior minister: situation under control
        speaker: Interior minister
        content: situation under control
        headline: True
    Ada Moreno: I decide who opens the dam
        speaker: Ada Moreno
    Mayor Hale: 'Nobody will be left behind'
        speaker: Mayor Hale
        headline: True
    """,
    refuses="""
    Ada Moreno: police say she left the town
    In pictures: floods sweep the valley
    Breaking: blast in the old town
    """,
)
def headline_colon(m: Match) -> Anchor | None:
    """A headline that opens with a source and a colon quotes that source; a label before the colon (breaking, in pictures), or
    a country that is only the scene, does not.
    """
    who, what = m.take("who"), m.take("what")
    units = m.units
    if phrase_end(units, who.first, who.last) != who.last or who[0].signature & {"prep", "sub"}:
        return None
    named = len(who) <= _NAME and all("capital" in u.signature and not is_place(u) for u in who)
    if not (named or any(u.signature & _SPEAKING for u in who)) or any(
        u.signature & {"and_word", "accords"} for u in who
    ):
        return None
    if (
        all(is_place(u) and "role" not in u.signature for u in who)
        or who[0].view in _LABELS
        or "ground" in who[-1].signature
    ):
        return None
    if len(who) == 1 and _may_be_place(who[0], what[0]):
        return None
    if what[0].signature & {"NUMBER", "digits"} and not any(u.signature & _PERSONS for u in who):
        return None  # a place and its toll
    if any(_tells(u) for u in what) and "quote_open" not in what[0].signature and what[0].view not in _OWN:
        return None
    colon = units[what.first - 1]
    return Anchor(
        at=what.first - 1,
        cue=_COLON,
        cue_span=(colon.start, colon.end),
        clause=0,
        rule=m.rule.id,
        kind="layout",
        frame="colon",
        opens=what.first,
        speaker=name_draft(units, who.first, who.last, m.text),
        headline=True,
    )


@rule(
    seq(
        BEGIN,
        unit("CUE")["cue"],
        run(unit(but=("mark", "CUE", "comp", "TIME")), 1, 8)["who"],
        unit("colon"),
        run(unit(), 2, 80)["what"],
        END,
    ),
    takes="""
    Added Moreno: "The bridge is safe."
        speaker: Moreno
        content: The bridge is safe
    Said the union's leader: "We were not asked."
        speaker: the union's leader
    """,
    refuses="""
    Added to the bill: two clauses on bread.
    Moreno added: "The bridge is safe."
    """,
)
def verb_name_colon(m: Match) -> Anchor | None:
    """A paper may begin with the verb, and put whoever speaks between it and a colon."""
    who, what, units = m.take("who"), m.take("what"), m.units
    at = m.first
    part: Part = units[at]["CUE"]
    if part.cue.act != "say" or part.negated or "quote_open" not in what[0].signature:
        return None
    if phrase_end(units, who.first, who.last) != who.last or not is_source(units, who.first, who.last):
        return None
    return Anchor(
        at=at,
        cue=part.cue,
        cue_span=(units[at].start, units[at].end),
        clause=0,
        rule=m.rule.id,
        frame="quote",
        opens=what.first,
        speaker=name_draft(units, who.first, who.last, m.text),
    )
