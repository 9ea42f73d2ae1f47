"""On whose side a voice speaks: a ministry, an army and a governor of one state are one side, however many of them speak."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from khabar.reconcile.across.actors.bodies import body_of, spoken_for
from khabar.reconcile.across.actors.offices import office_of
from khabar.reconcile.across.actors.registry import Registry
from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.across.joining import Group, Groups
from khabar.record import Actor


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice of the crisis: `name` is the fullest name that a report gives it, `named` false for sources nobody can tell apart.

    `side`: "state KZ" for all that speak for a state, else the voice's own name; what a registry says comes first.  `names`: as
    reports write it; `notes`: what somebody entered about it and signed.
    """

    group: Group
    name: str
    named: bool
    side: str
    names: tuple[str, ...] = field(default=())
    notes: tuple[str, ...] = field(default=())


def voices_of(entries: Iterable[Entry], groups: Groups, registry: Registry) -> dict[Group, Voice]:
    """All voices by their group.  Costs the actors."""
    told: dict[Group, set[Called]] = {}
    for entry in entries:
        for actor in entry.report.actors:
            group = groups.of.get(Ref(entry.document, actor.id))
            if group is not None:
                told.setdefault(group, set()).add((actor.name, state_of(actor, entry)))
    return {group: voice_of(group, called, registry) for group, called in told.items()}


Called = tuple[str, str | None]
"""A name that a report gives somebody, and the state for which he speaks there."""


def voice_of(group: Group, called: Iterable[Called], registry: Registry) -> Voice:
    """The voice of a group, by all that reports call it."""
    told = set(called)
    names = sorted({name for name, _ in told}, key=lambda name: (-len(name), name))
    states = sorted({state for _, state in told if state})
    known = next((found for name in names if (found := registry.known(name))), None)
    name = known.name if known else names[0]
    side = (known.side if known else None) or (f"state {states[0]}" if len(states) == 1 else name)
    notes = tuple(f"{note} ({known.signature})" for note in known.notes) if known else ()
    return Voice(group, name, isinstance(group, str), side, tuple(names), notes)


def state_of(actor: Actor, entry: Entry) -> str | None:
    """The country (ISO code) for whose state somebody speaks, by office or body; None for everybody else."""
    country = actor.country or entry.scene
    if actor.kind == "government":
        body = body_of(actor.name)
        return (body.country if body else None) or country
    if actor.kind == "person":
        if office_of(actor.role or "", country):
            return country
        body = spoken_for(actor.role or "")
        return (body.country or country) if body else None
    body = spoken_for(actor.name)
    return (body.country or country) if body else None
