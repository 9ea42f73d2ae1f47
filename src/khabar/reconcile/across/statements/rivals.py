"""One attack that two claim: each says that it was his alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from khabar.reconcile.across.actors.doers import Sides, sides_of_speaker
from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.across.joining import Group, Groups
from khabar.reconcile.across.statements.denying import Denial, Said, said_by
from khabar.reconcile.within.tellings import roots_of
from khabar.record import Claim

_CLAIMING: Final = "claim_responsibility"


def rivals(entries: Iterable[Entry], events: Groups, voices: Groups) -> list[Denial]:
    """Of each attack who claimed it first against each other side that did.  Costs the claims of responsibility."""
    claimed: dict[Group, dict[Sides, Said]] = defaultdict(dict)
    for entry in sorted(entries, key=lambda one: one.order):
        for claim in entry.report.claims:
            sides = sides_of_speaker(entry, claim) if claim.act == _CLAIMING else frozenset()
            for group in _claimed(entry, claim, events) if sides else ():
                if all(sides.isdisjoint(known) for known in claimed[group]):
                    claimed[group][sides] = said_by(entry, claim, voices)
    return list(_against_the_first(claimed.values()))


def _against_the_first(claimed: Iterable[dict[Sides, Said]]) -> Iterator[Denial]:
    for told in claimed:
        first, *others = told.values()
        for other in others:
            if other.voice != first.voice:
                yield Denial(first, (other,))


def _claimed(entry: Entry, claim: Claim, events: Groups) -> set[Group]:
    """The attack that is claimed: the one in the words of the claim, where others tell it too, else the only one that its report
    tells with others.
    """
    report = entry.report
    roots = roots_of({event.id: event.same_as for event in report.events})
    attacks = [event for event in report.events if event.type == "ASSAULT" and event.status == "reported"]
    inside = [one for one in attacks if claim.content.start <= one.trigger.start < claim.content.end]
    for told in (inside, attacks):
        groups = {events.of.get(Ref(entry.document, roots[one.id])) for one in told}
        shared = {g for g in groups if g is not None and len({ref.document for ref in events.members[g]}) > 1}
        if len(shared) == 1:
            return shared
    return set()
