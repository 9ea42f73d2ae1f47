"""Whether what a case keeps for the comparison of its reports is what these give; what waits to be taken in is no fault."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import closing
from typing import Final

import apsw

from khabar.desk.crisis.keeping import Keyed, beside, keyed, take
from khabar.desk.crisis.loading import entry_of
from khabar.desk.crisis.people import named
from khabar.desk.made_by import comparison
from khabar.ledger import CaseError, Fault, amended_reports, joined
from khabar.reconcile.across import kept
from khabar.reconcile.across.actors.registry import Registry

_DAMAGE: Final = (apsw.Error, CaseError, zlib.error, ValueError, TypeError, LookupError, RecursionError)


def joined_faults(connection: apsw.Connection) -> Iterator[Fault]:
    """What the tables hold that the case does not give, or leave out.  What other rules made is compared with nothing."""
    try:
        for place in _differing(connection):
            yield Fault("derived_changed", place)
    except _DAMAGE as error:
        yield Fault("derived_changed", f"joined: {error}")


def _differing(connection: apsw.Connection) -> Iterator[str]:
    state = joined.state(connection)
    if state is None:
        yield from (f"{table}" for table in joined.filled(connection))
        return
    if state.method != comparison():
        return
    if state.seq > joined.last_entry(connection):
        yield "joined_state"
    waiting, _, said = joined.changed(connection, state.seq, 1 << 62)
    waiting |= named(connection) if said else set()
    with closing(joined.empty()) as anew:
        take(anew, _all_keys(connection, Registry.of(state.registry), waiting))
        yield from joined.differing(connection, anew)


def _all_keys(connection: apsw.Connection, registry: Registry, waiting: set[int]) -> Iterator[tuple[int, Keyed]]:
    """The keys of all documents as their reports give them; of those that wait to be taken in, as the tables have them."""
    people = beside(connection, registry)
    for amended in amended_reports(connection):
        if amended.document not in waiting:
            yield amended.document, keyed(entry_of(amended), people)
    for document in sorted(waiting):
        yield document, _kept_of(connection, document)


def _kept_of(connection: apsw.Connection, document: int) -> Keyed:
    items = joined.items_of(connection, document)
    things = {
        thing.id: kept.unpacked(thing.keys) for thing in joined.things(connection, {item.thing for item in items})
    }
    return {
        ("events" if item.layer == "events" else "voices", item.item): (things[item.thing], item[3:]) for item in items
    }
