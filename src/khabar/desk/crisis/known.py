"""What a case knows already of the comparison of its reports: groups of events and voices, of some documents or of all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import apsw

from khabar.desk.crisis.keeping import catch_up
from khabar.desk.crisis.loading import registry_beside
from khabar.desk.made_by import comparison
from khabar.ledger import CaseError, joined, opened
from khabar.ledger.nearby import published
from khabar.reconcile.across.actors.registry import Registry
from khabar.reconcile.across.actors.sides import Called, Voice, state_of, voice_of
from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.across.joining import Group, Groups
from khabar.reconcile.across.kept import Layer, group_of


@dataclass(frozen=True, slots=True)
class Known:
    """Groups as `join_events` and `join` make them of all reports, before people's "the same", and what voices are called.

    Of the groups of events all members are there, of those of voices the ones in the documents that were asked for.  `acts`: of
    each event whether its report tells it as one act.  `published`: when the other documents came out that tell these events.
    """

    events: Groups
    voices: Groups
    called: dict[Group, set[Called]]
    acts: dict[Ref, bool]
    published: dict[int, str]

    def voice_table(self, groups: Groups, reports: Mapping[int, Entry], registry: Registry) -> dict[Group, Voice]:
        """The voice of each group, by all that the reports of the case call it.

        `groups` are those of the voices here, after people's "the same".  Who has no key is called what his report calls him.
        """
        told: dict[Group, set[Called]] = {}
        for ref, group in groups.of.items():
            own = self.voices.of.get(ref)
            told.setdefault(group, set()).update(self.called[own] if own is not None else _in_report(ref, reports))
        return {group: voice_of(group, called, registry) for group, called in told.items() if called}


def _in_report(ref: Ref, reports: Mapping[int, Entry]) -> set[Called]:
    entry = reports.get(ref.document)
    return {(a.name, state_of(a, entry)) for a in entry.report.actors if a.id == ref.item} if entry else set()


def ready(case: Path, registry: Registry) -> bool:
    """Bring up to date what a case keeps, where it can be written; whether it then is.  Raises CaseError."""
    with suppress(CaseError), opened(case, writing=True) as connection:
        catch_up(connection, registry)
        return True
    with opened(case) as connection:
        return joined.state(connection) == (comparison(), registry.told(), joined.last_entry(connection))


def ready_to_compare(case: Path) -> None:
    """Bring up to date what a case keeps for the comparison of its reports; where that cannot be done now, the next question
    does it, or tells why it cannot.
    """
    with suppress(CaseError):
        ready(case, registry_beside(case))


def known_in(connection: apsw.Connection, documents: Collection[int] | None = None) -> Known:
    """What a case knows of some documents, or of all."""
    here = list(joined.placed(connection, "events", documents))
    if documents is not None:
        here = list(joined.members(connection, "events", {one.joined for one in here}))
    heard = list(joined.placed(connection, "voices", documents))
    acts = {Ref(one.document, one.item): one.state == joined.ACT for one in here}
    others = {one.document for one in here} - set(documents) if documents is not None else ()
    days = published(connection, others)
    return Known(_groups("events", here), _groups("voices", heard), _called(connection, heard), acts, days)


def _groups(layer: Layer, placed: Iterable[joined.Placed]) -> Groups:
    made = Groups()
    for one in placed:
        ref = Ref(one.document, one.item)
        made.put(ref, group_of(layer, one.joined, ref), one.reasons())
        if one.perhaps != "[]":
            maybe = [group_of(layer, label, ref) for label in one.maybe()]
            made.perhaps[ref] = tuple(sorted(maybe, key=lambda group: (isinstance(group, Ref), group)))
    return made


def _called(connection: apsw.Connection, heard: Iterable[joined.Placed]) -> dict[Group, set[Called]]:
    """What the voices of some items are called in all reports of the case."""
    called: dict[Group, set[Called]] = {
        Ref(o.document, o.item): {(o.name, o.state or None)} for o in heard if not o.joined
    }
    for label, name, state in joined.called(connection, {one.joined for one in heard if one.joined}):
        called.setdefault(label, set()).add((name, state or None))
    return called
