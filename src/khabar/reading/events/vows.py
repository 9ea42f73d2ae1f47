"""Whose act is threatened, promised or refused: that of whoever says so, where the words leave no other doer.

What is ordered or asked for is that of whom it is said to.
"""

from __future__ import annotations

from khabar.languages.drafts import EventDraft
from khabar.record import Claim

ORDERS = ("order", "request")
_VOWS = ("threaten", "promise")
_TALKS = ("CONSULT", "AGREE")


def is_vowed(draft: EventDraft, claim: Claim) -> bool:
    """Whether the act is that of who speaks: what he threatens or promises, the talks that he refuses.

    Whoever rejects massacres or an arrest commits none.  Who speaks in a sentence without his name is sure enough for a
    threat and a refusal, which follow what he has just said.
    """
    refuses = claim.act == "reject" and draft.type in _TALKS
    if claim.speaker is not None:
        return refuses or claim.act in _VOWS or (claim.act == "reject" and draft.type not in _DONE_TO)
    return claim.found_by in ("dropped", "participle") and (refuses or claim.act == "threaten")


_BY_ORDER = ("COERCE", "OFFICE", "AID", "SANCTION")
_DONE_TO = ("ASSAULT", "COERCE", "MOBILIZE")


def is_demanded(draft: EventDraft, claim: Claim) -> bool:
    """Whether the act is that of whom it is said to: what he is ordered or asked to do, or warned not to do to somebody named; who
    is warned of attacks does not make them.
    """
    if claim.act == "warn":
        return draft.target is not None and draft.kind == "noun" and not draft.plural
    return claim.act in ORDERS


def is_ordered(draft: EventDraft, claim: Claim) -> bool:
    """Whether the act is that of who orders it, since no word says who is to do it: what an office lays down, no violence."""
    known = claim.speaker is not None or claim.found_by == "dropped"
    return claim.act == "order" and known and draft.type in _BY_ORDER
