"""What people signed into a case about several reports at once, as the comparison of them takes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import apsw

from khabar.ledger.registries import SignedRegistry, registries
from khabar.ledger.signing import JOINED, Signed, signed
from khabar.ledger.standing import Standing, standings
from khabar.reconcile.across.decided import SIGNED, Decided, Word, decided
from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.within.tellings import roots_of

_LAYER_OF: Final = {layer[0]: layer for layer in JOINED}
"""The layer of an item by the letter that its id begins with."""


@dataclass(frozen=True, slots=True)
class People:
    """What people said and did not take back, in the order of the journal, and what became of reports."""

    signed: tuple[Signed, ...] = ()
    registries: tuple[SignedRegistry, ...] = ()
    """The registries that people signed into the case and that stand."""
    standing: Mapping[int, Standing] = field(default_factory=dict)
    """The documents that others retract or supersede, or are proposed to, by notices and people's words on them."""

    def decided(self, reports: Mapping[int, Entry]) -> dict[str, Decided]:
        """What holds of "the same" and "not the same", by layer."""
        words: dict[str, list[Word]] = {layer: [] for layer in JOINED}
        for one in self.signed:
            if one.what != "explain":
                words[_LAYER_OF[one.sides[0][0][1][0]]] += _words_of(one, reports)
        named = {ref for said in words.values() for word in said for ref in (word.one, word.other)}
        gone = named - _found(named, reports)
        return {layer: decided(said, gone) for layer, said in words.items()}


def _words_of(one: Signed, reports: Mapping[int, Entry]) -> Iterator[Word]:
    """An entry word by word: of "apart" each of those who are taken out is not the first, and they are one with one another."""
    (first,), others = (tuple(_told_first(Ref(*item), reports) for item in side) for side in one.sides)
    told = reason_of(one)
    yield from (Word("apart" if one.what == "apart" else "same", first, other, one.seq, told) for other in others)
    yield from (Word("same", others[0], other, one.seq, told) for other in others[1:] if one.what == "apart")


def reason_of(one: Signed) -> str:
    """Who signed something, when and why, in words."""
    what = f"{one.what} " + ", ".join(f"{document}:{item}" for side in one.sides for document, item in side)
    return f"{SIGNED}{what} ({one.who}, {one.at[:10]})" + (f": {one.reason}" if one.reason else "")


def _found(named: Iterable[Ref], reports: Mapping[int, Entry]) -> set[Ref]:
    """The items that their reports have: newer rules may not read one, and a person may have rejected it."""
    here = {ref.document: reports[ref.document].report for ref in named if ref.document in reports}
    items = {document: {i.id for layer in JOINED for i in getattr(report, layer)} for document, report in here.items()}
    return {ref for ref in named if ref.item in items.get(ref.document, ())}


def _told_first(ref: Ref, reports: Mapping[int, Entry]) -> Ref:
    """An event by its first telling in its report, by which it is joined; any other item as it is."""
    entry = reports.get(ref.document)
    if entry is None or not ref.item.startswith("e"):
        return ref
    roots = roots_of({event.id: event.same_as for event in entry.report.events})
    return Ref(ref.document, roots.get(ref.item, ref.item))


def people_in(connection: apsw.Connection) -> People:
    """What people signed in a case, and how its reports stand.  Raises CaseError."""
    return People(signed_in(connection).signed, tuple(registries(connection)), standings(connection))


def signed_in(connection: apsw.Connection) -> People:
    """What people signed in a case, and no more.  Raises CaseError."""
    return People(tuple(one for one in signed(connection) if not one.undone))


def named(connection: apsw.Connection) -> set[int]:
    """The documents of which people ever said that something in them is, or is not, something in another."""
    return {
        document for one in signed(connection) if one.what != "explain" for side in one.sides for document, _ in side
    }


def standing_row(standing: Standing | None) -> dict[str, Any]:
    """How a report stands as columns: `standing`, `standing_by` (documents), `notice`; nothing of one that stands as it came in."""
    if standing is None:
        return {"standing": None, "standing_by": [], "notice": None}
    return {"standing": standing.standing, "standing_by": list(standing.by), "notice": standing.notice}
