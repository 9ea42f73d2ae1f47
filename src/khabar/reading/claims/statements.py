"""Statements that a report prints as they came: a ministry's paragraphs without quotation marks, told by opening and close."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.languages.drafts import ClaimDraft, Offsets
from khabar.reading.mentions import Mentions
from khabar.text.fold import fold_word

_TRIM = " \t\n.،؛,;"
_LEAST = 2
"""Sentences between opening and close from which a report prints a statement rather than sums it up."""
_SHORT = 3
"""Letters of a word that names whose a body is no longer."""


def with_statements(
    claims: Sequence[ClaimDraft], names: Sequence[str], sentences: Sequence[Mentions]
) -> list[ClaimDraft]:
    """The drafts with each statement's opening holding all of it: its content runs on to the sentence before the close.

    `names`: of each draft's speaker.  The opening is the last claim before the close that has a speaker of its own whose name
    shares a word with that of the close: the spokesman of the ministry, and the ministry.  Where somebody else speaks in
    between, the statement is taken to end before him.
    """
    made = list(claims)
    for number, close in enumerate(claims):
        if not close.closes or close.cue is None:
            continue
        at = _opening(claims[:number], names, number)
        if at is None:
            continue
        start, last = claims[at].content[1], close.cue[0]
        others = [
            _start(d)
            for d, name in zip(claims[at + 1 : number], names[at + 1 : number], strict=True)
            if _is_other(d, name, names[at])
        ]
        until = min([last, *others])
        between = [s for s in map(_offsets, sentences) if start <= s[0] and s[1] <= until]
        if len(between) >= _LEAST:
            made[at] = replace(made[at], content=(claims[at].content[0], _end(between[-1], sentences)))
    return made


def _opening(before: Sequence[ClaimDraft], names: Sequence[str], close: int) -> int | None:
    words = _words(names[close])
    for number in range(len(before) - 1, -1, -1):
        draft = before[number]
        opens = draft.found_by == "explicit" and draft.act in ("say", "affirm") and not draft.headline
        if opens and _words(names[number]) & words:
            return number
    return None


def _is_other(draft: ClaimDraft, name: str, speaker: str) -> bool:
    """Whether somebody speaks for himself in between: a named speaker who is not the one of the statement."""
    return draft.found_by == "explicit" and draft.speaker is not None and name != speaker


def _words(name: str) -> set[str]:
    """The words of a name that tell whose it is, without article and glued prepositions."""
    bare = (fold_word(word) for word in name.split())
    stems = (word.removeprefix("ب").removeprefix("لل").removeprefix("ال").removeprefix("ل") for word in bare)
    return {stem for stem in stems if len(stem) > _SHORT}


def _offsets(found: Mentions) -> Offsets:
    return found.sentence.page.span(found.sentence.first, found.sentence.last)


def _start(draft: ClaimDraft) -> int:
    """Where the clause of a claim may begin: with its speaker, its cue or its content."""
    known = [
        draft.content[0],
        *(span[0] for span in (draft.cue, draft.speaker.span if draft.speaker else None) if span),
    ]
    return min(known)


def _end(sentence: Offsets, sentences: Sequence[Mentions]) -> int:
    """The end of a sentence without its full stop."""
    text = sentences[0].sentence.text
    return sentence[0] + len(text[slice(*sentence)].rstrip(_TRIM))
