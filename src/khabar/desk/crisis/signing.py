"""People's word on several reports at once: two items are the same or are not, a difference is explained by something."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final, Literal

import apsw

from khabar.desk.crisis.answers import Conflict
from khabar.desk.crisis.crisis import Crisis
from khabar.desk.crisis.explained import MOST, Explanations
from khabar.desk.crisis.loading import entry_of
from khabar.desk.crisis.numbers import conflicts_of
from khabar.desk.crisis.people import People
from khabar.desk.crisis.stretches import parts
from khabar.ledger import CaseError, Entry, Filter, Hand, amended_reports, opened, transaction
from khabar.ledger.signing import Signed, explain, sign_items_of, signed

_FEWEST: Final = 5
"""Characters of an id that are enough where no other begins so."""
_Item = tuple[int, str]


def sign_items(
    case: Path,
    what: Literal["same", "apart"],
    items: tuple[_Item, *tuple[_Item, ...]],
    *,
    by: str | None = None,
    why: str | None = None,
) -> Entry:
    """Enter that actors, events or claims are the same, or that those behind the first are not the first: these are taken out of
    its group together, and stay one with one another.

    Raises CaseError for items that cannot be so, and where it cannot hold beside what somebody said before, whose word has to
    be taken back first: nobody is overruled unawares.
    """
    with opened(case, writing=True) as connection, transaction(connection):
        entry = sign_items_of(connection, Hand.of_this_machine(by), what, items, why)
        against = disputes(connection)
        if entry.seq in against:
            known = (one for one in signed(connection) if one.seq in against - {entry.seq})
            others = ", ".join(f"{one.seq} ({one.who})" for one in known)
            raise CaseError("pair_disputed", others=others or "?")
        return entry


def explain_conflict(
    case: Path, conflict: str, words: str, *, by: str | None = None, chosen: Filter | None = None
) -> Entry:
    """Enter by what a difference is explained; it stays listed.  `conflict` is an id that `khabar conflicts` prints; it is looked
    for among those that the chosen reports take part in, stretch by stretch in a large case.

    Raises CaseError for an id that names none, or several.
    """
    one, other = (
        tuple((ref.document, ref.item) for ref in sorted(side.items)[:MOST])
        for side in _called(conflict, parts(case, chosen or Filter())).sides
    )
    with opened(case, writing=True) as connection:
        return explain(connection, Hand.of_this_machine(by), (one, other), words)


def _called(called: str, where: Iterable[tuple[Crisis, Collection[int] | None]]) -> Conflict:
    """The difference of an id, or of the beginning of one; crises are looked through until the whole id is found in one.

    Raises CaseError where there is none, or several.
    """
    begun: dict[str, Conflict] = {}
    other: dict[str, Conflict] = {}
    for crisis, documents in where:
        names = Explanations(crisis)
        for one in conflicts_of(crisis, documents):
            if (shown := names.id_of(one)) == called:
                return one
            if len(called) > _FEWEST and shown.startswith(called):
                begun[shown] = one
            elif len(called) == len(shown) and called in names.ids_of(one):
                other[shown] = one
    found = begun or other
    if len(found) != 1:
        raise CaseError("conflict_several" if found else "conflict_unknown", conflict=called)
    return next(iter(found.values()))


def said_of_all(case: Path, item: _Item | None = None) -> list[tuple[Signed, bool]]:
    """All that people signed about several reports, taken back or not, or what they signed about an item; and whether it is
    disputed: it cannot hold beside another word, and neither is put to work.  Raises CaseError.
    """
    with opened(case) as connection:
        against = disputes(connection)
        return [
            (one, one.seq in against)
            for one in signed(connection)
            if item is None or any(item in side for side in one.sides)
        ]


def disputes(connection: apsw.Connection) -> frozenset[int]:
    """The numbers of the words in a case that cannot hold together.  Raises CaseError."""
    people = People(tuple(one for one in signed(connection) if not one.undone))
    told = {item[0] for one in people.signed if one.what != "explain" for side in one.sides for item in side}
    reports = {amended.document: entry_of(amended) for amended in amended_reports(connection, told)}
    return frozenset(number for said in people.decided(reports).values() for number in said.disputed)
