"""What did not happen: the clause behind the "if" of the unreal (لو).

Had they attacked, even if a million marched: nobody says that it happened, so there is no event and no figure in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit

_HAD = frozenset(("لو", "ولو", "فلو"))
_ENDS = frozenset(("mark", "neg_verb", "neg", "CUE", "event_verb", "prep"))
_NEAR = 4


def is_against_fact(units: Sequence[Unit], at: int) -> bool:
    """Whether the word at `at` stands behind such an "if"; no verb between, nor a "not" that makes it a fact (had they not)."""
    for unit in reversed(units[at - _NEAR if at > _NEAR else 0 : at]):
        if unit.view in _HAD:
            return True
        if unit.signature & _ENDS:
            return False
    return False


def counts_nobody(units: Sequence[Unit], at: int) -> bool:
    """Whether a number at `at` counts those whom the verb behind such an "if" tells of."""
    return at > 1 and units[at - 2].view in _HAD and "verb" in units[at - 1].signature
