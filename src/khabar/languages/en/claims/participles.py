"""Claims by a participle: adding that, saying, citing; whoever the sentence speaks of goes on speaking."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit, rule, unit
from khabar.languages.drafts import NameDraft
from khabar.languages.en.claims.anchors import Anchor
from khabar.languages.en.claims.parts import cue_span
from khabar.languages.en.lists.cues import Part
from khabar.languages.en.phrases.clauses import Opening
from khabar.languages.en.phrases.names import name_draft
from khabar.languages.en.phrases.nouns import (
    VERBAL,
    before_verb,
    is_source,
    is_verb,
    object_end,
    phrase_end,
    phrase_start,
)
from khabar.languages.en.phrases.openings import is_plain_object, opening


@rule(
    unit("PART"),
    takes="""
    The council said the dam was safe, adding that its gates would stay shut.
        content: its gates would stay shut
        found_by: participle
        speaker_name: council
    The union issued a statement saying its members would not work on Monday.
        content: its members would not work on Monday
        speaker_name: union
    An email from a bank clerk claiming the account was frozen reached hundreds.
        distance: distances
        speaker_name: bank clerk
    In addition to saying that the dam was safe, the mayor praised its builders.
        content: the dam was safe
    The union approved of the canal before condemning the plan of the mayor.
        content: the plan of the mayor
        act: condemn
    Citing the drought, the ministry closed two wells.
        content: the drought
        speaker_name: ministry
    Warning that the dam was weak, Mayor Hale left the meeting.
        speaker_name: Hale
        content: the dam was weak
    There were emails showing that the mayor knew of it.
        speaker: emails
        content: the mayor knew of it
    The town was shaken after two nurses came forward claiming the ward was full.
        speaker: two nurses
    """,
    refuses="""
    The council said adding salt was forbidden.
    Rains filled the valley, supporting richer harvests.
    Saying nothing, the mayor left.
    """,
)
def participle(m: Match) -> Anchor | None:
    """A participle behind a comma, a preposition or the word for a document carries on what its sentence's subject says; right
    behind a noun phrase it is that phrase's speech.
    """
    units, at = m.units, m.first
    part: Part = units[at]["PART"]
    group = part.group
    before = units[group - 1] if group else units[0]
    if "finite" in part.cue.flags:
        return None
    opened = opening(units, at + 1, part.cue)
    if part.negated or opened is None or "CUE" in before.signature or _is_second_gerund(units, group):
        return None
    if _is_loose(m, part, opened) or (at == 0 and not _may_lead(m, part, opened)):
        return None
    refused, name = _own_speaker(m, group) if group else (False, None)
    if refused and (opened.frame != "that" or before.view not in _BESIDE):
        return None
    clause = group - 1 if before.signature & {"comma", "and_word"} else group
    last = _before_verb(units, group, part, opened) if name is not None else None
    name = name or _subject_of_clause(m, group)
    closed = _closing(units, group, opened.at)
    if closed is not None and opened.frame == "clause":
        opened, last = replace(opened, frame="np"), closed
    return Anchor(
        at=at,
        cue=part.cue,
        cue_span=cue_span(m, at, part),
        clause=clause,
        rule=m.rule.id,
        kind="participle",
        cuts=bool(before.signature & {"comma", "and_word", "quote_close"}),
        frame="np" if last is not None and opened.frame == "clause" else opened.frame,
        opens=opened.at,
        found_by="participle" if name is None else "explicit",
        speaker=name if group else _subject_ahead(m, opened.at),
        medium=opened.medium,
        addressee=opened.addressee,
        last=last,
    )


def _before_verb(units: Sequence[Unit], group: int, part: Part, opened: Opening) -> int | None:
    """Where the object of a participle ends that describes the subject of its sentence: before its verb (herders demanding rain
    marched).  A clause needs a verb of its own beside that one.
    """
    clause = opened.frame == "clause"
    if opened.frame not in _OBJECTS and not (clause and "np" in part.cue.frames):
        return None
    if any(_is_finite(units, k) for k in range(group)):
        return None
    verb = next((k for k in range(opened.at + 1, object_end(units, opened.at)) if _is_finite(units, k)), None)
    verb = object_end(units, opened.at) if verb is None else verb
    if clause and (verb >= len(units) or any(_is_finite(units, k) for k in range(verb + 2, len(units)))):
        return None
    return verb


def _is_finite(units: Sequence[Unit], at: int) -> bool:
    """Whether a finite verb stands here: an auxiliary, one of saying, one in the past with its object or its place behind it."""
    if units[at].signature & VERBAL or (at and is_verb(units, at)):
        return True
    if "event_verb" not in units[at].signature or at + 1 >= len(units) or "event_noun" in units[at].signature:
        return False
    governed = at > 0 and not units[at - 1].signature.isdisjoint(_GOVERNS)
    return "past" in units[at]["event_verb"][1] and not governed and bool(units[at + 1].signature & _BEHIND_PAST)


def _closing(units: Sequence[Unit], group: int, opens: int) -> int | None:
    """The comma that closes a participle in commas, right before what the subject says (the army, denying the report, said …)."""
    if "comma" not in units[group - 1].signature:
        return None
    comma = next((k for k in range(opens, len(units) - 1) if "comma" in units[k].signature), None)
    return comma if comma is not None and "CUE" in units[comma + 1].signature else None


_OBJECTS = frozenset(("np", "of", "for", "about", "against", "on", "with"))
_BEHIND_PAST = frozenset(("det", "article", "NUMBER", "people", "TIME", "prep", "to_word", "capital"))


def _may_lead(m: Match, part: Part, opened: Opening) -> bool:
    """Whether a participle that opens its sentence tells: with that or quoted words, or an object and whoever speaks behind it."""
    if opened.frame in ("that", "quote", "colon"):
        return True
    return opened.frame == "np" and "weak" not in part.cue.flags and _subject_ahead(m, opened.at) is not None


def _subject_of_clause(m: Match, group: int) -> NameDraft | None:
    """The subject of the clause in which a participle stands, where a conjunction opens it and no mark parts them (when two
    nurses came forward saying …).
    """
    units = m.units
    for at in range(group - 1, max(group - _NEAR, -1), -1):
        if units[at].signature & {"mark", "CUE", "rel", "comp", "and_word"}:
            return None
        opens = "sub" in units[at].signature or (units[at].view in _WHEN and "NUMBER" in units[at + 1].signature)
        if opens:
            end = before_verb(units, at + 1, phrase_end(units, at + 1, group))
            known = at + 1 < end < group and is_source(units, at + 1, end)
            return name_draft(units, at + 1, end, m.text) if known and _is_finite(units, end) else None
    return None


_NEAR = 12  # units
_WHEN = frozenset(("after", "before", "since"))


def _subject_ahead(m: Match, first: int) -> NameDraft | None:
    """The subject of the main clause behind a participle that opens its sentence (Warning that …, the mayor left)."""
    units = m.units
    for at in range(first + 2, len(units) - 2):
        if "comma" in units[at].signature:
            begin = at + 2 if "quote_close" in units[at + 1].signature else at + 1
            end = phrase_end(units, begin, len(units))
            if end > begin and is_source(units, begin, end) and "subject_pronoun" not in units[begin].signature:
                return name_draft(units, begin, end, m.text)
    return None


def _is_loose(m: Match, part: Part, opened: Opening) -> bool:
    """Whether a verb with other senses governs a mere object here (finding a house), not beside another cue (said, recalling
    the flood).
    """
    named = "pred" in part.cue.frames or part.cue.act in ("support", "reject", "condemn")
    beside = "comma" in m.units[part.group - 1].signature and any(
        "CUE" in u.signature for u in m.units[max(part.group - 30, 0) : part.group]
    )
    if "weak" not in part.cue.flags or opened.frame != "np":
        return False
    if part.cue.frames & {"pred", "as"}:
        return False
    if m.units[part.group - 1].view in ("before", "since"):
        return True
    return not (named or beside) or not is_plain_object(m.units, opened.at)


def _is_second_gerund(units: Sequence[Unit], group: int) -> bool:
    """Whether a participle only goes on with a gerund that a preposition governs (responsible for training and supporting)."""
    if group < _LEAST or "and_word" not in units[group - 1].signature or not units[group - 2].view.endswith("ing"):
        return False
    return "prep" in units[group - 3].signature and units[group - 3].view not in _MEANS


_LEAST = 3


def _own_speaker(m: Match, group: int) -> tuple[bool, NameDraft | None]:
    """Whether the participle reports nothing here; and the noun phrase right before it, which speaks through it."""
    units = m.units
    group = _before_day(units, group)
    before = units[group - 1] if group else units[0]
    if before.signature & {"comma", "and_word", "dash", "by", "quote_close", "TIME"}:
        return False, None
    governed = before.signature & _GOVERNS and before.view not in _MEANS
    if m.units[m.first]["PART"].cue.act == "threaten" and "to_word" not in units[m.first + 1].signature:
        return True, None  # life-threatening
    if "mark" in before.signature or governed:
        return True, None
    first = phrase_start(units, group)
    verb = before_verb(units, first, group)
    first = verb + 1 if first < verb < group - 1 else first  # police receive calls saying
    shows = m.units[m.first]["PART"].cue.lemma == "show"
    if first < group and is_source(units, first, group) and (shows or not _is_document(m, group)):
        return False, name_draft(units, _last_person(m, first, group), group, m.text)
    return False, None


def _before_day(units: Sequence[Unit], group: int) -> int:
    """Before the day that stands between a document and its participle (emails that night showing …)."""
    if group < _LEAST or units[group - 1].signature.isdisjoint({"TIME", "unit_of_time"}):
        return group
    noun = group - 2 if units[group - 2].signature & {"prep", "det"} else group - 1
    return noun if units[noun - 1].signature & _PAPERS else group


_GOVERNS = frozenset(("prep", "be", "be_form", "to_word", "det", "article", "possessive", "possessive_det"))
_BESIDE = frozenset(("to", "despite", "for"))  # in addition to saying that
_MEANS = frozenset(("in", "by", "after", "before", "since", "with"))
_PAPERS = frozenset(("medium", "source_document"))


def _is_document(m: Match, last: int) -> bool:
    return bool(m.units[last - 1].signature & _PAPERS)


def _last_person(m: Match, first: int, last: int) -> int:
    """The noun phrase behind a document and its preposition (an email from a clerk)."""
    for at in range(last - 1, first, -1):
        behind = m.units[at + 1].signature
        named = "demonym" in behind or ("toponym" in behind and behind.isdisjoint({"given", "surname"}))
        if m.units[at].view in ("from", "by") and m.units[at - 1].signature & _PAPERS and not named:
            return at + 1
    return first
