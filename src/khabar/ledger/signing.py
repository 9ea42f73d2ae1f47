"""What people say of several reports at once, signed into the journal: the same, not the same, explained by.

These are no decisions on an item, which stand beside its reading: they stand beside what the comparison of many reports finds.
Nothing is overwritten; an entry is taken back by another one, and any number of people may have said something of one thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

import apsw

from khabar.ledger.carrying import subject_of
from khabar.ledger.corrections import layer_of
from khabar.ledger.errors import CaseError
from khabar.ledger.journal import Entry, Hand, enter, entries, transaction
from khabar.ledger.layers import LAYERS

What = Literal["same", "apart", "explain"]
WHATS: Final[tuple[str, ...]] = get_args(What)
KIND: Final = "signed"
"""The kind of these entries in the journal."""
_ALL: Final = f"WHERE kind = '{KIND}' ORDER BY seq"
"""Written out, so that the index of these few entries is used."""
JOINED: Final = ("actors", "events", "claims")
"""The layers whose items are joined across reports."""

_PLACED: Final = "t"
"""How the ids begin of times, and of ages, which are no items."""

Item = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Signed:
    """An entry as the journal has it; `undone` when a later one took it back.

    `sides` are what it is about: two items, or one and several that are taken out of its group, or the items on both sides of a
    difference.  `hash` is that of the entry in the journal
    of the desk that wrote it, the same in every case that it was merged into.
    """

    seq: int
    at: str
    who: str
    what: What
    sides: tuple[tuple[Item, ...], tuple[Item, ...]]
    reason: str | None
    undone: bool
    hash: str


def sign_items_of(
    connection: apsw.Connection, hand: Hand, what: What, items: tuple[Item, *tuple[Item, ...]], why: str | None
) -> Entry:
    """Enter that the first item and the others are, or are not, the same.

    Raises CaseError for items that are none, or of two kinds, or named twice.
    """
    first, *others = items
    layer = layer_of(connection, first)
    for at, other in enumerate(others):
        if layer_of(connection, other) != layer or layer not in JOINED or other in (first, *others[:at]):
            one, second = (f"{document}:{item}" for document, item in (first, other))
            raise CaseError("pair_senseless", one=one, other=second, layers=", ".join(JOINED))
    return _sign(connection, hand, what, ((first,), tuple(others)), why)


def explain(
    connection: apsw.Connection, hand: Hand, sides: tuple[tuple[Item, ...], tuple[Item, ...]], why: str
) -> Entry:
    """Enter by what a difference is explained, in a person's words.  Raises CaseError where there are no words."""
    if not why.strip():
        raise CaseError("explanation_empty")
    return _sign(connection, hand, "explain", sides, why.strip())


def _sign(
    connection: apsw.Connection,
    hand: Hand,
    what: What,
    sides: tuple[tuple[Item, ...], tuple[Item, ...]],
    why: str | None,
) -> Entry:
    told = {"what": what, "sides": [[list(item) for item in side] for side in sides], "reason": why}
    with transaction(connection):
        return enter(connection, hand, KIND, told)


def take_back(connection: apsw.Connection, hand: Hand, seq: int, reason: str | None = None) -> Entry:
    """Take back an entry by its number.  Raises CaseError where there is none, or it was taken back."""
    with transaction(connection):
        if not any(one.seq == seq and not one.undone for one in signed(connection)):
            raise CaseError("decision_unknown", seq=seq)
        return enter(connection, hand, KIND, {"what": "undo", "undoes": seq, "reason": reason})


def signed(connection: apsw.Connection) -> list[Signed]:
    """All entries of these kinds in their order, those that were taken back with `undone`.

    Raises CaseError for an entry that says nothing readable.
    """
    told = [(e, subject_of(e) or {}) for e in entries(connection, _ALL)]
    undone = {said["undoes"] for _, said in told if said.get("what") == "undo" and "undoes" in said}
    found = []
    for entry, said in told:
        try:
            if said.get("what") != "undo":
                found.append(_signed(entry, said, undone=entry.seq in undone))
        except (TypeError, ValueError, LookupError) as error:
            raise CaseError("case_damaged", path=connection.filename, why=f"journal {entry.seq}") from error
    return found


def _signed(entry: Entry, told: dict[str, Any], *, undone: bool) -> Signed:
    if told["what"] not in WHATS:
        raise ValueError(told["what"])
    one, other = (tuple((int(document), str(item)) for document, item in side) for side in told["sides"])
    return Signed(
        seq=entry.seq,
        at=str(told.get("at") or entry.at),
        who=str(told.get("by") or entry.who),
        what=told["what"],
        sides=(one, other),
        reason=told.get("reason"),
        undone=undone,
        hash=str(told.get("carried") or entry.hash),
    )


def is_signed(connection: apsw.Connection, seq: int) -> bool:
    """Whether an entry of the journal is of these kinds."""
    return any(one.seq == seq for one in signed(connection))


def lost(connection: apsw.Connection) -> Iterator[tuple[Signed, tuple[Item, ...]]]:
    """The entries that stand and of which the newest records have an item no more, with these; of an explanation, a whole side."""
    for one in signed(connection):
        sides = [tuple(item for item in side if not _is_read(connection, item)) for side in one.sides]
        gone = [items for items, side in zip(sides, one.sides, strict=True) if len(items) == len(side)]
        if gone and not one.undone:
            yield one, tuple(item for items in gone for item in items)


def _is_read(connection: apsw.Connection, item: Item) -> bool:
    """Whether the newest record of a document has an item; what is named by its place in the text is always there."""
    layer = next((layer for layer in LAYERS if layer[0] == item[1][:1] != _PLACED), None)
    if layer is None:
        return True
    query = f"SELECT 1 FROM {layer} WHERE item = ? AND record = (SELECT record FROM newest WHERE document = ?)"  # noqa: S608 - a layer's own name
    return next(iter(connection.execute(query, (item[1], item[0]))), None) is not None


def unfit(connection: apsw.Connection) -> Iterator[tuple[str, str]]:
    """What `verify` finds: entries that nobody can have made, or whose items are in no record of the case."""
    numbers = {one.seq for one in signed(connection)}
    for entry in entries(connection, _ALL):
        undoes = (subject_of(entry) or {}).get("undoes")
        if undoes is not None and undoes not in numbers:
            yield "signed_unfit", f"journal {entry.seq}"
    for one in signed(connection):
        for item in (item for side in one.sides for item in side):
            try:
                fits = one.what == "explain" or layer_of(connection, item) in JOINED
            except CaseError:
                fits = False
            if not fits:
                yield "signed_unfit", f"journal {one.seq}, {item[0]}:{item[1]}"
