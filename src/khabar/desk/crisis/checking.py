"""Whether what a case keeps for the comparison of its reports is what these give; what waits to be taken in is no fault."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

import apsw

from khabar.desk.crisis.keeping import Keyed, Known, beside, keyed, outcomes_of
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
    people = beside(connection, Registry.of(state.registry))
    names: dict[int, int] = {}
    for amended in amended_reports(connection):
        if amended.document not in waiting:
            yield from _of_document(connection, amended.document, keyed(entry_of(amended), people), names)
    yield from joined.strays(connection)
    if not waiting and joined.count_names(connection) != sum(names.values()):
        yield "joined_keys"
    yield from _of_groups(connection)


def _of_document(connection: apsw.Connection, document: int, keys: Keyed, names: dict[int, int]) -> Iterator[str]:
    """Items, things and names of one document; `names` holds of the things that were looked at how many they have."""
    items = {(item.layer, item.item): item for item in joined.items_of(connection, document)}
    things = {thing.id: thing for thing in joined.things(connection, {item.thing for item in items.values()})}
    if items.keys() != keys.keys():
        yield f"joined_items, document {document}"
    for place, (bundle, about) in keys.items():
        item = items.get(place)
        thing = things.get(item.thing) if item else None
        own = f"{document}:{place[1]}" if place[0] == "events" else ""
        if item is None or thing is None or item[3:] != about or thing.digest != kept.digest(bundle, own):
            yield f"joined_items, document {document}, {place[1]}"
        elif thing.id not in names:
            wanted = kept.names(bundle)
            names[thing.id] = len(wanted)
            same = thing.layer == place[0] and kept.unpacked(thing.keys) == bundle
            if not same or not joined.has_names(connection, thing.id, wanted):
                yield f"joined_things, {thing.id}"


def _of_groups(connection: apsw.Connection) -> Iterator[str]:
    """All that hangs together, one after the other, joined anew."""
    seen: set[int] = set()
    for thing in joined.all_things(connection):
        if thing in seen:
            continue
        known = Known(connection)
        held = known.together([thing])
        seen |= held
        for each, outcome in outcomes_of(connection, known, held):
            told = known.things[each]
            if (told.joined, told.why, told.perhaps) != outcome:
                yield f"joined_things, {each}"
