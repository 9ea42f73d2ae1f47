"""What a source withheld: it did not confirm, declined to comment, gave no number, could not be reached.

Such a sentence says nothing about the event, so it makes no claim; but a desk wants to know who was asked and what
was not said.  Each rule finds the words of not saying; the span runs to the end of their clause.
"""

from __future__ import annotations

from khabar.grammar import Grammar, rules_of
from khabar.languages.ar.lists.reserve import Triggers, reserved
from khabar.languages.ar.reserve import withheld_answers, withheld_details, withheld_unreached
from khabar.languages.drafts import Sentence, WithheldDraft

RULES = (*rules_of(withheld_answers), *rules_of(withheld_details), *rules_of(withheld_unreached))
WITHHELD = Grammar("withheld", RULES)
_NEGATIONS = frozenset(("neg", "neg_verb"))
_STIRS = Triggers(("r_refuses", "r_fails"))


def find_withheld(sentence: Sentence) -> list[WithheldDraft]:
    """What the sources of a sentence did not say, in text order."""
    if sentence.present.isdisjoint(_NEGATIONS) and not _STIRS.among(sentence):
        return []
    return [found.value for found in WITHHELD.read(sentence.marked_by(reserved), sentence.text)]
