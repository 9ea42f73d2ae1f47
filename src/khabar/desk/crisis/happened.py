"""One line an event of the crisis, with every telling of it and all in which tellings differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from khabar.desk.crisis.answers import distinct
from khabar.desk.crisis.around import crisis_of_timeline
from khabar.desk.crisis.crisis import Crisis
from khabar.desk.crisis.people import standing_row
from khabar.ledger import CaseError, Filter, documents_of, opened
from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.across.joining import Group
from khabar.reconcile.within.tellings import roots_of
from khabar.record import Event

Row = dict[str, Any]


def joined_events(case: Path, chosen: Filter | None = None, /, **values: str | None) -> list[Row]:
    """The events of a case that the chosen reports tell, joined across all its reports.

    `values` are columns and what must stand in them, or be one of several things in them, as in type="PROTEST" or
    places="Almaty".  Raises CaseError for a case that cannot be used and for a column that does not exist.
    """
    with opened(case) as connection:
        documents = documents_of(connection, chosen or Filter())
    rows = event_rows(crisis_of_timeline(case, chosen or Filter()), documents)
    for column, value in values.items():
        if column not in COLUMNS:
            raise CaseError("column_unknown", column=column, layer="timeline", known=", ".join(COLUMNS))
        rows = [row for row in rows if value is None or _stands(value, row[column])]
    return rows


COLUMNS: Final = (
    "event", "type", "subtypes", "statuses", "date", "place", "dates", "places", "dates_lent",
    "places_lent", "actors", "targets", "tellings", "reports",
    "outlets", "first_published", "last_published", "why", "perhaps", "decided",
)  # fmt: skip
"""The columns of a row by which rows are chosen."""


def _stands(value: str, found: Any) -> bool:
    return value in found if isinstance(found, list | dict) else value == str(found)


def event_rows(crisis: Crisis, documents: Collection[int] | None = None) -> list[Row]:
    """The events of the crisis that one of some documents tells, in the order of days, those without a day last.

    A row: `event` (its earliest telling, document:item), type and subtypes, statuses, `dates` and `places` with the number of
    reports that tell each (nothing is chosen among them; `date` and `place` are what most reports tell), `dates_lent` and
    `places_lent` those that stand elsewhere in a report and may be of another event, victims and doers
    as written, `tellings`, `reports`, `outlets`, first and last day of publication, `why` the tellings are one event, `perhaps`
    (events that it may be the same as), `decided` (what people signed about tellings of it), `told`, each telling with its words.
    """
    shown = _groups_of(crisis, documents)
    maybe = {group: {_group(other, crisis) for ref in refs for other in crisis.events.perhaps.get(ref, ())}
             for group, refs in shown.items()}  # fmt: skip
    asked = {group: crisis.events.members[group] for group in set().union(*maybe.values()) - shown.keys()}
    rows = rows_by_group(crisis, {**shown, **asked})
    for group, others in maybe.items():
        rows[group]["perhaps"] = sorted(str(rows[other]["event"]) for other in others)
    return sorted(
        (rows[group] for group in shown),
        key=lambda row: (row["date"] is None, row["date"] or "", -row["reports"], row["event"]),
    )


def _groups_of(crisis: Crisis, documents: Collection[int] | None) -> dict[Group, list[Ref]]:
    """The groups that one of some documents tells, or all."""
    members = crisis.events.members
    if documents is None:
        return members
    return {group: refs for group, refs in members.items() if any(ref.document in documents for ref in refs)}


def rows_by_group(crisis: Crisis, groups: Mapping[Group, list[Ref]] | None = None) -> dict[Group, Row]:
    """The row of each group of tellings, of all or of some, without what it may be the same as."""
    chosen = crisis.events.members if groups is None else groups
    tellings: dict[int, dict[str, list[Event]]] = {}
    for document in {ref.document for refs in chosen.values() for ref in refs}:
        tellings[document] = _tellings(crisis.by_document[document])
    return {group: _row(crisis, refs, tellings) for group, refs in chosen.items()}


def _group(group: Group, crisis: Crisis) -> Group:
    return crisis.events.of[group] if isinstance(group, Ref) else group


def _tellings(entry: Entry) -> dict[str, list[Event]]:
    """The events of a report by the id of their first telling."""
    roots = roots_of({event.id: event.same_as for event in entry.report.events})
    made: dict[str, list[Event]] = {}
    for event in entry.report.events:
        made.setdefault(roots[event.id], []).append(event)
    return made


def _row(crisis: Crisis, refs: Iterable[Ref], tellings: dict[int, dict[str, list[Event]]]) -> Row:
    ordered = sorted(refs, key=lambda ref: _order(crisis.by_document[ref.document], ref))
    told = [(ref, event) for ref in ordered for event in tellings[ref.document][ref.item]]
    entries = [crisis.by_document[document] for document in dict.fromkeys(ref.document for ref in ordered)]
    dates = [(ref, event.date.value, event.date.from_) for ref, event in told if event.date]
    places = [(ref, event.place.name, event.place.from_) for ref, event in told if event.place]
    days, lent_days = _counted(dates)
    spots, lent_spots = _counted(places)
    published = sorted(entry.published for entry in entries if entry.published)
    return {
        "event": f"{ordered[0].document}:{ordered[0].item}",
        "type": told[0][1].type,
        "subtypes": distinct(event.subtype for _, event in told),
        "statuses": distinct(event.status for _, event in told),
        "date": next(iter(days or lent_days), None),
        "place": next(iter(spots or lent_spots), None),
        "dates": days,
        "places": spots,
        "dates_lent": lent_days,
        "places_lent": lent_spots,
        "actors": distinct(event.actor.text for _, event in told if event.actor),
        "targets": distinct(event.target.text for _, event in told if event.target),
        "tellings": len(told),
        "reports": len(entries),
        "outlets": distinct(entry.outlet for entry in entries),
        "first_published": published[0] if published else None,
        "last_published": published[-1] if published else None,
        "why": distinct(key for ref in ordered for key in crisis.events.why.get(ref, ())),
        "perhaps": [],
        "decided": crisis.decided["events"].of(ordered),
        "told": [_telling(crisis, ref.document, event) for ref, event in told],
    }


def _order(entry: Entry, ref: Ref) -> tuple[str, str, int, str]:
    return (entry.published or "9999", entry.outlet or "", ref.document, ref.item)


def _counted(told: Iterable[tuple[Ref, str, str | None]]) -> tuple[dict[str, int], dict[str, int]]:
    """What tellings name themselves → in how many reports, most first; and the same for what only their report lent them."""
    own: Counter[str] = Counter()
    lent: Counter[str] = Counter()
    seen = dict.fromkeys((ref.document, value, source == "report") for ref, value, source in told)
    for _, value, only_lent in seen:
        (lent if only_lent else own)[value] += 1
    return _most_first(own), _most_first({value: count for value, count in lent.items() if value not in own})


def _most_first(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _telling(crisis: Crisis, document: int, event: Event) -> Row:
    entry = crisis.by_document[document]
    return {
        "document": entry.document,
        "item": event.id,
        "report": entry.name,
        "outlet": entry.outlet,
        "published": entry.published,
        "words": event.trigger.text,
        "sentence": _around(entry.report.document.text or "", event.trigger.start, event.trigger.end),
        "place": event.place.name if event.place else None,
        "place_from": event.place.from_ if event.place else None,
        "date": event.date.value if event.date else None,
        "date_from": event.date.from_ if event.date else None,
        **standing_row(crisis.people.standing.get(document)),
    }


_AROUND: Final = 80
_WORD: Final = 30
"""Characters that a cut is moved at most to the next blank: half a word can be another word."""


def _around(text: str, start: int, end: int) -> str:
    begin, behind = max(start - _AROUND, 0), min(end + _AROUND, len(text))
    while max(start - _AROUND - _WORD, 0) < begin and not text[begin - 1].isspace():
        begin -= 1
    while behind < min(end + _AROUND + _WORD, len(text)) and not text[behind].isspace():
        behind += 1
    opened, closed = "… " if begin else "", " …" if behind < len(text) else ""
    return f"{opened}{' '.join(text[begin:behind].split())}{closed}"


def dated(rows: Iterable[Row]) -> Iterator[Row]:
    """The events that have a day: the timeline."""
    return (row for row in rows if row["date"])
