"""People's decisions about items: they stand beside the machine's reading, which stays for ever, and are never overwritten."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, get_args

import apsw
import msgspec

from khabar.ledger.errors import CaseError
from khabar.ledger.journal import Entry, Hand, enter, transaction
from khabar.ledger.layers import LARGEST, LAYERS

Verdict = Literal["accept", "correct", "reject", "unsure"]
VERDICTS: Final[tuple[str, ...]] = get_args(Verdict)
_FIXED: Final = ("record", "item", "rule", "words")
"""Columns that nobody corrects: words follow from start and end."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as the journal has it; `undone` when a later entry took it back."""

    seq: int
    at: str
    who: str
    document: int
    item: str
    verdict: str
    fields: dict[str, Any]
    reason: str | None
    undone: bool


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person says of an item: `fields` are the corrected columns of a correction."""

    verdict: Verdict
    fields: Mapping[str, Any] = field(default_factory=dict)
    reason: str | None = None


def decide(connection: apsw.Connection, hand: Hand, item: tuple[int, str], ruling: Ruling) -> Entry:
    """Enter a decision on the item of a document.

    Raises CaseError for an item or column that does not exist, a value that its column cannot hold, a span outside the text,
    a correction without a field, and a rejection without a reason.
    """
    layer = layer_of(connection, item)
    if ruling.verdict not in VERDICTS:
        raise CaseError("verdict_unknown", verdict=ruling.verdict, known=", ".join(VERDICTS))
    if (ruling.verdict == "correct") != bool(ruling.fields):
        raise CaseError("correction_needs_fields", item=item[1])
    if ruling.verdict == "reject" and not ruling.reason:
        raise CaseError("rejection_needs_reason", item=item[1])
    fields = _fitting(connection, item, layer, ruling.fields)
    told = {"document": item[0], "item": item[1], "layer": layer, "verdict": ruling.verdict, "fields": fields,
            "reason": ruling.reason}  # fmt: skip
    with transaction(connection):
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
    """All decisions, or those on one item, in the order in which they were made."""
    where, values = (" AND d.document = ? AND d.item = ?", item) if item else ("", ())
    query = f"""SELECT d.seq, d.at, d.who, d.document, d.item, d.verdict, d.fields, d.reason,
                  EXISTS (SELECT 1 FROM decisions AS u WHERE u.verdict = 'undo' AND u.undoes = d.seq)
                FROM decisions AS d WHERE d.verdict <> 'undo' {where} ORDER BY d.seq"""  # noqa: S608 - written above
    for seq, at, who, document, name, verdict, fields, reason, undone in connection.execute(query, values):
        corrected = msgspec.json.decode(fields, type=dict[str, Any]) if fields else {}
        yield Decision(seq, at, who, document, name, verdict, corrected, reason, bool(undone))


def layer_of(connection: apsw.Connection, item: tuple[int, str]) -> str:
    """The layer that holds an item, in any record of its document.  Raises CaseError where none does."""
    for layer in LAYERS:
        query = f"SELECT 1 FROM {layer} AS t JOIN records AS r ON r.id = t.record WHERE r.document = ? AND t.item = ?"  # noqa: S608 - the layers' own names
        if item[0] <= LARGEST and next(iter(connection.execute(query, item)), None):
            return layer
    raise CaseError("item_unknown", document=item[0], item=item[1])


def _fitting(
    connection: apsw.Connection, item: tuple[int, str], layer: str, fields: Mapping[str, Any]
) -> dict[str, Any]:
    """The fields with numbers for the columns of numbers: what is entered stays for ever, so it must be of its column's type."""
    known = {row[1]: (row[2], not row[3]) for row in connection.execute(f"PRAGMA table_info({layer})")}
    fitted: dict[str, Any] = {}
    for column, value in fields.items():
        if column not in known or column in _FIXED:
            allowed = ", ".join(name for name in known if name not in _FIXED)
            raise CaseError("column_unknown", column=column, layer=layer, known=allowed)
        try:
            fitted[column] = _value(value, *known[column])
        except (ValueError, OverflowError) as error:
            raise CaseError("value_unfit", column=column, value=value, type=known[column][0]) from error
    if {"start", "end"} & fields.keys():
        size = next(iter(connection.execute("SELECT characters FROM documents WHERE id = ?", (item[0],))))[0]
        start, end = fitted.get("start"), fitted.get("end")
        if start is None or end is None or not 0 <= start < end <= size:
            raise CaseError("span_outside", start=start, end=end, size=size)
    return fitted


def _value(value: Any, kind: str, empty: bool) -> str | int | float | None:
    """A value as its column holds it; numbers may come as text.  Raises ValueError, OverflowError."""
    if value is None and empty:
        return None
    if kind == "TEXT" and isinstance(value, str):
        return value
    if kind == "INTEGER" and isinstance(value, int | str) and abs(int(value)) <= LARGEST:
        return int(value)
    if kind == "REAL" and isinstance(value, int | float | str) and math.isfinite(float(value)):
        return float(value)
    raise ValueError(kind)
