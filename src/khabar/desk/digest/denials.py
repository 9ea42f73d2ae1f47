"""A denial that a report tells twice, in the headline and in the body, is one disagreement."""

from __future__ import annotations

from collections.abc import Iterable

from khabar.reconcile import Disagreement
from khabar.reconcile.within.tellings import roots_of
from khabar.record import Claim, Report


def denials_folded(found: Iterable[Disagreement], report: Report) -> tuple[Disagreement, ...]:
    """Disagreements in their order, denials of one event by one speaker once: the telling that names most sides stays."""
    claims = {claim.id: claim for claim in report.claims}
    kept: dict[object, Disagreement] = {}
    for number, told in enumerate(found):
        denying = claims.get(told.sides[0].item) if told.kind == "denial" else None
        key = _denied(denying, report) if denying else None
        place = (denying.actor or denying.speaker_name, key) if denying and key else number
        if place not in kept or len(told.sides) > len(kept[place].sides):
            kept[place] = told
    return tuple(kept.values())


def _denied(claim: Claim, report: Report) -> str | None:
    """The event that a denial denies, by its first telling; None where its words hold none or several."""
    roots = roots_of({event.id: event.same_as for event in report.events})
    inside = {
        roots[event.id]
        for event in report.events
        if event.status == "denied" and claim.content.start <= event.trigger.start < claim.content.end
    }
    return inside.pop() if len(inside) == 1 else None
