"""On whose side a voice speaks: a ministry, an army and a governor of one state are one side, however many of them speak."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from khabar.reconcile.across.actors_keys import scene_of
from khabar.reconcile.across.bodies import body_of, spoken_for
from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.across.joining import Group, Groups
from khabar.reconcile.across.offices import office_of
from khabar.record import Actor


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice of the crisis: `name` is the fullest name that a report gives it, `named` false for sources nobody can tell apart.

    `side`: "state KZ" for all that speak for a state, else the voice's own name.  `names`: as reports write it.
    """

    group: Group
    name: str
    named: bool
    side: str
    names: tuple[str, ...] = field(default=())


def voices_of(entries: Iterable[Entry], groups: Groups) -> dict[Group, Voice]:
    """All voices by their group.  Costs the actors."""
    told: dict[Group, list[tuple[Actor, Entry]]] = {}
    for entry in entries:
        for actor in entry.report.actors:
            group = groups.of.get(Ref(entry.document, actor.id))
            if group is not None:
                told.setdefault(group, []).append((actor, entry))
    return {group: _voice(group, members) for group, members in told.items()}


def _voice(group: Group, members: list[tuple[Actor, Entry]]) -> Voice:
    names = sorted({actor.name for actor, _ in members}, key=lambda name: (-len(name), name))
    states = sorted({state for actor, entry in members if (state := state_of(actor, entry))})
    named = isinstance(group, str)
    return Voice(group, names[0], named, f"state {states[0]}" if len(states) == 1 else names[0], tuple(names))


def state_of(actor: Actor, entry: Entry) -> str | None:
    """The country (ISO code) for whose state somebody speaks, by office or body; None for everybody else."""
    country = actor.country or scene_of(entry)
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
