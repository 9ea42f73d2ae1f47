"""Withheld: what sources did not say: no comment, no confirmation, no number, nobody reached."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Grammar, Match, Unit, either, one_of, rule, run, seq, unit
from khabar.languages.drafts import Agreement, Sentence, WithheldDraft
from khabar.languages.en.phrases.marking import marked
from khabar.languages.en.phrases.names import name_draft
from khabar.languages.en.phrases.nouns import phrase_start
from khabar.languages.en.phrases.subjects import subject_before
from khabar.record.vocabulary import WithheldWhat

_SOON = run(one_of("adverb", "r_soon"), 0, 2)
_END = frozenset(("stop", "comma", "semicolon", "but_word", "quote_open", "dash", "as_word"))


def _ends(units: Sequence[Unit], at: int) -> bool:
    """Whether a silence ends before a unit: at a mark, at "but", at "and" before another verb."""
    if units[at].signature & _END:
        return True
    following = units[at + 1].signature if at + 1 < len(units) else frozenset[str]()
    return "and_word" in units[at].signature and bool(following & _VERBS)


_VERBS = frozenset(("do_form", "modal", "have_form", "CUE", "contracted_neg", "r_gives"))


def _draft(m: Match, what: WithheldWhat, *, asked: bool = False) -> WithheldDraft:
    units = m.units
    last = m.last
    while last < len(units) and not _ends(units, last) and last < m.last + 14:
        last += 1
    subject = subject_before(units, m.first, m.text, anything=True)
    first = subject.first if subject else m.first
    before = units[first - 1].signature if first else frozenset[str]()
    return WithheldDraft(
        span=(units[first].start, units[last - 1].end),
        what=what,
        rule=m.rule.id,
        speaker=subject.name if subject else None,
        agreement=subject.agreement if subject else Agreement(),
        asked=asked,
        own_clause=not before & {"comp", "CUE"},
    )


@rule(
    either(
        seq(unit("r_refuses"), unit("to_word"), run(unit("adverb"), 0, 1), one_of("r_answers")),
        seq(
            one_of("do_form", "modal", "have_form", "contracted_neg"), run(unit("neg"), 0, 1), _SOON, unit("r_answers")
        ),
    ),
    takes="""
    The ministry declined to comment on the raid.
        what: declined
        speaker_name: ministry
    A spokeswoman for the port did not immediately respond to questions.
        what: declined
    """,
    refuses="""
    The minister will comment on the raid on Friday.
    Neighbours declined to leave the house.
    She was filmed shouting at guards who refused to respond.
    """,
)
def no_comment(m: Match) -> WithheldDraft | None:
    """Who was asked and did not answer made no statement: desks want the silence on record, with the name.  Those who are told
    apart by not answering (guards who refused to respond) were asked by nobody who reports it.
    """
    if m.first and m.units[m.first - 1].view == "who" and m.units[m.last - 1].view in _REACTS:
        return None
    negated = any(
        u.signature & {"neg", "contracted_neg", "r_refuses"} or u.view in ("wouldn't", "won't") for u in m.whole
    )
    return _draft(m, "declined") if negated else None


_REACTS = ("respond", "answer", "reply")


@rule(
    either(
        seq(
            one_of("modal", "contracted_neg"),
            run(unit("neg"), 0, 1),
            run(unit("r_soon"), 0, 1),
            one_of("be", "be_form"),
            run(unit("r_soon"), 0, 1),
            unit("r_reached"),
        ),
        seq(
            one_of("be", "be_form", "contracted_neg"),
            run(unit("neg"), 0, 1),
            run(unit("r_soon"), 0, 1),
            unit("r_available"),
        ),
    ),
    takes="""
    The owner of the mine could not be reached for comment.
        what: not_reached
    The governor was not immediately available for comment.
        what: not_reached
        speaker_name: governor
    Clerks of the bank could not be immediately reached.
        what: not_reached
    No one at the mill was available for comment.
        what: not_reached
        speaker_name: mill
    """,
    refuses="""
    The village could be reached by boat.
    Rooms were available on Friday.
    The governor was available for comment.
    """,
)
def not_reached(m: Match) -> WithheldDraft | None:
    """Who could not be reached has not refused: the two silences are kept apart."""
    negated = any(u.signature & {"neg", "contracted_neg"} or u.view == "unavailable for comment" for u in m.whole)
    if negated or "r_available" not in m.units[m.last - 1].signature:
        return _draft(m, "not_reached") if negated else None
    return _nobody_reached(m)


def _nobody_reached(m: Match) -> WithheldDraft | None:
    """The body of which nobody was there to be asked (no one at the mill was available for comment)."""
    units, first = m.units, phrase_start(m.units, m.first)
    nobody = next((k for k in range(first, max(first - 3, -1), -1) if units[k].view in _NOBODY), None)
    if nobody is None:
        return None
    at = nobody + 1 if units[nobody + 1].view in _AT else nobody
    named = name_draft(units, at + 1, m.first, m.text) if nobody < at < m.first - 1 else None
    return replace(
        _draft(m, "not_reached"),
        span=(units[nobody].start, m.whole.end),
        speaker=named,
        agreement=named.agreement if named else Agreement(),
    )


_NOBODY = ("no one", "nobody", "none")
_AT = ("at", "from", "in", "of")


@rule(
    either(
        seq(
            one_of("do_form", "modal", "have_form", "contracted_neg"), run(unit("neg"), 0, 1), _SOON, unit("r_confirms")
        ),
        seq(unit("r_neither"), unit("r_confirms")),
        seq(unit("r_refuses"), unit("to_word"), unit("r_confirms")),
    ),
    takes="""
    The army did not confirm the report.
        what: not_confirmed
        speaker_name: army
    The embassy would neither confirm nor deny the arrest.
        what: not_confirmed
    """,
    refuses="""
    The army confirmed the report.
    Tests will confirm the cause.
    """,
)
def not_confirmed(m: Match) -> WithheldDraft | None:
    """Not to confirm is no denial and no confirmation: read as either it would turn the report around."""
    negated = any(u.signature & {"neg", "contracted_neg", "r_refuses", "r_neither"} for u in m.whole)
    return _draft(m, "not_confirmed") if negated else None


@rule(
    either(
        seq(
            one_of("do_form", "contracted_neg"),
            run(unit("neg"), 0, 1),
            _SOON,
            unit("r_gives"),
            run(unit(but=("mark",)), 0, 4, short=True),
            unit("r_count"),
        ),
        seq(unit("r_gives"), unit("det"), unit("r_count")),
        seq(unit("neg"), unit("r_giving"), run(unit(but=("mark",)), 0, 4, short=True), unit("r_count")),
    ),
    takes="""
    The ministry did not say how many people were hurt.
        what: no_figure
    Police gave no figures for the wounded.
        what: no_figure
        speaker_name: Police
    """,
    refuses="""
    The ministry gave the number of the wounded.
    Police gave a toll of 12.
    Never give numbers to strangers.
    """,
)
def no_figure(m: Match) -> WithheldDraft | None:
    """A source that spoke of an event without its number: the gap is as telling as a figure."""
    if m.first == 0 and m.units[0].view == "never":
        return None  # never give out your number: advice
    negated = any(u.signature & {"neg", "contracted_neg"} or u.view == "no" for u in m.whole)
    return _draft(m, "no_figure") if negated else None


@rule(
    seq(
        one_of("modal", "contracted_neg", "be", "be_form"),
        run(one_of("neg", "to_word", "r_soon"), 0, 3),
        unit("r_reach"),
        run(unit("word", but=("prep", "to_word", "rel", "CUE", "TIME")), 1, 6, short=True)["who"],
        unit("for_word"),
        run(one_of("det", "article"), 0, 1),
        one_of("r_answers", "r_countword", "cue_noun"),
    ),
    takes="""
    We could not reach the health department for a toll.
        what: not_reached
        speaker_name: health department
    The paper could not immediately reach the governor for comment.
        what: not_reached
        speaker_name: governor
    """,
    refuses="""
    Rescuers could not reach the village for two days.
    The paper reached the governor for comment.
    """,
)
def could_not_reach(m: Match) -> WithheldDraft | None:
    """Whom an outlet could not reach is the object of the verb: he was asked for words or a number and has said nothing."""
    if not any(u.signature & {"neg", "contracted_neg"} for u in m.whole):
        return None
    who, draft = m.take("who"), _draft(m, "not_reached")
    named = name_draft(m.units, who.first, who.last, m.text)
    return replace(draft, speaker=named, agreement=named.agreement)


RULES = (no_comment, not_reached, not_confirmed, no_figure, could_not_reach)
WITHHELD = Grammar("withheld", RULES)
_STIRS = frozenset(("r_answers", "r_reached", "r_available", "r_confirms", "r_count", "r_reach"))


def find_withheld(sentence: Sentence) -> list[WithheldDraft]:
    """What the sources of a sentence did not say, in text order."""
    if sentence.present.isdisjoint(_STIRS):
        return []
    return [found.value for found in WITHHELD.read(sentence.marked_by(marked), sentence.text)]
