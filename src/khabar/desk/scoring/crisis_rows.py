"""How well the comparison of many reports agrees with the table of a person who read them all.

The table is one JSON object: reports, events (id, type, date, place, reports), figures (report, event, measure, value, who,
quote), speakers (name, variants, reports), conflicts (a, b, kind, true_conflict) and copies (lists of reports).  Reports are
named by the id of their document.  A layer that does not exist yet has no row.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path, PurePath
from typing import Any, Final

from khabar.desk.crisis import Conflict, ConflictSide, Crisis, conflicts_of, rows_by_group
from khabar.desk.scoring.crisis_figures import figure_rows
from khabar.desk.scoring.crisis_speakers import is_speaker, speaker_of, speaker_rows
from khabar.desk.scoring.kinds import NotGold
from khabar.desk.scoring.tally import Count, Rows
from khabar.reconcile.across.entry import Ref
from khabar.reconcile.across.events.scenes import days_of
from khabar.reconcile.within.tellings import roots_of

Table = dict[str, Any]
NEEDED: Final = ("reports", "events", "figures", "speakers", "conflicts", "copies")
_WORDS: Final = ("claim", "event")
"""Measures of conflicts that are told in words: their sides are known by who says them."""
_NUMBER: Final = "0123456789"


def score_crisis(source: Path, table: Path) -> Rows:
    """The rows of a case, or of a file of reports, against a table.

    Raises NotGold for a file that is no table; NoReports for one that holds no reports;
    CaseError for a case that cannot be used; OSError.
    """
    try:
        told = json.loads(table.read_text(encoding="utf-8-sig"))
    except ValueError as error:
        raise NotGold("table_no_json", path=table, why=error) from None
    lacking = [name for name in NEEDED if name not in told] if isinstance(told, dict) else list(NEEDED)
    if lacking:
        raise NotGold("table_lacking", path=table, fields=", ".join(lacking))
    return crisis_rows(Crisis.of(source), told)


def crisis_rows(crisis: Crisis, table: Table) -> Rows:
    """The rows of a crisis held against its table.  Raises KeyError for a table that lacks a part.

    A report that a case has under its path goes by the name of its file, where the table calls it so.
    """
    known = set(table["reports"])
    entries = [
        entry
        if entry.name in known or PurePath(entry.name).name not in known
        else replace(entry, name=PurePath(entry.name).name)
        for entry in crisis.entries
    ]
    crisis = Crisis(entries, crisis.registry, crisis.people)
    return {
        **figure_rows(crisis, table),
        **speaker_rows(crisis, table),
        **_event_rows(crisis, table),
        **_conflict_rows(crisis, table),
        **_copy_rows(crisis, table),
    }


# ---------------------------------------------------------------- events


def _event_rows(crisis: Crisis, table: Table) -> Rows:
    names = {entry.document: entry.name for entry in crisis.entries}
    reports = {group: {names[ref.document] for ref in refs} for group, refs in crisis.events.members.items()}
    main = max(table["events"], key=lambda event: len(event["reports"]))
    wanted = set(main["reports"])
    best = max(reports, key=lambda group: (len(reports[group] & wanted), str(group)), default=None)
    found = reports[best] if best is not None else set()
    refs = crisis.events.members[best] if best is not None else []
    return {
        "main event, pairs": Count(_pairs(found & wanted), _pairs(found), _pairs(wanted)),
        **_told_again(crisis, table, reports),
        "background apart": _background(crisis, table, set(refs)),
    }


def _told_again(crisis: Crisis, table: Table, reports: dict[Any, set[str]]) -> Rows:
    """Pairs of reports over all events of which the table gives the type (`kind`) and that several reports tell.

    Each event is held against the group of its type that most of its reports tell on its day.
    """
    right = read = told = 0
    rows = rows_by_group(crisis)
    for event in table["events"]:
        wanted = set(event["reports"])
        if not event.get("kind") or len(wanted) < 2:
            continue
        of_kind = {group: reports[group] for group, row in rows.items() if _may_be(row, event)}
        best = max(of_kind.values(), key=lambda found: (len(found & wanted), -len(found)), default=set())
        right, read, told = right + _pairs(best & wanted), read + _pairs(best), told + _pairs(wanted)
    return {"events, pairs": Count(right, read, told)} if told else {}


def _may_be(row: dict[str, Any], event: dict[str, Any]) -> bool:
    days = {day[: len("YYYY-MM-DD")] for day in (*row["dates"], *row["dates_lent"])}
    return row["type"] == event["kind"] and (not days or event["date"] in days)


def _pairs(reports: set[str]) -> int:
    return len(reports) * (len(reports) - 1) // 2


def _background(crisis: Crisis, table: Table, main: set[Ref]) -> Count:
    """Events that a report dates into the time of a background event of the table, and that are not in the main one."""
    apart: list[bool] = []
    for event in table["events"]:
        span = days_of(_as_days(event["date"])) if event["type"] == "background" and event["date"] else None
        for entry in crisis.entries:
            if span is None or entry.name not in event["reports"]:
                continue
            roots = roots_of({told.id: told.same_as for told in entry.report.events})
            for told in entry.report.events:
                days = days_of(_as_days(told.date.value)) if told.date else None
                if days and span[0] <= days[0] and days[1] <= span[1]:
                    apart.append(Ref(entry.document, roots[told.id]) not in main)
    return Count(sum(apart), len(apart), len(apart))


def _as_days(date: str) -> str:
    """A value of months as one of days, so that it spans them."""
    begin, _, end = date.partition("/")
    last = end or begin
    return f"{begin}-01/{last}-28" if len(begin) == len("YYYY-MM") else date


# ---------------------------------------------------------------- conflicts and copies


def _conflict_rows(crisis: Crisis, table: Table) -> Rows:
    names = {entry.document: entry.name for entry in crisis.entries}
    compared = list(conflicts_of(crisis))
    told = [conflict for conflict in table["conflicts"] if conflict["true_conflict"]]
    raised = [conflict for conflict in compared if conflict.raised]
    found = [any(_is_conflict(one, of, names, table) for one in raised) for of in told]
    right = sum(any(_is_conflict(one, of, names, table) for of in told) for one in raised)
    kinds = [
        any(one.kind == of["kind"] and _is_conflict(one, of, names, table) for one in compared)
        for of in table["conflicts"]
    ]
    return {
        "true conflicts": Count(sum(found), len(raised) - right + sum(found), len(told)),
        "kinds of conflict": Count(sum(kinds), len(kinds), len(kinds)),
    }


def _is_conflict(one: Conflict, told: dict[str, Any], names: dict[int, str], table: Table) -> bool:
    """Whether both sides are there, in either order: the numbers of a side, in one of its reports at least."""
    first, second = one.sides
    return any(
        all(
            _is_side(side, of, names, table if one.measure in _WORDS else None)
            for side, of in zip(order, (told["a"], told["b"]), strict=True)
        )
        for order in ((first, second), (second, first))
    )


def _is_side(side: ConflictSide, told: dict[str, Any], names: dict[int, str], table: Table | None) -> bool:
    """Whether a side is the table's: in one of its reports, with its number; what is said in words is told by its speaker."""
    reports = {names[ref.document] for ref in side.items if ref.document in names}
    if table is not None:
        speaker = speaker_of(told["speaker"], table)
        return bool(reports & set(told["reports"])) and is_speaker(side.speaker or "", speaker, told["speaker"])
    return bool(reports & set(told["reports"])) and _same_value(side.value, told["value"])


def _same_value(one: str, other: Any) -> bool:
    first, second = set(_numbers(one)), set(_numbers(str(other)))
    return bool(first & second) if first and second else str(one).strip() == str(other).strip() or not (first or second)


def _numbers(value: str) -> Iterator[str]:
    run = ""
    for char in value + " ":
        if char in _NUMBER:
            run += char
        elif run:
            yield run
            run = ""


def _copy_rows(crisis: Crisis, table: Table) -> Rows:
    names = {entry.document: entry.name for entry in crisis.entries}
    read = _pair_set([names[document] for document in statement.documents] for statement in crisis.statements)
    told = _pair_set(table["copies"])
    return {"copies, pairs": Count(len(read & told), len(read), len(told))}


def _pair_set(groups: Iterable[list[str]]) -> set[tuple[str, ...]]:
    return {pair for group in groups for pair in combinations(sorted(set(group)), 2)}
