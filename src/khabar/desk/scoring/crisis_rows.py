"""How well the comparison of many reports agrees with the table of a person who read them all.

The table is one JSON object: reports, events (id, type, date, place, reports), figures (report, event, measure, value, who,
quote), speakers (name, variants, reports), conflicts (a, b, kind, true_conflict) and copies (lists of reports).  Reports are
named by the id of their document.  A layer that does not exist yet has no row.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from pathlib import Path, PurePath
from typing import Any, Final

from khabar.desk.crisis import Crisis, conflicts_of, rows_by_group
from khabar.desk.scoring.crisis_conflicts import HeldAgainst
from khabar.desk.scoring.crisis_figures import figure_rows
from khabar.desk.scoring.crisis_speakers import speaker_rows
from khabar.desk.scoring.kinds import NotGold
from khabar.desk.scoring.tally import Count, Rows
from khabar.reconcile.across.entry import Ref
from khabar.reconcile.across.events.scenes import days_of
from khabar.reconcile.within.tellings import roots_of

Table = dict[str, Any]
NEEDED: Final = ("reports", "events", "figures", "speakers", "conflicts", "copies")


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

    Each event is held against a group of its own: of its type, that most of its reports tell in its days.
    """
    right = read = told = 0
    rows = rows_by_group(crisis)
    free = set(rows)
    for event in table["events"]:
        wanted = set(event["reports"])
        if not event.get("kind") or len(wanted) < 2:
            continue
        best = max(
            (group for group in free if _may_be(rows[group], event)),
            key=lambda group: (len(reports[group] & wanted), -len(reports[group]), str(group)),
            default=None,
        )
        free.discard(best)
        found = reports[best] if best is not None and len(reports[best] & wanted) > 1 else set()
        right, read, told = right + _pairs(found & wanted), read + _pairs(found), told + _pairs(wanted)
    return {"events, pairs": Count(right, read, told)} if told else {}


def _may_be(row: dict[str, Any], event: dict[str, Any]) -> bool:
    """Whether a group is of an event's type and days, and its place where the table names it as records do (`at`); an event of
    many days (a toll of weeks of unrest) has them all.
    """
    if event.get("at") and event["at"] not in {*row["places"], *row["places_lent"]}:
        return False
    told = [day for day in (*row["dates"], *row["dates_lent"]) if days_of(day[: len("YYYY-MM-DD")])]
    wanted = days_of(_as_days(event["date"]))
    if row["type"] != event["kind"] or wanted is None:
        return False
    spans = [span for day in told if (span := days_of(day))]
    return not spans or any(first <= wanted[1] and wanted[0] <= last for first, last in spans)


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
    compared = list(conflicts_of(crisis))
    told = [conflict for conflict in table["conflicts"] if conflict["true_conflict"]]
    raised = [conflict for conflict in compared if conflict.raised]
    held = HeldAgainst(crisis, table)
    found = [any(held.is_conflict(one, of) for one in raised) for of in told]
    right = sum(any(held.is_conflict(one, of) for of in told) for one in raised)
    kinds = [any(one.kind == of["kind"] and held.is_conflict(one, of) for one in compared) for of in table["conflicts"]]
    return {
        "true conflicts": Count(sum(found), len(raised) - right + sum(found), len(told)),
        "kinds of conflict": Count(sum(kinds), len(kinds), len(kinds)),
    }


def _copy_rows(crisis: Crisis, table: Table) -> Rows:
    names = {entry.document: entry.name for entry in crisis.entries}
    read = _pair_set([names[document] for document in statement.documents] for statement in crisis.statements)
    told = _pair_set(table["copies"])
    return {"copies, pairs": Count(len(read & told), len(read), len(told))}


def _pair_set(groups: Iterable[list[str]]) -> set[tuple[str, ...]]:
    return {pair for group in groups for pair in combinations(sorted(set(group)), 2)}
