"""Who a sentence is about: the person that its first words name, and whether the next one takes it up by "he"."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.drafts import ActingDraft, Offsets, Sentence
from khabar.languages.en.phrases.datelines import dateline_end
from khabar.languages.en.phrases.marking import marked
from khabar.languages.en.phrases.names import name_draft
from khabar.languages.en.phrases.nouns import phrase_end


def acting(sentence: Sentence) -> ActingDraft | None:
    """The person named by the noun phrase that opens a sentence; None where it opens otherwise, or goes on with quoted words."""
    if any(
        q.open < sentence.first and (q.close is None or q.close >= sentence.first)
        for q in sentence.paragraph.quotations
    ):
        return None
    units = sentence.marked_by(marked)
    first = dateline_end(units)
    while first < len(units) and "adverb" in units[first].signature and "capital" in units[first].signature:
        first += 1
    if first >= len(units) or units[first].signature & {"mark", "prep", "sub", "subject_pronoun", "other_pronoun"}:
        return None
    end = phrase_end(units, first, len(units))
    named = name_draft(units, first, end, sentence.text) if end > first else None
    return ActingDraft(named) if named is not None and named.kind == "person" else None


def opens_sentence(sentence: Sentence, units: Sequence[Unit], pronoun: Offsets) -> bool:
    """Whether he or she opens a sentence, which then goes on with whom the one before was about; who also says spoke before."""
    if sentence.text[slice(*pronoun)].lower() not in _ONE:
        return False
    if any(u.view == "also" for u in units if pronoun[1] <= u.start <= pronoun[1] + 1):
        return False
    return all(u.signature & {"adverb", "mark", "and_word"} for u in units if u.start < pronoun[0])


_ONE = ("he", "she")
