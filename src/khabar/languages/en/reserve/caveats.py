"""Caveats: what the outlet could not verify, sources without a name, numbers that will change, reports at odds."""

from __future__ import annotations

from khabar.grammar import Grammar, Match, either, maybe, one_of, rule, run, seq, unit
from khabar.languages.drafts import CaveatDraft, Limits, Sentence
from khabar.languages.en.phrases.marking import marked
from khabar.record.vocabulary import CaveatKind

_END = frozenset(("stop", "comma", "semicolon", "and_word", "dash"))
_GAP = run(unit(but=("mark", "CUE")), 0, 5, short=True)


def _caveat(m: Match, kind: CaveatKind, limits: Limits, *, to_end: bool = True, by_source: bool = False) -> CaveatDraft:
    units, last = m.units, m.last
    while to_end and last < len(units) and not units[last].signature & _END and last < m.last + 12:
        last += 1
    return CaveatDraft((units[m.first].start, units[last - 1].end), kind, m.rule.id, limits, by_source)


@rule(
    either(
        seq(one_of("modal", "contracted_neg", "be", "be_form"), maybe(unit("neg")), _GAP, unit("r_verify")),
        seq(
            one_of("modal", "be", "be_form"),
            unit("neg"),
            run(one_of("be", "be_form"), 0, 1),
            unit("r_independently"),
            unit("r_verify"),
        ),
    ),
    takes="""
    The agency could not independently verify the claim.
        kind: outlet_unverified
    The footage could not be verified.
        kind: outlet_unverified
    """,
    refuses="""
    Engineers could verify the height of the dam.
    The guards were asked to verify their papers.
    """,
)
def could_not_verify(m: Match) -> CaveatDraft | None:
    """The outlet says that it could not check: without this line its reader takes a claim for a finding."""
    views = {u.view for u in m.whole}
    negated = any(u.signature & {"neg", "contracted_neg"} for u in m.whole) or "unable" in views
    checked = any("r_independently" in u.signature for u in m.whole) or views & {
        "verify",
        "verified",
        "authenticate",
        "corroborated",
    }
    return _caveat(m, "outlet_unverified", "claim") if negated and checked else None


@rule(
    either(
        unit("r_condition"),
        seq(unit("r_asked_not"), maybe(unit("neg")), _GAP, unit("r_unnamed")),
    ),
    takes="""
    An official, who spoke on condition of anonymity, said the talks had failed.
        kind: source_anonymous
    The guard, who asked not to be named, said the gate was open.
        kind: source_anonymous
    """,
    refuses="""
    The official said the talks had failed.
    The street was to be named after her.
    """,
)
def source_not_named(m: Match) -> CaveatDraft | None:
    """A source that will not be named can be asked nothing again: the claim stands on the outlet's word alone."""
    return _caveat(m, "source_anonymous", "speaker", by_source=True)


@rule(
    either(
        seq(unit("r_provisional"), run(unit(but=("mark",)), 0, 2, short=True), unit("r_countword")),
        seq(
            unit("r_countword"),
            run(unit(but=("mark",)), 0, 4, short=True),
            one_of("modal", "CUE", "PASSIVE"),
            run(unit("to_word"), 0, 1),
            unit("r_rise"),
        ),
    ),
    takes="""
    A preliminary toll put the dead at 12.
        kind: provisional
    Twelve people died, but the toll could rise.
        kind: provisional
    """,
    refuses="""
    The early train was full.
    A final toll put the dead at 12.
    """,
)
def will_change(m: Match) -> CaveatDraft | None:
    """A first count changes within hours: a figure taken from it must say so."""
    return _caveat(m, "provisional", "figure", to_end=False, by_source=True)


@rule(
    seq(unit("r_unconfirmed"), _GAP, one_of("cue_noun", "source_document", "source_thing")),
    takes="""
    There were unconfirmed reports of a second blast.
        kind: outlet_unverified
    Unverified footage showed a burning truck.
        kind: outlet_unverified
    """,
    refuses="""
    Reports of a second blast were wrong.
    Her seat is unconfirmed.
    """,
)
def unconfirmed(m: Match) -> CaveatDraft | None:
    """A report that nobody confirmed is told with its reserve; conflicting ones contest each other."""
    contested = m.units[m.first].view == "conflicting"
    return _caveat(m, "contested" if contested else "outlet_unverified", "claim", to_end=False)


@rule(
    either(
        seq(unit("r_shows"), one_of("neg"), _GAP, unit("r_evidence")),
        seq(
            one_of("neg", "do_form", "contracted_neg"),
            run(one_of("neg", "r_soon"), 0, 2),
            unit("r_shows"),
            run(one_of("det", "article", "adverb"), 0, 2),
            unit("r_evidence"),
        ),
    ),
    takes="""
    The mayor claimed the wells were poisoned. He offered no evidence.
        kind: outlet_doubts_source
    The army, without providing any evidence, blamed herders for the fire.
        kind: outlet_doubts_source
    """,
    refuses="""
    The police offered evidence that the gate was open.
    There is no evidence of poison in the wells.
    """,
)
def no_evidence(m: Match) -> CaveatDraft | None:
    """The outlet notes that a source showed nothing for what it said: the reader is to weigh its words as bare words."""
    negated = any(u.signature & {"neg", "contracted_neg"} for u in m.whole)
    return _caveat(m, "outlet_doubts_source", "claim", to_end=False) if negated else None


RULES = (could_not_verify, source_not_named, will_change, unconfirmed, no_evidence)
CAVEATS = Grammar("caveats", RULES)
_STIRS = frozenset(
    ("r_verify", "r_condition", "r_unnamed", "r_provisional", "r_countword", "r_unconfirmed", "r_evidence")
)


def find_caveats(sentence: Sentence) -> list[CaveatDraft]:
    """The caveats of a sentence, in text order."""
    if sentence.present.isdisjoint(_STIRS):
        return []
    return [found.value for found in CAVEATS.read(sentence.marked_by(marked), sentence.text)]
