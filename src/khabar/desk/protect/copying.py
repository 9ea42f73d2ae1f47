"""A redacted copy of a case: a new file, built afresh, that never held what is not in it.

Texts are redacted as in a safe export, records and decisions carried over with their offsets moved.  Left out altogether are
the original bytes and their hashes (whoever has the report elsewhere would know it again by them), addresses, sources,
metadata, who collected and decided, on which machine, and all former entries of the journal.  Both cases get an entry that says
how much was hidden, by whom, and a number drawn by lot that ties the two together, and nothing of what was hidden.
"""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import apsw

from khabar.desk.made_by import VERSION
from khabar.desk.protect.inventory import inventory
from khabar.desk.protect.moving import moved_item, moved_report
from khabar.desk.protect.redacting import MARK, Redacted, Redactor
from khabar.intake import Kept, text_again
from khabar.ledger import (
    CaseError,
    Decision,
    Found,
    Hand,
    Ruling,
    create_case,
    decide,
    enter,
    keep,
    open_case,
    open_decisions,
    opened,
    transaction,
)
from khabar.ledger.clearing import NameDecision, decide_names
from khabar.ledger.readings import Reading, readings

MADE: Final = "redacted copy made"
IS: Final = "redacted copy"
_NOBODY: Final = "-"
"""Stands for a person or a machine that is not told; who makes the copy is told where `by` is given."""
_CODES: Final = frozenset(
    ("act", "mode", "status", "polarity", "distance", "measure", "bound", "type", "subtype", "basis", "what")
)


@dataclass(slots=True)
class Copied:
    """What a redacted copy holds, and how much of what sort was hidden or left out."""

    documents: int = 0
    without: int = 0
    decisions: int = 0
    decisions_left: int = 0
    undecided: int = 0
    hidden: Counter[str] = field(default_factory=Counter)

    def told(self) -> dict[str, Any]:
        """As the journals have it: numbers only."""
        return {
            "documents": self.documents,
            "documents_left_out": self.without,
            "decisions": self.decisions,
            "decisions_left_out": self.decisions_left,
            "names_undecided": self.undecided,
            "hidden": dict(self.hidden),
        }


def redact_case(case: Path, into: Path, without: frozenset[int] = frozenset(), by: str | None = None) -> Copied:
    """Write a redacted copy of a case; documents in `without` are left out whole.

    An encrypted copy gets the passphrase that was given for `into`.  Raises CaseError where the case cannot be used, or
    something that is no empty case stands at `into`.
    """
    hand = Hand.of_this_machine(by)
    mark = secrets.token_hex(16)
    with opened(case, writing=True) as source:
        known = inventory(source)
        redactor = Redactor(known)
        made = Copied(undecided=known.undecided)
        decided = [NameDecision(n.told, "approve", n.kind, n.shown) for n in known.ordered()
                   if n.approved and n.key not in redactor.overruled]  # fmt: skip
        with closing(_target(into)) as target:
            quiet = Hand(by or _NOBODY, _NOBODY)
            with transaction(target):
                enter(target, quiet, IS, {"copy": mark, "khabar": VERSION})
            documents = dict(_documents(source, target, _Making(redactor, made, quiet, without)))
            _decisions(source, target, documents, made)
            decide_names(target, quiet, decided)
            with transaction(target):
                enter(target, quiet, "redaction", {"copy": mark, **made.told()})
        with transaction(source):
            enter(source, hand, MADE, {"copy": mark, **made.told()})
    return made


def _target(into: Path) -> apsw.Connection:
    """An empty case to write into.  Raises CaseError."""
    if not into.exists():
        return create_case(into)
    with opened(into) as there:
        if next(iter(there.execute("SELECT 1 FROM journal")), None):
            raise CaseError("case_exists", path=into)
    return open_case(into, writing=True)


@dataclass(frozen=True, slots=True)
class _Making:
    redactor: Redactor
    made: Copied
    hand: Hand
    without: frozenset[int]


def _documents(
    source: apsw.Connection, target: apsw.Connection, making: _Making
) -> Iterator[tuple[int, tuple[int, Redacted]]]:
    """Carry every document over; its number there, and how its offsets moved, by its number here."""
    for number, reading in enumerate(readings(source), 1):
        if reading.document in making.without:
            making.made.without += 1
            continue
        text = making.redactor.redact(reading.report.document.text or "")
        making.made.hidden.update(found.what for found in text.hidden)
        report = moved_report(reading.report, text, making.redactor, f"r{number}")
        kept = keep(target, making.hand, _found(reading, text.text, making.redactor, number), report)
        making.made.documents += 1
        yield reading.document, (kept.document, text)


def _found(reading: Reading, text: str, redactor: Redactor, number: int) -> Found:
    kind, original = _as_original(text, number)
    outlet, title = reading.outlet, reading.title
    document = reading.report.document
    return Found(
        source=IS, part=f"r{number}", original=original, text=text, extractor=f"khabar {VERSION}", kind=kind, encoding="utf-8",
        outlet=None if outlet is None else outlet if redactor.is_approved(outlet) else MARK,
        title=None if title is None else redactor.redact(title).text,
        published=document.published,
    )  # fmt: skip


def _as_original(text: str, number: int) -> tuple[str, bytes]:
    """Bytes that give exactly this text again, and the kind that they are of."""
    plain = text.encode()
    if text_again(Kept(plain, "text", "utf-8", f"r{number}")) == text:
        return "text", plain
    return "line", json.dumps({"id": f"r{number}", "text": text}, ensure_ascii=False).encode() + b"\n"


def _decisions(
    source: apsw.Connection, target: apsw.Connection, documents: dict[int, tuple[int, Redacted]], made: Copied
) -> None:
    """People's decisions, their reasons and who made them left out; those that fit no item any more are counted."""
    for decision in open_decisions(source):
        there = documents.get(decision.document)
        try:
            if there is None:
                raise CaseError("item_unknown", document=decision.document, item=decision.item)
            item = (there[0], moved_item(decision.item, there[1]))
            decide(target, Hand(MARK, _NOBODY), item, _ruling(decision, there[1]))
            made.decisions += 1
        except CaseError:
            made.decisions_left += 1


def _ruling(decision: Decision, text: Redacted) -> Ruling:
    fields = {name: value for name, value in decision.fields.items() if not isinstance(value, str)}
    if "start" in fields and "end" in fields:
        fields["start"], fields["end"] = text.moved(fields["start"]), text.moved(fields["end"], ending=True)
    fields |= {name: value for name, value in decision.fields.items() if name in _CODES and isinstance(value, str)}
    reason = MARK if decision.reason else None
    return Ruling(decision.verdict, fields, reason)  # type: ignore[arg-type]
