"""Claims whose words come first: "…," said X; …, X said; and those that go on behind their attribution."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit, rule, unit
from khabar.languages.en.claims.anchors import Anchor
from khabar.languages.en.claims.beside import is_no_subject
from khabar.languages.en.claims.parts import cue_span, is_evidence, is_full, is_own_opinion, is_silent, only_reports
from khabar.languages.en.claims.set_off import ENDS, closes, goes_on, is_set_off
from khabar.languages.en.lists.cues import Part
from khabar.languages.en.phrases.clauses import begins_anew, behind_asides, quote_before
from khabar.languages.en.phrases.nouns import is_source, phrase_end
from khabar.languages.en.phrases.openings import opening
from khabar.languages.en.phrases.subjects import Subject, made, subject_before, subject_behind

_LEAST, _NEAR = 2, 10  # units of words, and of a source with a clause of its own


@rule(
    unit("CUE"),
    takes="""
    "We will not leave our homes whatever happens," said farmer Hamid Zain.
        speaker: farmer Hamid Zain
        speaker_name: Hamid Zain
        content: We will not leave our homes whatever happens
    "The clinic has had no fuel for two days," the nurse said on Friday. "We are closing it."
        content: The clinic has had no fuel for two days," the nurse said on Friday. "We are closing it
    The herders were from Temir, said Ada Moreno in a statement.
        speaker: Ada Moreno
    Six people were hurt when the bridge fell, police said.
        speaker: police
        content: Six people were hurt when the bridge fell
    Two nurses were hurt in the raid, the charity that runs the clinic said.
        speaker: the charity
    Six drivers were taken away, the company they work for told Reuters.
        speaker: the company
    Leaving the valley has cost him his herd, the farmer said.
        content: Leaving the valley has cost him his herd
    The bridge, officials say, was never inspected.
        speaker: officials
        content: The bridge, officials say, was never inspected
    At times, people close to the mayor said, her name made him angry.
        speaker: people close to the mayor
        content: At times, people close to the mayor said, her name made him angry
    Despite the rains, he noted, spending was low.
        content: Despite the rains, he noted, spending was low
    As the Aktau Herald reported, the ministry closed two roads.
        speaker: the Aktau Herald
        content: the ministry closed two roads
    """,
    refuses="""
    The minister reached the town, and said the road was safe.
    Later, the mayor said the road was safe.
    "The dam is safe." A driver told how his lorry shook.
    """,
)
def words_then_speaker(m: Match) -> Anchor | None:
    """News English puts the words first and the source last, its verb before or behind the name; commas or quotation
    marks set the attribution off, and the words may go on behind it.
    """
    units, at = m.units, m.first
    part: Part = units[at]["CUE"]
    if is_silent(part) or not _can_quote(part) or (part.cue.frames.isdisjoint(_CLAUSES) and not _quoted(m, at, part)):
        return None
    if at > 1 and _after_words(m, at) and part.group == at:
        behind = subject_behind(units, at + 1, m.text, anything=quote_before(m.units, at))
        said = quote_before(units, at) or is_full(units[:at])
        if behind is not None and said and not _tells(m, part, at, behind) and is_set_off(m, at, behind.last):
            return _made(m, part, behind, at, behind.last)
    if part.group and "rel" in units[part.group - 1].signature:
        return None  # the union, which speaks for miners, …
    subject = _described_source(m, part) or subject_before(units, part.group, m.text, anything=only_reports(part))
    if subject is None or is_own_opinion(part, units[subject.first]) or is_no_subject(m, subject):
        return None
    if "strict" in part.cue.flags and not is_evidence(m, subject):
        return None
    first = subject.first - 1 if subject.first and "as_word" in units[subject.first - 1].signature else subject.first
    last = _behind_addressee(m, part)
    if first == 0:
        return _fronted(m, part, subject, last) or _behind_quotation(m, part, subject, last)
    if first < _LEAST - 1 or not _after_words(m, first):
        return None
    if begins_anew(units, first) and opening(units, at + 1, part.cue) is not None:
        return None
    if not (quote_before(m.units, first) or _is_parenthesis(m)) and (
        opening(units, at + 1, part.cue) is not None or not _ends_here(m, part, last)
    ):
        return None
    found = _made(m, part, subject, first, last)
    if _has_words(m, first) or (found.opens is not None and _is_lead(m, first)):
        return found
    return replace(found, ends=None, frame="clause") if found.opens is not None else None


def _described_source(m: Match, part: Part) -> Subject | None:
    """A source with a clause of its own between it and the verb that ends the sentence (…, the charity that runs it said)."""
    units = m.units
    if not closes(units, _behind_addressee(m, part)) or part.cue.lemma not in ("say", "tell", "report", "add"):
        return None
    comma = next((k for k in range(part.group - 1, max(part.group - _NEAR, 0), -1) if "mark" in units[k].signature), 0)
    if not comma or "comma" not in units[comma].signature:
        return None
    end = phrase_end(units, comma + 1, part.group)
    if not comma + 1 < end < part.group - 1 or not is_source(units, comma + 1, end):
        return None
    clause = units[end].signature & {"rel", "subject_pronoun"} and "det" in units[comma + 1].signature
    return made(units, comma + 1, end, m.text) if clause else None


def _ends_here(m: Match, part: Part, last: int) -> bool:
    """Whether nothing that a verb of other senses could govern stands behind it (as the voters responded to the call)."""
    if "weak" not in part.cue.flags or last >= len(m.units):
        return True
    return bool(m.units[last].signature & (ENDS | {"sub", "and_word"})) or m.units[last].view in _SCENE


_SCENE = frozenset(("in", "on", "at", "during", "after", "before"))


def _is_parenthesis(m: Match) -> bool:
    """Whether a comma stands right behind the verb, and no quotation or that behind it (the risk, he said, is a clash)."""
    units, at = m.units, m.first + 1
    if at + 1 >= len(units) or "comma" not in units[at].signature:
        return False
    return units[at + 1].signature.isdisjoint({"quote_open", "comp", "PART", "rel", "prep"})


def _behind_addressee(m: Match, part: Part) -> int:
    """Behind the verb and whom it tells."""
    at = m.first + 1
    if "told" in part.cue.flags and at < len(m.units):
        at = max(phrase_end(m.units, at, len(m.units)), at)
    return behind_asides(m.units, at)


def _is_lead(m: Match, first: int) -> bool:
    """Whether what stands before an attribution that the words go on behind is a part of them (Instead, he told us, …)."""
    return not all(u.signature & {"and_word", "mark"} for u in m.units[:first])


def _fronted(m: Match, part: Part, subject: Subject, last: int) -> Anchor | None:
    """An attribution that as sets before its words (As the Herald reported, …)."""
    units = m.units
    if subject.first != 1 or "as_word" not in units[0].signature or units[1].view in ("i", "we", "you"):
        return None
    if part.cue.frames.isdisjoint(_CLAUSES) or last + 2 >= len(units) or "comma" not in units[last].signature:
        return None
    found = _made(m, part, subject, 0, last)
    return replace(found, frame="front", clause=0, ends=None, opens=last + 1)


_CIRCUMSTANCE = frozenset(("prep", "as_word", "sub", "comma", "TIME"))
_MORE = frozenset(("comp", "quote", "colon"))
_ASKS = frozenset(("how", "why", "what", "whether", "where"))  # told how the bus shook: words of its own


def _behind_quotation(m: Match, part: Part, subject: Subject, last: int) -> Anchor | None:
    """A sentence of its own that only says who spoke, behind a quotation with its own full stop ("…." Hale said.)."""
    if "stop" not in m.units[-1].signature or opening(m.units, m.first + 1, part.cue) is not None:
        return None
    rest = m.units[last:-1]
    told = rest and (rest[0].signature.isdisjoint(_CIRCUMSTANCE) or rest[0].view in _ASKS)
    if told or any(u.signature & _MORE for u in rest):
        return None
    found = _made(m, part, subject, 0, last)
    return replace(found, frame="behind", clause=0, ends=1, opens=None)


_CLAUSES = frozenset(("clause", "obj+clause"))


def _quoted(m: Match, at: int, part: Part) -> bool:
    """Whether quoted words stand before the attribution: before the verb, or before its subject."""
    if at > 0 and quote_before(m.units, at):
        return True
    subject = subject_before(m.units, part.group, m.text)
    return subject is not None and (subject.first == 0 or quote_before(m.units, subject.first))


def _can_quote(part: Part) -> bool:
    return (
        bool(part.cue.frames & (_CLAUSES | {"quote"}))
        and part.cue.act != "order"
        and ("strict" not in part.cue.flags or "evidence" in part.cue.flags)
    )


def _after_words(m: Match, at: int) -> bool:
    """Whether a comma, a closing mark or a dash stands before the attribution."""
    return at > 0 and bool(m.units[at - 1].signature & {"comma", "quote_close", "dash"})


def _has_words(m: Match, first: int) -> bool:
    """Before the attribution stands a clause, not a date, an adverb or a conjunction."""
    words = [u for u in m.units[: first - 1] if "mark" not in u.signature]
    opens = "quote" in m.units[0].signature
    if not opens and words and _leads_up(m, words):
        return False
    if quote_before(m.units, first):
        return True
    if len(words) < _LEAST:
        return False
    if "sub" in words[0].signature and len(words) > _LEAST:
        return True
    if words[0].view.endswith("ing") and not is_full(words):
        return False  # Walking through the ruins, the mayor said
    content = [u for u in words if not u.signature & {"adverb", "TIME", "and_word", "prep", "sub"}]
    return len(content) >= _LEAST and not (words[0].signature & {"prep", "sub", "as_word"} and not is_full(words))


def _leads_up(m: Match, words: Sequence[Unit]) -> bool:
    """Whether words before an attribution only lead up to it (Asked about the dam, Hale said), rather than are said: a gerund
    with a verb of its own may be (Leaving the town saved him, he said).
    """
    if any(u.view == "asked" for u in words[:2]):
        return True
    part: Part = m.units[m.first]["CUE"]
    return "PART" in words[0].signature and (not _ends_sentence(m, part) or not is_full(words[1:]))


def _ends_sentence(m: Match, part: Part) -> bool:
    """Whether nothing but the end of the sentence follows the verb, and whom it tells."""
    last = _behind_addressee(m, part)
    return all(u.signature & {"stop", "quote"} for u in m.units[last:])


def _tells(m: Match, part: Part, at: int, behind: Subject) -> bool:
    """Whether the noun phrase behind the verb begins its content (a lawyer, said the law was bad)."""
    if "told" in part.cue.flags and not quote_before(m.units, at):
        return True
    following = m.units[behind.last].signature if behind.last < len(m.units) else frozenset[str]()
    if quote_before(m.units, at):
        return bool(following & {"be", "be_form", "have_form", "modal"})
    if "quote_open" in following:  # the mayor, who fled, said the army "did nothing"
        return "capital" not in m.units[behind.last + 1].signature
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
        opens=goes_on(m, last, clause, inverted=subject.first > at),
        found_by=subject.found_by,
        speaker=subject.name,
        pronoun=subject.pronoun,
        agreement=subject.agreement,
    )
