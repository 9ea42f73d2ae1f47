"""Issued: whose a document is that speaks under its noun alone ("the statement added"), told by the sentences before it.

Whoever said something in a statement, or gave one out, speaks through it, whoever else has spoken since.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from khabar.languages.drafts import ClaimDraft, NameDraft, Sentence
from khabar.reading.mentions import Mentions, index_in
from khabar.reading.speakers.documents import is_issued
from khabar.reading.speakers.speakers import UNKNOWN
from khabar.text.fold import fold_word

Told = tuple[ClaimDraft, str]
"""A claim told before, and the name of its speaker."""


def with_issuer(draft: ClaimDraft, here: Mentions, told: Sequence[Told], sentences: Sequence[Mentions]) -> ClaimDraft:
    """A claim of "the statement" as one of who said something in a statement before, or gave one out, whichever came last; the
    claim as it is where neither is told.  `told`: the claims before it, `sentences`: those of the report.
    """
    document = draft.speaker
    if document is None or document.kind != "document" or not document.anaphoric or not is_issued(document):
        return draft
    first, *rest = map(fold_word, document.name.split())
    noun = first.removeprefix(_ARTICLE) if first.startswith(_ARTICLE) or not rest else rest[-1]  # the statement
    issuer = next(_issuers(noun, here, told, sentences), None)
    if issuer is None:
        return draft
    through = document.through or noun
    return replace(draft, speaker=replace(issuer, span=document.span, through=through, anaphoric=False, title=""))


_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"


def _issuers(noun: str, here: Mentions, told: Sequence[Told], sentences: Sequence[Mentions]) -> Iterator[NameDraft]:
    """Who issued a document of that noun, by the last sentence that tells of one."""
    at = index_in(sentences, here)
    last = len(told)
    for before in reversed(sentences[max(at - _FARTHEST, 0) : at]):
        others = False
        while last and told[last - 1][0].content[0] >= before.sentence.units[0].start:
            last -= 1
            draft, name = told[last]
            others = others or draft.found_by == "explicit"
            if name != UNKNOWN and _is_through(draft, noun, before.sentence):
                yield _named(draft, name)
        if any(_is_noun(noun, unit.view) for unit in before.sentence.units):
            found = None if others else before.pack.acting(before.sentence)
            if found is not None and found.publishes:
                yield found.name  # published the report, denying that: no word of anybody else
            return


def _named(draft: ClaimDraft, name: str) -> NameDraft:
    """The speaker of a claim, by the fullest name that the report has of him."""
    if draft.speaker is not None:
        return replace(draft.speaker, name=name)
    return NameDraft(draft.content, name, draft.agreement, "organisation")


_FARTHEST = 6  # sentences between a statement and "the statement added"


def _is_through(draft: ClaimDraft, noun: str, sentence: Sentence) -> bool:
    """Whether a claim was made in a document of that noun, or by one."""
    if draft.speaker is not None and _is_noun(noun, draft.speaker.through):
        return True
    if draft.medium is None:
        return False
    start, end = draft.medium
    return any(start <= unit.start < end and _is_noun(noun, unit.view) for unit in sentence.units)


def _is_noun(noun: str, view: str) -> bool:
    return view in (noun, noun + _ALEF) or (view.endswith(noun) and len(view) - len(noun) <= _GLUED)


_ALEF, _GLUED = "\N{ARABIC LETTER ALEF}", 3  # letters: the ending of an object; a preposition and the article
