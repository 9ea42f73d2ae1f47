"""Caveats: the outlet's own reserve about what it passes on.

Unverified, provisional, anonymous, contested, doubted: five kinds of words that limit a claim or a figure.  A caveat
is no claim of its own; `limits` says what it belongs to, and the report as a whole finds that item.
"""

from __future__ import annotations

from khabar.grammar import Grammar, rules_of
from khabar.languages.ar.lists.reserve import Triggers, reserved
from khabar.languages.ar.reserve import caveats_checks, caveats_doubts
from khabar.languages.drafts import CaveatDraft, Sentence

RULES = (*rules_of(caveats_checks), *rules_of(caveats_doubts))
CAVEATS = Grammar("caveats", RULES)
# A sentence without one of these words has no caveat; looking for them is cheaper than matching.
_STIRS = Triggers(
    (
        "r_verifying",
        "r_asserting",
        "r_truth",
        "r_unproven",
        "r_first",
        "r_final",
        "r_may_rise",
        "r_rising",
        "r_rises",
        "r_will_rise",
        "r_hidden",
        "r_own_name",
        "r_unnamed_him",
        "r_claims_of",
        "r_alleged",
        "r_allegations",
        "r_pretext",
        "r_pretext_noun",
        "r_plea",
        "r_of_a_suit",
        "r_calls_it",
        "r_inflates",
        "r_than_what",
        "r_differs",
        "r_differing",
        "r_divergent",
        "r_disputed",
        "r_confirms",
        "r_proof",
        "r_exaggerated",
    )
)


def find_caveats(sentence: Sentence) -> list[CaveatDraft]:
    """The caveats of a sentence, in text order."""
    if not _STIRS.among(sentence):
        return []
    return [found.value for found in CAVEATS.read(sentence.marked_by(reserved), sentence.text)]
