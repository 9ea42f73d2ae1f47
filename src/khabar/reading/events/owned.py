"""Doers whom only a claim tells ("they say that they shelled it"), lent to the tellings of the same act that name none."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.reading.events.lending import DONE_BY, is_laid_on_another, lends
from khabar.reading.events.links import Cluster
from khabar.reading.events.settings import Told
from khabar.record import Claim, Event


def with_owners(
    events: Sequence[Event], told: Sequence[Told], of_each: Sequence[Cluster], accusing: Sequence[Claim], text: str
) -> list[Event]:
    """The events of a report; each without a doer has the one who owns the act elsewhere, if that is one and the same whom nobody
    says to lay it on others.
    """
    owned = [k for k, event in enumerate(events) if event.actor is not None and event.actor.basis == "claimed_by_actor"]
    found = list(events)
    for k, event in enumerate(events) if owned else ():
        if event.actor is not None or event.type not in DONE_BY or event.status != "reported":
            continue
        owners = [j for j in owned if of_each[j] is of_each[k] and events[j].status == "reported"]
        named = {actor.text: actor for j in owners if (actor := events[j].actor) is not None}
        if len(named) != 1 or not any(lends(told[k], told[j], of_each[k]) for j in owners):
            continue
        if not is_laid_on_another([*named], of_each[k], accusing, text):
            (owner,) = named.values()
            found[k] = replace(event, actor=replace(owner, from_="report", basis="inferred"))
    return found
