"""What governs a figure: whether its deed is told as done, and whether its own source says that it was not.

"The ministry denied the killing of 40 soldiers" gives the ministry no toll of 40; "the group threatened to kill ten" kills
nobody.  A view or a comparison that passes over the governing word tells the opposite of the report.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from khabar.reconcile.within.tellings import Telling, tellings
from khabar.record import Claim, Event, Figure, Report

_OF_ACTS: Final = {"order": "ordered", "threaten": "threatened", "request": "called_for", "promise": "planned"}
_OF_STATUS: Final = {"future": "future", "possible": "possible", "directive": "called_for"}


def denied_figures(figures: Iterable[Figure], claims: Iterable[Claim]) -> frozenset[str]:
    """Ids of the figures that the claim they stand in denies: they are no number of its speaker."""
    denials = {claim.id for claim in claims if claim.act == "deny"}
    return frozenset(figure.id for figure in figures if figure.claim in denials) if denials else frozenset()


def stated(report: Report) -> list[Telling]:
    """The figures of a report, restatements folded, without those that their own claim denies."""
    denied = denied_figures(report.figures, report.claims)
    return tellings([figure for figure in report.figures if figure.id not in denied])


def not_done(claim: Claim | None, event: Event | None) -> str | None:
    """How the deed of a figure stands when it is not told as done; None when it is, or when its own claim denies it.

    `claim` is the claim that the figure stands in, `event` the event it counts; the answer is a status of events, or "future".
    """
    if claim is not None and claim.act == "deny":
        return None
    if event is not None:
        return None if event.status == "reported" else event.status
    if claim is None:
        return None
    return _OF_ACTS.get(claim.act) or _OF_STATUS.get(claim.status or "")
