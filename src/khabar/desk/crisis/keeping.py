"""Keeping a case ready to be compared: the keys of its reports and what was joined by them, brought up to date report by report.

The journal tells which documents are new, were read anew, or had something decided about them since the last time.  Only their
keys are made; then the things that hang together with what came or went are joined anew, and no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import apsw

from khabar.desk.crisis.loading import entry_of
from khabar.desk.crisis.people import named, signed_in
from khabar.desk.made_by import comparison
from khabar.ledger import amended_reports, joined, transaction
from khabar.reconcile.across import kept
from khabar.reconcile.across.actors.registry import Registry
from khabar.reconcile.across.actors.sides import state_of
from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.across.kept import Beside, Bundle, Layer, Name

_AT_ONCE: Final = 500
"""Documents of one transaction: whatever stops the program, the next call goes on."""


class Touched(NamedTuple):
    """What catching up cost: documents whose keys were made, things that were joined anew, and of how many the result changed."""

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
"""The keys of a report by layer and item, each with name, role and state of a voice."""


def keyed(entry: Entry, said: Beside) -> Keyed:
    """The keys of a report."""
    about = {a.id: (a.name, a.role or "", state_of(a, entry) or "") for a in entry.report.actors}
    nobody = ("", "", "")
    return {
        (layer, item): (bundle, about[item] if layer == "voices" else nobody)
        for layer, item, bundle in kept.bundles(entry, said)
    }


def take(connection: apsw.Connection, made: Iterable[tuple[int, Keyed]]) -> Touched:
    """Take documents with their keys into the tables, in the place of what these hold of them.  The caller holds a transaction."""
    seeds: set[int] = set()
    number = 0
    for number, (document, keys) in enumerate(made, 1):  # noqa: B007 - the last one counts
        seeds |= _rewritten(connection, document, keys)
    return Touched(number, *_settled(connection, seeds))


def _rewritten(connection: apsw.Connection, document: int, keys: Keyed) -> set[int]:
    """Write the keys of a document where they are others than before; the things from which something may change."""
    before = joined.items_of(connection, document)
    after: set[joined.Item] = set()
    for (layer, item), (bundle, about) in keys.items():
        digest = kept.digest(bundle, f"{document}:{item}" if layer == "events" else "")
        thing = joined.thing_of(connection, layer, digest)
        if thing is None:
            thing = joined.put_thing(connection, layer, digest, kept.packed(bundle), kept.names(bundle))
        after.add(joined.Item(layer, item, thing, *about))
    for gone in before - after:
        joined.drop_item(connection, document, gone)
    seeds = {each.thing for each in before ^ after if len(joined.refs_of(connection, each.thing, 2)) < 2}
    for new in after - before:
        joined.put_item(connection, document, new)
    return seeds


class Known:
    """Things of a case as they are looked at, each with its keys."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._asked: set[Name] = set()
        self.things: dict[int, joined.Thing] = {}
        self.bundles: dict[int, Bundle] = {}

    def take(self, ids: Iterable[int]) -> Iterator[int]:
        """Look things up that were not yet; those that there are."""
        for thing in joined.things(self._connection, set(ids) - self.things.keys()):
            self.things[thing.id] = thing
            self.bundles[thing.id] = kept.unpacked(thing.keys)
            yield thing.id

    def neighbours(self, thing: int) -> set[int]:
        """The things that are what it is, offer what it seeks, or seek what it offers; those found under a name once only."""
        found: set[int] = set()
        for name in kept.names(self.bundles[thing]) - self._asked:
            self._asked.add(name)
            if name.way == kept.IS:
                days, way, until = (name.day, name.day), kept.IS, name.day
            elif name.way == kept.OFFERS:
                days, way, until = (name.day - kept.LONGEST, name.day), kept.SEEKS, name.day
            else:
                days, way, until = (name.day, name.last), kept.OFFERS, name.day
            found.update(joined.things_at(self._connection, name.name, way, days, until))
        return found

    def together(self, seeds: Iterable[int]) -> set[int]:
        """All things that hang together with some."""
        found: set[int] = set()
        edge = set(self.take(seeds))
        while edge:
            found |= edge
            near = set().union(*map(self.neighbours, edge)) - found
            edge = set(self.take(near)) | (near & self.things.keys())
        return found


def _settled(connection: apsw.Connection, seeds: set[int]) -> tuple[int, int]:
    """Join anew all that hangs together with some things, and forget those that no item is any more.

    Returns how many things were looked at, and of how many the result changed.
    """
    known = Known(connection)
    held = known.together(seeds)
    for thing in held:
        if not joined.refs_of(connection, thing, 1):
            joined.drop_thing(connection, thing, kept.names(known.bundles[thing]))
    changed = 0
    for thing, outcome in outcomes_of(connection, known, held):
        before = known.things[thing]
        if outcome != (before.joined, before.why, before.perhaps):
            joined.found_out(connection, thing, outcome)
            changed += 1
    return len(held), changed


def outcomes_of(
    connection: apsw.Connection, known: Known, held: Iterable[int]
) -> Iterator[tuple[int, tuple[str, str, str]]]:
    """What becomes of things that hang together: group, why, what it may be, as the tables hold them."""
    layers: dict[Layer, dict[int, tuple[Bundle, list[Ref]]]] = {layer: {} for layer in kept.LAYERS}
    for thing in held:
        if refs := [Ref(*ref) for ref in joined.refs_of(connection, thing, 2)]:
            layer: Layer = "events" if known.things[thing].layer == "events" else "voices"
            layers[layer][thing] = (known.bundles[thing], refs)
    for layer, things in layers.items():
        made = kept.outcomes(layer, things)
        for thing in things:
            told = made.get(thing, kept.NOTHING)
            yield thing, (told.joined, joined.listed(told.why), joined.listed(told.perhaps))
