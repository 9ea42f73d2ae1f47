"""Stance: how an English content is put (to be done, to come, possible, said) and whether it is denied."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.drafts import Stance
from khabar.record.vocabulary import Status

_HEAD = 12  # words from the beginning in which the main predicate of a clause stands
_ORDER: tuple[tuple[str, Status], ...] = (
    ("modal_directive", "directive"),
    ("modal_future", "future"),
    ("modal_possible", "possible"),
)


def stance(units: Sequence[Unit]) -> Stance:
    """Status and polarity of a content, given its units: directive before future before possible before asserted."""
    head = _main_clause(units)
    signature = frozenset[str]().union(*(word.signature for word in head))
    status: Status = next((status for name, status in _ORDER if name in signature), "asserted")
    negated = "neg" in signature and any("neg" in word.signature and word.view != _WITHOUT for word in head)
    return Stance(status, "negative" if negated else "positive")


_WITHOUT = "without"  # says how, and denies no predicate


def _main_clause(units: Sequence[Unit]) -> list[Unit]:
    """The first words up to a mark that ends the clause; relative clauses are passed over."""
    head: list[Unit] = []
    for word in units:
        signature = word.signature
        if not signature.isdisjoint(_BREAKS):
            break
        if "word" in signature or "phrase" in signature:
            head.append(word)
            if len(head) >= _HEAD:
                break
    return head


_BREAKS = frozenset(("rel", "stop", "semicolon", "colon"))
