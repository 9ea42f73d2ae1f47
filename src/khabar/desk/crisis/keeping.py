"""Keeping a case ready to be compared: the keys of its reports and what was joined by them, brought up to date report by report.

The journal tells which documents are new, were read anew, or had something decided about them since the last time.  Only their
keys are made; then what changes by them is joined anew, and no more (`keeping_events`, `keeping_voices`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

import apsw

from khabar.desk.crisis.keeping_events import Events
from khabar.desk.crisis.keeping_voices import Voices
from khabar.desk.crisis.late_event import asks_on
from khabar.desk.crisis.loading import entry_of
from khabar.desk.crisis.people import named, signed_in
from khabar.desk.made_by import comparison
from khabar.ledger import amended_reports, joined, transaction
from khabar.reconcile.across import kept
from khabar.reconcile.across.actors.registry import Registry
from khabar.reconcile.across.actors.sides import state_of
from khabar.reconcile.across.entry import Entry
from khabar.reconcile.across.figures.counts import acts_told
from khabar.reconcile.across.kept import Beside, Bundle, Layer

_AT_ONCE: Final = 500
"""Documents of one transaction: whatever stops the program, the next call goes on."""


class Touched(NamedTuple):
    """What catching up cost: documents whose keys were made, things that were looked at, and of how many the result changed."""

    documents: int = 0
    things: int = 0
    changed: int = 0


def catch_up(connection: apsw.Connection, registry: Registry) -> Touched:
    """Take in what happened to a case since the last time.  The connection must write; raises CaseError on a full disk."""
    done = Touched()
    while True:
        with transaction(connection):
            state, more = _state(connection, registry)
            documents, seq, said = joined.changed(connection, state.seq, _AT_ONCE)
            ended = len(documents) < _AT_ONCE
            documents |= more | (named(connection) if said else set())
            now = _update(connection, documents, beside(connection, registry))
            joined.set_state(connection, state._replace(seq=seq))
        done = Touched(*(one + other for one, other in zip(done, now, strict=True)))
        if ended:
            return done


def beside(connection: apsw.Connection, registry: Registry) -> Beside:
    """What people say beside the reports of a case."""
    people = signed_in(connection)
    if not people.signed:
        return Beside(registry)
    entries = map(entry_of, amended_reports(connection, named(connection)))
    said = people.decided({entry.document: entry for entry in entries})
    return Beside(registry, said["events"], said["actors"])


def _state(connection: apsw.Connection, registry: Registry) -> tuple[joined.State, set[int]]:
    """How far the tables are, and the documents with an actor of whom the registry says otherwise than the last one did.

    What other rules made is emptied.
    """
    known, told = joined.state(connection), registry.told()
    if known is None or known.method != comparison():
        joined.clear(connection)
        return joined.State(comparison(), told, 0), set()
    if known.registry == told:
        return known, set()
    before = Registry.of(known.registry)
    chosen = [who for who in joined.names_of(connection) if before.says_of(*who) != registry.says_of(*who)]
    return known._replace(registry=told), joined.documents_of(connection, chosen)


def _update(connection: apsw.Connection, documents: set[int], said: Beside) -> Touched:
    """Make the keys of some documents anew, and join what they touch.  The caller holds a transaction."""
    read = {a.document: entry_of(a) for a in amended_reports(connection, documents)} if documents else {}
    made = ((document, keyed(read[document], said) if document in read else {}) for document in sorted(documents))
    return take(connection, made)


Keyed = dict[tuple[Layer, str], tuple[Bundle, tuple[str, str, str]]]
"""The keys of a report by layer and item, each with name, role and state of a voice; an act is the state of an event."""


def keyed(entry: Entry, said: Beside) -> Keyed:
    """The keys of a report."""
    voices = {a.id: (a.name, a.role or "", state_of(a, entry) or "") for a in entry.report.actors}
    acts = {ref.item: ("", "", joined.ACT if act else "") for ref, act in acts_told(entry).items()}
    return {
        (layer, item): (bundle, voices[item] if layer == "voices" else acts[item])
        for layer, item, bundle in kept.bundles(entry, said)
    }


def take(connection: apsw.Connection, made: Iterable[tuple[int, Keyed]]) -> Touched:
    """Take documents with their keys into the tables, in the place of what these hold of them.  The caller holds a transaction."""
    stirred: dict[Layer, set[int]] = {layer: set() for layer in kept.LAYERS}
    fresh: set[int] = set()
    number = 0
    for number, (document, keys) in enumerate(made, 1):  # noqa: B007 - the last one counts
        fresh |= _rewritten(connection, document, keys, stirred)
    looked_at = changed = 0
    joinings: tuple[tuple[Layer, Events | Voices], ...] = (
        ("events", Events(connection)),
        ("voices", Voices(connection)),
    )
    for layer, joining in joinings:
        gone = {thing for thing in stirred[layer] if not joined.refs_of(connection, thing, 1)}
        _drop(connection, gone & fresh)
        joining.settle((stirred[layer] & fresh) - gone, gone - fresh)
        _drop(connection, gone - fresh)
        looked_at, changed = looked_at + joining.looked_at, changed + len(joining.changed)
    return Touched(number, looked_at, changed)


def _drop(connection: apsw.Connection, things: set[int]) -> None:
    for thing in joined.things(connection, things) if things else ():
        layer: Layer = "events" if thing.layer == "events" else "voices"
        joined.drop_thing(connection, thing.id, map(_under, kept.names(layer, kept.unpacked(thing.keys))))


def _under(name: kept.Name) -> joined.Under:
    return joined.Under(*name)


def _rewritten(connection: apsw.Connection, document: int, keys: Keyed, stirred: dict[Layer, set[int]]) -> set[int]:
    """Write the keys of a document where they are others than before; the things that are new.

    `stirred`, which is written on, takes up the things that came, and those from which an item went.
    """
    before = joined.items_of(connection, document)
    after: set[joined.Item] = set()
    fresh: set[int] = set()
    for (layer, item), (bundle, about) in keys.items():
        digest = kept.digest(bundle, f"{document}:{item}" if layer == "events" else "")
        thing = joined.thing_of(connection, layer, digest)
        if thing is None:
            packed = kept.packed(bundle), asks_on(bundle) if layer == "events" else 0
            names = map(_under, kept.names(layer, bundle))
            thing = joined.put_thing(connection, layer, digest, packed, names)
            fresh.add(thing)
            stirred[layer].add(thing)
        after.add(joined.Item(layer, item, thing, *about))
    for gone in before - after:
        joined.drop_item(connection, document, gone)
        stirred["events" if gone.layer == "events" else "voices"].add(gone.thing)
    for new in after - before:
        joined.put_item(connection, document, new)
    return fresh
