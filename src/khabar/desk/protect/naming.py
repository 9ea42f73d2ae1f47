"""The names of a case as a desk decides about them: listed, approved or withheld one by one, by sheet, or by harmless kinds."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from khabar.desk.protect.inventory import BY_KIND, Inventory, NameLike, inventory
from khabar.desk.protect.spelling import key_of_name
from khabar.ledger import CaseError, Entry, Hand, opened
from khabar.ledger.clearing import NAME_VERDICTS, NameDecision, decide_names

COLUMNS: Final = ("name", "decision", "kind", "count", "where", "spellings", "key")
"""Of a sheet of names; a person fills in `decision`."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person says of names: `names` as written anywhere in the case with their verdicts, `kinds` approved as a whole."""

    names: Mapping[str, str]
    kinds: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class RowError:
    """A row of a sheet that was not entered, and the message that says why."""

    row: int
    reason: str
    details: Mapping[str, str]


def names_of_case(case: Path) -> Inventory:
    """Every name-like string of a case.  Raises CaseError."""
    with opened(case) as connection:
        return inventory(connection)


def decide_names_of_case(case: Path, wanted: Wanted, by: str | None = None) -> list[Entry]:
    """Enter what a person says of names.  Raises CaseError for a name that the case has not, and for kinds of people."""
    for kind in wanted.kinds:
        if kind not in BY_KIND:
            raise CaseError("kind_one_by_one", kind=kind, known=", ".join(BY_KIND))
    with opened(case, writing=True) as connection:
        known = inventory(connection)
        made = [_decision(known, name, verdict) for name, verdict in wanted.names.items()]
        made += [
            NameDecision(name.told, "approve", name.kind, name.shown)
            for name in known.ordered()
            if name.kind in wanted.kinds and name.decision is None
        ]
        return decide_names(connection, Hand.of_this_machine(by), made)


def _decision(known: Inventory, name: str, verdict: Any) -> NameDecision:
    key = key_of_name(name)
    found = known.names.get(key)
    if found is None and len(key) == 1 and key[0] in known.parts:
        return NameDecision(key[0], verdict, "private", name)
    if found is None:
        raise CaseError("name_unknown", name=name)
    return NameDecision(found.told, verdict, found.kind, found.shown)


def sheet_row(name: NameLike) -> dict[str, str]:
    """A name as a row of a sheet."""
    where = " | ".join(f"{w.document}: … {w.before} [{w.words}] {w.after} …" for w in name.where)
    verdict = name.decision.verdict if name.decision else ""
    return {"name": name.shown, "decision": verdict, "kind": name.kind, "count": str(name.count), "where": where,
            "spellings": " | ".join(name.spellings), "key": name.told}  # fmt: skip


def bring_back(case: Path, rows: Iterable[Mapping[str, str]], by: str | None = None) -> tuple[int, list[RowError]]:
    """Enter the decisions of a sheet that differ from what stands; how many were, and the rows that could not be.

    Rows are numbered from 2, as a spreadsheet counts them below its header.  Raises CaseError.
    """
    errors: list[RowError] = []
    with opened(case, writing=True) as connection:
        known = inventory(connection)
        chosen = []
        for number, row in enumerate(rows, 2):
            verdict = (row.get("decision") or "").strip().lower()
            name = known.names.get(tuple((row.get("key") or "").split()))
            standing = name.decision.verdict if name and name.decision else ""
            if name is None:
                errors.append(RowError(number, "name_unknown", {"name": row.get("name") or row.get("key") or ""}))
            elif verdict and verdict not in NAME_VERDICTS:
                errors.append(
                    RowError(number, "verdict_unknown", {"verdict": verdict, "known": ", ".join(NAME_VERDICTS)})
                )
            elif verdict != standing:
                chosen.append(NameDecision(name.told, verdict or "undecide", name.kind, name.shown))  # type: ignore[arg-type]
        return len(decide_names(connection, Hand.of_this_machine(by), chosen)), errors


def rows_of_sheet(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV sheet of names, by comma or semicolon.  Raises CaseError where it is none."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError("names_sheet_unreadable", path=path, why=error) from error
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    rows = list(csv.DictReader(text.splitlines(keepends=True), delimiter=delimiter))
    if not {"decision", "key"} <= set(first.strip().replace('"', "").split(delimiter)):
        raise CaseError("names_sheet_unreadable", path=path, why="decision, key")
    return [{column: _plain(value) for column, value in row.items() if column} for row in rows]


def _plain(value: Any) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return str(value or "").removeprefix("'")
