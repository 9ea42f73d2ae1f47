"""Claims folded by speaker; what is ordered, threatened and denied stands apart from what is said."""

from __future__ import annotations

from typing import Final

from khabar.desk.digest.types import ClaimLine, SpeakerGroup
from khabar.record import Actor, Claim, Report

_APART: Final = {"order": "ordered", "threaten": "threatened", "deny": "denied"}


def is_unnamed(claim: Claim, actor: Actor | None) -> bool:
    """Whether a claim's speaker has no name by which to tell it from another one."""
    return claim.speaker_name == "?" or (actor is not None and actor.kind == "unnamed")


def speaker_groups(report: Report) -> tuple[SpeakerGroup, ...]:
    """The speakers in the order in which they first speak."""
    actors = {actor.id: actor for actor in report.actors}
    known = {claim.id for claim in report.claims}
    again: dict[str, list[Claim]] = {}
    for claim in report.claims:
        if claim.same_as in known and claim.same_as != claim.id:
            again.setdefault(claim.same_as or "", []).append(claim)
    groups: dict[str, list[ClaimLine]] = {}
    for claim in report.claims:
        if claim.same_as not in known or claim.same_as == claim.id:
            line = ClaimLine(claim, tuple(again.get(claim.id, ())))
            groups.setdefault(claim.actor or claim.speaker_name, []).append(line)
    return tuple(_group(lines, actors) for lines in groups.values())


def _group(lines: list[ClaimLine], actors: dict[str, Actor]) -> SpeakerGroup:
    first = lines[0].claim
    actor = actors.get(first.actor or "")

    def of(kind: str) -> tuple[ClaimLine, ...]:
        return tuple(line for line in lines if _APART.get(line.claim.act, "said") == kind)

    return SpeakerGroup(
        name=first.speaker_name,
        actor=actor,
        unnamed=is_unnamed(first, actor),
        said=of("said"),
        ordered=of("ordered"),
        threatened=of("threatened"),
        denied=of("denied"),
    )
