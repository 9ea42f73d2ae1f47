"""People's decisions about items: they stand beside the machine's reading, which stays for ever, and are never overwritten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, get_args

import apsw
import msgspec

from khabar.ledger.corrections import corrected, layer_of
from khabar.ledger.errors import CaseError
from khabar.ledger.journal import Entry, Hand, enter, transaction

Verdict = Literal["accept", "correct", "reject", "unsure"]
VERDICTS: Final[tuple[str, ...]] = get_args(Verdict)
DISAGREED: Final = "disagreed"
"""What stands in the place of a verdict where decisions that do not know one another differ."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as the journal has it; `undone` when a later entry took it back.

    `hash` is that of the entry in the journal of the desk that decided, the same in every case that it was merged into.
    `overrules` are the entries that its maker knew of and settled, None where those are all before it.
    """

    seq: int
    at: str
    who: str
    document: int
    item: str
    verdict: str
    fields: dict[str, Any]
    reason: str | None
    undone: bool
    hash: str
    overrules: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person says of an item: `fields` are the corrected columns of a correction.

    A ruling settles what was decided before.  A `blind` one, of a person who did not see that, stands beside it.  `attaches` is
    the hash of a decision on another item that this one puts here (see `orphans`).
    """

    verdict: Verdict
    fields: Mapping[str, Any] = field(default_factory=dict)
    reason: str | None = None
    blind: bool = False
    attaches: str | None = None


def decide(connection: apsw.Connection, hand: Hand, item: tuple[int, str], ruling: Ruling) -> Entry:
    """Enter a decision on the item of a document.

    Raises CaseError for an item or column that does not exist, a value that its column cannot hold, a span outside the text,
    a correction without a field, and a rejection without a reason.  See `corrected` for what a correction may put in.
    """
    layer = layer_of(connection, item)
    if ruling.verdict not in VERDICTS:
        raise CaseError("verdict_unknown", verdict=ruling.verdict, known=", ".join(VERDICTS))
    if (ruling.verdict == "correct") != bool(ruling.fields):
        raise CaseError("correction_needs_fields", item=item[1])
    if ruling.verdict == "reject" and not ruling.reason:
        raise CaseError("rejection_needs_reason", item=item[1])
    fields = corrected(connection, item, layer, ruling.fields)
    told: dict[str, Any] = {"document": item[0], "item": item[1], "layer": layer, "verdict": ruling.verdict,
                            "fields": fields, "reason": ruling.reason}  # fmt: skip
    if ruling.attaches:
        told["attaches"] = ruling.attaches
    with transaction(connection):
        if ruling.blind:
            told["overrules"] = [d.seq for d in decisions(connection, item) if d.who == hand.who]
        return enter(connection, hand, "decision", told)


def undo(connection: apsw.Connection, hand: Hand, seq: int, reason: str | None = None) -> Entry:
    """Take back a decision by the number of its entry.  Raises CaseError where there is none, or it was taken back."""
    with transaction(connection):
        found = [d for d in decisions(connection) if d.seq == seq]
        if not found or found[0].undone:
            raise CaseError("decision_unknown", seq=seq)
        told = {
            "document": found[0].document,
            "item": found[0].item,
            "verdict": "undo",
            "undoes": seq,
            "reason": reason,
        }
        return enter(connection, hand, "decision", told)


def decisions(connection: apsw.Connection, item: tuple[int, str] | None = None) -> Iterator[Decision]:
    """All decisions, or those on one item, in the order in which they were entered."""
    undone = f"EXISTS (SELECT 1 FROM decisions AS u WHERE u.verdict = 'undo' AND u.undoes = d.seq AND {_SAME_ITEM})"  # noqa: S608 - written below
    return _read(connection, f"decisions AS d WHERE d.verdict <> 'undo' {_of(item)}", item or (), undone)


def open_decisions(connection: apsw.Connection, item: tuple[int, str] | None = None) -> Iterator[Decision]:
    """The decisions that stand and were not settled by a later one: of an item one, several where they differ or agree
    without knowing one another.
    """
    return _read(connection, f"open_decisions AS d WHERE 1 {_of(item)}", item or ())


_SAME_ITEM: Final = "u.document = d.document AND u.item = d.item"


def _of(item: tuple[int, str] | None) -> str:
    return "AND d.document = ? AND d.item = ?" if item else ""


def _read(connection: apsw.Connection, which: str, values: tuple[Any, ...], undone: str = "0") -> Iterator[Decision]:
    query = f"""SELECT d.seq, d.at, d.who, d.document, d.item, d.verdict, d.fields, d.reason, {undone}, d.hash, d.overrules
                FROM {which} ORDER BY d.seq"""  # noqa: S608 - written above
    for seq, at, who, document, name, verdict, fields, reason, gone, digest, knew in connection.execute(query, values):
        put_in = msgspec.json.decode(fields, type=dict[str, Any]) if fields else {}
        yield Decision(seq, at, who, document, name, verdict, put_in, reason, bool(gone), digest, _numbers(knew))


def _numbers(packed: str | None) -> tuple[int, ...] | None:
    return None if packed is None else tuple(msgspec.json.decode(packed, type=list[int]))
