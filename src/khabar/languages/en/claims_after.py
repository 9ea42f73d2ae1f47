"""Claims whose words come first: "…," said X; …, X said; and those that go on behind their attribution."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, rule, unit
from khabar.languages.en.anchors import Anchor
from khabar.languages.en.claims_verbs import cue_span, is_silent
from khabar.languages.en.cues import Part
from khabar.languages.en.openings import opening
from khabar.languages.en.subjects import Subject, subject_before, subject_behind

_LEAST = 2


@rule(
    unit("CUE"),
    takes="""
    "We will not leave our homes whatever happens," said farmer Hamid Zain.
        speaker: farmer Hamid Zain
        speaker_name: Hamid Zain
        content: We will not leave our homes whatever happens
    "The clinic has had no fuel for two days," the nurse said on Friday. "We are closing it."
        content: The clinic has had no fuel for two days," the nurse said on Friday. "We are closing it
    Six people were hurt when the bridge fell, police said.
        speaker: police
        content: Six people were hurt when the bridge fell
    The bridge, officials say, was never inspected.
        speaker: officials
        content: The bridge, officials say, was never inspected
    """,
    refuses="""
    The minister reached the town, and said the road was safe.
    Later, the mayor said the road was safe.
    """,
)
def words_then_speaker(m: Match) -> Anchor | None:
    """News English puts the words first and the source last, its verb before or behind the name; commas or quotation
    marks set the attribution off, and the words may go on behind it.
    """
    units, at = m.units, m.first
    part: Part = units[at]["CUE"]
    if is_silent(part) or not _can_quote(part):
        return None
    quoted = at > 1 and _after_words(m, at)
    if quoted and part.group == at:
        behind = subject_behind(units, at + 1, m.text)
        if behind is not None and not _tells(m, part, at, behind):
            return _made(m, part, behind, at, behind.last)
    subject = subject_before(units, part.group, m.text)
    if subject is None or subject.first < _LEAST:
        return None
    first = subject.first - 1 if "as_word" in units[subject.first - 1].signature else subject.first
    if not _after_words(m, first):
        return None
    if not _quote_before(m, first) and opening(units, at + 1, part.cue) is not None:
        return None
    if not _has_words(m, first):
        return None
    return _made(m, part, subject, first, at + 1)


def _can_quote(part: Part) -> bool:
    return (
        bool(part.cue.frames & {"clause", "obj+clause"}) and part.cue.act != "order" and "strict" not in part.cue.flags
    )


def _after_words(m: Match, at: int) -> bool:
    """Whether a comma, a closing mark or a dash stands before the attribution."""
    return at > 0 and bool(m.units[at - 1].signature & {"comma", "quote_close", "dash"})


def _quote_before(m: Match, at: int) -> bool:
    signature = m.units[at - 1].signature
    return "quote_close" in signature or (
        "comma" in signature and at > 1 and "quote_close" in m.units[at - 2].signature
    )


def _has_words(m: Match, first: int) -> bool:
    """Before the attribution stands a clause, not a date, an adverb or a conjunction."""
    if _quote_before(m, first):
        return True
    words = [u for u in m.units[: first - 1] if "mark" not in u.signature]
    if len(words) < _LEAST or words[0].signature & {"PART"}:
        return False
    content = [u for u in words if not u.signature & {"adverb", "TIME", "and_word", "prep", "sub"}]
    return len(content) >= _LEAST and not (words[0].signature & {"prep", "sub", "as_word"} and not _is_full(words))


def _is_full(words: Sequence[Unit]) -> bool:
    """Whether words that begin with a preposition hold a clause of their own: a verb form among them."""
    verbs = {"be", "be_form", "have_form", "do_form", "modal", "CUE", "contracted_neg"}
    return any(u.signature & verbs for u in words)


def _tells(m: Match, part: Part, at: int, behind: Subject) -> bool:
    """Whether the noun phrase behind the verb begins its content (a lawyer, said the law was bad)."""
    if "told" in part.cue.flags and not _quote_before(m, at):
        return True
    following = m.units[behind.last].signature if behind.last < len(m.units) else frozenset[str]()
    if _quote_before(m, at):
        return bool(following & {"be", "be_form", "have_form", "modal"})
    return "prep" in following and behind.pronoun is not None


def _made(m: Match, part: Part, subject: Subject, clause: int, last: int) -> Anchor:
    units, at = m.units, m.first
    begin = clause - 1 if "comma" in units[clause - 1].signature or "dash" in units[clause - 1].signature else clause
    return Anchor(
        at=at,
        cue=part.cue,
        cue_span=cue_span(m, at, part),
        clause=begin,
        rule=m.rule.id,
        kind="after",
        cuts=True,
        frame="before",
        ends=max(begin, 1),
        opens=_goes_on(m, last, clause),
        found_by=subject.found_by,
        speaker=subject.name,
        pronoun=subject.pronoun,
        agreement=subject.agreement,
    )


def _goes_on(m: Match, last: int, clause: int) -> int | None:
    """Where the words go on behind their attribution; None when it ends them."""
    units = m.units
    quote = _quote_before(m, clause)
    for index in range(last, min(len(units) - 1, last + 24)):
        signature, following = units[index].signature, units[index + 1].signature
        if "stop" in signature:
            return None
        if "quote_open" in signature:
            return index if quote or "LONG_QUOTE" in signature else None
        if "comma" in signature and "quote_open" in following:
            return index + 1
        if "comma" in signature and not quote:
            if following & {"PART", "rel", "but_word", "and_word", "quote", "det", "as_word", "accords"} or units[
                index + 1
            ].view.endswith("ing"):
                return None
            return index + 1 if index == last else None
    return None
